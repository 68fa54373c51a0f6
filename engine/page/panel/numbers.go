package panel

import "strconv"

// ReadNumbers reads a finite number of each word, such as a place in CSS pixels, into as many variables. It is false where
// a word is none.
func ReadNumbers(words []string, into ...*float64) bool {
	for i, word := range words {
		v, err := strconv.ParseFloat(word, 64)
		if err != nil || v-v != 0 {
			return false
		}
		*into[i] = v
	}
	return true
}
