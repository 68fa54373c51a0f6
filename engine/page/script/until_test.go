package script

import (
	"strings"
	"testing"

	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/run"
)

func TestUntil(t *testing.T) {
	const form = "until(where): an object of a step"
	for _, test := range []struct {
		link, where, problem string
		reached              bool
		at                   int
	}{
		{"v=1", `{"step":5}`, "", true, 5},
		{"v=1", `{"step":30,"cost":0.6}`, "", false, 30},
		{"v=1", `{"step":3000,"cost":0.3}`, "", true, 601},
		{"v=1&test=20", `{"testAccuracy":0.8}`, "", true, -1},
		{"v=1&steps=3", `{"cost":0.7}`, "", true, 3},
		{"v=1&steps=3", `{"step":2}`, "", true, 3},
		{"v=1", `{"testAccuracy":0.5}`, "until(where): this run has no testAccuracy", false, 0},
		{"v=1&data=plane", `{"accuracy":0.5,"step":9}`, "until(where): this run has no accuracy", false, 0},
		{"v=1", `{}`, form, false, 0},
		{"v=1", `7`, form, false, 0},
		{"v=1", ``, form, false, 0},
		{"v=1", `null`, form, false, 0},
		{"v=1", `{"luck":1}`, form, false, 0},
		{"v=1", `{"cost":"low"}`, form, false, 0},
		{"v=1", `{"cost":1,"accuracy":1}`, form, false, 0},
		{"v=1", `{"step":0}`, "until(where): step is a whole number from 1 to 2147483647", false, 0},
		{"v=1", `{"step":"5"}`, "until(where): step is a whole number", false, 0},
	} {
		d := paneltest.Desk(test.link)
		new(Benches).Do(d, []string{"until", test.where, "7"})
		var end panel.Ended
		for n := 0; n < 20000; n++ {
			for _, event := range d.Run.Events() {
				switch e := event.(type) {
				case run.Ended:
					end = panel.Ended{Ticket: e.Ticket, Reached: e.Reached}
				case run.Stopping:
					t.Errorf("%s: the reader is told %+v", test.where, e)
				}
			}
			if d.Run.State() != run.Seeking {
				break
			}
			d.Run.Turn(0, 8)
		}
		for _, effect := range d.Asked() {
			end = effect.With.(panel.Ended)
		}
		if end.Ticket != "7" || end.Reached != test.reached || !strings.HasPrefix(end.Problem, test.problem) || (end.Problem == "") != (test.problem == "") ||
			test.at >= 0 && d.Session().At() != test.at {
			t.Errorf("%s: at %d, %+v", test.where, d.Session().At(), end)
		}
	}
}
