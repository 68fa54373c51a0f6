package notice

import (
	"strings"
	"unicode"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/page/record"
)

// Warned returns the sentence of a warning: what a link or a script asked for, and what was used instead.
func Warned(w config.Warning) record.Text {
	var name any = Short(w.Key)
	used := plain(w.Used)
	if s := config.Lookup(w.Key); s != nil {
		name = record.T("setting." + w.Key)
		if kind := s.Kind(); w.Used != "" && !strings.Contains(w.Used, ",") && (kind == config.Choice || kind == config.Choices) {
			used = record.T("option." + w.Used)
		}
	}
	if w.Key == "seeds" || w.Key == "goal" { // of a bench
		name = record.T("warning.name." + w.Key)
	}
	return record.T("warning."+string(w.Reason), "name", name, "key", Short(w.Key), "value", plain(w.Value), "quoted", Quoted(w.Value), "used", used)
}

// Quoted returns a value as a sentence has it, "empty" for an empty one.
func Quoted(value string) record.Text {
	if value == "" {
		return record.T("warning.none")
	}
	return record.T("warning.quoted", "value", Short(value))
}

// plain returns a value without quotation marks, "empty" for an empty one.
func plain(value string) any {
	if value == "" {
		return record.T("warning.none")
	}
	return Short(value)
}

// Short makes a text fit to be shown: an address may hold anything, of any length, and characters that turn a sentence
// around.
func Short(text string) string {
	const most = 40
	runes := []rune(text)
	for i, r := range runes[:min(len(runes), most)] {
		joins := 0 < i && i < len(runes)-1 && dataset.Joins(runes[i-1], r, runes[i+1])
		if unicode.In(r, unicode.Cc, unicode.Cf) && !joins {
			runes[i] = unicode.ReplacementChar
		}
	}
	if len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return string(runes)
}
