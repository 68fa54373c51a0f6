//go:build js

package bridge

import (
	"maps"
	"slices"

	"shallows/engine/describe"
)

// seen says what the pictures show: {plane: [{key, values}, …], curve: …}, where a value is a number, a text, or
// another {key, values}.
func (e *Engine) seen(arguments) any {
	return object(
		"plane", array(describe.Plane(e.stage), sentence),
		"curve", array(describe.Curve(e.stage.Session()), sentence),
	)
}

func sentence(s describe.Sentence) any {
	values := object()
	for _, name := range slices.Sorted(maps.Keys(s.Values)) {
		value := s.Values[name]
		if words, ok := value.(describe.Sentence); ok {
			value = sentence(words)
		}
		values.Set(name, value)
	}
	return object("key", s.Key, "values", values)
}
