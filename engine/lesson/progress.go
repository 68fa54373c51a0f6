package lesson

import "math"

// Standing is how far a reader is in one lesson.
type Standing struct {
	Page   int // last read, from 0; -1 where none is known
	Answer int // the choice last made, from 0; -1 without one
	Solved bool
	Fewest int // the best that the task was solved with; -1 where nothing was counted
}

// mostCount is more than a lesson has pages or choices, and mostFewest more than a task can be solved with.
const (
	mostCount  = 99
	mostFewest = math.MaxInt32
)

// Read returns the standing that is kept as some numbers, NaN for what is not there or is no number: what cannot be is
// as if it had not been kept, and the rest counts.
func Read(page, answer float64, solved bool, fewest float64) Standing {
	s := Standing{count(page, mostCount), count(answer, mostCount), solved, count(fewest, mostFewest)}
	if !s.Solved {
		s.Fewest = -1
	}
	return s
}

// count returns v if it is a whole number from 0 to most, else -1.
func count(v float64, most int) int {
	if v != math.Trunc(v) || !(v >= 0 && v <= float64(most)) {
		return -1
	}
	return int(v)
}

// Merge returns s, as it is kept, with what a page that may know less has to add: a task once solved stays solved, with
// the fewest that anyone needed; page and answer are the newer ones, those of change where it has any (-1 has none).
func (s Standing) Merge(change Standing) Standing {
	if change.Page >= 0 {
		s.Page = change.Page
	}
	if change.Answer >= 0 {
		s.Answer = change.Answer
	}
	s.Solved = s.Solved || change.Solved
	if change.Fewest >= 0 && (s.Fewest < 0 || change.Fewest < s.Fewest) {
		s.Fewest = change.Fewest
	}
	return s
}
