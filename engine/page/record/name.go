package record

import "strings"

// Isolated returns a name such that its direction of writing leaves the text around it as it is, which only matters to names
// from the right.
func Isolated(name string) string {
	if strings.ContainsFunc(name, fromTheRight) {
		return "\u2068" + name + "\u2069"
	}
	return name
}

// fromTheRight reports whether a character is of a script that runs so: those of Hebrew, Arabic and what lies between and beside.
func fromTheRight(r rune) bool {
	return r >= 0x590 && r < 0x900 || r >= 0xfb1d && r < 0xfe00 || r >= 0xfe70 && r < 0xff00 || r >= 0x10800 && r < 0x11000 || r >= 0x1e800 && r < 0x1f000
}
