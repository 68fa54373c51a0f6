package bench

import (
	"testing"

	"shallows/engine/page/record"
)

// What a moment of a bench costs to be told: of 100 rows, and of 100 seeds a row.
func BenchmarkRecord(b *testing.B) {
	for _, value := range []string{"lr~0.01..1..100~seeds~10~steps~51", "net~1..10~seeds~100~steps~51"} {
		b.Run(value, func(b *testing.B) {
			d, p := open("v=1&n=10&bench=" + value)
			do(d, p, "run")
			for d.Pool.Busy() {
				d.Pool.Turn(1e9)
			}
			for b.Loop() {
				b.SetBytes(int64(len(record.JSON(p.draw(d)))))
			}
		})
	}
}
