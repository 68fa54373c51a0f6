//go:build js

package bridge

import (
	"syscall/js"

	"shallows/engine/config"
	"shallows/engine/page/run"
)

// config returns the current settings, each under its key.
func (e *Engine) config(arguments) any {
	return js.Global().Get("JSON").Call("parse", e.run().Config().JSON())
}

// set changes settings, of which derived defaults follow; what is not structural keeps the weights. Of a link's fragment it
// starts the run, and trains as far as that says. It returns {answer, warnings}.
func (e *Engine) set(args arguments) any {
	if args.at(0).Type() == js.TypeString {
		return e.changed(e.page.Run().Open(args.text(0)))
	}
	patch, more := patchOf(args.pairs(0))
	return e.changed(e.page.Run().SetMost(run.Set, more, patch...))
}

// changed returns the answer of package page as JSON and what a change could not take.
func (e *Engine) changed(warnings []config.Warning) any {
	return object("answer", e.tell(e.page.Tell()), "warnings", array(warnings, func(w config.Warning) any {
		return object("key", w.Key, "value", w.Value, "used", w.Used, "reason", string(w.Reason))
	}))
}

// patchOf reads the settings among a JavaScript array of pairs, whose keys differ, and the first keys that are none; more
// is how many of these it left out. A setting that is undefined stays. It asks for few of the pairs, as each takes a
// microsecond.
func patchOf(pairs js.Value) (patch []config.Pair, more int) {
	given := js.Global().Get("Map").New(pairs)
	more = pairs.Length()
	for i := range config.Settings {
		key := config.Settings[i].Key
		if !given.Call("has", key).Bool() {
			continue
		}
		more--
		if value := given.Call("get", key); !value.IsUndefined() {
			patch = append(patch, config.Pair{Key: key, Value: spell(key, value)})
		}
	}
	for i := 0; i < pairs.Length() && more > 0 && i < len(config.Settings)+run.MostUnknown; i++ {
		pair := pairs.Index(i)
		if key := start(pair.Index(0), config.MaxFragment); config.Lookup(key) == nil {
			patch = append(patch, config.Pair{Key: key, Value: spell(key, pair.Index(1))})
			more--
		}
	}
	return patch, more
}

// hash returns the fragment of a link to what is on show, the run as it stands.
func (e *Engine) hash(arguments) any { return e.page.Hash() }

// spell returns a value as links spell it, cut where no value can be so long. JavaScript's own conversion does: it
// joins arrays by commas.
func spell(key string, value js.Value) string {
	return config.Spelt(key, start(js.Global().Get("String").Invoke(value), config.MaxFragment))
}
