package readouts

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/page/panel/paneltest"
)

func TestNumbersOfARun(t *testing.T) {
	for _, test := range []struct{ link, intent, want, summary string }{
		{"v=1", "", "0 0 0.693048 . 59.8%", ""},
		{"v=1", "step 1", "1 1 0.692981 . 58.0%", "summary.classes [step 1 cost 0.692981 accuracy 58.0%]"},
		{"v=1", "step 5", "0 0 0.693048 . 59.8%", ""},
		{"v=1", "reset", "0 0 0.693048 . 59.8%", "summary.classes [step 0 cost 0.693048 accuracy 59.8%]"},
		{"v=1&data=plane&net=0", "redraw", "0 0 0.099277 . .", "summary.regression [step 0 cost 0.099277]"},
		{"v=1", "calm", "0 0 0.693048 . 59.8%", "summary.classes [step 0 cost 0.693048 accuracy 59.8%]"},
		{"v=1&data=own", "reset", "0 0 – . .", ""},
		{"v=1&test=50", "", "0 0 0.693087 0.693009 57.5%", ""},
	} {
		d := paneltest.Desk(test.link)
		p := New()
		p.Record(d)
		d.Run.Do(strings.Fields(test.intent))
		r := p.Record(d).(Record)
		got := fmt.Sprintf("%d %d %s %s %s", r.Step, r.Epoch, r.Cost, or(r.TestCost), or(r.Accuracy))
		if got != test.want || r.NoTest != (r.TestCost == "") || r.NoAccuracy != (r.Accuracy == "") {
			t.Errorf("%s, %s: %s, want %s", test.link, test.intent, got, test.want)
		}
		summary := ""
		if r.Summary.Key != "" {
			summary = fmt.Sprint(r.Summary.Key, " ", r.Summary.With)
		}
		if summary != test.summary {
			t.Errorf("%s, %s: it is summed up as %q, want %q", test.link, test.intent, summary, test.summary)
		}
	}
}

func or(text string) string {
	if text == "" {
		return "."
	}
	return text
}

func TestTheRateIsToldWhileItPlays(t *testing.T) {
	for _, test := range []struct{ speed, want string }{{"one", "1"}, {"slow", "10"}, {"normal", "600"}, {"fast", "3,000"}} {
		d := paneltest.Desk("v=1&n=10&net=1&steps=5000")
		p := New()
		d.Run.SetSpeed(test.speed)
		d.Run.Play()
		if r := p.Record(d).(Record); r.Rate.Key != "" {
			t.Errorf("%s: before it is known it is %v", test.speed, r.Rate)
		}
		for range 150 {
			d.Run.Turn(1.0/60, 1e6)
		}
		if r := p.Record(d).(Record); r.Rate.Key != "readout.rate" || r.Rate.Get("rate") != test.want {
			t.Errorf("%s: it is %v, want %s", test.speed, r.Rate, test.want)
		}
		d.Run.Pause()
		if r := p.Record(d).(Record); r.Rate.Key != "" {
			t.Errorf("%s: paused it is %v", test.speed, r.Rate)
		}
	}
	for rate, want := range map[float64]int{0.4: 0, 1.04: 1, 97.4: 97, 99.6: 100, 123: 120, 3041: 3000, 12_512: 13_000} {
		if got := rounded(rate); got != want {
			t.Errorf("%g is told as %d", rate, got)
		}
	}
}
