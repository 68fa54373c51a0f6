package bench

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
)

func TestAResultReadsBackAsItself(t *testing.T) {
	p := New(config.Default(), dataset.Points{})
	p.Steps = 100
	p.Goal = Goal{Metric: Cost, Value: 0.5}
	j := p.Start(p.Rows(), 0, 0)
	for !j.Done() {
		j.Turn(quantum)
	}
	for _, test := range []func(*Result){
		func(*Result) {},
		func(r *Result) { r.Diverged, r.Cost, r.Reached = true, math.MaxFloat64, 0 },
		func(r *Result) { r.Cost, r.TestCost, r.Curve = math.Inf(1), math.NaN(), r.Curve[:1] },
	} {
		r := j.Result()
		test(&r)
		back, ok := p.ReadResult(r.Text())
		if !ok || fmt.Sprint(back) != fmt.Sprint(r) {
			t.Errorf("%v reads back as %v, %v", r, back, ok)
		}
	}
	good := j.Result().Text()
	for _, bad := range []string{"", "5", good + " 1", "x" + good, strings.Replace(good, "100", "101", 1), strings.Replace(good, " false", " no", 1), good[:len(good)-1] + "z"} {
		if r, ok := p.ReadResult(bad); ok {
			t.Errorf("%q is read as %v", bad, r)
		}
	}
}
