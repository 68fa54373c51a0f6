//go:build js

package bridge

import (
	"syscall/js"

	"shallows/engine/dataset"
	"shallows/engine/dataset/table"
	"shallows/engine/page/script"
)

// setData starts a new run over other own data, [[x1, x2, y], …] with more coordinates or fewer, as many in each, and with classes
// from 0 on, or -1 and 1: {answer, points, fitted, outOfScale}, the answer of package page as JSON, how many they are, whether the
// plane shows what they cover instead of -6 to 6, and whether training hardly gets anywhere with their numbers until these
// are standardised.
func (e *Engine) setData(args arguments) any {
	s, err := script.Examples(args.json(0))
	if err != nil {
		panic(sentence(err.Error()))
	}
	own := dataset.NewPoints(s)
	e.page.Run().ReplacePoints(own)
	return object("answer", e.tell(e.page.Tell()), "points", own.Len(), "fitted", e.run().Extent() != dataset.Home, "outOfScale", e.run().OutOfScale())
}

// file opens the table of a file, a Uint8Array, and returns the answer of package page as JSON.
func (e *Engine) file(args arguments) any {
	label, problem := table.EncodingOf(args.bytes(0))
	if problem != nil {
		return e.tell(e.page.Do("own", "refuse", string(problem.Reason)))
	}
	text := js.Global().Get("TextDecoder").New(label).Call("decode", args.at(0))
	return e.tell(e.page.Do("own", "read", text.String()))
}
