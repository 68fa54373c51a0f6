package transport

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/page/notice"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// flat is a text with those in it, by their keys.
func flat(t record.Text) string {
	words := []string{t.Key}
	for i := 1; i < len(t.With); i += 2 {
		if inner, ok := t.With[i].(record.Text); ok {
			words = append(words, flat(inner))
		} else {
			words = append(words, fmt.Sprint(t.With[i]))
		}
	}
	return strings.Join(words, " ")
}

func TestWhereTrainingIsToStop(t *testing.T) {
	const first = "500"
	for _, test := range []struct{ link, intents, stop, step, short, train, said string }{
		{"v=1", "", "0 ", first, "", "until.step 500", ""},
		{"v=1", "on true", "500 ", first, "500", "until.step 500", ""},
		{"v=1", "on true; on false", "0 ", first, "", "until.step 500", ""},
		{"v=1", "step 1,200", "1200 ", "1200", "1,200", "until.step 1,200", ""},
		{"v=1", "step １０００; on false", "0 ", "1000", "", "until.step 1,000", ""},
		{"v=1", "step 0", "0 ", first, "", "until.step 500", "until.wrongStep 2,147,483,647"},
		{"v=1", "step 9999999999", "0 ", first, "", "until.step 500", "until.wrongStep 2,147,483,647"},
		{"v=1", "step soon", "0 ", first, "", "until.step 500", "notice.number soon"},
		{"v=1", "step 2.5", "0 ", first, "", "until.step 500", "notice.whole 2.5"},
		{"v=1", "step ", "0 ", first, "", "until.step 500", "notice.empty"},
		{"v=1", "goal cost", "0 cost 0.3", first, "≤ 0.3", "until.goal until.metric.cost ≤ 0.3", ""},
		{"v=1", "goal cost; level 0,25", "0 cost 0.25", first, "≤ 0.25", "until.goal until.metric.cost ≤ 0.25", ""},
		{"v=1", "goal cost; level -1", "0 cost 0.3", first, "≤ 0.3", "until.goal until.metric.cost ≤ 0.3", "until.wrongCost"},
		{"v=1", "goal accuracy; level 88.25 %", "0 accuracy 0.8825", first, "≥ 88.25%", "until.goal until.metric.accuracy ≥ 88.25%", ""},
		{"v=1", "goal accuracy; level 101", "0 accuracy 0.9", first, "≥ 90%", "until.goal until.metric.accuracy ≥ 90%", "until.wrongShare"},
		{"v=1", "goal accuracy; level much", "0 accuracy 0.9", first, "≥ 90%", "until.goal until.metric.accuracy ≥ 90%", "notice.number much"},
		{"v=1", "goal accuracy; level 80; goal cost; goal accuracy", "0 accuracy 0.8", first, "≥ 80%", "until.goal until.metric.accuracy ≥ 80%", ""},
		{"v=1", "on true; goal accuracy", "500 accuracy 0.9", first, "500 · ≥ 90%", "until.both 500 until.metric.accuracy ≥ 90%", ""},
		{"v=1", "goal accuracy; goal ", "0 ", first, "", "until.step 500", ""},
		{"v=1", "goal luck", "0 ", first, "", "until.step 500", ""},
		{"v=1", "level 0.5", "0 ", first, "", "until.step 500", ""},
		{"v=1", "dance; dance now", "0 ", first, "", "until.step 500", ""},
		{"v=1", "goal testcost; train", "0 testcost 0.3", first, "≤ 0.3", "until.goal until.metric.testcost ≤ 0.3", "until.lacking"},
	} {
		d := paneltest.Desk(test.link)
		u := NewUntil()
		for _, intent := range strings.Split(test.intents, "; ") {
			verb, word, more := strings.Cut(intent, " ")
			if words := []string{verb, word}; more {
				u.Do(d, words)
			} else {
				u.Do(d, words[:1])
			}
		}
		u.Do(d, nil)
		r := u.Record(d).(UntilRecord)
		stop, said := fmt.Sprint(d.Run.Stop().Step, " "), ""
		if g := d.Run.Stop().Goal; g.Metric != "" {
			stop += fmt.Sprint(string(g.Metric), " ", g.Value)
		}
		for _, effect := range d.Asked() {
			said += flat(effect.With.(notice.Notice).Text)
		}
		train, _ := r.Train.Get("where").(record.Text)
		if stop != test.stop || r.Step != test.step || r.Short != test.short || flat(train) != test.train || said != test.said {
			t.Errorf("%s: %q %q %q %q %q", test.intents, stop, r.Step, r.Short, flat(train), said)
		}
		if r.On != (d.Run.Stop().Step > 0) || (r.Tip.Key == "until.open") != (r.Short == "") {
			t.Errorf("%s: %+v", test.intents, r)
		}
	}
}

func TestWhichGoalsThereAre(t *testing.T) {
	for _, test := range []struct{ link, goal, want string }{
		{"v=1", "", " cost accuracy "},
		{"v=1&test=20", "", " cost accuracy testcost testaccuracy "},
		{"v=1&data=plane", "", " cost "},
		{"v=1&data=plane", "accuracy", " cost accuracy lacking"},
	} {
		d := paneltest.Desk(test.link)
		u := NewUntil()
		u.Do(d, []string{"goal", test.goal})
		r := u.Record(d).(UntilRecord)
		got := ""
		for _, choice := range r.Goals {
			got += choice.Key + " "
			if choice.Chosen != (choice.Key == test.goal) {
				t.Errorf("%s: %q is chosen: %v", test.link, choice.Key, choice.Chosen)
			}
		}
		if r.Lacking.Key != "" {
			got += "lacking"
		}
		if got != test.want {
			t.Errorf("%s: %q", test.link, got)
		}
	}
}

func TestTheButtonsSayWhereItStops(t *testing.T) {
	d := paneltest.Desk("v=1")
	u := NewUntil()
	u.Do(d, []string{"goal", "cost"})
	if r := (Buttons{}).Record(d).(ButtonsRecord); flat(r.Play) != "until.play until.goal until.metric.cost ≤ 0.3" {
		t.Errorf("the play button says %s", flat(r.Play))
	}
	u.Do(d, []string{"train"})
	if r := (Progress{}).Record(d).(ProgressRecord); !r.Endless || flat(r.Text) != "until.seeking until.goal until.metric.cost ≤ 0.3 0" {
		t.Errorf("its progress is %s", record.JSON(r))
	}
	u.Do(d, []string{"step", "700"})
	u.Do(d, []string{"train"})
	if r := (Progress{}).Record(d).(ProgressRecord); r.Endless || r.All != 700 || flat(r.Text) != "seeking.text 0 700" {
		t.Errorf("its progress is %s", record.JSON(r))
	}
	if d.Run.Way().Stop.Step != 700 || d.Run.State() != run.Seeking {
		t.Error("it does not train")
	}
}
