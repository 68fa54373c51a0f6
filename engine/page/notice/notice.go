// Package notice is a short message to the reader that does not interrupt.
package notice

import "shallows/engine/page/record"

// Notice is the effect "notice": a sentence that goes by itself, or when dismissed.
type Notice struct {
	Text    record.Text
	Action  record.Text // what its button says; no Text for no button
	Do      string      // the words of the button's intent
	Lasting bool        // it stays until dismissed
}

// Say returns a sentence as the effect that shows it.
func Say(key string, with ...any) Notice { return Notice{Text: record.T(key, with...)} }
