package config

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"shallows/engine/dataset"
	"shallows/engine/nn"
)

// Any text decodes to a valid experiment, whose fragment decodes to the same.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"", "#v=1&data=spiral&net=8,8&act=relu&lr=0.03", "v=2&n=1e9&n=2&x", "net=64,64,64,64,64,64&act=relu,tanh",
		"in=x2,x1,x1&data=bumps&loss=bce&out=sigmoid", "lr=1e-5&l1=-0&l2=NaN&scale=1e999", "%6e=%&steps=%31%",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, fragment string) {
		c, _ := Decode(fragment)
		checkValid(t, c)
		encoded := c.Encode()
		if strings.Trim(encoded, "abcdefghijklmnopqrstuvwxyz0123456789-.,=&") != "" {
			t.Errorf("%q needs escaping", encoded)
		}
		again, warnings := Decode(encoded)
		if !reflect.DeepEqual(c, again) || warnings != nil {
			t.Errorf("%q decodes to %+v, its encoding %q to %+v, warnings %q", fragment, c, encoded, again, warnings)
		}
	})
}

// Every valid experiment survives its link.
func FuzzEncode(f *testing.F) {
	f.Add(uint64(0), 0.2, 0.01, 1.2, 0.0, 0.0)
	f.Add(uint64(math.MaxUint64), 1.0, 5e-324, 100.0, 0.1+0.2, 1e-5)
	f.Add(uint64(50), 0.1, 0.2, 8.4, 74.0, 0.0) // iris, which has three classes and no fewer
	f.Add(uint64(0x123456789abcdef), 1e-7, 99.99999999999999, 1.0/3, 10.0, 2.0)
	f.Fuzz(func(t *testing.T, bits uint64, noise, scale, lr, l1, l2 float64) {
		c := anyConfig(bits, noise, scale, lr, l1, l2)
		checkValid(t, c)
		got, warnings := Decode(c.Encode())
		if !reflect.DeepEqual(got, c) || warnings != nil {
			t.Errorf("%+v becomes %q, then %+v, warnings %q", c, c.Encode(), got, warnings)
		}
	})
}

// anyConfig makes a valid experiment of arbitrary numbers.
func anyConfig(bits uint64, noise, scale, lr, l1, l2 float64) Config {
	next := func(n int) int { // uses up some of bits
		v := bits % uint64(n)
		bits = bits/uint64(n) + v*0x9e3779b97f4a7c15
		return int(v)
	}
	within := func(v, limit float64) float64 {
		if v = math.Mod(math.Abs(v), limit); math.IsNaN(v) {
			return limit
		}
		return v
	}
	c := Config{
		Data:         dataset.Kinds[next(len(dataset.Kinds))],
		N:            10 + next(1991),
		Noise:        within(noise, 1),
		Factor:       within(l1, 0.99),
		Clusters:     1 + next(20),
		Classes:      2,
		DataSeed:     uint32(bits),
		Test:         next(91),
		YScaling:     dataset.Scalings[next(2)],
		Slope:        within(l2, 1),
		Output:       []nn.Activation{nn.Sigmoid, nn.Tanh, nn.Linear}[next(3)],
		Loss:         nn.MeanSquaredError,
		Init:         nn.Inits[next(len(nn.Inits))],
		Scale:        within(scale, 100),
		Seed:         uint32(bits >> 7),
		LearningRate: within(lr, 100),
		Optimizer:    nn.Optimizers[next(len(nn.Optimizers))],
		Batch:        next(2001),
		BatchSeed:    uint32(bits >> 13),
		L1:           within(l1, 10),
		L2:           within(l2, 10),
		Steps:        next(100001),
	}
	if !c.Regression() && c.Output == nn.Sigmoid && next(2) == 0 {
		c.Loss = nn.CrossEntropy
	}
	if least, most := c.Data.LeastClasses(), c.Data.MaxClasses(); most > 2 {
		c.Classes = least + next(most-least+1)
	}
	if c.Classes > 2 || !c.Regression() && next(4) == 0 {
		c.Output, c.Loss = nn.Softmax, nn.LogLoss
	}
	for _, feature := range dataset.FeaturesOf(c.Data.Columns()) {
		if next(2) == 0 {
			c.Inputs = append(c.Inputs, feature)
		}
	}
	if c.Inputs == nil {
		c.Inputs = []dataset.Feature{dataset.X2}
	}
	for range next(7) {
		c.Net = append(c.Net, 1+next(27)) // six layers of 27 stay below the limit
	}
	for range max(len(c.Net), 1) {
		c.Act = append(c.Act, nn.Activations[next(len(nn.Activations))])
	}
	if len(slices.Compact(slices.Clone(c.Act))) == 1 {
		c.Act = c.Act[:1]
	}
	return c
}

// checkValid holds the limits once more, apart from the table.
func checkValid(t *testing.T, c Config) {
	t.Helper()
	within := func(name string, v, low, high float64) {
		if !(low <= v && v <= high) || v == 0 && math.Signbit(v) {
			t.Errorf("%s is %v, want %v..%v", name, v, low, high)
		}
	}
	within("n", float64(c.N), 10, 2000)
	within("noise", c.Noise, 0, 1)
	within("factor", c.Factor, 0, 0.99)
	within("clusters", float64(c.Clusters), 1, 20)
	within("classes", float64(c.Classes), 2, 10)
	if (c.Output == nn.Softmax) != (c.Loss == nn.LogLoss) || c.ClassCount() > 2 && c.Output != nn.Softmax {
		t.Errorf("%d classes by %v and %v", c.ClassCount(), c.Output, c.Loss)
	}
	within("test", float64(c.Test), 0, 90)
	within("slope", c.Slope, 0, 1)
	within("scale", c.Scale, 0, 100)
	within("lr", c.LearningRate, 0, 100)
	within("batch", float64(c.Batch), 0, 2000)
	within("l1", c.L1, 0, 10)
	within("l2", c.L2, 0, 10)
	within("steps", float64(c.Steps), 0, 100000)
	within("hidden layers", float64(len(c.Net)), 0, 6)
	parameters, from := 0, len(c.Inputs)
	for _, size := range append(slices.Clone(c.Net), 1) {
		within("layer size", float64(size), 1, 64)
		parameters += size * (from + 1)
		from = size
	}
	within("parameters", float64(parameters), 2, 4096)

	if len(c.Inputs) == 0 || !slices.IsSorted(c.Inputs) || len(slices.Compact(slices.Clone(c.Inputs))) < len(c.Inputs) {
		t.Errorf("inputs are %v", c.Inputs)
	}
	alike := len(slices.Compact(slices.Clone(c.Act))) == 1
	if len(c.Act) != 1 && (alike || len(c.Act) != len(c.Net)) {
		t.Errorf("activations are %v for layers %v", c.Act, c.Net)
	}
	if c.Output != nn.Sigmoid && c.Output != nn.Tanh && c.Output != nn.Linear && c.Output != nn.Softmax {
		t.Errorf("output is %v", c.Output)
	}
	if c.Loss == nn.CrossEntropy && (c.Output != nn.Sigmoid || c.Regression()) {
		t.Errorf("loss is %v with output %v of %v", c.Loss, c.Output, c.Data)
	}
}
