package bench

import (
	"os"
	"testing"
)

// What a command prints and a page shows are the same bits: this test is run on this machine and as WebAssembly.
func TestTheSameBitsEverywhere(t *testing.T) {
	const link = "v=1&n=60&test=20&noise=0.3&net=3&bench=act~tanh~sigmoid~relu~leaky~swish~linear~opt~gd~adam~seeds~3~both~steps~120~goal~accuracy~0.7~" +
		"row~net~4,3~batch~16~row~data~skcircles~row~data~bumps~row~loss~mse~lr~100~out~linear~net~0"
	got := written(run(plan(t, link), InTurn, 1e8))
	if os.Getenv("WRITE") != "" {
		os.WriteFile("testdata/bits.csv", []byte(got), 0o644)
	}
	want, err := os.ReadFile("testdata/bits.csv")
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
