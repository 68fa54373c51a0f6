package lecture

import (
	"slices"
	"testing"
)

func TestUnit(t *testing.T) {
	s := run(t, "v=1&n=10&net=1&init=constant&scale=0.5")
	for _, test := range []struct {
		layer, unit, example int
		want                 []string
	}{
		{0, 2, 10, []string{"x_2(10) = 2.750"}},
		{1, 1, 10, []string{
			"z_1[1](10) = w_11[1] x_1(10) + w_12[1] x_2(10) + b_1[1] = 0.5·0.5105 + 0.5·2.750 + 0 = 1.630",
			"a_1[1](10) = tanh(z_1[1](10)) = tanh(1.630) = 0.9261",
		}},
		{2, 1, 10, []string{
			"z_1[2](10) = w_11[2] a_1[1](10) + b_1[2] = 0.5·0.9261 + 0 = 0.4630",
			"a_1[2](10) = sigmoid(z_1[2](10)) = sigmoid(0.4630) = 0.6137",
		}},
		{1, 2, 10, nil},
		{3, 1, 10, nil},
		{-1, 1, 10, nil},
		{1, 1, 0, nil},
		{1, 1, 11, nil},
	} {
		var got []string
		for _, e := range Unit(s, test.layer, test.unit, test.example) {
			got = append(got, text(e))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("unit %d of layer %d, example %d:\n got %q\nwant %q", test.unit, test.layer, test.example, got, test.want)
		}
	}
}

// A long sum shows how it begins and how it ends.
func TestUnitOfManyInputs(t *testing.T) {
	s := run(t, "v=1&n=10&net=9&init=zeros")
	want := "z_1[2](1) = w_11[2] a_1[1](1) + w_12[2] a_2[1](1) + w_13[2] a_3[1](1) + … + w_19[2] a_9[1](1) + b_1[2] = " +
		"0·0 + 0·0 + 0·0 + … + 0·0 + 0 = 0"
	if got := text(Unit(s, 2, 1, 1)[0]); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// What is not quite 1 does not look so, nor does what follows from it.
func TestValuesAtTheBoundsOfAnActivation(t *testing.T) {
	for _, test := range []struct {
		link string
		bias float64
		want []string
	}{
		{"v=1&n=10&net=1&init=zeros&loss=mse", -7.996, []string{
			"a_1[1](1) = tanh(z_1[1](1)) = tanh(-7.996) = -0.9999998",
			"dz_1[1](1) = da_1[1](1) (1 - a_1[1](1)^2) = 0 (1 - (-0.9999998)^2) = 0",
		}},
		{"v=1&n=10&net=1&init=zeros&loss=mse", -30, []string{
			"a_1[1](1) = tanh(z_1[1](1)) = tanh(-30) ≈ -1.000",
			"dz_1[1](1) = da_1[1](1) (1 - a_1[1](1)^2) = 0 (1 - (-1.000)^2) ≈ 0.000",
		}},
		{"v=1&n=10&net=1&init=zeros&loss=mse&act=sigmoid", 40, []string{
			"a_1[1](1) = sigmoid(z_1[1](1)) = sigmoid(40) ≈ 1.000",
			"dz_1[1](1) = da_1[1](1) a_1[1](1) (1 - a_1[1](1)) = 0 1.000 (1 - 1.000) ≈ 0.000",
		}},
		{"v=1&n=10&net=1&init=zeros&loss=mse&act=relu", 1, []string{
			"a_1[1](1) = relu(z_1[1](1)) = relu(1) = 1",
			"dz_1[1](1) = da_1[1](1) relu'(z_1[1](1)) = 0 relu'(1) = 0",
		}},
	} {
		s := run(t, test.link)
		if err := s.SetBias(1, 1, test.bias); err != nil {
			t.Fatal(err)
		}
		l := NewFullLedger(s, OwnTargets)
		for i, name := range []string{A, DZ} {
			if got := text(l.Cell(Symbol{Name: name, Layer: 1, Row: 1, Example: 1})); got != test.want[i] {
				t.Errorf("bias %v: %s\nwant %s", test.bias, got, test.want[i])
			}
		}
	}
}
