package session

import (
	"testing"

	"shallows/engine/config"
)

// BenchmarkStep times one update of runs a lecture meets, the default first.
func BenchmarkStep(b *testing.B) {
	for _, link := range []string{
		"v=1",
		"v=1&net=0",
		"v=1&net=8,8&act=relu&init=he",
		"v=1&net=8,8&act=relu&init=he&opt=adam&lr=0.01&batch=32",
		"v=1&net=32,32&init=xavier&lr=0.1",
	} {
		b.Run(link, func(b *testing.B) {
			c, warnings := config.Decode(link)
			if len(warnings) > 0 {
				b.Fatal(warnings)
			}
			s := New(c)
			b.ReportAllocs()
			for b.Loop() {
				s.Step(1)
			}
		})
	}
}
