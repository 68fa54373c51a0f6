// Package record says how a part of the page tells what it shows now: as a struct of values, keys of texts with their
// arguments, lists with keys, and markup that Go wrote. No language is in it.
//
// [JSON] writes a record for web/bind.js, which puts it into the template of its name: data-bind names a field for each
// place there. Structs and not maps, so that a field is declared once, with its meaning, and costs the engine few bytes.
package record

// Text is a text of the locales by its key, with its arguments; see [T]. The zero Text is no text.
type Text struct {
	Key  string
	With []any // names and values in turn
}

// T is the text of a key with alternating names and values: string, int, Text, Markup or []any.
func T(key string, with ...any) Text { return Text{key, with} }

// Encoded is what JSON wrote of a record before.
type Encoded string

// Markup is MathML, SVG or a program with its parts marked, escaped where it was written.
type Markup string

// Get returns the argument of a name, nil where there is none.
func (t Text) Get(name string) any {
	for i := 0; i < len(t.With); i += 2 {
		if t.With[i] == name {
			return t.With[i+1]
		}
	}
	return nil
}
