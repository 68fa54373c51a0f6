package lesson

import (
	"shallows/engine/config"
	"shallows/engine/session"
)

// Task is what a page of a lesson asks of its run.
type Task struct {
	Open   string // the fragment that it begins with
	Goals  []Condition
	Fewest string // a measure to have as little of as possible, empty without
}

// Judgement is how a run stands to a task.
type Judgement struct {
	Goals  []Goal
	Solved bool
	Fewest int // of a solved task, how much of what there is to be as little as possible of; of steps, those it took
}

// Judge follows a run that is at work on a task.
type Judge struct {
	task  Task
	began config.Config
	seen  int // the step last judged of a run that had not solved it
}

// NewJudge returns a judge of a task whose run stands where it begins.
func NewJudge(t Task) *Judge { return &Judge{task: t, began: settings(t.Open)} }

// Look judges the run as it stands. It is to be called after every change and every slice of training: of a task that
// is to be solved in few steps it looks at those since the last call one by one, so that none counts that training
// happened to go beyond. For that the run has to remember; it is as before afterwards.
func (j *Judge) Look(s *session.Session) Judgement {
	result := j.look(s)
	step := s.Metrics().Step
	switch {
	case !result.Solved:
	case j.task.Fewest == "step":
		result.Fewest = j.first(s, step)
	case j.task.Fewest != "":
		result.Fewest = int(measure(s, j.began, j.task.Fewest)[0].Number)
	}
	j.seen = step
	return result
}

func (j *Judge) look(s *session.Session) Judgement {
	result := Judgement{Goals: make([]Goal, len(j.task.Goals)), Solved: true}
	for i, c := range j.task.Goals {
		result.Goals[i] = c.judge(s, j.began)
		result.Solved = result.Solved && result.Goals[i].Met
	}
	return result
}

// first returns the first step since the one last seen at which the run that has solved the task by step had done so.
func (j *Judge) first(s *session.Session, step int) int {
	defer s.GoTo(step, step)
	earliest, _ := s.Reach()
	for at := max(j.seen+1, earliest); at < step; at++ {
		s.GoTo(at, step)
		if j.look(s).Solved {
			return at
		}
	}
	return step
}

// settings returns those of a fragment.
func settings(fragment string) config.Config {
	c, _ := config.Decode(fragment)
	return c
}

// Kept reports whether a run is that of a page that begins with the fragment open: the same settings, and nothing typed
// in or changed on the way, however far it was trained.
func Kept(s *session.Session, open string) bool {
	c, own := s.Config(), settings(open)
	c.Steps, own.Steps = 0, 0
	return s.Replayable() && c.Encode() == own.Encode()
}
