package main

import (
	"bytes"
	"strings"
	"testing"

	"shallows/engine/bench"
	"shallows/engine/dataset"
	"shallows/engine/link"
	"shallows/engine/session"
)

// Threads give the table that one gives, and each line links to its run.
func TestTheTableIsThatOfTurns(t *testing.T) {
	own := session.NewOver(link.Open("v=1&data=own").Run.Config(), dataset.AsOwn(dataset.Generate(dataset.Gauss, 20, 0, 1), dataset.Home), nil)
	for _, address := range []string{
		"v=1&n=40&test=20&bench=net~0~3~lr~0.001..100..3~seeds~3~steps~70~goal~accuracy~0.9",
		"https://playground.example/?lang=en#" + link.Fragment(own) + "&bench=opt~gd~adam~seeds~2~steps~30",
	} {
		plan, warnings, err := open(address)
		if err != nil || len(warnings) > 0 {
			t.Fatalf("%s: %v, %v", address, err, warnings)
		}
		var got, want bytes.Buffer
		ended := 0
		write(&got, train(plan, 3, func(n, _ int, _ float64) { ended = n }), false)
		b := bench.Open(plan, bench.InTurn)
		for b.Turn(1e6) {
		}
		write(&want, b, false)
		lines := strings.Split(strings.TrimSpace(got.String()), "\n")
		if got.String() != want.String() || len(lines) != ended+1 {
			t.Errorf("%s gives\n%s\nwant\n%s", address, &got, &want)
		}
		fragment := lines[len(lines)-1][strings.Index(lines[len(lines)-1], "v=1"):]
		o := link.Open(strings.TrimSuffix(fragment, `"`))
		o.Run.Step(o.Steps)
		r, _ := b.Result(len(b.Rows())-1, plan.Seeds.Len()-1)
		if m := o.Run.Metrics(); len(o.Warnings) > 0 || m.Step != r.Step || m.Cost != r.Cost || m.Accuracy != r.Accuracy {
			t.Errorf("%s leads to %+v, want %+v", fragment, m, r)
		}
	}
}

func TestWhatCannotBeRunIsSaid(t *testing.T) {
	for _, test := range []struct{ address, want string }{
		{"v=1&net=3", "there is no bench in this link: add one, such as &bench=net~1~2~3~seeds~20~steps~1000"},
		{"v=1&bench=net~1..50..50~seeds~100", "that makes 5000 runs, and 1000 are possible: have at most 20 seeds"},
		{"v=1&bench=net~1..50..50~lr~0.1..1..30", "that makes more than the 1000 rows that are possible: leave values out"},
		{"v=1&n=2000&bench=net~1..5~seeds~100~steps~100000", "that makes 100000000000 examples in updates, and 20000000000 are possible: have at most 20000 steps"},
	} {
		if _, _, err := open(test.address); err == nil || err.Error() != test.want {
			t.Errorf("%s: %v, want %s", test.address, err, test.want)
		}
	}
	if _, warnings, _ := open("v=1&lr=fast&bench=net~1~99"); strings.Join(warnings, "; ") != "lr=fast is taken as 1.2: invalid; net=99 is taken as 64: clamped" {
		t.Errorf("got %q", warnings)
	}
}
