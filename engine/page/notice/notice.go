// Package notice is a short message to the reader that does not interrupt.
package notice

import (
	"math"
	"strings"

	"shallows/engine/number"
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

// Dismissal is the effect "dismiss": the notice of a name goes, without a name all go that have no button.
type Dismissal struct{ Name string }

// ReadNumber reads a number that was typed in, or what is wrong with the text: there is none, or it is none, or not a
// whole one where that is wanted.
func ReadNumber(text string, whole bool) (v float64, wrong Notice, ok bool) {
	v, ok = number.Parse(text, whole)
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return 0, Say("notice.empty"), false
	case !ok:
		return 0, Say("notice.number", "value", Short(text)), false
	case whole && v != math.Trunc(v):
		return 0, Say("notice.whole", "value", Short(text)), false
	}
	return v, Notice{}, true
}

// Say returns a sentence as the effect that shows it.
func Say(key string, with ...any) Notice { return Notice{Text: record.T(key, with...)} }
