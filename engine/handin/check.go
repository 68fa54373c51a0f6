package handin

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"shallows/engine/config"
	"shallows/engine/lesson"
	"shallows/engine/link"
	"shallows/engine/number"
	"shallows/engine/session"
)

// Verdict is what replaying says of a result.
type Verdict string

// The verdicts.
const (
	Holds      Verdict = "holds"      // trained from the start as the link says, the run has the numbers and solves the task; or the answer is as told
	ByHand     Verdict = "byhand"     // so it is, but training goes on from weights that the link holds and that its settings do not lead to
	Differs    Verdict = "differs"    // a number, or whether the answer is right, is another
	Unsolved   Verdict = "unsolved"   // the run has the numbers, and does not solve the task
	Unclaimed  Verdict = "unclaimed"  // nothing is claimed; the numbers are those of the link
	Unreadable Verdict = "unreadable" // there is no link of this page
	NoLesson   Verdict = "nolesson"   // there is none of the name
	NoPage     Verdict = "nopage"     // the lesson has none of the number, or nothing is asked there
	NoAnswer   Verdict = "noanswer"   // the question has none of the letter
	TooLong    Verdict = "toolong"    // replaying would take longer than is done here
)

// Outcome is what came of a result.
type Outcome struct {
	Result
	Verdict  Verdict
	Fragment string // of the run, "" for none
	Replayed bool
	Reached  session.Metrics // what replaying came to, where Replayed
	IsRight  bool            // of an answer
}

// longest is about how many multiplications are made for a link: some ten seconds.
const longest = 4e10

// mostKnown bounds the sizes of all runs that are kept, as many students hand in the same: about 64 MB.
const mostKnown = 2_000_000

// quantum is about how many are made between two looks at the clock.
const quantum = 5e6

// Checker replays the links of results, one after the other.
type Checker struct {
	scripts  map[string]lesson.Script
	results  []Result
	outcomes []Outcome
	under    *replay            // of the next result
	known    map[string]*replay // that have ended, by their fragments
	size     int                // of all of them
}

// NewChecker returns a checker of results of lessons that do what these scripts say, by their names.
func NewChecker(scripts map[string]lesson.Script, results []Result) *Checker {
	return &Checker{scripts: scripts, results: results, known: map[string]*replay{}}
}

// Results returns how many results there are.
func (c *Checker) Results() int { return len(c.results) }

// Outcomes returns those of the results so far, in their order.
func (c *Checker) Outcomes() []Outcome { return c.outcomes }

// Busy reports whether there are results left.
func (c *Checker) Busy() bool { return len(c.outcomes) < len(c.results) }

// Work goes on for about so long.
func (c *Checker) Work(long time.Duration) {
	const most = 1e9 // multiplications, where a clock stands still
	for began, made := time.Now(), 0.; c.Busy() && made < most && time.Since(began) < long; made += quantum {
		c.turn()
	}
}

// turn makes a quantum of work.
func (c *Checker) turn() {
	r := c.results[len(c.outcomes)]
	if c.under == nil {
		o := Outcome{Result: r, Verdict: Unreadable}
		var id, page string
		o.Fragment, id, page = Fragment(r.Link)
		if r.Lesson == "" && (r.Answer != "" || !c.isElsewhere(id, page)) {
			o.Lesson, o.Page = id, page
		}
		missing := c.missing(&o)
		switch {
		case missing != "":
			o.Verdict = missing
		case o.Answer != "":
			c.answer(&o)
		}
		if missing != "" || o.Answer != "" {
			c.outcomes = append(c.outcomes, o)
			return
		}
		if c.under = c.known[o.Fragment]; c.under == nil {
			c.under = newReplay(o.Fragment)
			if c.size += c.under.size(); c.size > mostKnown {
				clear(c.known)
				c.size = c.under.size()
			}
			c.known[o.Fragment] = c.under
		}
		c.under.outcome = o
	}
	if c.under.ended() {
		c.judge(c.under)
		c.outcomes = append(c.outcomes, c.under.outcome)
		c.under = nil
	}
}

