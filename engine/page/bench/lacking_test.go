package bench

import (
	"strings"
	"testing"
)

// Where runs have no number for the goal the table says so, and counts none as not reached.
func TestAGoalThatRunsCannotHave(t *testing.T) {
	for _, test := range []struct{ link, says string }{
		{"v=1&bench=seeds~2~steps~5~goal~testcost~0.3", "bench.lacking bench.metric.testcost 1 1"},
		{"v=1&bench=test~0~50~seeds~2~steps~5~goal~testcost~0.3", "bench.lacking bench.metric.testcost 1 2"},
		{"v=1&bench=data~plane~xor~seeds~2~steps~5~goal~accuracy~0.3", "bench.lacking bench.metric.accuracy 1 2"},
		{"v=1&data=own&bench=seeds~2~steps~5~goal~cost~0.3", "bench.pointless"},
		{"v=1&bench=seeds~2~steps~5~goal~accuracy~0.3", ""},
		{"v=1&data=own&bench=data~own~xor~seeds~2~steps~5~goal~cost~0.3", "bench.pointless"},
	} {
		d, p := open(test.link)
		finish(t, d, p)
		r, says := p.draw(d), ""
		for _, problem := range r.Form.Problems {
			says += said(problem.Text)
		}
		if says != test.says {
			t.Errorf("%s says %s", test.link, says)
		}
		share := ""
		for _, cell := range r.Table.Rows[0].Cells {
			if c, ok := cell.(Spread); ok && c.Key == "share" {
				share = said(c.Text)
			}
		}
		if (share == "–") != (test.says != "") {
			t.Errorf("%s: the goal is reached %s", test.link, share)
		}
	}
}

// A setting that varies is a column, though it has one value.
func TestOneValueIsAColumn(t *testing.T) {
	d, p := open("v=1&lr=1.2&bench=lr~0.1~seeds~2~steps~5")
	if table := p.draw(d).Table; table.Columns[1].Key != "lr" || said(table.Rows[0].Cells[1].(Setting).Text) != "0.1" {
		t.Errorf("the columns are %v", table.Columns)
	}
}

// Rows that blow up come last, whichever way the others are sorted, and are not the worst.
func TestDivergedRowsComeLast(t *testing.T) {
	d, p := open("v=1&data=bumps&out=linear&bench=lr~100~0.1~0.01~seeds~1~steps~200")
	finish(t, d, p)
	for _, want := range []string{"0.1 0.01 100", "0.01 0.1 100"} {
		do(d, p, "sort cost")
		if got := order(d, p); got != want {
			t.Errorf("sorted it is %s, want %s", got, want)
		}
	}
	if got := said(p.picture()[0].Label); !strings.HasSuffix(got, "setting.lr 0.01") {
		t.Errorf("the picture shows %s", got)
	}
}

// What seeds draw is not offered to vary; a link that has it opens with a sentence.
func TestSeedsAreWhatSeedsDraw(t *testing.T) {
	for _, test := range []struct {
		link            string
		seed, data, say bool
	}{
		{"v=1&bench=seeds~2", false, true, false},
		{"v=1&bench=seeds~2~points", true, false, false},
		{"v=1&bench=seeds~1~both", true, false, false},
		{"v=1&bench=seeds~1", true, true, false},
		{"v=1&bench=seed~1~2~seeds~2", true, true, true},
		{"v=1&bench=seed~1~2~seeds~1", true, true, false},
	} {
		d, p := open(test.link)
		form, offered := p.draw(d).Form, map[string]bool{}
		for _, s := range form.Axes[0].Settings {
			offered[s.Key] = true
		}
		if offered["seed"] != test.seed || offered["dseed"] != test.data || len(form.Problems) > 0 != test.say {
			t.Errorf("%s offers %v, and says %v", test.link, offered, form.Problems)
		}
	}
}

// Rows have the weights of their seeds, whatever was typed into the run on the page.
func TestTypedWeightsAreNotTaken(t *testing.T) {
	d, p := open("v=1")
	d.Session().SetBias(1, 1, 3)
	for range 2 {
		if do(d, p, "add"); p.form.problem.Key != "bench.typed" {
			t.Errorf("it says %s", p.form.problem.Key)
		}
		d.Run.Set("lr", "0.3", "set")
		d.Session().SetBias(1, 1, 3)
		hear(d, p)
	}
}
