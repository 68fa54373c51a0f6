package lessons

import (
	"slices"

	"shallows/engine/lesson"
	"shallows/engine/page/record"
)

// ids are the lessons in the lecture's order, by the names of their files.
var ids = []string{
	"representation", "computing-output", "vectorising", "activations",
	"choosing", "non-linear", "gradient-descent", "initialisation", "softmax",
}

// Pages is how many each lesson has.
const Pages = 5

// Known reports whether there is a lesson that links call so.
func Known(name string) bool { return named(name) != "" }

// named returns the lesson that a link names, "" where there is none of the name.
func named(name string) string {
	if name == "symmetry" { // what links may call it too
		name = "initialisation"
	}
	if slices.Contains(ids, name) {
		return name
	}
	return ""
}

// script is what a lesson does, as web/lessons/ID.json has it. The files also have the numbers that the texts tell,
// which the tests of engine/lesson hold against the run.
type script struct {
	Start string // the fragment of the run to begin with
	Pages []scene
}

// scene is a page of a script: a text with formulas, a question, some things to try, or a task.
type scene struct {
	Formulas []string // as readSymbol takes them, or "shape " and one
	Panel    string   // that the text speaks of, to be open beside the page
	Picture  string   // that the text speaks of: network, output or cost, "" for output
	Answer   *int     // the number of the right choice, from 0
	Tries    []struct{ Open, Panel string }
	Open     *string // the fragment that the task begins with
	Task     []lesson.Condition
	Fewest   string // what the task asks to have as few as possible of: hiddenUnits or step
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
func read(does, says string) (s script, w words, ok bool) {
	ok = record.Read(does, &s) && record.Read(says, &w) && len(s.Pages) > 0 && len(s.Pages) == len(w.Pages)
	for i := 0; ok && i < len(s.Pages); i++ {
		ok = len(s.Pages[i].Tries) == len(w.Pages[i].Tries)
	}
	return s, w, ok
}