// isElsewhere reports whether a link names no lesson, or one at a page without a task: then its run claims nothing.
func (c *Checker) isElsewhere(id, page string) bool {
	s, known := c.scripts[id]
	task, _ := s.Task()
	at, err := strconv.Atoi(page)
	return id == "" || known && page != itoa(task) && (page == "" || err == nil && at >= 1 && at <= len(s.Pages))
}

// missing returns what is not there of what a result is of, "" where all is.
func (c *Checker) missing(o *Outcome) Verdict {
	s, known := c.scripts[o.Lesson]
	page, _ := s.Task()
	if o.Answer != "" {
		page, _ = s.Question()
	}
	switch {
	case o.Lesson == "" && o.Answer == "":
		return ""
	case !known:
		return NoLesson
	case page == 0 || o.Page != "" && o.Page != itoa(page):
		return NoPage
	case o.Answer != "" && choice(o.Answer) < 0:
		return NoAnswer
	}
	return ""
}

// choice returns the choice of a letter, counted from 0; -1 for none that a question has.
func choice(letter string) int {
	for i := range lesson.Choices {
		if strings.EqualFold(letter, lesson.Letter(i)) {
			return i
		}
	}
	return -1
}

// answer judges the first answer to a question, and how many it is said to have taken.
func (c *Checker) answer(o *Outcome) {
	_, right := c.scripts[o.Lesson].Question()
	o.Fragment, o.IsRight, o.Verdict = "", choice(o.Answer) == right, Holds
	tries, err := strconv.Atoi(o.Tries)
	possible := o.Tries == "" || err == nil && tries >= 1 && tries <= lesson.Choices && (tries == 1) == o.IsRight
	if !possible || o.Right != "" && strings.EqualFold(o.Right, "yes") != o.IsRight {
		o.Verdict = Differs
	}
}

// judge judges a run that was replayed.
func (c *Checker) judge(p *replay) {
	o := &p.outcome
	if o.Verdict = p.problem; p.problem != "" {
		return
	}
	m := p.metrics
	o.Replayed, o.Reached = true, m
	_, task := c.scripts[o.Lesson].Task()
	asked := o.Lesson != ""
	if p.byHand { // of which the link cannot tell
		task.Goals = slices.DeleteFunc(slices.Clone(task.Goals), func(g lesson.Condition) bool { return g.Of == "typed" })
	}
	switch {
	case o.Step != "" && o.Step != itoa(m.Step) || !agrees(o.Cost, m.Cost) || !agrees(o.Accuracy, m.Accuracy):
		o.Verdict = Differs
	case asked && !lesson.NewJudge(task).Look(p.run).Solved:
		o.Verdict = Unsolved
	case !asked && o.Step+o.Cost+o.Accuracy == "":
		o.Verdict = Unclaimed
	case p.byHand:
		o.Verdict = ByHand
	default:
		o.Verdict = Holds
	}
}

// fewest is how many digits of a number count at least.
const fewest = 3

// agrees reports whether a number is as it was claimed, to the digits that were written; what is not told claims nothing.
func agrees(claimed string, v float64) bool {
	if claimed == "" {
		return true
	}
	claimed = strings.ReplaceAll(claimed, ",", ".")
	said, err := strconv.ParseFloat(claimed, 64)
	if err != nil || math.IsNaN(v) {
		return false
	}
	mantissa, _, _ := strings.Cut(strings.ToLower(claimed), "e")
	digits := strings.TrimLeft(strings.NewReplacer(".", "", "-", "", "+", "").Replace(mantissa), "0")
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', max(fewest, len(digits))-1, 64), 64)
	return said == v || said == rounded
}

