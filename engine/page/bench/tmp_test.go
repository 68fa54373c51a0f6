package bench

import (
	"shallows/engine/page/record"
	"testing"
)

func BenchmarkPair(b *testing.B) {
	d, p := open("v=1&n=2000&net=8,8&bench=act~tanh~relu~seeds~1~steps~1000")
	do(d, p, "pair")
	q := &p.pair
	for q.busy() {
		q.work(100)
	}
	n := 0
	for i := 0; i < b.N; i++ {
		q.Do(d, []string{"place", []string{"10", "11"}[i%2]})
		b.StopTimer()
		for q.busy() {
			q.work(100)
		}
		b.StartTimer()
		q.record = nil
		r := q.Record(d)
		n = len(record.JSON(r))
	}
	b.ReportMetric(float64(n), "bytes")
}
