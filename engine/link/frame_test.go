package link

import (
	"bytes"
	"hash/crc32"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/session"
)

// table returns n examples of columns that decimals write, with targets by their number.
func table(columns, n int, target func(i int) float64) dataset.Points {
	s := dataset.NewSet(columns, n)
	for i := range n {
		x := make([]float64, columns)
		for j := range x {
			x[j] = float64((i*(j+3)+j)%97) / 10
		}
		s.Append(target(i), x...)
	}
	return dataset.NewPoints(s)
}

// flowers have names in many letters.
func flowers(n int) dataset.Points {
	p := table(4, n, func(i int) float64 { return float64(i % 3) })
	p.Names = dataset.Names{Inputs: []string{"sepal length", "花瓣", "", "<b>"}, Target: "species", Classes: []string{"setosa", "versicolor", "virginica"}}
	return p
}

// valued has values to predict.
func valued(n int) dataset.Points {
	p := table(1, n, func(i int) float64 { return float64(i) * 1000.5 })
	p.Values, p.Names = true, dataset.Names{Inputs: []string{"area"}, Target: "price"}
	return p
}

// many has as many classes as can be, without names.
func many(columns, n int) dataset.Points {
	return table(columns, n, func(i int) float64 { return float64(i % dataset.MaxClasses) })
}

// A link carries a table whatever its columns, its classes and its names, and the run over it.
func TestFramesInALink(t *testing.T) {
	named := table(2, 9, func(i int) float64 { return float64(i % 2) })
	named.Names.Classes = []string{"no", "yes"}
	for name, test := range map[string]struct {
		points dataset.Points
		link   string
		most   int // characters
	}{
		"flowers":               {flowers(150), "v=1&data=own&classes=3&in=x1,x2,x3,x4", 800},
		"values":                {valued(30), "v=1&data=own&classes=0&in=x1", 260},
		"ten classes":           {many(2, 40), "v=1&data=own&classes=10", 330},
		"sixteen columns":       {many(16, 20), "v=1&data=own&classes=10&in=x1,x2,x3,x4,x5,x6,x7,x8,x9,x10,x11,x12,x13,x14,x15,x16", 640},
		"two classes by name":   {named, "v=1&data=own", 150},
		"three columns":         {table(3, 10, func(i int) float64 { return float64(i % 2) }), "v=1&data=own&in=x1,x2,x3", 170},
		"fewer than have names": {func() dataset.Points { p := flowers(2); return p }(), "v=1&data=own&classes=3&in=x1,x2,x3,x4", 260},
	} {
		s := session.NewOver(config.Default().Table(test.points), test.points, nil)
		if got := s.Config().Encode(); got != test.link {
			t.Errorf("%s: %s, want %s", name, got, test.link)
		}
		for _, edit := range []bool{false, true} {
			if edit {
				s.Step(3)
				if err := s.SetBias(1, 1, 0.1); err != nil {
					t.Fatal(err)
				}
			}
			fragment, whole := Fit(s)
			if !whole || !edit && len(fragment) > test.most {
				t.Errorf("%s: %d characters", name, len(fragment))
			}
			o := Open(fragment)
			if len(o.Warnings) > 0 || !o.Run.Own().Equal(test.points) || !alike(o.Run, s) || Fragment(o.Run) != fragment {
				t.Errorf("%s: %s opens with %v as %v", name, fragment, o.Warnings, o.Run.Own())
			}
		}
		if got := Carried(Carry(test.points)); !got.Equal(test.points) {
			t.Errorf("%s: %v is carried as %v", name, test.points, got)
		}
	}
	if got := Carried(Carry(dataset.Points{})); got.Len() != 0 || Carried("1.x").Len() != 0 || Carried("").Len() != 0 {
		t.Errorf("nothing is carried as %v", got)
	}
}

// Settings of a link give way to its points, which is told, and stay where there are none.
func TestSettingsBesideAFrame(t *testing.T) {
	points := func(p dataset.Points) string {
		text, _ := record{points: p}.encode()
		return "&z=" + text
	}
	three, values := points(flowers(9)), points(valued(9))
	for _, test := range []struct {
		settings, z, want string
		told              []config.Warning
	}{
		{"v=1&data=own", three, "v=1&data=own&classes=3", nil},
		{"v=1&data=own&classes=3&in=x1,x2,x3,x4", three, "v=1&data=own&classes=3&in=x1,x2,x3,x4", nil},
		{"v=1&data=own&classes=2&in=x4,x9&out=tanh", three, "v=1&data=own&classes=3&in=x4", []config.Warning{
			{Key: "classes", Value: "2", Used: "3", Reason: config.Clamped},
			{Key: "in", Value: "x4,x9", Used: "x4", Reason: config.Invalid},
			{Key: "out", Value: "tanh", Used: "softmax", Reason: config.Invalid},
		}},
		{"v=1&data=own&classes=1&loss=mse", three, "v=1&data=own&classes=3", []config.Warning{
			{Key: "classes", Value: "1", Used: "3", Reason: config.Clamped},
			{Key: "loss", Value: "mse", Used: "ce", Reason: config.Invalid},
		}},
		{"v=1&data=own&classes=7&in=x1,x2,x1x2", three, "v=1&data=own&classes=7", []config.Warning{
			{Key: "in", Value: "x1,x2,x1x2", Used: "x1,x2", Reason: config.Invalid},
		}},
		{"v=1&data=own&classes=0", three, "v=1&data=own&classes=3", []config.Warning{{Key: "classes", Value: "0", Used: "3", Reason: config.Clamped}}},
		{"v=1&data=own&classes=5&out=softmax", values, "v=1&data=own&classes=0&in=x1", []config.Warning{
			{Key: "classes", Value: "5", Used: "0", Reason: config.Clamped},
			{Key: "out", Value: "softmax", Used: "linear", Reason: config.Invalid},
		}},
		{"v=1&data=blobs", three, "v=1&data=blobs", nil},
	} {
		o := Open(test.settings + test.z)
		if got := o.Run.Config().Encode(); got != test.want || !slices.Equal(o.Warnings, test.told) {
			t.Errorf("%s opens as %s, want %s; it warns of %+v, want %+v", test.settings, got, test.want, o.Warnings, test.told)
		}
	}
	if got := Open("v=1&data=own&classes=4&in=x1,x2,x5&z=1.none").Run.Config().Encode(); got != "v=1&data=own&classes=4" {
		t.Errorf("a damaged table opens as %s", got)
	}
}