// replay is the run of a link on its way.
type replay struct {
	outcome Outcome // of the result at hand
	problem Verdict // why there is none, "" where there is
	run     *session.Session
	goal    int
	metrics session.Metrics

	// Where the link holds weights: the run of its settings alone, on its way to the step of these weights.
	plain   *session.Session
	from    int
	weights []float64
	byHand  bool
}

// newReplay opens a link.
func newReplay(fragment string) *replay {
	o := link.Open(fragment)
	if slices.ContainsFunc(o.Warnings, damaged) || o.View != nil || o.Run.Train().Len() == 0 {
		return &replay{problem: Unreadable}
	}
	// Only now, as a text that is too long to be a link is not read any further.
	if !strings.Contains(link.Undone(fragment), "v=1") {
		return &replay{problem: Unreadable}
	}
	p := &replay{run: o.Run, goal: max(o.Steps, o.Run.At())}
	work := p.goal - o.Run.At()
	if !o.Run.Replayable() {
		p.from, p.weights = o.Run.At(), slices.Clone(o.Run.Network().Parameters())
		p.plain = session.NewOver(o.Run.Config(), o.Run.Own(), nil)
		p.plain.KeepNoHistory()
		work += p.from
	}
	p.run.KeepNoHistory()
	if float64(work)*float64(o.Run.Work()) > longest {
		return &replay{problem: TooLong}
	}
	return p
}

// size is how many values its units have over all examples, which take most of the memory of a run.
func (p *replay) size() (n int) {
	if p.run == nil {
		return 0
	}
	for _, units := range p.run.Network().Sizes {
		n += units * (p.run.Train().Len() + p.run.Test().Len())
	}
	return n
}

// damaged reports whether a run is not that of its link.
func damaged(w config.Warning) bool {
	return slices.Contains([]config.Reason{link.Damaged, link.TooFar, link.Infinite, link.Pointless, config.TooLong}, w.Reason)
}

// ended makes a quantum of work, and reports whether all is done.
func (p *replay) ended() bool {
	if p.run == nil {
		return true
	}
	steps := max(1, int(quantum)/p.run.Work())
	if p.plain != nil {
		if ahead := p.from - p.plain.At(); ahead > 0 && p.plain.Step(min(ahead, steps)) > 0 {
			return false
		}
		if p.byHand = p.plain.At() != p.from || !slices.Equal(p.plain.Network().Parameters(), p.weights); !p.byHand {
			p.run = p.plain // of which is known that nothing was typed in
		}
		p.plain = nil
	}
	if ahead := p.goal - p.run.At(); ahead > 0 && p.run.Step(min(ahead, steps)) > 0 {
		return p.run.At() == p.goal && p.stand()
	}
	return p.stand()
}

func (p *replay) stand() bool {
	p.metrics = p.run.Metrics()
	return true
}

// Report returns outcomes as CSV: what was claimed gives way to what replaying came to, and the verdict is added.
func Report(outcomes []Outcome) string {
	last := len(columns) - 1 // the link, before which the verdict stands
	lines := [][]string{slices.Insert(heads(), last, "verdict")}
	for _, o := range outcomes {
		lines = append(lines, slices.Insert(o.Found().cells(), last, string(o.Verdict)))
	}
	return table(lines)
}

// Found returns the result with what is so in place of what was claimed, which is not told where nothing was found out.
func (o *Outcome) Found() Result {
	r := o.Result
	r.Right, r.Step, r.Cost, r.Accuracy = "", "", "", ""
	if o.Answer != "" && (o.Verdict == Holds || o.Verdict == Differs) {
		r.Right = yes(o.IsRight)
	}
	if o.Replayed {
		r.Step, r.Cost, r.Accuracy = itoa(o.Reached.Step), number.Exact(o.Reached.Cost), number.Exact(o.Reached.Accuracy)
	}
	return r
}

// Stop leaves it at the results that have an outcome.
func (c *Checker) Stop() { c.results, c.under = c.results[:len(c.outcomes)], nil }
