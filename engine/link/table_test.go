package link

import (
	"hash/crc32"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/session"
)

// measured returns a run over points in units of their own.
func measured(t testing.TB, settings string, x1, x2 []float64) *session.Session {
	t.Helper()
	c, warnings := config.Decode(settings)
	if len(warnings) > 0 {
		t.Fatal(warnings)
	}
	y := make([]float64, len(x1))
	for i := range y {
		y[i] = float64(i % 2)
	}
	return session.NewOver(c, dataset.NewPoints(dataset.Set{X: [][]float64{x1, x2}, Y: y}), nil)
}

func numbers(n int, f func(*rand.Rand) float64) (x []float64) {
	r := rand.New(rand.NewPCG(3, 4))
	for range n {
		x = append(x, f(r))
	}
	return x
}

// A link carries a file's numbers to the last bit, whatever their size, and what shows them.
func TestMeasuredDataInALink(t *testing.T) {
	salaries := numbers(100, func(r *rand.Rand) float64 { return math.Round(20000 + 130000*r.Float64()) })
	ages := numbers(100, func(r *rand.Rand) float64 { return math.Round(18 + 50*r.Float64()) })
	for name, test := range map[string]struct {
		x1, x2 []float64
		most   int // characters
	}{
		"salaries and ages":     {salaries, ages, 800},
		"iris":                  {numbers(150, func(r *rand.Rand) float64 { return math.Round(10+60*r.Float64()) / 10 }), numbers(150, func(r *rand.Rand) float64 { return math.Round(1+24*r.Float64()) / 10 }), 700},
		"small":                 {[]float64{0.0001234, 0.00025, 0.0003}, []float64{1e-9, 2.5e-9, 1.25e-9}, 170},
		"large":                 {[]float64{1e9, 2e9, 1.5e9}, []float64{1e15, -1e15, 3}, 170},
		"all digits":            {numbers(20, (*rand.Rand).Float64), numbers(20, func(r *rand.Rand) float64 { return r.NormFloat64() * 1e20 }), 550},
		"as large and as small": {[]float64{dataset.Largest, -dataset.Largest, 0}, []float64{dataset.Smallest, -dataset.Smallest, 0}, 170},
		"thirds in the plane":   {[]float64{1. / 3, -5, 5}, []float64{-5, 5, 0}, 170},
		"a place of a drawing":  {[]float64{-0.5, 0.5, 0.1}, []float64{0.5, -0.5, 0.1}, 170},
	} {
		for _, settings := range []string{"data=own&net=2", "data=own&scaling=standard&net=2&test=30"} {
			s := measured(t, settings, test.x1, test.x2)
			fragment := Fragment(s)
			if len(fragment) > test.most {
				t.Errorf("%s: %d characters", name, len(fragment))
			}
			o := Open(fragment)
			if len(o.Warnings) > 0 || !same(o.Run.Own(), s.Own()) || o.Run.Extent() != s.Extent() {
				t.Fatalf("%s: opens with %v as %v", name, o.Warnings, o.Run.Own())
			}
			if again := Fragment(o.Run); again != fragment {
				t.Errorf("%s: %s opens as %s", name, fragment, again)
			}
			s.Step(3)
			if err := s.SetBias(1, 1, 0.1); err != nil {
				t.Fatal(err)
			}
			if o := Open(Fragment(s)); len(o.Warnings) > 0 || !alike(o.Run, s) || !same(o.Run.Own(), s.Own()) {
				t.Errorf("%s: with its state it opens with %v", name, o.Warnings)
			}
		}
	}
}

// As many points as can be fit with all their digits, beside the largest network.
func TestMostMeasuredPoints(t *testing.T) {
	s := measured(t, "data=own&net=61,61&init=xavier&opt=adam&lr=0.001",
		numbers(dataset.MaxOwn, (*rand.Rand).NormFloat64), numbers(dataset.MaxOwn, (*rand.Rand).ExpFloat64))
	alone := Fragment(s)
	s.Step(2)
	if err := s.SetBias(1, 1, 0.1); err != nil {
		t.Fatal(err)
	}
	for _, fragment := range []string{alone, Fragment(s)} {
		if o := Open(fragment); len(o.Warnings) > 0 || !same(o.Run.Own(), s.Own()) {
			t.Errorf("%d characters open with %v", len(fragment), o.Warnings)
		}
	}
	if len(alone) > 97_000 {
		t.Errorf("%d characters with the points alone", len(alone))
	}
}

// Points drawn in Home are written as ever, whether they were drawn or opened.
func TestDrawnPointsAreWrittenAsEver(t *testing.T) {
	s := drawn(t, "data=own", 30)
	opened := session.NewOver(s.Config(), dataset.NewPoints(s.Own().Set), nil)
	if Fragment(opened) != Fragment(s) || (record{points: s.Own()}).bytes()[crc32.Size] != holdsPoints {
		t.Errorf("%s, opened from a file %s", Fragment(s), Fragment(opened))
	}
}

func TestDamagedTables(t *testing.T) {
	points := func(x1, x2 []float64) []byte {
		return record{points: measured(t, "data=own", x1, x2).Own()}.bytes()[crc32.Size:]
	}
	good := points([]float64{100, 200}, []float64{1e30, 1. / 3})
	const x1 = 2 + 4*8 // where the column of x1 begins; then the decimals, 100 and 200, two bytes each
	const x2 = x1 + 5
	with := func(at int, bytes ...byte) []byte {
		b := slices.Clone(good)
		copy(b[at:], bytes)
		return b
	}
	float := func(v float64) []byte { return appendFloats(nil, []float64{v}) }
	if good[0] != holdsTable || good[x1] != 0 || good[x2] != notDecimal {
		t.Fatalf("the record is laid out otherwise: %v", good)
	}
	for name, b := range map[string][]byte{
		"none":                           with(1, 0),
		"more than there are":            with(1, 9),
		"fewer than there are":           with(1, 1),
		"an extent without an end":       with(2, float(math.NaN())...),
		"an extent to infinity":          with(2+8, float(math.Inf(1))...),
		"an extent the wrong way":        with(2, float(1e9)...),
		"an extent of no length":         with(2, append(float(100), float(100)...)...),
		"outside the extent":             with(2, float(150)...),
		"more decimals than can be":      with(x1, maxDecimals+1),
		"numbers of some other kind":     with(x1, notDecimal-1),
		"a number beyond all":            with(x1+1, 255, 255, 255, 255),
		"not a number":                   append(slices.Concat(good[:x2+1], slices.Repeat([]byte{255}, 16)), good[len(good)-1]),
		"cut in the column":              good[:x1+2],
		"cut in the extent":              good[:2+20],
		"cut short":                      good[:len(good)-1],
		"with more behind":               append(slices.Clone(good), 0),
		"drawn and measured in one":      with(0, holdsTable+holdsPoints),
		"beside a state that is not":     with(0, holdsTable+holdsState),
		"a count beyond measure":         {holdsTable, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1},
		"as many as no one has promised": append([]byte{holdsTable, 0x88, 0x27}, make([]byte, 32)...),
	} {
		o := Open("v=1&data=own&net=3&z=" + wrapped(sealed(b)))
		if len(o.Warnings) != 1 || o.Warnings[0] != (config.Warning{Key: "z", Reason: Damaged}) {
			t.Errorf("points %s give warnings %v, want one", name, o.Warnings)
		}
		if got := Fragment(o.Run); got != "v=1&data=own&net=3" {
			t.Errorf("points %s open as %s", name, got)
		}
	}
}
