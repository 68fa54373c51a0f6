// Package run is the run on the page: everything that changes it goes through here, so that what follows it hears.
package run

import (
	"slices"
	"strconv"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/lecture"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// Run is the session on show, and its progress in time, with what has happened to it since it was last asked.
type Run struct {
	stage  *scene.Stage
	parked *session.Session // nil unless a run is aside

	state State
	way   Way // that it is on
	held  held
	pace  pace
	speed Speed
	stop  Stop
	armed bool // the goal that is looked at was not reached when that was done last

	events []Event
	rests  int
}

// New returns the run that stage shows, paused.
func New(stage *scene.Stage) *Run {
	stage.Session().Remember()
	return &Run{stage: stage, state: Paused, speed: usual}
}

// Session returns the session on show.
func (r *Run) Session() *session.Session { return r.stage.Session() }

// Empty reports whether there are no examples to learn from.
func (r *Run) Empty() bool { return r.Session().Train().Len() == 0 }

// Set changes a setting, of which derived defaults follow.
func (r *Run) Set(key, value string, cause Cause) {
	r.SetAll(cause, config.Pair{Key: key, Value: value})
}

// SetAll changes several settings at once.
func (r *Run) SetAll(cause Cause, pairs ...config.Pair) { r.SetMost(cause, 0, pairs...) }

// MostUnknown is about the number of keys without a setting that are warned of one by one: a script may pass any number.
const MostUnknown = 100

// SetMost changes several settings at once, of which so many were left out as there are no such, and returns what it warns
// of. Where steps is among them and lies ahead, it trains up to there as a link does.
func (r *Run) SetMost(cause Cause, more int, pairs ...config.Pair) []config.Warning {
	c, warnings := r.Session().Config().With(pairs...)
	if more > 0 {
		warnings = append(warnings, config.NewWarning(config.Pair{Value: strconv.Itoa(more)}, "", config.More))
	}
	r.leaveSeek()
	lost := r.lost()
	restarted := r.Session().Apply(c)
	warnings = c.Unmet(r.Session().Config(), pairs, warnings)
	r.happened(Change{Cause: cause, Restarted: restarted, Warnings: warnings, Lost: restarted && lost})
	asked := slices.ContainsFunc(pairs, func(p config.Pair) bool { return p.Key == "steps" })
	if asked && c.Steps > r.Session().At() {
		r.Pause()
		r.train(Way{Goal: c.Steps})
	}
	return warnings
}

// Choose changes the data set as one chosen by hand, which may change the learning rate. A code that no data set has
// changes nothing.
func (r *Run) Choose(code string) {
	for _, data := range dataset.Kinds {
		if data.String() == code {
			r.leaveSeek()
			lost := r.lost()
			restarted := r.Session().Choose(data)
			r.happened(Change{Cause: Set, Restarted: restarted, Lost: restarted && lost, Chosen: true})
		}
	}
}

// EditPoints lets edit change own data, which it reports to have done, and keeps the weights. It returns what edit
// reports, and false where the run is not over own data.
func (r *Run) EditPoints(edit func(*dataset.Drawing) bool) bool {
	return r.turn(func() (bool, bool) { return r.Session().Draw(edit), false })
}

// Undo takes the latest change of own data back, and Redo does it again; both report whether there was one. Where another
// run comes back, it rests as it was left.
func (r *Run) Undo() bool { return r.turn(r.Session().Undo) }

// Redo is described with Undo.
func (r *Run) Redo() bool { return r.turn(r.Session().Redo) }

func (r *Run) turn(act func() (changed, another bool)) bool {
	r.leaveSeek()
	lost, before := r.lost(), r.Session().Config()
	changed, another := act()
	if another {
		r.Pause()
		r.happened(Change{Cause: Points, Restarted: true})
	} else if changed {
		restarted := before.Restarts(r.Session().Config())
		r.happened(Change{Cause: Points, Restarted: restarted, Lost: restarted && lost})
	}
	return changed
}

// ReplacePoints starts over with other own data, and with such settings as pairs have.
func (r *Run) ReplacePoints(points dataset.Points, pairs ...config.Pair) {
	r.leaveSeek()
	r.Session().Replace(points, pairs...)
	r.happened(Change{Cause: Points, Restarted: true})
}

// SetAt changes a number to that at a position of a slider, which is being moved.
func (r *Run) SetAt(key string, slider config.Slider, position string) {
	at, err := strconv.Atoi(position)
	s := config.Lookup(key)
	if err == nil && s != nil && slider.Scale != "" {
		r.Set(key, slider.Value(s.Kind(), at), Drag)
	}
}

// Poke changes one weight by a little, so that units that move as one part.
func (r *Run) Poke() {
	if lecture.Poke(r.Session()) == nil {
		r.happened(Change{Cause: Type})
	}
}

// Type types in w[to, from] of layer l, or b[to] where from is 0, in the lecture's indices. The error is that of
// [session.Session.SetWeight].
func (r *Run) Type(l, to, from int, v float64) error {
	var err error
	if from == 0 {
		err = r.Session().SetBias(l, to, v)
	} else {
		err = r.Session().SetWeight(l, to, from, v)
	}
	if err == nil {
		r.happened(Change{Cause: Type})
	}
	return err
}

// Reset returns to the same initial weights.
func (r *Run) Reset() {
	r.Pause()
	r.Session().Reset()
	r.happened(Change{Cause: Reset, Restarted: true})
}

// Calm returns to the same initial weights with a lower learning rate, by which they train; where there is none it tells
// [Hopeless].
func (r *Run) Calm() {
	r.Pause()
	if r.Session().Calm() {
		r.happened(Change{Cause: Set, Restarted: true})
	} else {
		r.tell(Hopeless{})
	}
}

// Redraw starts over with the next seed of the weights.
func (r *Run) Redraw() {
	r.leaveSeek()
	seed := r.Session().Config().Seed + 1
	c, _ := r.Session().Config().With(config.Pair{Key: "seed", Value: strconv.FormatUint(uint64(seed), 10)})
	r.Session().Apply(c)
	r.happened(Change{Cause: Draw, Restarted: true})
}

// lost reports whether starting over loses training: a run that diverged is none.
func (r *Run) lost() bool { return r.Session().At() > 0 && !r.Session().Diverged() }
