package panel

import "strconv"

// Pixels returns a length as a style sheet has it.
func Pixels(length float64) string { return strconv.FormatFloat(length, 'f', 2, 64) + "px" }
