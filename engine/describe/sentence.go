// Package describe says what the pictures show to those who do not see them: where on the plane the colours lie, and how
// the cost went. It decides what is to be said; the words are the page's.
//
// Blue and orange are the colours of the positive and the negative tones, as in engine/scene.
package describe

import "shallows/engine/page/record"

// Sentence is a text of the page: an int in it is a count, a string a number as it is written, and a Sentence words of
// their own.
type Sentence = record.Text

// say returns a sentence with alternating names and values of places.
func say(key string, places ...any) Sentence { return record.T(key, places...) }
