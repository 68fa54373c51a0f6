package lecture

import (
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/session"
)

// What the panels show can be had of as few points as have been drawn.
func TestFewPoints(t *testing.T) {
	for _, link := range []string{"v=1&data=own", "v=1&data=own&test=40&batch=2&act=relu&opt=adam&l2=0.1", "v=1&data=own&net=3&act=linear&out=tanh"} {
		for points := range 4 {
			c, _ := config.Decode(link)
			s := session.NewOver(c, dataset.AsOwn(dataset.Generate(dataset.Gauss, points, 0, 1), dataset.Home), nil)
			for range 2 {
				NewComparison(s).Step(2)
				for _, m := range Mistakes {
					NewExperiment(s, m).Step(2)
				}
				Collapse(s.Network())
				MovementOf(s)
				NewVectorisation(s).Stack()
				if points == 0 {
					break
				}
				if l := NewLedger(s, OwnTargets); len(l.Examples) != len(s.Ahead()) {
					t.Errorf("%s: the ledger of %d points has %d examples", link, points, len(l.Examples))
				}
				NewFullLedger(s, OwnTargets)
				Flows(s)
				ActivityOf(s, 1, 1)
				for _, checked := range NewCheck(s, NoMistake).Matrices {
					if checked.Verdict == Wrong {
						t.Errorf("%s: with %d points the gradient is wrong: %+v", link, points, checked)
					}
				}
				s.Step(3)
			}
		}
	}
}
