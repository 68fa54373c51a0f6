package lessons

import (
	"slices"

	"shallows/engine/lesson"
	"shallows/engine/page/record"
)

// Known reports whether there is a lesson that links call so.
func Known(name string) bool { return named(name) != "" }

// named returns the lesson that a link names, "" where there is none of the name.
func named(name string) string {
	if name == "symmetry" { // what links may call it too
		name = "initialisation"
	}
	if slices.Contains(lesson.IDs, name) {
		return name
	}
	return ""
}

// words is what a lesson says in a language, as web/lessons/LANGUAGE/ID.json has it, page by page as the script. What
// stands between backticks in a text is a symbol.
type words struct {
	Pages []struct {
		Heading string
		Text    []string
		Choices []struct{ Text, Why string }
		Tries   []struct{ Label, Look string }
		Solved  string
	}
}

// read returns a lesson from the texts of its files; ok is false where they are not one.
func read(does, says string) (s lesson.Script, w words, ok bool) {
	ok = record.Read(does, &s) && record.Read(says, &w) && len(s.Pages) > 0 && len(s.Pages) == len(w.Pages)
	for i := 0; ok && i < len(s.Pages); i++ {
		ok = len(s.Pages[i].Tries) == len(w.Pages[i].Tries)
	}
	return s, w, ok
}
