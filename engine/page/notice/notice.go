// Package notice is a short message to the reader that does not interrupt.
package notice

import (
	"strings"

	"shallows/engine/page/record"
)

// Notice is a sentence that goes by itself, or when dismissed. Whoever asks for it as the effect "notice" has [Notices]
// show it.
type Notice struct {
	Text    record.Text
	Faults  []record.Text // a list under it
	Action  record.Text   // what its button says; no Text for no button
	Do      string        // the words of the button's intent
	Lasting bool          // it stays until dismissed
	// Name tells it from others, "" for none: while one of the name is on show, it is not shown again.
	Name string
	// ByReader says that it is for a reader who has just done something, and not for one who watches others do it.
	ByReader bool
}

// Dismissal is the effect "dismiss": the notice of a name goes.
type Dismissal struct{ Name string }

// NoNumber says that a text that was typed in is no number that can be used: a sentence of the key, or that nothing was.
func NoNumber(key, text string) Notice {
	if text = strings.TrimSpace(text); text == "" {
		return Say("notice.empty")
	}
	return Say(key, "value", Short(text))
}

// Say returns a sentence as the effect that shows it.
func Say(key string, with ...any) Notice { return Notice{Text: record.T(key, with...)} }
