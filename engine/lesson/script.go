package lesson

import "slices"

// IDs are the lessons in the lecture's order, by the names of their files.
var IDs = []string{
	"representation", "computing-output", "vectorising", "activations",
	"choosing", "non-linear", "gradient-descent", "initialisation", "softmax", "overfitting",
}

// Named returns the lesson that links call so, "" where there is none of the name.
func Named(name string) string {
	if name == "symmetry" { // what they may call it too
		name = "initialisation"
	}
	if slices.Contains(IDs, name) {
		return name
	}
	return ""
}

const (
	Pages   = 5 // that each lesson has
	Choices = 3 // that each question has
)

// Script is what a lesson does, as web/lessons/ID.json has it. The files also have the numbers that the texts tell,
// which the tests of this package hold against the run.
type Script struct {
	Start string // the fragment of the run to begin with
	Pages []Page
}

// Page is a page of a script: a text with formulas, a question, some things to try, or a task.
type Page struct {
	Formulas []string // symbols, or "shape " and one
	Panel    string   // that the text speaks of, to be open beside the page
	Picture  string   // that the text speaks of: network, output or cost, "" for output
	Answer   *int     // the number of the right choice, from 0
	Tries    []struct{ Open, Panel string }
	Open     *string // the fragment that the task begins with
	Task     []Condition
	Fewest   string // what the task asks to have as few as possible of: hiddenUnits or step
}

// Begins returns the fragment that the run of page i begins with.
func (s Script) Begins(i int) string {
	if open := s.Pages[i].Open; open != nil {
		return *open
	}
	return s.Start
}

// Question returns the page with a question, counted from 1, and the number of its right choice, from 0; page 0 where
// there is none.
func (s Script) Question() (page, right int) {
	for i, p := range s.Pages {
		if p.Answer != nil {
			return i + 1, *p.Answer
		}
	}
	return 0, 0
}

// Task returns the page with a task, counted from 1, and what it asks; page 0 where there is none.
func (s Script) Task() (page int, t Task) {
	for i, p := range s.Pages {
		if p.Task != nil {
			return i + 1, Task{Open: s.Begins(i), Goals: p.Task, Fewest: p.Fewest}
		}
	}
	return 0, Task{}
}
