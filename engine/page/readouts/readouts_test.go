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
