package link

import (
	"hash/crc32"
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/session"
)

// drawn returns a run over points at random places of the plane.
func drawn(t testing.TB, settings string, points int) *session.Session {
	t.Helper()
	c, warnings := config.Decode(settings)
	if len(warnings) > 0 {
		t.Fatal(warnings)
	}
	r := rand.New(rand.NewPCG(1, 2))
	var s dataset.Set
	for range points {
		x1, x2 := r.Float64()*12-6, r.Float64()*12-6
		s.Add(x1, x2, float64(r.IntN(2)))
	}
	return session.NewOver(c, dataset.AsOwn(s, dataset.Home), nil)
}

func same(a, b dataset.Points) bool {
	return a.Equal(b)
}

func add(d *dataset.Drawing) bool { return d.Add(-6, 6, 1, false) }

// A link carries own data exactly, and its run is trained anew or stands where it stood.
func TestOwnDataInALink(t *testing.T) {
	one := drawn(t, "data=own", 0)
	one.Draw(add)
	trained := drawn(t, "data=own&test=20&batch=16&opt=adam&lr=0.01", 77)
	trained.Step(40)
	changed := drawn(t, "data=own&test=20&batch=16&opt=adam&lr=0.01", 77)
	changed.Step(40)
	changed.Draw(add)
	changed.Step(3)
	empty := drawn(t, "data=own", 30)
	empty.Step(20)
	for empty.Draw(func(d *dataset.Drawing) bool { return d.Remove(0, true) }) {
	}
	for name, test := range map[string]struct {
		run   *session.Session
		steps int // that the link trains
		state bool
	}{
		"one point":             {run: one},
		"many points":           {run: drawn(t, "data=own&net=8,8", 1000)},
		"trained":               {run: trained, steps: 40},
		"changed on the way":    {run: changed, state: true},
		"emptied on the way":    {run: empty, state: true},
		"points of other times": {run: drawn(t, "data=xor&n=20", 50)},
	} {
		fragment := Fragment(test.run)
		o := Open(fragment)
		if len(o.Warnings) > 0 || o.Steps != test.steps {
			t.Errorf("%s: %s opens with %v, to be trained to %d", name, fragment, o.Warnings, o.Steps)
		}
		if got := o.Run.Own(); test.run.Config().Data == dataset.Own && !same(got, test.run.Own()) {
			t.Errorf("%s: %d points, want %d, or others", name, got.Len(), test.run.Own().Len())
		}
		if o.Run.Step(test.steps); !alike(o.Run, test.run) || o.Run.Replayable() == test.state {
			t.Errorf("%s: the run stands at %+v, want %+v; replayable is %v", name, o.Run.Metrics(), test.run.Metrics(), o.Run.Replayable())
		}
		if again := Fragment(o.Run); again != fragment {
			t.Errorf("%s: %s opens as %s", name, fragment, again)
		}
		o.Run.Step(11)
		if test.run.Step(11); !alike(o.Run, test.run) {
			t.Errorf("%s: the runs part", name)
		}
	}
}

// An empty plane needs no record.
func TestLinkToAnEmptyPlane(t *testing.T) {
	o := Open("v=1&data=own&net=3")
	if len(o.Warnings) > 0 || o.Run.Own().Len() != 0 || Fragment(o.Run) != "v=1&data=own&net=3" {
		t.Errorf("opens as %s with %d points, warnings %v", Fragment(o.Run), o.Run.Own().Len(), o.Warnings)
	}
}

// As many points as can be fit with the parameters of the largest network, if not with what an
// optimizer remembers.
func TestMostPoints(t *testing.T) {
	s := drawn(t, "data=own&net=61,61&init=xavier&opt=adam&lr=0.001", dataset.MaxOwn)
	alone := len(Fragment(s))
	s.Step(2)
	if err := s.SetBias(1, 1, 0.1); err != nil {
		t.Fatal(err)
	}
	fragment := Fragment(s)
	o := Open(fragment)
	if len(o.Warnings) > 0 || !alike(s, o.Run) || !same(o.Run.Own(), s.Own()) {
		t.Errorf("opens with %v", o.Warnings)
	}
	if alone > 31_000 || len(fragment) > 4*maxWhole/3+100 {
		t.Errorf("%d characters with the points alone, %d with the parameters", alone, len(fragment))
	}
}

