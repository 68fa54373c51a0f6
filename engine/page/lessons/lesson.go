package lessons

import (
	"shallows/engine/lesson"
	"shallows/engine/page/record"
)

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
