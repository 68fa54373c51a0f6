package page

import "testing"

// benchmark measures an intent until all that comes of it is told.
func benchmark(b *testing.B, panel string, words ...string) {
	p := windowed(b, "v=1&steps=20")
	p.Do("run", "step", "20")
	p.Do("panel", panel)
	b.ReportAllocs()
	told := 0
	for b.Loop() {
		a := p.Do(words...)
		for told = len(a.JSON()); a.More; told += len(a.JSON()) {
			a = p.Work(1)
		}
	}
	b.ReportMetric(float64(told), "bytes")
}

func BenchmarkStep(b *testing.B)       { benchmark(b, "", "run", "step", "1") }
func BenchmarkStepLedger(b *testing.B) { benchmark(b, "ledger", "run", "step", "1") }
func BenchmarkSame(b *testing.B)       { benchmark(b, "", "refresh") }
func BenchmarkSameLedger(b *testing.B) { benchmark(b, "ledger", "refresh") }