func TestDamagedPoints(t *testing.T) {
	good := record{points: drawn(t, "data=own", 9).Own()}.bytes()[crc32.Size:]
	bad := func(at int, value byte) []byte {
		b := append([]byte(nil), good...)
		b[at] = value
		return b
	}
	for name, b := range map[string][]byte{
		"none":                       {holdsPoints, 0},
		"more than there are":        bad(1, 10),
		"fewer than there are":       bad(1, 8),
		"outside the plane":          bad(2, 2),
		"cut short":                  good[:len(good)-1],
		"with more behind":           append(append([]byte(nil), good...), 0),
		"more than can be":           append([]byte{holdsPoints, 0x89, 0x27}, make([]byte, 5001*7)...),
		"a count beyond measure":     {holdsPoints, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1},
		"with a state that is not":   append([]byte{holdsPoints + holdsState}, good[1:]...),
		"said to be another content": bad(0, 6),
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

// A state that cannot be leaves the points alone.
func TestDamagedStateKeepsThePoints(t *testing.T) {
	s := edited(t, Fragment(drawn(t, "data=own", 9)), 1)
	fragment := strings.Replace(Fragment(s), "v=1&", "v=1&net=5&", 1)
	if o := Open(fragment); len(o.Warnings) != 1 || o.Run.Own().Len() != 9 || o.Run.Metrics().Step != 0 {
		t.Errorf("opens with %v, %d points, at step %d", o.Warnings, o.Run.Own().Len(), o.Run.Metrics().Step)
	}
}

// The link of the guide, once published, opens the same points for good.
func TestPointsOfTheGuide(t *testing.T) {
	z := regexp.MustCompile(`(?m)^ +(#v=1&data=own.*)$`).FindStringSubmatch(readGuide(t))
	if z == nil {
		t.Fatal("the guide shows no link with points")
	}
	o := Open(z[1])
	o.Run.Step(o.Steps)
	want := dataset.AsOwn(dataset.Set{
		X: [][]float64{{-3, -2, -2.5, 2, 3, 2.5, 0.1234},
			{1, 2, -1, -1, 0.5, 2, -6}},
		Y: []float64{0, 0, 0, 1, 1, 1, 0},
	}, dataset.Home)
	if m := o.Run.Metrics(); len(o.Warnings) > 0 || !same(o.Run.Own(), want) || m.Step != 200 || math.Abs(m.Cost-0.003913) > 1e-6 {
		t.Errorf("opens with %v, %+v at %+v", o.Warnings, o.Run.Own(), m)
	}
}

// Any record of points opens a run that can be drawn on, trained and linked to.
func FuzzPoints(f *testing.F) {
	const settings = "v=1&data=own&net=2&batch=3&test=30"
	f.Add(record{points: drawn(f, "data=own", 4).Own()}.bytes()[crc32.Size:])
	f.Add([]byte{holdsPoints, 1, 1, 1, 1, 1, 1, 1, 1})
	for _, x := range [][]float64{{20000, 150000, 60000}, {1e-9, 2.5e-9, 1. / 3}} {
		f.Add(record{points: measured(f, "data=own", x, x).Own()}.bytes()[crc32.Size:])
	}
	for _, p := range []dataset.Points{flowers(5), valued(5), many(2, 6)} {
		f.Add(record{points: p}.bytes()[crc32.Size:])
	}
	state := edited(f, Fragment(drawn(f, settings, 7)), 3)
	kept := state.State()
	f.Add(record{points: state.Own(), state: &kept}.bytes()[crc32.Size:])
	f.Fuzz(func(t *testing.T, b []byte) {
		fragment := settings + "&z=" + wrapped(sealed(b))
		checkOpens(t, fragment)
		s := Open(fragment).Run
		s.Draw(add)
		s.Step(1)
		if o := Open(Fragment(s)); len(o.Warnings) > 0 || !same(o.Run.Own(), s.Own()) {
			t.Errorf("%q opens as %v, drawn on as %v", fragment, s.Own(), o.Run.Own())
		}
	})
}
