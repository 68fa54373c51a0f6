package notice

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"shallows/engine/bench"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// said are the notices of what has happened, in short.
func said(t *Teller, d *panel.Desk) string {
	for _, event := range d.Run.Events() {
		t.Hear(d, event)
	}
	var list []string
	for _, effect := range d.Asked() {
		switch with := effect.With.(type) {
		case Notice:
			list = append(list, strings.TrimSpace(fmt.Sprint(with.Text.Key, " ", with.Do)))
		case Dismissal:
			list = append(list, "not "+with.Name)
		}
	}
	return strings.Join(list, ", ")
}

func TestWhatIsSaidOfARun(t *testing.T) {
	const explosion = "v=1&data=plane&act=relu&init=he&scale=1&lr=100"
	for _, test := range []struct{ link, lock, intent, want string }{
		{"v=1&steps=5", "", "set data xor", "notice.restarted"},
		{"v=1", "", "set data xor", ""},
		{"v=1&steps=5", "", "set lr 1", ""},
		{"v=1&steps=5", "", "do reset", ""},
		{"v=1&steps=5", "", "do redraw", ""},
		{explosion + "&steps=2000", "", "set data xor", ""},
		{explosion + "&steps=2000", "", "do step 1", "notice.diverged run calm"},
		{explosion + "&steps=2", "", "do step 1", "notice.diverged run calm, notice.diverged run calm"}, // it stands at step 3, as a link to that does
		{"v=1&data=bumps&act=linear&net=8,8,8,8,8,8&scale=100", "", "do calm", "notice.hopeless"},
		{explosion + "&steps=2000", "lr", "do step 1", "notice.diverged"},
	} {
		d := paneltest.Desk(test.link)
		d.Locked = strings.Fields(test.lock)
		words := strings.Fields(test.intent)
		if words[0] == "set" {
			d.Run.Set(words[1], words[2], run.Set)
		} else {
			d.Run.Do(words[1:])
		}
		if got := said(&Teller{}, d); got != test.want {
			t.Errorf("%s, %s: %q, want %q", test.link, test.intent, got, test.want)
		}
	}
}

// While the run stands diverged the notice is asked for at whatever happens, and stays; then it goes.
func TestTheNoticeOfDivergence(t *testing.T) {
	d := paneltest.Desk("v=1&data=bumps&net=16,16,16&act=relu&init=he&lr=100")
	var teller Teller
	d.Run.Do([]string{"step", "60"})
	for d.Run.State() == run.Seeking {
		d.Run.Turn(1, run.Budget)
	}
	for _, test := range []struct{ lr, want string }{
		{"", "notice.diverged run calm"},
		{"99", "notice.diverged run calm"},
		{"0.001", "not diverged"},
		{"0.01", ""},
		{"100", "notice.diverged run calm"},
	} {
		if test.lr != "" {
			d.Run.Set("lr", test.lr, run.Set)
		}
		if got := said(&teller, d); !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
			t.Errorf("lr=%s: %q, want %q", test.lr, got, test.want)
		}
	}
	if n := diverged(d); !n.Lasting {
		t.Error("it goes by itself")
	}
}

func TestALinkThatTakesLong(t *testing.T) {
	for _, test := range []struct {
		intent string
		passed time.Duration
		want   string
	}{
		{"open v=1&steps=90000", time.Second, ""},
		{"open v=1&steps=90000", 3 * time.Second, "notice.longRun run reset"},
		{"open v=1&steps=3", 3 * time.Second, ""},
		{"step 90000", 3 * time.Second, ""},
	} {
		d := paneltest.Desk("v=1")
		var teller Teller
		d.Run.Do(strings.Fields(test.intent))
		d.Run.Turn(0, 0)
		said(&teller, d)
		teller.Look(d, d.Run.Way().Began.Add(test.passed))
		if got := said(&teller, d); got != test.want {
			t.Errorf("%s after %v: %q", test.intent, test.passed, got)
		}
		teller.Look(d, d.Run.Way().Began.Add(test.passed))
		if got := said(&teller, d); got != "" {
			t.Errorf("%s: once more %q", test.intent, got)
		}
		d.Run.Pause()
		want := ""
		if test.want != "" {
			want = "not long"
		}
		if got := said(&teller, d); got != want {
			t.Errorf("%s, paused: %q", test.intent, got)
		}
	}
}

func TestWhyTrainingStopsIsSaid(t *testing.T) {
	cost := bench.Goal{Metric: bench.Cost, Value: 0.5}
	accuracy := bench.Goal{Metric: bench.Accuracy, Value: 0.9}
	for _, test := range []struct {
		link string
		why  run.Why
		stop run.Stop
		want string
	}{
		{"v=1&steps=3", run.AtStep, run.Stop{Step: 3}, "step 3"},
		{"v=1&steps=3", run.AtStep, run.Stop{Step: 3, Goal: cost}, "short 3 cost 0.692745 cost ≤ 0.5"},
		{"v=1&steps=3", run.AtGoal, run.Stop{Goal: accuracy}, "goal 3 accuracy 55% accuracy ≥ 90%"},
		{"v=1&steps=3&data=plane", run.Holds, run.Stop{Goal: accuracy}, "holds 3 accuracy – accuracy ≥ 90%"},
		{"v=1&data=xor&init=he&scale=1&steps=2000&net=8", run.AtGoal, run.Stop{Goal: accuracy}, "goal 2000 accuracy 100% accuracy ≥ 90%"},
		{"v=1&steps=3", run.Passed, run.Stop{Step: 2}, "passed 3"},
		{"v=1&steps=3", run.AtLast, run.Stop{}, "last 3"},
	} {
		d := paneltest.Desk(test.link)
		said := stopping(d, run.Stopping{Why: test.why, Stop: test.stop}).Text
		got := strings.TrimPrefix(said.Key, "until.stopped.")
		for i := 1; i < len(said.With); i += 2 {
			word := said.With[i]
			if is, ok := word.(record.Text); ok {
				word = strings.TrimPrefix(is.Key, "until.metric.") + fmt.Sprint(" ", is.With[1])
			}
			got += fmt.Sprint(" ", word)
		}
		if strings.ReplaceAll(got, ",", "") != test.want {
			t.Errorf("%s: %s, want %s", test.link, got, test.want)
		}
	}
}
