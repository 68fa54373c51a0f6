package lecture

import (
	"math"
	"reflect"
	"testing"

	"shallows/engine/config"
	"shallows/engine/session"
)

func TestTheRightHalfOfAnExperimentIsTheRun(t *testing.T) {
	for _, link := range []string{"v=1", "batch=64&opt=adam&lr=0.01"} {
		c, _ := config.Decode(link)
		run := session.New(c)
		run.Step(90)
		for _, m := range Mistakes {
			e := NewExperiment(session.New(c), m)
			for range 3 {
				e.Step(30)
			}
			if !reflect.DeepEqual(e.Right.Network().Parameters(), run.Network().Parameters()) {
				t.Errorf("%v: the right run of %s is another", m, link)
			}
			if same := reflect.DeepEqual(e.Wrong.Network().Parameters(), run.Network().Parameters()); same != (m == NoMistake) {
				t.Errorf("%v in %s makes no difference", m, link)
			}
			if e.Wrong.Initial()[0] != run.Initial()[0] {
				t.Errorf("%v: the runs of %s start apart", m, link)
			}
		}
	}
}

func TestAMistakeCostsWhatTheCurvesShow(t *testing.T) {
	c, _ := config.Decode("data=gauss&net=0&lr=100&loss=mse&out=linear&init=randn&noise=0.5")
	e := NewExperiment(session.New(c), DropMean)
	if done := e.Step(1000); done != 1000 && !e.Right.Metrics().Diverged {
		t.Errorf("the right run made %d updates", done)
	}
	if m := e.Wrong.Metrics(); !m.Diverged || math.IsNaN(m.Cost) || math.IsInf(m.Cost, 0) {
		t.Errorf("the wrong run stands at %+v", m)
	}
	c, _ = config.Decode("v=1")
	e = NewExperiment(session.New(c), DropDerivative)
	e.Step(1000)
	right, wrong := e.Right.Metrics(), e.Wrong.Metrics()
	if right.Step != 1000 || wrong.Step != 1000 || wrong.Cost < right.Cost+0.01 {
		t.Errorf("right %+v, wrong %+v", right, wrong)
	}
	if len(e.Wrong.History()) > 1024 {
		t.Errorf("%d records", len(e.Wrong.History()))
	}
}
