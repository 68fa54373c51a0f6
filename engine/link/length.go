package link

import "strings"

const (
	maxLink  = 256 << 10 // bytes of a link that are read: a record takes up to 171 KiB, and damage lengthens a link
	maxPairs = 200       // pairs of a link that are read; none that a run makes has a tenth of them
)

// within returns the pairs of a fragment that are read, and whether there are more.
func within(fragment string) (read string, cut bool) {
	read, end := fragment, 0
	if len(fragment) > maxLink {
		read = fragment[:strings.LastIndexByte(fragment[:maxLink+1], '&')+1]
	}
	for range maxPairs {
		next := strings.IndexByte(read[end:], '&')
		if next < 0 {
			return read, len(read) < len(fragment)
		}
		end += next + 1
	}
	return read[:end], end < len(fragment)
}
