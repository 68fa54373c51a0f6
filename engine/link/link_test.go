package link

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/session"
)

// run returns the run of a link without faults, trained so many steps.
func run(t testing.TB, fragment string, steps int) *session.Session {
	t.Helper()
	o := Open(fragment)
	if len(o.Warnings) > 0 {
		t.Fatalf("%s: %v", fragment, o.Warnings)
	}
	o.Run.Step(steps)
	return o.Run
}

// edited returns a run that its settings do not lead to.
func edited(t testing.TB, fragment string, steps int) *session.Session {
	t.Helper()
	s := run(t, fragment, steps)
	if err := s.SetBias(1, 1, 0.1); err != nil {
		t.Fatal(err)
	}
	return s
}

func alike(a, b *session.Session) bool {
	return slices.Equal(a.Network().Parameters(), b.Network().Parameters()) &&
		a.Metrics().Step == b.Metrics().Step && a.Metrics().Epoch == b.Metrics().Epoch
}

func TestSettingsNeedNoState(t *testing.T) {
	s := run(t, "v=1&net=5&lr=0.3", 20)
	if got, want := Fragment(s), "v=1&net=5&lr=0.3&steps=20"; got != want {
		t.Errorf("the link is %q, want %q", got, want)
	}
	if o := Open("#" + Fragment(s)); o.Steps != 20 || o.View != nil || len(o.Warnings) != 0 || o.Run.Metrics().Step != 0 {
		t.Errorf("the link opens as %+v", o)
	}
}

// What was done to a run by hand is in its link, and the run goes on alike at both ends.
func TestStateInALink(t *testing.T) {
	for name, s := range map[string]*session.Session{
		"a bias typed in at the start": edited(t, "v=1", 0),
		"a bias typed in on the way":   edited(t, "v=1&data=spiral&test=30&net=8,8&init=he&lr=0.03&opt=adam&batch=32", 137),
		"momentum in a broken pass":    edited(t, "v=1&data=bumps&net=6&opt=momentum&batch=7", 30),
		"rmsprop":                      edited(t, "v=1&opt=rmsprop&lr=0.01", 30),
		"another learning rate":        changed(t, "v=1", 50, config.Pair{Key: "lr", Value: "0.5"}),
		"another optimizer and batch":  changed(t, "v=1", 50, config.Pair{Key: "opt", Value: "adam"}, config.Pair{Key: "batch", Value: "33"}),
		"more steps than links count":  run(t, "v=1&n=10&net=0", 100001),
	} {
		for range 3 {
			fragment := Fragment(s)
			o := Open("#" + fragment)
			if len(o.Warnings) > 0 || o.Steps != 0 || !alike(s, o.Run) {
				t.Fatalf("%s: %s opens with %v at %+v, want %+v", name, fragment, o.Warnings, o.Run.Metrics(), s.Metrics())
			}
			if again := Fragment(o.Run); again != fragment {
				t.Errorf("%s: %s opens as %s", name, fragment, again)
			}
			s.Step(11)
			o.Run.Step(11)
			if !alike(s, o.Run) {
				t.Errorf("%s: the runs part at step %d", name, s.Metrics().Step)
			}
			s = o.Run
		}
	}
}

func changed(t testing.TB, fragment string, steps int, patch ...config.Pair) *session.Session {
	s := run(t, fragment, steps)
	c, _ := s.Config().With(patch...)
	s.Apply(c)
	s.Step(10)
	return s
}

func TestStateOfTheGuide(t *testing.T) {
	z := regexp.MustCompile(`(?m)^ +(#v=1.*&z=.*)$`).FindStringSubmatch(readGuide(t))
	if z == nil {
		t.Fatal("the guide shows no link with a state")
	}
	s := run(t, z[1], 0)
	if m, b := s.Metrics(), s.Network().B[1][0]; m.Step != 100 || b != 0.1 || math.Abs(m.Cost-0.624434) > 1e-6 {
		t.Errorf("the link of the guide opens at %+v, with the bias %v", m, b)
	}
}

// The largest networks keep their parameters, if not what the optimizer remembers.
func TestLargestState(t *testing.T) {
	for _, optimizer := range []string{"gd", "adam"} {
		s := edited(t, "v=1&n=20&net=61,61&init=xavier&lr=0.01&opt="+optimizer, 3)
		o := Open(Fragment(s))
		if len(o.Warnings) > 0 || !alike(s, o.Run) {
			t.Errorf("%s: opens with %v", optimizer, o.Warnings)
		}
		if s.Step(1); o.Run.Step(1) != 1 || (optimizer == "gd") != alike(s, o.Run) {
			t.Errorf("%s: going on alike is %v", optimizer, alike(s, o.Run))
		}
	}
}

// The steps of a link count from the start, wherever the state stands.
func TestStepsBeyondAState(t *testing.T) {
	fragment := Fragment(edited(t, "v=1", 5))
	if o := Open("steps=20&" + fragment); o.Steps != 20 || o.Run.Metrics().Step != 5 || len(o.Warnings) > 0 {
		t.Errorf("trains from %d to %d, want 5 to 20; %v", o.Run.Metrics().Step, o.Steps, o.Warnings)
	}
}

