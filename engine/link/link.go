// Package link reads and writes the fragment of an address: the settings of package config, and under the key z what
// does not follow from them: the points of own data, and where a run stands that was changed on the way. It understands
// the links of TensorFlow Playground.
package link

import (
	"slices"
	"strconv"
	"strings"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/session"
)

// The reasons for a warning that package config does not know.
const (
	TooFar     config.Reason = "steps"      // z holds a state of a step beyond Value, the last there is: as damaged
	Infinite   config.Reason = "infinite"   // z holds parameters whose cost is not finite: as damaged
	Damaged    config.Reason = "damaged"    // z cannot be read: the run starts from its settings, own data without points
	Pointless  config.Reason = "points"     // own data have no points, though these are settings of some: they were too many for a link
	TensorFlow config.Reason = "tensorflow" // a link of TensorFlow Playground: not all can be the same
)

// Opened is what a fragment describes.
type Opened struct {
	Run      *session.Session
	Steps    int   // the step to train it up to
	View     *View // nil leaves it as it is
	Warnings []config.Warning
}

// View is how a link of TensorFlow Playground shows the plane.
type View struct{ Discretise, ShowTest bool }

// Open reads a fragment with or without its '#', as [Repair] makes it. It never fails: see [config.Decode].
func Open(fragment string) Opened { return OpenOver(fragment, dataset.Points{}) }

// OpenOver opens a fragment over own data that it does not hold; if it holds some, these are the run's.
func OpenOver(fragment string, points dataset.Points) Opened {
	fragment, marked, long := repair(strings.TrimPrefix(fragment, "#"))
	if pairs, cut := config.Split(fragment); isTensorFlow(pairs) {
		return openTensorFlow(pairs, cut || long)
	}
	settings, records := cut(fragment)
	c, warnings := config.Decode(settings)
	for i, w := range warnings {
		if given := marked[w.Key]; w.Reason == config.Invalid && given != "" {
			warnings[i] = config.NewWarning(config.Pair{Key: w.Key, Value: given}, w.Used, w.Reason)
		}
	}
	if long && !slices.ContainsFunc(warnings, func(w config.Warning) bool { return w.Reason == config.TooLong }) {
		warnings = append(warnings, config.Warning{Reason: config.TooLong})
	}
	run, err := open(c, points, records)
	given, _ := config.Split(settings)
	o := Opened{Run: run, Steps: c.Steps, Warnings: c.Unmet(run.Config(), given, warnings)}
	if empty := c.Data == dataset.Own && run.Own().Len() == 0; empty && len(records) == 0 && (len(o.Warnings) > len(warnings) || c.Steps > 0) {
		o.Warnings = append(warnings, config.Warning{Key: "data", Value: c.Data.String(), Reason: Pointless})
	}
	switch err {
	case nil:
		o.Warnings = append(o.Warnings, repeated(records)...)
	case session.ErrSteps:
		o.Warnings = append(o.Warnings, config.Warning{Key: recordKey, Value: strconv.Itoa(session.MaxSteps), Reason: TooFar})
	case session.ErrInfinite:
		o.Warnings = append(o.Warnings, config.Warning{Key: recordKey, Reason: Infinite})
	default:
		o.Warnings = append(o.Warnings, config.Warning{Key: recordKey, Reason: Damaged})
	}
	return o
}

// recordKey holds a record in a fragment.
const recordKey = "z"

// cut takes the values of recordKey out of a fragment.
func cut(fragment string) (settings string, records []string) {
	var kept []string
	for pair := range strings.SplitSeq(fragment, "&") {
		if record, ok := strings.CutPrefix(pair, recordKey+"="); ok {
			records = append(records, record)
		} else {
			kept = append(kept, pair)
		}
	}
	return strings.Join(kept, "&"), records
}

// open returns the run of c over own data with what the first of the records holds, if there is one. The error says why it leaves the
// record out, as far as it must.
func open(c config.Config, points dataset.Points, records []string) (run *session.Session, err error) {
	if len(records) == 0 {
		return session.NewOver(c, points, nil), nil
	}
	r, err := mended(records[0])
	if r.points.Len() > 0 {
		points = r.points
	}
	run = session.NewOver(c, points, nil)
	if r.state != nil {
		err = run.Restore(*r.state)
	}
	return run, err
}

// Fragment returns the fragment of a link to s, without '#': its settings with the steps made, and a record of its own
// data, and of its state when settings and data do not lead to where it stands. Of own data that are too much for a link it
// has neither.
func Fragment(s *session.Session) string {
	fragment, _ := Fit(s)
	return fragment
}

// Fit returns the fragment of a link to s, and whether it holds all of the run.
func Fit(s *session.Session) (fragment string, whole bool) { return Onward(s, s.At()) }

// Onward returns the fragment of a link that goes on from where s stands, up to a step, and whether it holds all of the run.
func Onward(s *session.Session, step int) (fragment string, whole bool) {
	c, r := s.Config(), record{}
	if step > s.At() {
		c.Steps = step
	}
	if c.Data == dataset.Own {
		r.points = s.Own()
	}
	return fit(s, c, r)
}

// Bare returns the fragment of a link to s without its own data, as [OpenOver] takes it.
func Bare(s *session.Session) string {
	fragment, _ := fit(s, s.Config(), record{})
	return fragment
}

// fit returns the fragment of a link to s, by settings of it, with a record, to which its state is added, and whether it holds
// all of that.
func fit(s *session.Session, c config.Config, r record) (fragment string, whole bool) {
	fragment = c.Encode()
	if !s.Replayable() {
		state := s.State()
		r.state = &state
	}
	if r.state == nil && r.points.Len() == 0 {
		return fragment, true
	}
	text, whole := r.encode()
	if whole {
		fragment += "&" + recordKey + "=" + text
	}
	return fragment, whole
}

// Carry returns own data as a text without blanks, however many they are, and Carried what such a text holds; of another one
// there are no points.
func Carry(p dataset.Points) string {
	text, _ := record{points: p}.encode()
	return text
}

// Carried returns the points that Carry has written.
func Carried(text string) dataset.Points {
	r, _ := decode(text, maxInflated)
	return r.points
}
