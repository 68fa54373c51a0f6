package lesson

import (
	"math"
	"strconv"
	"strings"

	"shallows/engine/config"
	"shallows/engine/link"
	"shallows/engine/number"
	"shallows/engine/session"
)

// Standing is how far a reader is in one lesson.
type Standing struct {
	Page    int    // last read, from 0; -1 where none is known
	Answer  int    // the choice last made, from 0; -1 without one
	Answers string // the letters of all choices made, in the order of their first times
	Solved  bool
	Fewest  int // the best that the task was solved with; -1 where nothing was counted
	Run     Run // that solved it so
}

// Run is a run that solved a task, by the fragment of a link to it and the numbers it has there, in full precision and "" for
// none; the zero Run is none.
type Run struct {
	Fragment       string
	Step           int
	Cost, Accuracy string
}

// longestRun is more than the fragment of a run has that solves a task, but for large networks whose weights were typed in.
const longestRun = 16_384

// ReadRun returns a run as it is kept, none where it cannot be one.
func ReadRun(fragment string, step float64, cost, accuracy string) Run {
	r := Run{fragment, count(step, math.MaxInt32), cost, accuracy}
	for _, text := range []string{cost, accuracy} {
		if _, err := strconv.ParseFloat(text, 64); text != "" && err != nil {
			return Run{}
		}
	}
	if fragment == "" || len(fragment) > longestRun || strings.ContainsAny(fragment, " \t\r\n\"<>#") || r.Step < 0 {
		return Run{}
	}
	return r
}

// RunOf returns the run that a session was at a step where it has been, with a link that makes it again: from where a parameter was
// last typed in or a setting changed on the way. There is none where that is too long to be kept.
func RunOf(s *session.Session, step int) Run {
	now := s.At()
	defer s.GoTo(now, now)
	s.GoTo(step, now)
	m := s.Metrics()
	fragment := link.Fragment(s)
	if since := s.Since(); !s.Replayable() && since < step && float64(step) <= config.Lookup("steps").Max {
		s.GoTo(since, now)
		fragment, _ = link.Onward(s, step)
	}
	return ReadRun(fragment, float64(step), number.Exact(m.Cost), number.Exact(m.Accuracy))
}

// mostCount is more than a lesson has pages or choices, and mostFewest more than a task can be solved with.
const (
	mostCount  = 99
	mostFewest = math.MaxInt32
)

// Read returns the standing that is kept as some numbers, NaN for what is not there or is no number, and letters: what cannot
// be is as if it had not been kept, and the rest counts.
func Read(page, answer float64, answers string, solved bool, fewest float64) Standing {
	s := Standing{Page: count(page, mostCount), Answer: count(answer, mostCount), Solved: solved, Fewest: count(fewest, mostFewest)}
	s.add(answers)
	if s.Answer >= 0 { // of which alone was kept at first
		s.add(Letter(s.Answer))
	}
	if !s.Solved {
		s.Fewest = -1
	}
	return s
}

// Letter returns a choice, counted from 0, as answers have it: A, B and so on.
func Letter(choice int) string { return string(rune('A' + choice)) }

// add adds answers that are not among the others yet, of choices that a question has.
func (s *Standing) add(answers string) {
	for _, letter := range answers {
		if letter >= 'A' && letter < 'A'+Choices && !strings.ContainsRune(s.Answers, letter) {
			s.Answers += string(letter)
		}
	}
}

// count returns v if it is a whole number from 0 to most, else -1.
func count(v float64, most int) int {
	if v != math.Trunc(v) || !(v >= 0 && v <= float64(most)) {
		return -1
	}
	return int(v)
}

// Merge returns s, as it is kept, with what a page that may know less has to add: a task once solved stays solved, with
// the fewest that anyone needed and the run that did; answers once given come first; page and answer are the newer ones, those of
// change where it has any (-1 has none).
func (s Standing) Merge(change Standing) Standing {
	if change.Page >= 0 {
		s.Page = change.Page
	}
	if change.Answer >= 0 {
		s.Answer = change.Answer
	}
	s.add(change.Answers)
	fewer := change.Fewest >= 0 && (s.Fewest < 0 || change.Fewest < s.Fewest)
	if change.Run != (Run{}) && (fewer || s.Run == (Run{})) {
		s.Run = change.Run
	}
	if fewer {
		s.Fewest = change.Fewest
	}
	s.Solved = s.Solved || change.Solved
	return s
}
