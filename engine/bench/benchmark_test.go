package bench

import (
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
)

// BenchmarkBench times ten seeds of a thousand steps each, as turns of a page, beside the same steps of runs alone.
func BenchmarkBench(b *testing.B) {
	for _, link := range []string{"v=1", "v=1&net=8,8&act=relu&init=he"} {
		c, _ := config.Decode(link)
		p := New(c, dataset.Points{})
		p.Seeds.Count = 10
		b.Run("bench/"+link, func(b *testing.B) {
			for b.Loop() {
				run(p, InTurn, 1e7)
			}
		})
		p.Goal = Goal{Metric: Accuracy, Value: 2}
		b.Run("goal/"+link, func(b *testing.B) {
			for b.Loop() {
				run(p, InTurn, 1e7)
			}
		})
		b.Run("alone/"+link, func(b *testing.B) {
			for b.Loop() {
				for k := range p.Seeds.Count {
					s := p.Run(Row{Config: c}, k)
					s.KeepNoHistory()
					s.Step(p.Steps)
				}
			}
		})
	}
}
