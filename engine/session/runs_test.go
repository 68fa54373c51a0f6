package session

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shallows/engine/config"
)

// oracleRun is one run of the NumPy program: its settings, where it looked and what it saw.
type oracleRun struct {
	Config struct {
		Name   string
		Net    []int
		Act    codes
		Init   string
		Scale  *float64
		LR     *float64
		Opt    string
		Out    string
		Loss   string
		Batch  int
		L1, L2 float64
	}
	W0   [][][]float64
	Cost map[string]float64
	W    [][][]float64
	B    [][]float64
}

// codes is one code or a list of them.
type codes []string

func (c *codes) UnmarshalJSON(text []byte) error {
	var one string
	if json.Unmarshal(text, &one) == nil {
		*c = codes{one}
		return nil
	}
	return json.Unmarshal(text, (*[]string)(c))
}

// link returns the run as a link of the playground, whose defaults are the oracle's.
func (r oracleRun) link() string {
	c := r.Config
	number := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	var net []string
	for _, n := range c.Net {
		net = append(net, strconv.Itoa(n))
	}
	link := []string{"v=1"}
	add := func(key, value string) {
		if value != "" {
			link = append(link, key+"="+value)
		}
	}
	if len(net) == 0 {
		net = []string{"0"}
	}
	add("net", strings.Join(net, ","))
	add("act", strings.Join(c.Act, ","))
	add("out", c.Out)
	add("loss", c.Loss)
	add("init", c.Init)
	if c.Scale != nil {
		add("scale", number(*c.Scale))
	}
	if c.LR != nil {
		add("lr", number(*c.LR))
	}
	add("opt", c.Opt)
	add("batch", strconv.Itoa(c.Batch))
	add("l1", number(c.L1))
	add("l2", number(c.L2))
	return strings.Join(link, "&")
}

func TestRunsEqualNumPy(t *testing.T) {
	text, err := os.ReadFile("testdata/runs.json")
	if err != nil {
		t.Fatal(err)
	}
	var runs []oracleRun
	if err := json.Unmarshal(text, &runs); err != nil {
		t.Fatal(err)
	}
	if len(runs) != 21 {
		t.Fatalf("runs.json holds %d runs, want 21", len(runs))
	}
	for _, run := range runs {
		t.Run(run.Config.Name, func(t *testing.T) {
			c, warnings := config.Decode(run.link())
			if len(warnings) != 0 {
				t.Fatalf("%s: %v", run.link(), warnings)
			}
			s := New(c)
			for l, W := range run.W0 {
				if got := s.Network().W[l+1].Data; !slices.Equal(got, slices.Concat(W...)) {
					t.Errorf("first W[%d] = %v, want %v", l+1, got, W)
				}
			}
			worst := 0.0
			for _, step := range stepsOf(run) {
				s.Step(step - s.step)
				want := run.Cost[strconv.Itoa(step)]
				worst = max(worst, relative(s.Metrics().Cost, want))
				t.Log(step, relative(s.Metrics().Cost, want))
			}
			for l, W := range run.W {
				for i, w := range slices.Concat(W...) {
					worst = max(worst, relative(s.Network().W[l+1].Data[i], w))
				}
				for i, b := range run.B[l] {
					worst = max(worst, relative(s.Network().B[l+1][i], b))
				}
			}
			t.Log("worst", worst)
		})
	}
}

func stepsOf(run oracleRun) (steps []int) {
	for text := range run.Cost {
		step, _ := strconv.Atoi(text)
		steps = append(steps, step)
	}
	slices.Sort(steps)
	return steps
}

func relative(got, want float64) float64 {
	if got == want { return 0 }
	return math.Abs(got-want) / math.Abs(want)
}
