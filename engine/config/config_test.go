package config

import (
	"reflect"
	"slices"
	"testing"

	"shallows/engine/dataset"
	"shallows/engine/nn"
)

// The defaults are frozen: published links depend on them.
func TestDefault(t *testing.T) {
	want := Config{
		Data: dataset.Planar, N: 400, Noise: 0.2, Factor: 0.8, Clusters: 6, Classes: 2, DataSeed: 1, Test: 0,
		Inputs: []dataset.Feature{dataset.X1, dataset.X2},
		Net:    []int{4}, Act: []nn.Activation{nn.Tanh}, Slope: 0.01, Output: nn.Sigmoid, Loss: nn.CrossEntropy,
		Init: nn.Randn, Scale: 0.01, Seed: 2,
		LearningRate: 1.2, Optimizer: nn.GradientDescent, Batch: 0, BatchSeed: 10,
	}
	if got := Default(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestSettingsComeInTheOrderOfLinks(t *testing.T) {
	want := []string{"data", "n", "noise", "factor", "clusters", "classes", "dseed", "test", "scaling", "yscaling", "in", "net", "act", "slope", "out", "loss",
		"init", "scale", "seed", "lr", "opt", "batch", "bseed", "l1", "l2", "steps"}
	var got []string
	for _, s := range Settings {
		got = append(got, s.Key)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSettingInContext(t *testing.T) {
	for _, test := range []struct {
		fragment, key string
		initial       string
		options       []string
	}{
		{"v=1", "noise", "0.2", nil},
		{"data=circle&noise=0.7", "noise", "0", nil},
		{"data=skcircles", "noise", "0.05", nil},
		{"data=skblobs", "noise", "1", nil},
		{"out=tanh", "out", "sigmoid", []string{"sigmoid", "tanh", "linear", "softmax"}},
		{"net=64,60", "out", "sigmoid", []string{"sigmoid", "tanh", "linear"}}, // a softmax would have a unit too many
		{"data=blobs", "classes", "3", nil},
		{"data=rings", "classes", "2", nil},
		{"data=blobs", "out", "softmax", []string{"softmax"}},
		{"data=blobs&classes=2", "out", "sigmoid", []string{"sigmoid", "tanh", "linear", "softmax"}},
		{"data=spiral&classes=3&out=tanh", "out", "softmax", []string{"softmax"}},
		{"data=planar&classes=5", "out", "sigmoid", []string{"sigmoid", "tanh", "linear", "softmax"}},
		{"data=blobs", "loss", "ce", []string{"ce"}},
		{"out=softmax", "loss", "ce", []string{"ce"}},
		{"data=plane&out=tanh", "out", "linear", []string{"sigmoid", "tanh", "linear"}},
		{"loss=mse", "loss", "bce", []string{"bce", "mse"}},
		{"out=tanh", "loss", "mse", []string{"mse"}},
		{"data=plane&out=sigmoid", "loss", "mse", []string{"mse"}},
		{"net=0", "net", "4", nil},
		{"in=x1", "in", "x1,x2", []string{"x1", "x2", "x1sq", "x2sq", "x1x2", "sinx1", "sinx2"}},
	} {
		c, _ := Decode(test.fragment)
		s := Lookup(test.key)
		if got := s.Default(c); got != test.initial {
			t.Errorf("%s: default %s is %q, want %q", test.fragment, test.key, got, test.initial)
		}
		if got := s.Options(c); !slices.Equal(got, test.options) {
			t.Errorf("%s: options of %s are %q, want %q", test.fragment, test.key, got, test.options)
		}
	}
}

func TestRestarts(t *testing.T) {
	for _, test := range []struct {
		from, to string
		want     bool
	}{
		{"v=1", "v=1", false},
		{"v=1", "lr=0.1&opt=adam&batch=64&bseed=3&l1=0.1&l2=0.1&steps=9", false},
		{"v=1", "seed=3", true},
		{"v=1", "net=4,4", true},
		{"net=4,4&act=tanh,relu", "net=4,4&act=relu,tanh", true},
		{"data=xor", "data=xor&noise=0.1&lr=3", true},
	} {
		from, _ := Decode(test.from)
		to, _ := Decode(test.to)
		if got := from.Restarts(to); got != test.want {
			t.Errorf("from %q to %q: got %v, want %v", test.from, test.to, got, test.want)
		}
	}
}

func TestSizes(t *testing.T) {
	for fragment, want := range map[string][]int{
		"v=1":           {2, 4, 1},
		"net=0":         {2, 1},
		"in=x1&net=3,2": {1, 3, 2, 1},
	} {
		c, _ := Decode(fragment)
		if got := c.Sizes(); !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", fragment, got, want)
		}
	}
}

func TestActivationsOfEachLayer(t *testing.T) {
	for fragment, want := range map[string][]nn.Activation{
		"net=8,8&act=relu":      {nn.ReLU, nn.ReLU},
		"net=8,8&act=relu,tanh": {nn.ReLU, nn.Tanh},
		"net=8&act=sigmoid":     {nn.Sigmoid},
		"net=0":                 {},
	} {
		c, _ := Decode(fragment)
		if got := c.Activations(); !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", fragment, got, want)
		}
	}
}
