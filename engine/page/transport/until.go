package transport

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"shallows/engine/bench"
	"shallows/engine/number"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/session"
)

// Until is where the run stops by itself: what a small form beside the buttons asks for. [run.Stop] says what comes of it.
type Until struct {
	step   int // that stands in its field, asked for or not
	levels map[bench.Metric]float64
}

// NewUntil returns the form, which asks for nothing yet.
func NewUntil() *Until {
	return &Until{step: 500, levels: map[bench.Metric]float64{bench.Cost: 0.3, bench.TestCost: 0.3, bench.Accuracy: 0.9, bench.TestAccuracy: 0.9}}
}

// Do takes: on true or false, whether it stops at the step; step TEXT; goal METRIC, or none; level TEXT, the value of the
// goal; train, up to there, or to the step in the field where nothing is asked for.
func (u *Until) Do(d *panel.Desk, words []string) {
	if len(words) == 0 {
		return
	}
	stop := d.Run.Stop()
	word := words[len(words)-1]
	switch strings.Join(words[:len(words)-1], " ") {
	case "":
		if word != "train" {
			return
		}
		if asked := u.asked(stop); asked.Goal.Metric == "" || has(d.Session(), asked.Goal.Metric) {
			d.Run.Train(asked, "")
		} else {
			d.Ask("notice", notice.Say("until.lacking"))
		}
		return
	case "on":
		stop.Step = 0
		if word == "true" {
			stop.Step = u.step
		}
	case "step":
		v, wrong, ok := notice.ReadNumber(word, true)
		if ok && (v < 1 || v > session.MaxSteps) {
			wrong, ok = notice.Say("until.wrongStep", "most", number.Count(session.MaxSteps)), false
		}
		if !ok {
			d.Ask("notice", wrong)
			return
		}
		u.step = int(v)
		stop.Step = u.step
	case "goal":
		stop.Goal = bench.Goal{}
		if m := bench.Metric(word); slices.Contains(bench.Metrics, m) {
			stop.Goal = bench.Goal{Metric: m, Value: u.levels[m]}
		}
	case "level":
		if stop.Goal.Metric == "" {
			return
		}
		v, wrong, ok := level(stop.Goal.Metric, word)
		if !ok {
			d.Ask("notice", wrong)
			return
		}
		u.levels[stop.Goal.Metric], stop.Goal.Value = v, v
	default:
		return
	}
	d.Run.SetStop(stop)
}

// asked returns where to train to.
func (u *Until) asked(stop run.Stop) run.Stop {
	if stop == (run.Stop{}) {
		stop.Step = u.step
	}
	return stop
}

// level reads the value of a goal, or says what is wrong with it.
func level(m bench.Metric, text string) (v float64, wrong notice.Notice, ok bool) {
	v, wrong, ok = notice.ReadNumber(strings.TrimRight(strings.TrimSpace(text), "%％ "), false)
	switch {
	case !ok:
	case m.Rises() && (v < 0 || v > 100):
		return 0, notice.Say("until.wrongShare"), false
	case m.Rises():
		v = math.Round(1e4*v) / 1e6
	case v < 0:
		return 0, notice.Say("until.wrongCost"), false
	}
	return v, wrong, ok
}

// UntilRecord is what the form shows.
type UntilRecord struct {
	Away     bool        // never, once the engine is there
	Tip      record.Text // of the button that opens it
	Short    string      // where the run stops, in signs, "" where it does not
	Step     string      // in the field
	On       bool        // it stops there
	Goals    []panel.Choice
	Goal     string
	Level    string // in percent where Percent
	Goalless bool
	Percent  bool
	Lacking  record.Text // that the run has no such number
	Train    record.Text // what the button does
	Diverged bool
}

// Record returns an UntilRecord.
func (u *Until) Record(d *panel.Desk) any {
	stop, s := d.Run.Stop(), d.Session()
	metric := stop.Goal.Metric
	r := UntilRecord{
		Tip: record.T("until.open"), Step: strconv.Itoa(u.step), On: stop.Step > 0,
		Goals: []panel.Choice{{Name: record.T("until.none"), Chosen: metric == ""}}, Goal: string(metric),
		Goalless: metric == "", Percent: metric.Rises(),
		Train: record.T("until.train", "where", notice.Where(u.asked(stop))), Diverged: s.Diverged(),
	}
	var short []string
	if r.On {
		short = append(short, number.Count(stop.Step))
	}
	if !r.Goalless {
		r.Level = notice.Level(stop.Goal)
		short = append(short, notice.Bound(stop.Goal))
	}
	r.Short = strings.Join(short, " · ")
	if r.Short != "" {
		r.Tip = record.T("until.stops", "where", notice.Where(stop))
	}
	for _, m := range bench.Metrics {
		if !has(s, m) && m == metric {
			r.Lacking = record.T("until.lacking")
		}
		if has(s, m) || m == metric {
			r.Goals = append(r.Goals, panel.Choice{Key: string(m), Name: record.T("bench.metric." + string(m)), Chosen: m == metric})
		}
	}
	return r
}

// has reports whether a run has a number of a metric: accuracy is that of classes, and test metrics of points that are held
// back.
func has(s *session.Session, m bench.Metric) bool {
	return !(m.Rises() && s.Config().Regression()) && (s.Test().Len() > 0 || m != bench.TestCost && m != bench.TestAccuracy)
}
