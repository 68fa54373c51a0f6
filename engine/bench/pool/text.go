package pool

import (
	"strconv"
	"strings"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/link"
)

// What an order asks for, its first word; the second is the number of a task. To train, there follow the plan's steps
// and goal and, for own data, these; then a line for each run: its row, the number of its seed and its
// settings.
const (
	training = "train"
	pausing  = "pause"
	resuming = "resume"
	dropping = "drop"
)

// none stands where an order has nothing.
const none = "-"

func about(what string, t *Task) string { return what + " " + strconv.Itoa(t.number) }

// order returns the order to train runs of a task.
func order(t *Task, runs []run) string {
	p := t.Bench.Plan()
	metric, stop, points := string(p.Goal.Metric), none, none
	if metric == "" {
		metric = none
	}
	if p.Goal.Stop {
		stop = "stop"
	}
	lines := []string{""}
	for _, r := range runs {
		c := p.Seeds.In(t.Bench.Rows()[r.row].Config, r.seed)
		if c.Data == dataset.Own && points == none {
			points = link.Carry(p.Points)
		}
		lines = append(lines, strings.Join([]string{strconv.Itoa(r.row), strconv.Itoa(r.seed), c.Encode()}, " "))
	}
	lines[0] = strings.Join([]string{about(training, t), strconv.Itoa(p.Steps), metric, strconv.FormatFloat(p.Goal.Value, 'g', -1, 64), stop, points}, " ")
	return strings.Join(lines, "\n")
}

// read reads an order, as order and about have written it.
func read(text string) (what string, task int, jobs []*job) {
	lines := strings.Split(text, "\n")
	head := fields{words: strings.Fields(lines[0])}
	what, task = head.word(), head.integer()
	if what != training {
		return what, task, nil
	}
	var p bench.Plan
	p.Steps = head.integer()
	p.Goal = bench.Goal{Metric: bench.Metric(head.word()), Value: head.number(), Stop: head.word() == "stop"}
	if p.Goal.Metric == none {
		p.Goal = bench.Goal{}
	}
	if points := head.word(); points != none {
		p.Points = link.Carried(points)
	}
	p.Seeds = bench.Seeds{Of: bench.Weights, Count: 1}
	for _, line := range lines[1:] {
		f := fields{words: strings.Fields(line)}
		j := &job{task: task, row: f.integer(), seed: f.integer()}
		c, _ := config.Decode(f.word())
		j.start = func(s *bench.Spares) *bench.Job { return p.Start([]bench.Row{{Config: c}}, 0, 0, s) }
		jobs = append(jobs, j)
	}
	return what, task, jobs
}

// Report tells of a run.
type Report struct {
	Row, Seed int // its row, and the number of its seed
	At        int // the step that it stands at; Result is of the last one looked at
	Ended     bool
	bench.Result
	Parameters []float64 // as it stands, for [bench.Stand]
}

// reportOf tells of a job of a bench.
func reportOf(j *bench.Job) Report {
	parameters := j.Session().Network().Parameters()
	return Report{j.Row, j.Seed, j.Session().At(), j.Done(), j.Result(), append([]float64(nil), parameters...)}
}

// told is a report of a run of a task.
type told struct {
	task int
	Report
}

// appendReport appends a report as a line: numbers in as many digits as they need to be read as themselves.
func appendReport(b []byte, task int, r Report) []byte {
	integer := func(n int) { b = append(strconv.AppendInt(b, int64(n), 10), ' ') }
	number := func(v float64) { b = append(strconv.AppendFloat(b, v, 'g', -1, 64), ' ') }
	flag := func(yes bool) {
		n := 0
		if yes {
			n = 1
		}
		integer(n)
	}
	integer(task)
	integer(r.Row)
	integer(r.Seed)
	integer(r.At)
	flag(r.Ended)
	integer(r.Step)
	integer(r.Epoch)
	for _, v := range []float64{r.Cost, r.TestCost, r.Accuracy, r.TestAccuracy} {
		number(v)
	}
	flag(r.Diverged)
	integer(r.Reached)
	for _, list := range [][]float64{r.Curve, r.Parameters} {
		integer(len(list))
		for _, v := range list {
			number(v)
		}
	}
	return append(b, '\n')
}

// parse reads reports. Lines of another form are left out.
func parse(text string) (list []told) {
	for line := range strings.Lines(text) {
		f := fields{words: strings.Fields(line)}
		r := told{task: f.integer()}
		r.Row, r.Seed, r.At, r.Ended = f.integer(), f.integer(), f.integer(), f.integer() == 1
		r.Step, r.Epoch = f.integer(), f.integer()
		for _, v := range []*float64{&r.Cost, &r.TestCost, &r.Accuracy, &r.TestAccuracy} {
			*v = f.number()
		}
		r.Diverged, r.Reached = f.integer() == 1, f.integer()
		r.Curve, r.Parameters = f.list(), f.list()
		if !f.wrong && len(f.words) == 0 {
			list = append(list, r)
		}
	}
	return list
}

// fields are the words of a line that is being read.
type fields struct {
	words []string
	wrong bool // a word was missing, or none of what was asked for
}

func (f *fields) word() string {
	if len(f.words) == 0 {
		f.wrong = true
		return ""
	}
	first := f.words[0]
	f.words = f.words[1:]
	return first
}

func (f *fields) integer() int {
	n, err := strconv.Atoi(f.word())
	f.wrong = f.wrong || err != nil
	return n
}

func (f *fields) number() float64 {
	v, err := strconv.ParseFloat(f.word(), 64)
	f.wrong = f.wrong || err != nil
	return v
}

func (f *fields) list() []float64 {
	n := f.integer()
	if n < 0 || n > len(f.words) {
		f.wrong = true
		return nil
	}
	list := make([]float64, n)
	for i := range list {
		list[i] = f.number()
	}
	return list
}
