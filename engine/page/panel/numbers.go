package panel

import "strconv"

// ReadStep reads by how much a number changes: a whole number, or the name of an arrow key, up or down.
func ReadStep(word string) (by int, ok bool) {
	switch word {
	case "ArrowUp":
		return 1, true
	case "ArrowDown":
		return -1, true
	}
	by, err := strconv.Atoi(word)
	return by, err == nil
}

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
