package config

import "testing"

func TestSlider(t *testing.T) {
	log, line := Slider{Log, 1e-3, 100}, Slider{Linear, 0, 1}
	for _, test := range []struct {
		of       Slider
		kind     Kind
		position int
		want     string
	}{
		{log, Number, 0, "0.001"},
		{log, Number, 1, "0.0011"},
		{log, Number, 20, "0.01"},
		{log, Number, 100, "100"},
		{line, Number, 7, "0.07"},
		{line, Number, 30, "0.3"},
		{Slider{Linear, 10, 2000}, Integer, 390, "400"},
	} {
		if got := test.of.Value(test.kind, test.position); got != test.want {
			t.Errorf("%v at %d is %s, want %s", test.of, test.position, got, test.want)
		}
		if got := test.of.Position(test.kind, parse(test.want)); got != test.position {
			t.Errorf("%s lies at %d of %v, want %d", test.want, got, test.of, test.position)
		}
	}
	for v, want := range map[float64]int{0: 0, 1e-9: 0, 1e9: 100} {
		if got := log.Position(Number, v); got != want {
			t.Errorf("%g lies at %d, want %d", v, got, want)
		}
	}
}

func TestIdle(t *testing.T) {
	for _, test := range []struct {
		link, key string
		want      bool
	}{
		{"v=1", "slope", true}, {"v=1&act=leaky", "slope", false},
		{"v=1", "scale", false}, {"v=1&init=he", "scale", true},
		{"v=1", "bseed", true}, {"v=1&batch=10", "bseed", false},
		{"v=1", "n", false}, {"v=1&data=own", "n", true}, {"v=1&data=own", "noise", true}, {"v=1&data=own", "dseed", false},
		{"v=1", "act", false}, {"v=1&net=0", "act", true},
		{"v=1&data=blobs", "classes", false}, {"v=1&data=moons&classes=4", "classes", true}, {"v=1&data=moons&clusters=7", "clusters", true},
		{"v=1", "lr", false},
	} {
		c, _ := Decode(test.link)
		if c.Encode() != test.link { // of data that have a use for it, an idle setting is there again
			t.Errorf("%s is written %s", test.link, c.Encode())
		}
		if got := Lookup(test.key).Idle(c); got != test.want {
			t.Errorf("%s of %s is idle: %v", test.key, test.link, got)
		}
	}
}
