// Package describe says what the pictures show to those who do not see them: where on the plane the colours lie, and how
// the cost went. It decides what is to be said; the words are the page's.
//
// Blue and orange are the colours of the positive and the negative tones, as in engine/scene.
package describe

// Sentence is a text of the page: its key in the locales, and what stands in its places: an int for a count, a string for
// a number as it is written, or a Sentence for words of their own.
type Sentence struct {
	Key    string
	Values map[string]any
}

// say returns a sentence with alternating names and values of places.
func say(key string, places ...any) Sentence {
	s := Sentence{Key: key}
	for i := 0; i < len(places); i += 2 {
		if s.Values == nil {
			s.Values = map[string]any{}
		}
		s.Values[places[i].(string)] = places[i+1]
	}
	return s
}
