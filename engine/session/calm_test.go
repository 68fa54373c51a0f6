package session

import (
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
)

func TestCalmTrains(t *testing.T) {
	for _, test := range []struct {
		link string
		want float64 // 0 for any
	}{
		{"data=plane&lr=10", 1},
		{"data=bumps&net=8", 0.3},
		{"data=plane&net=16,16,16&act=relu&init=he", 0.003},
		{"data=bumps&net=8,8&act=linear&init=he&in=x1,x2,x1sq,x2sq,x1x2", 0},
		{"data=plane&net=0&opt=momentum&lr=0.3", 0},
		{"out=linear&lr=100&scale=1", 0},
		{"act=linear&scale=100&lr=100&net=8,8,8", 0},
	} {
		s := open(t, test.link)
		before := s.Config()
		s.Step(300)
		calmed, c := s.Calm(), s.Config()
		rate := c.LearningRate
		if !calmed || rate >= before.LearningRate || test.want != 0 && rate != test.want {
			t.Errorf("%s: %v, the rate is %v, want %v", test.link, calmed, rate, test.want)
		}
		if c.LearningRate = before.LearningRate; c.Encode() != before.Encode() {
			t.Errorf("%s: another setting changed: %s", test.link, c.Encode())
		}
		m := s.Metrics()
		if m.Step != 0 || m.Diverged || !s.Replayable() {
			t.Errorf("%s: the run did not start over: %+v", test.link, m)
		}
		if s.Step(200); s.Metrics().Diverged || !(s.Metrics().Cost <= m.Cost) {
			t.Errorf("%s: by %v the cost goes from %v to %v", test.link, rate, m.Cost, s.Metrics().Cost)
		}
	}
}

func TestChoosingDataByHand(t *testing.T) {
	for _, test := range []struct {
		link string
		data dataset.Kind
		want float64
	}{
		{"", dataset.Plane, 0.03},
		{"net=8", dataset.Bumps, 0.03},
		{"lr=0.01", dataset.Bumps, 0.01},
		{"", dataset.Moons, 1.2},
		{"lr=0.5", dataset.Moons, 0.5},
		{"", dataset.Iris, 0.1},
		{"data=iris&lr=0.1", dataset.Moons, 1.2},
		{"data=iris&lr=0.1", dataset.Own, 0.1},
		{"data=plane&lr=0.03", dataset.Iris, 0.1},
		{"data=plane&lr=0.03", dataset.Circle, 1.2},
		{"data=plane&lr=0.2", dataset.Circle, 0.2},
		{"data=plane&lr=0.2", dataset.Plane, 0.2},
		{"data=plane&lr=0.03", dataset.Bumps, 0.03},
		{"net=8,8&act=linear&init=he&in=x1,x2,x1sq,x2sq,x1x2", dataset.Plane, 0.0003},
	} {
		s := open(t, test.link)
		restarted := s.Choose(test.data)
		if c := s.Config(); c.Data != test.data || c.LearningRate != test.want || restarted != (test.link != "data=plane&lr=0.2" || test.data != dataset.Plane) {
			t.Errorf("%q, %v: %v by %v, restarted %v, want %v", test.link, test.data, c.Data, c.LearningRate, restarted, test.want)
		}
	}
}

// Where no rate helps the run is left as it is.
func TestWhereNoRateHelps(t *testing.T) {
	s := open(t, "data=bumps&act=linear&net=8,8,8,8,8,8&scale=100&lr=100")
	s.Step(1)
	before := s.Config().Encode()
	if s.Calm() || s.Config().Encode() != before || !s.Diverged() {
		t.Errorf("it stands as %s", s.Config().Encode())
	}
}

// By the rates that come with the sets a network of the usual kinds trains.
func TestDataChosenByHandTrain(t *testing.T) {
	for _, data := range []dataset.Kind{dataset.Plane, dataset.Bumps, dataset.Iris} {
		for _, network := range []string{"", "net=8", "net=8,8&init=he", "net=8&act=relu&init=he", "net=0&init=xavier", "net=4&act=sigmoid"} {
			s := open(t, network)
			s.Choose(data)
			before := s.Metrics().Cost
			if s.Step(500); s.Metrics().Diverged || s.Metrics().Cost > before {
				t.Errorf("%v, %q: the cost goes from %v to %v", data, network, before, s.Metrics().Cost)
			}
		}
	}
}

// Links and scripts that choose data keep the rate, as published links do.
func TestSettingDataKeepsTheRate(t *testing.T) {
	c, _ := config.Default().With(config.Pair{Key: "data", Value: "plane"})
	if c.LearningRate != 1.2 {
		t.Errorf("the rate is %v", c.LearningRate)
	}
}
