package principal

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"shallows/engine/dataset"
)

func TestComponentsEqualNumPysSVD(t *testing.T) {
	text, err := os.ReadFile("testdata/svd.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		X, Along [][]float64
		Share    []float64
	}
	if err := json.Unmarshal(text, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) != 5 {
		t.Fatalf("svd.json holds %d cases, want 5", len(cases))
	}
	for n, want := range cases {
		set := dataset.Set{X: want.X}
		got, ok := Of(set.Columns())
		if !ok || len(got.Along) != len(want.Along) {
			t.Fatalf("case %d: %d components, %v", n, len(got.Along), ok)
		}
		for k, direction := range want.Along {
			if math.Abs(got.Share[k]-want.Share[k]) > 1e-9 {
				t.Errorf("case %d: share %d is %v, want %v", n, k, got.Share[k], want.Share[k])
			}
			if want.Share[k] < 1e-12 {
				continue // a direction of no variance is any that is left
			}
			product := 0.
			for j, v := range direction {
				product += v * got.Along[k][j]
			}
			for j, v := range direction {
				if math.Abs(got.Along[k][j]-math.Copysign(1, product)*v) > 1e-9 {
					t.Errorf("case %d: direction %d is %v, want %v", n, k, got.Along[k], direction)
					break
				}
			}
		}
	}
}

// gonum finds the same by a decomposition of singular values.
func TestComponentsEqualGonums(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 1))
		n, m := 2+r.IntN(15), 40+r.IntN(300)
		set := dataset.NewSet(n, m)
		for range m {
			x, last := make([]float64, n), 0.
			for j := range x {
				last = r.NormFloat64() + 0.8*last
				x[j] = math.Pow10(j-8) * (last + float64(j))
			}
			set.Append(0, x...)
		}
		X := set.Columns()
		got, ok := Of(X)
		examples := mat.NewDense(m, n, nil)
		for i := range m {
			for j := range n {
				examples.Set(i, j, (X.Data[j*X.Stride+i]-got.Mean[j])/got.Deviation[j])
			}
		}
		var want stat.PC
		if !want.PrincipalComponents(examples, nil) || !ok {
			t.Fatalf("seed %d: no components", seed)
		}
		var directions mat.Dense
		want.VectorsTo(&directions)
		for k, v := range want.VarsTo(nil) {
			product := 0.
			for j := range n {
				product += got.Along[k][j] * directions.At(j, k)
			}
			if share := v * float64(m-1) / float64(m*n); math.Abs(got.Share[k]-share) > 1e-12 || math.Abs(math.Abs(product)-1) > 1e-9 {
				t.Errorf("seed %d: share %d is %v, want %v; the directions' product is %v", seed, k, got.Share[k], share, product)
			}
		}
	}
}

// A point of the section lies where it was taken from, and an example is off it by what the other components have.
func TestSectionOfComponents(t *testing.T) {
	set := dataset.Generate(dataset.Shell, 60, 0, 1)
	for i := range set.Y {
		set.X[0][i] = 1e6 + 1e5*set.X[0][i] + 2e4*set.X[1][i]
		set.X[2][i] *= 1e-5
	}
	c, ok := Of(set.Columns())
	if !ok {
		t.Fatal("no components")
	}
	section := c.Section()
	u, v := []float64{0, 1, -2.5, 0.25}, []float64{0, -1, 0.5, 3}
	p1, p2, off := section.Places(section.Points(u, v))
	for i := range u {
		if math.Abs(p1[i]-u[i]) > 1e-9 || math.Abs(p2[i]-v[i]) > 1e-9 || off[i] > 1e-9 {
			t.Errorf("(%v, %v) is at (%v, %v), %v off", u[i], v[i], p1[i], p2[i], off[i])
		}
	}
	p1, p2, off = section.Places(set)
	all, shown := 0., 0.
	for i := range set.Y {
		length := 0.
		for j, x := range set.X {
			length += math.Pow((x[i]-c.Mean[j])/c.Deviation[j], 2)
		}
		if got := p1[i]*p1[i] + p2[i]*p2[i] + off[i]*off[i]; math.Abs(got-length) > 1e-9*length {
			t.Errorf("example %d is %v from the mean, %v by its place", i, length, got)
		}
		all, shown = all+length, shown+p1[i]*p1[i]+p2[i]*p2[i]
	}
	if got := c.Share[0] + c.Share[1]; math.Abs(got-shown/all) > 1e-9 {
		t.Errorf("the section shows %v of the variance, the shares say %v", shown/all, got)
	}
}

func TestNoComponents(t *testing.T) {
	for _, X := range [][][]float64{nil, {{1, 2, 3}}, {{1}, {2}}, {{1, 1, 1}, {2, 2, 2}}} {
		set := dataset.Set{X: X}
		if c, ok := Of(set.Columns()); ok {
			t.Errorf("%v has the components %+v", X, c)
		}
	}
	// With fewer examples than coordinates there are as many components as examples.
	few := blas64.General{Rows: 3, Cols: 2, Stride: 2, Data: []float64{1, 2, 5, 3, 0, 4}}
	if c, ok := Of(few); !ok || len(c.Along) < 2 || slices.Max(c.Along[0]) <= 0 {
		t.Errorf("%+v, %v", c, ok)
	}
}
