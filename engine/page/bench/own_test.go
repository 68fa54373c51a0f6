package bench

import (
	"testing"

	"shallows/engine/dataset"
)

// own returns own data of two classes, the first point so far to the right.
func own(x float64) dataset.Points {
	return dataset.Points{Set: dataset.Set{X: [][]float64{{x, -1}, {0, 0}}, Y: []float64{1, 0}}, Extent: dataset.Home}
}

// A bench has the points that it starts from, as a link to it does, and refuses a row over others.
func TestARowOverOtherPointsIsRefused(t *testing.T) {
	d, p := open("v=1")
	d.Run.ReplacePoints(own(1))
	hear(d, p)
	do(d, p, "seeds 1", "steps 5")
	finish(t, d, p)
	d.Run.ReplacePoints(own(2))
	hear(d, p)
	do(d, p, "add")
	if p.form.problem.Key != "bench.otherPoints" || len(p.form.added) > 0 {
		t.Errorf("other points make %d rows more, and it says %s", len(p.form.added), p.form.problem.Key)
	}
	d.Run.ReplacePoints(own(1))
	d.Run.Set("lr", "0.3", "set")
	hear(d, p)
	do(d, p, "add")
	if p.form.problem.Key != "" || p.form.plan.RowCount() != 2 {
		t.Errorf("the same points make %d rows, and it says %s", p.form.plan.RowCount(), p.form.problem.Key)
	}

	d, p = open("v=1&bench=lr~1~2~seeds~1~steps~5")
	finish(t, d, p)
	d.Run.ReplacePoints(own(1))
	hear(d, p)
	do(d, p, "add")
	if ended, _ := p.bench.Progress(); p.form.problem.Key != "bench.otherPoints" || len(p.form.added) > 0 || ended != 2 {
		t.Errorf("beside other data own points make %d rows more, %d runs have ended, and it says %s", len(p.form.added), ended, p.form.problem.Key)
	}
}

// Other points drop what has come of rows over them, and of no others.
func TestOtherPointsKeepOtherRows(t *testing.T) {
	d, p := open("v=1")
	d.Run.ReplacePoints(own(1))
	hear(d, p)
	do(d, p, "vary 0 data", "values 0 own;xor", "seeds 1", "steps 5")
	finish(t, d, p)
	d.Run.ReplacePoints(own(2))
	hear(d, p)
	do(d, p, "rebase")
	_, first := p.bench.Result(0, 0)
	_, second := p.bench.Result(1, 0)
	if first || !second || p.plane(0, 0) != "" || p.plane(1, 0) == "" {
		t.Errorf("over own points it is kept: %v; over xor: %v", first, second)
	}
}