// A damaged state gives one warning, and the settings apply.
func TestDamagedState(t *testing.T) {
	good := Fragment(edited(t, "v=1&net=3", 5))
	settings, z, _ := strings.Cut(good, "&z=")
	noise := make([]byte, 40000)
	rand.NewChaCha8([32]byte{}).Read(noise)
	other := bytes.Replace([]byte(z), []byte{z[20]}, []byte{z[20] ^ 1}, 1)
	for name, z := range map[string]string{
		"empty":                     "",
		"of another version":        "2" + z[1:],
		"without a version":         z[2:],
		"of nothing":                "1.",
		"cut short":                 z[:len(z)-3],
		"with another letter":       string(other),
		"not base64":                z[:20] + "*" + z[20:],
		"text":                      "1.<script>alert(1)</script>",
		"lone surrogates":           "1.\xed\xa0\x80",
		"noise":                     "1." + base64.RawURLEncoding.EncodeToString(noise),
		"a bomb":                    wrapped(make([]byte, 32<<20)),
		"as much as may be":         wrapped(make([]byte, maxInflated)),
		"of nothing but emphasis":   strings.Repeat("_", 1000),
		"of many states":            z[:20] + strings.Repeat("&z="+z[:20], 50),
		"of nothing, well formed":   wrapped(sealed(nil)),
		"of something newer":        wrapped(sealed([]byte{4, 0, 0, 0, 0})),
		"of no parameters":          wrapped(sealed([]byte{1, 0, 0, 0, 0})),
		"of a part of a number":     wrapped(sealed([]byte{1, 0, 0, 0, 0, 7})),
		"of a count without end":    wrapped(sealed([]byte{1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255})),
		"of a count beyond measure": wrapped(sealed(binary.AppendUvarint([]byte{1}, 1<<63))),
		"of another network":        zOf(t, "v=1&net=4"),
	} {
		o := Open(settings + "&z=" + z)
		if len(o.Warnings) != 1 || o.Warnings[0] != (config.Warning{Key: "z", Reason: Damaged}) {
			t.Errorf("a state %s gives warnings %v, want one", name, o.Warnings)
		}
		if got := Fragment(o.Run); got != settings {
			t.Errorf("a state %s opens as %s, want %s", name, got, settings)
		}
	}
}

func zOf(t testing.TB, fragment string) string {
	_, z, _ := strings.Cut(Fragment(edited(t, fragment, 1)), "&z=")
	return z
}

// wrapped is the text of a record, as encode has it.
func wrapped(record []byte) string {
	return recordVersion + base64.RawURLEncoding.EncodeToString(deflate(record))
}

// sealed puts the checksum before a record.
func sealed(b []byte) []byte {
	return append(binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(b)), b...)
}

// Inflating stops at the limit, not after it.
func TestInflateStops(t *testing.T) {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestCompression)
	for range 8 {
		w.Write(make([]byte, 1<<20))
	}
	w.Close()
	if record, err := inflate(b.Bytes()); err == nil || len(record) > maxInflated+1 {
		t.Errorf("8 MiB inflate to %d bytes, error %v", len(record), err)
	}
}

// Any text opens a run that can be trained and linked to.
func FuzzOpen(f *testing.F) {
	f.Add("v=1&net=3&steps=10")
	f.Add(Fragment(edited(f, "v=1&n=20&net=2", 3)))
	f.Add("activation=tanh&networkShape=4,2&x_hide=true&seed=0.1&noise=&y=false")
	f.Fuzz(func(t *testing.T, fragment string) { checkOpens(t, fragment) })
}

// Any record opens a run that can be trained and linked to.
func FuzzRecord(f *testing.F) {
	const settings = "v=1&n=20&net=2&batch=7&opt=adam"
	state := edited(f, settings, 5).State()
	f.Add(record{state: &state}.bytes()[crc32.Size:])
	f.Add([]byte{holdsState, 1, 2, 3, 4})
	f.Fuzz(func(t *testing.T, b []byte) {
		checkOpens(t, settings+"&z="+wrapped(sealed(b)))
	})
}

func checkOpens(t *testing.T, fragment string) {
	s := Open(fragment).Run
	s.Step(2)
	s.Metrics()
	linked := Open(Fragment(s))
	linked.Run.Step(linked.Steps - linked.Run.Metrics().Step)
	if len(linked.Warnings) > 0 || !alike(s, linked.Run) {
		t.Errorf("%q opens a run whose link %q opens another, warnings %v", fragment, Fragment(s), linked.Warnings)
	}
}

func TestAStateBeyondTheLastStepIsRefused(t *testing.T) {
	run := session.New(config.Default())
	if err := run.SetBias(1, 1, 0.5); err != nil {
		t.Fatal(err)
	}
	state := run.State()
	state.Step = 3_000_000_000
	text, _ := record{state: &state}.encode()
	o := Open(run.Config().Encode() + "&z=" + text)
	if want := (config.Warning{Key: "z", Value: "2147483647", Reason: TooFar}); len(o.Warnings) != 1 || o.Warnings[0] != want {
		t.Errorf("the warnings are %v, want %v", o.Warnings, want)
	}
	if m := o.Run.Metrics(); m.Step != 0 {
		t.Errorf("the run stands at step %d", m.Step)
	}
}

// Of a link whose own points were too many for it nothing but that is told.
func TestALinkWithoutItsPoints(t *testing.T) {
	for fragment, want := range map[string]string{
		"v=1&data=own":                                       "",
		"v=1&data=own&classes=3&net=3":                       "",
		"v=1&data=own&steps=20":                              "data points",
		"v=1&data=own&in=x1,x2,x3,x4,x5&classes=3&steps=900": "data points",
		"v=1&data=own&in=x1,x2,x3&lr=fast":                   "lr invalid, data points",
		"v=1&data=own&in=x1,x2,x3&z=1.bm90":                  "in invalid, z damaged",
	} {
		var told []string
		for _, w := range Open(fragment).Warnings {
			told = append(told, w.Key+" "+string(w.Reason))
		}
		if got := strings.Join(told, ", "); got != want {
			t.Errorf("%s: %s, want %s", fragment, got, want)
		}
	}
}
