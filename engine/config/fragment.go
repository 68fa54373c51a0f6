package config

import "strings"

// MaxFragment is the number of bytes of a fragment that are read; every valid one is far shorter.
const MaxFragment = 4096

// Pair is a key with its value as links spell it, percent-encoding undone.
type Pair struct{ Key, Value string }

// Split cuts a fragment without '#' into its pairs. Whole pairs beyond MaxFragment are left out, and cut reports it.
func Split(fragment string) (pairs []Pair, cut bool) {
	if cut = len(fragment) > MaxFragment; cut {
		fragment = fragment[:strings.LastIndexByte(fragment[:MaxFragment+1], '&')+1]
	}
	for part := range strings.SplitSeq(fragment, "&") {
		if part == "" {
			continue
		}
		key, value, _ := strings.Cut(part, "=")
		pairs = append(pairs, Pair{Unescape(key), Unescape(value)})
	}
	return pairs, cut
}

// Unescape undoes percent-encoding and leaves broken escapes as they are.
func Unescape(text string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "%")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if code, ok := hexByte(after); ok {
			b.WriteByte(code)
			text = after[2:]
		} else {
			b.WriteByte('%')
			text = after
		}
	}
}

// hexByte reads the two hexadecimal digits that text begins with.
func hexByte(text string) (code byte, ok bool) {
	if len(text) < 2 {
		return 0, false
	}
	high, low := hexDigit(text[0]), hexDigit(text[1])
	return byte(high<<4 | low), high >= 0 && low >= 0
}

// hexDigit returns the value of a hexadecimal digit, -1 for what is none.
func hexDigit(b byte) int {
	if 'A' <= b && b <= 'F' {
		b += 'a' - 'A'
	}
	return strings.IndexByte("0123456789abcdef", b)
}
