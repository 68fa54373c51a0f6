package link

import "strings"

// Misspells reports whether a key in the query of an address is meant, a key of the page, misspelt: but for its case, for
// two neighbouring letters that changed places or one too many, or, in words of five letters and more, where chance
// hardly does it, for a letter left out or another. Any other key is somebody else's, such as utm_source or fbclid, which
// mail, chat programs and search engines add, and says nothing about the page.
func Misspells(key, meant string) bool {
	key = strings.ToLower(key)
	const fewest, more = 4, 5 // letters of meant, without which chance would do it
	n, m := len(key), len(meant)
	same := 0 // letters at the start
	for same < min(n, m) && key[same] == meant[same] {
		same++
	}
	switch {
	case key == meant:
		return true
	case n == m+1 && m >= fewest:
		return key[same+1:] == meant[same:]
	case n == m-1 && m >= more:
		return key[same:] == meant[same+1:]
	case n == m && same+2 <= m && key[same] == meant[same+1] && key[same+1] == meant[same]:
		return key[same+2:] == meant[same+2:]
	case n == m && m >= more:
		return key[same+1:] == meant[same+1:]
	}
	return false
}