// What is too much for a link is not in it, yet reaches workers.
func TestTooMuchForALink(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	s := dataset.NewSet(16, dataset.MaxOwn)
	for i := range dataset.MaxOwn {
		x := numbers(16, func(*rand.Rand) float64 { return r.NormFloat64() })
		s.Append(float64(i%3), x...)
	}
	p := dataset.NewPoints(s)
	run := session.NewOver(config.Default().Table(p), p, nil)
	fragment, whole := Fit(run)
	if whole || strings.Contains(fragment, "z=") || fragment != run.Config().Encode() {
		t.Errorf("%d characters, whole %v", len(fragment), whole)
	}
	if !Carried(Carry(p)).Equal(p) {
		t.Error("workers get others")
	}
}

func TestDamagedFrames(t *testing.T) {
	p := flowers(3)
	good := record{points: p}.bytes()[crc32.Size:]
	at := bytes.Index(good, []byte("\x0csepal length"))
	if good[0] != holdsFrame || good[1] != 3 || good[2] != 4 || good[3] != holdsNames || at < 3 {
		t.Fatalf("the record is laid out otherwise: %v", good)
	}
	with := func(at int, bytes ...byte) []byte {
		b := slices.Clone(good)
		copy(b[at:], bytes)
		return b
	}
	renamed := func(name string, as string) []byte {
		from := append([]byte{byte(len(name))}, name...)
		to := append([]byte{byte(len(as))}, as...)
		if len(as) > 127 {
			to = append([]byte{byte(len(as)&127 | 128), byte(len(as) >> 7)}, as...)
		}
		return bytes.Replace(good, from, to, 1)
	}
	plain := table(2, 3, func(int) float64 { return 1 })
	for name, b := range map[string][]byte{
		"none":                        with(1, 0),
		"more than there are":         with(1, 4),
		"fewer than there are":        with(1, 2),
		"no columns":                  with(2, 0),
		"too many columns":            with(2, 17),
		"columns beyond measure":      slices.Concat(good[:2], []byte{255, 255, 255, 255, 255, 255, 255, 255, 255, 1}, good[3:]),
		"what no frame says":          with(3, 4),
		"names that are not there":    append(slices.Clone(good[:at]), 0, 0, 0, 0, 0, 0),
		"a class beyond all":          with(at-1, dataset.MaxClasses),
		"a name that goes backwards":  renamed("species", "spe\u202ecies"),
		"a name that ends a line":     renamed("species", "spe\ncies"),
		"a name that is no text":      renamed("species", "spe\xffcies"),
		"a name of blanks":            renamed("species", " "),
		"a name as long as a page":    renamed("species", strings.Repeat("x", 81)),
		"a name as long as a book":    renamed("species", strings.Repeat("x", 400)),
		"a name twice":                renamed("species", "sepal length"),
		"a class twice":               renamed("versicolor", "setosa"),
		"a name beyond the end":       with(at, 255, 127),
		"cut in a name":               good[:at+5],
		"cut in the columns":          good[:9],
		"cut short":                   good[:len(good)-1],
		"cut after the head":          good[:3],
		"with more behind":            append(slices.Clone(good), 0),
		"of two kinds":                with(0, holdsFrame+holdsTable),
		"beside a state that is none": with(0, holdsFrame+holdsState),
		"what a table would be":       appendFrame([]byte{holdsFrame}, plain),
	} {
		o := Open("v=1&data=own&net=3&z=" + wrapped(sealed(b)))
		if len(o.Warnings) != 1 || o.Warnings[0] != (config.Warning{Key: "z", Reason: Damaged}) || Fragment(o.Run) != "v=1&data=own&net=3" {
			t.Errorf("%s: %v, opens as %s", name, o.Warnings, Fragment(o.Run))
		}
	}
	for _, flip := range []int{0, 7, len(good) * 4} { // the checksum tells, wherever a bit is another
		b := sealed(slices.Clone(good))
		b[crc32.Size+flip/8] ^= 1 << (flip % 8)
		if o := Open("v=1&data=own&z=" + wrapped(b)); len(o.Warnings) != 1 {
			t.Errorf("bit %s flipped: %v", strconv.Itoa(flip), o.Warnings)
		}
	}
}
