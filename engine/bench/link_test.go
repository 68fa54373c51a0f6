package bench

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/link"
)

func plan(t *testing.T, fragment string) Plan {
	t.Helper()
	p, warnings := decode(fragment)
	if len(warnings) > 0 {
		t.Fatalf("%s: %v", fragment, warnings)
	}
	return p
}

func decode(fragment string) (Plan, []config.Warning) {
	rest, text, _ := Cut(fragment)
	c, warnings := config.Decode(rest)
	p, more := Decode(c, dataset.Points{}, text)
	return p, append(warnings, more...)
}

func TestAxes(t *testing.T) {
	for _, test := range []struct{ text, values string }{
		{"net=1;2;3;4;5;20;50", "1 2 3 4 5 20 50"},
		{"net=1..5", "1 2 3 4 5"},
		{"net=4,2;0;8", "4,2 0 8"},
		{"net=1..64", "1 9 17 25 32 40 48 56 64"},
		{"net=1..64..4..log", "1 4 16 64"},
		{"lr=0.001..10", "0.001 0.003162 0.01 0.03162 0.1 0.3162 1 3.162 10"},
		{"lr=0.001..10..5", "0.001 0.01 0.1 1 10"},
		{"lr=10..0.1..3", "10 1 0.1"},
		{"lr=0;0.01..1..3", "0 0.01 0.1 1"},
		{"lr=0..1..3", "0 0.5 1"},
		{"lr=0.1..1..4..lin", "0.1 0.4 0.7 1"},
		{"noise=0..0.5..6", "0 0.1 0.2 0.3 0.4 0.5"},
		{"seed=1000000..1000003", "1000000 1000001 1000002 1000003"},
		{"act=tanh;relu", "tanh relu"},
		{"in=x1;x2,x1;x1,x2", "x1 x1,x2"},
		{"lr=1.0;1;2", "1 2"},
	} {
		a, warnings := ParseAxis(config.Default(), test.text)
		if got := strings.Join(a.Values, " "); got != test.values {
			t.Errorf("%s has %s, want %s, with %v", test.text, got, test.values, warnings)
		}
		if again, _ := ParseAxis(config.Default(), a.Text()); !reflect.DeepEqual(again, a) {
			t.Errorf("%s is written %s, which has %s", test.text, a.Text(), again.Values)
		}
	}
}

func TestWhatCannotVary(t *testing.T) {
	for _, test := range []struct{ text, values, reasons string }{
		{"", "[]", "unknown"},
		{"steps=1..5", "[]", "unknown"},
		{"width=1", "[]", "unknown"},
		{"lr=", "[]", "leftout"},
		{"lr=fast;1", "[1]", "leftout"},
		{"lr=1..", "[]", "leftout"},
		{"lr=1..2..3..4..5", "[]", "leftout"},
		{"lr=1..2..1", "[]", "leftout"},
		{"lr=0..1..5..log", "[]", "leftout"},
		{"lr=0..1e400", "[]", "leftout"},
		{"act=tanh..relu", "[]", "leftout"},
		{"net=1..2.5", "[]", "leftout"},
		{"net=99", "[64]", "clamped"},
		{"lr=1;1000", "[1 100]", "clamped"},
		{"lr=100;1000", "[100]", "clamped same"},
		{"lr=1;2;1.0", "[1 2]", "same"},
		{"lr=0.1;0.1..1..2;1", "[0.1 1]", "same same"},
		{"net=1..3..9", "[1 2 3]", ""},
	} {
		a, warnings := ParseAxis(config.Default(), test.text)
		var reasons []string
		for _, w := range warnings {
			reasons = append(reasons, string(w.Reason))
		}
		if fmt.Sprint(a.Values) != test.values || strings.Join(reasons, " ") != test.reasons {
			t.Errorf("%s has %v, %v, want %s, %s", test.text, a.Values, warnings, test.values, test.reasons)
		}
	}
}

func TestLinks(t *testing.T) {
	for _, test := range []struct{ bench, want string }{
		{"", "seeds~5~steps~1000"},
		{"net~1~2~3", "net~1~2~3~seeds~5~steps~1000"},
		{"seeds~20~steps~50~lr~0.001..10~goal~accuracy~0.9", "lr~0.001..10~seeds~20~steps~50~goal~accuracy~0.9"},
		{"lr~0.1~net~4,2~8~seeds~3~5~9~points~goal~cost~.3~stop", "lr~0.1~net~4,2~8~seeds~3~5~9~points~steps~1000~goal~cost~0.3~stop"},
		{"row~row~lr~0.3~net~0~row~opt~adam", "seeds~5~steps~1000~row~row~net~0~lr~0.3~row~opt~adam"},
		{"row~data~circle~noise~0.2", "seeds~5~steps~1000~row~data~circle~noise~0.2"},
	} {
		p := plan(t, "v=1&bench="+test.bench)
		if got := p.Encode(); got != test.want {
			t.Errorf("%s becomes %s, want %s", test.bench, got, test.want)
		}
		if again := plan(t, "v=1&bench="+p.Encode()); !reflect.DeepEqual(again, p) {
			t.Errorf("%s opens as %+v, want %+v", test.want, again, p)
		}
	}
}

func TestWhatALinkCannotHaveIsLeftOut(t *testing.T) {
	for _, test := range []struct{ bench, want, reasons string }{
		{"row~data~own", "seeds~5~steps~1000", "notown"},
		{"data~own~xor", "data~xor~seeds~5~steps~1000", "notown"},
		{"width~3", "seeds~5~steps~1000", "unknown"},
		{"net~1~2~lr~1~opt~adam", "net~1~2~lr~1~seeds~5~steps~1000", "third"},
		{"net~1~net~2", "net~1~seeds~5~steps~1000", "again"},
		{"seeds~0~steps~many", "seeds~1~steps~1000", "clamped invalid"},
		{"seeds~500~steps~1000000", "seeds~100~steps~100000", "clamped clamped"},
		{"seeds~1~1~x", "seeds~5~steps~1000", "same leftout invalid"},
		{"goal~speed~3", "seeds~5~steps~1000", "leftout"},
		{"goal~accuracy", "seeds~5~steps~1000", "leftout"},
		{"goal~cost~1e999~stop", "seeds~5~steps~1000", "leftout"},
		{"goal~cost~-0.1", "seeds~5~steps~1000", "leftout"},
		{"goal~testaccuracy~1.01~stop", "seeds~5~steps~1000", "leftout"},
		{"goal~accuracy~1", "seeds~5~steps~1000~goal~accuracy~1", ""},
		{"row~lr~fast~net~3", "seeds~5~steps~1000~row~net~3", "invalid"},
	} {
		p, warnings := decode("v=1&bench=" + test.bench)
		var reasons []string
		for _, w := range warnings {
			reasons = append(reasons, string(w.Reason))
		}
		if got := p.Encode(); got != test.want || strings.Join(reasons, " ") != test.reasons {
			t.Errorf("%s becomes %s, %v, want %s, %s", test.bench, got, reasons, test.want, test.reasons)
		}
	}
}

// A bench that starts from other settings than those of its link says how these differ; several in a link are told.
func TestABenchBesideARun(t *testing.T) {
	for _, test := range []struct{ run, base, bench, want string }{
		{"v=1&net=3&seed=5", "v=1", "net~3~1~seeds~4~steps~60", "net~3~1~seeds~4~steps~60~from~net~4~seed~2"},
		{"v=1&data=circle", "v=1&lr=0.5", "opt~gd~adam~seeds~2~steps~9~row~lr~1", "opt~gd~adam~seeds~2~steps~9~row~lr~1~from~data~planar~noise~0.2~lr~0.5"},
		{"v=1&data=bumps", "v=1&net=5,5&act=relu,tanh", "seeds~2~steps~9", "seeds~2~steps~9~from~data~planar~noise~0.2~net~5,5~act~relu,tanh~out~sigmoid~loss~bce"},
		{"v=1", "v=1", "seeds~2~steps~9", "seeds~2~steps~9~from"},
	} {
		_, p := OpenLink(test.base + "&bench=" + test.bench)
		run := link.Open(test.run).Run.Config()
		got := p.EncodeBeside(run)
		opened, again := OpenLink(test.run + "&bench=" + got)
		if got != test.want || len(opened.Warnings) > 0 || !reflect.DeepEqual(again, p) || opened.Run.Config().Encode() != run.Encode() {
			t.Errorf("%s is written %s and opens as %+v, %v", test.bench, got, again, opened.Warnings)
		}
	}
	for _, test := range []struct {
		fragment string
		twice    bool
	}{{"v=1&bench=net~1&bench=net~2", true}, {"v=1&bench=net~1&bench=net~1", false}, {"v=1&bench=net~1", false}} {
		opened, p := OpenLink(test.fragment)
		if got := len(opened.Warnings) == 1 && opened.Warnings[0].Reason == Twice; got != test.twice || p.Vary[0].Text() != "net=1" {
			t.Errorf("%s: %v", test.fragment, opened.Warnings)
		}
	}
	if _, p := OpenLink("v=1&bench=from~data~own~from~lr~0.5~net~1~seeds~2~steps~9"); p.Base.Data == dataset.Own || p.Base.Encode() != "v=1" {
		t.Errorf("it starts from %s", p.Base.Encode())
	}
}

func TestCut(t *testing.T) {
	for _, test := range []struct{ fragment, rest, bench string }{
		{"v=1&net=3", "v=1&net=3", "-"},
		{"v=1&bench=net~1&lr=1", "v=1&lr=1", "net~1"},
		{"b%65nch=net%7E1&bench=x", "", "net~1"},
	} {
		rest, bench, found := Cut(test.fragment)
		if !found {
			bench = "-"
		}
		if rest != test.rest || bench != test.bench {
			t.Errorf("%s is %s and %s", test.fragment, rest, bench)
		}
	}
}

func TestRows(t *testing.T) {
	for _, test := range []struct{ fragment, rows string }{
		{"v=1&lr=0.3&bench=", "v=1&lr=0.3"},
		{"v=1&lr=0.3&steps=50&bench=row", "v=1&lr=0.3"},
		{"v=1&lr=0.3&bench=net~1~2", "v=1&net=1&lr=0.3 v=1&net=2&lr=0.3"},
		{"v=1&bench=net~1~2~act~relu~tanh~row~opt~adam", "v=1&net=1&act=relu v=1&net=1 v=1&net=2&act=relu v=1&net=2 v=1&opt=adam"},
		{"v=1&bench=data~circle~planar", "v=1&data=circle v=1"},
		{"v=1&data=own&bench=data~own~xor", "v=1&data=own v=1&data=xor"},
		{"v=1&bench=row~data~circle~noise~0.2", "v=1&data=circle&noise=0.2"},
	} {
		p := plan(t, test.fragment)
		var rows []string
		for _, r := range p.Rows() {
			rows = append(rows, r.Config.Encode())
		}
		if got := strings.Join(rows, " "); got != test.rows || p.RowCount() != len(rows) {
			t.Errorf("%s has %d rows, %s, want %s", test.fragment, p.RowCount(), got, test.rows)
		}
	}
}

// A row beside is the settings it was made of, whatever defaults they bring.
func TestBeside(t *testing.T) {
	fragments := []string{"v=1", "v=1&data=circle&noise=0.2", "v=1&data=plane&loss=mse", "v=1&out=tanh", "v=1&data=own&net=0", "v=1&data=skblobs&noise=0&clusters=3"}
	for _, from := range fragments {
		for _, to := range fragments {
			base, c := plan(t, from).Base, plan(t, to).Base
			if got, _ := base.With(Beside(base, c)...); !reflect.DeepEqual(got, c) {
				t.Errorf("%s beside %s is %s", to, from, got.Encode())
			}
		}
	}
}

func TestSeeds(t *testing.T) {
	for _, test := range []struct{ bench, want string }{
		{"seeds~3", "seed=7 dseed=4, seed=8 dseed=4, seed=9 dseed=4"},
		{"seeds~2~points", "seed=7 dseed=4, seed=7 dseed=5"},
		{"seeds~2~both", "seed=7 dseed=7, seed=8 dseed=8"},
		{"seeds~4294967295~1", "seed=4294967295 dseed=4, seed=1 dseed=4"},
	} {
		p := plan(t, "v=1&seed=7&dseed=4&bench="+test.bench)
		var got []string
		for k := range p.Seeds.Len() {
			c := p.Run(p.Rows()[0], k).Config()
			got = append(got, fmt.Sprintf("seed=%d dseed=%d", c.Seed, c.DataSeed))
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: %s, want %s", test.bench, got, test.want)
		}
	}
}

func TestExcess(t *testing.T) {
	for _, test := range []struct {
		bench string
		want  *Excess
	}{
		{"net~1..50~seeds~20", nil},
		{"net~1..50..50~seeds~20~steps~50000", nil},
		{"net~1..50..50~seeds~21", &Excess{"seeds", 1050, MostRuns, 20}},
		{"net~1..50..50~lr~0.1..1..21", &Excess{"rows", 1050, MostRuns, MostRuns}},
		{"lr~0.1..1..100000~seeds~1", &Excess{"rows", 1001, MostRuns, MostRuns}},
		{"net~1..50..50~seeds~20~steps~100000", &Excess{"steps", 4e10, MostExamples, 50000}},
		{"batch~10~40~seeds~100~steps~100000", nil},
	} {
		if got := plan(t, "v=1&bench="+test.bench).Excess(); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %+v, want %+v", test.bench, got, test.want)
		}
	}
	p := plan(t, "v=1&data=own&bench=seeds~100~steps~100000")
	if p.Excess() != nil {
		t.Error("own data without points are too much")
	}
}

// Any text is a plan, whose link opens as the same plan.
func FuzzDecode(f *testing.F) {
	for _, text := range []string{"", "net~1~2~3~lr~0.001..10~seeds~20~both~steps~50~goal~cost~0.3~stop~row~data~circle", "lr~1..2..3..lin", "seeds~1~2~3~points"} {
		f.Add("net=3", text)
	}
	f.Fuzz(func(t *testing.T, settings, text string) {
		c, _ := config.Decode(settings)
		p, _ := Decode(c, dataset.Points{}, text)
		written := p.Encode()
		if strings.Trim(written, "abcdefghijklmnopqrstuvwxyz0123456789-._~,") != "" {
			t.Errorf("%q holds %q", written, text)
		}
		again, warnings := Decode(p.Base, dataset.Points{}, written)
		if !reflect.DeepEqual(again, p) {
			t.Errorf("%q becomes %q: %+v, then %+v, %v", text, written, p, again, warnings)
		}
		if p.Excess() == nil && (p.RowCount() != len(p.Rows()) || p.RowCount() < 1 || p.Seeds.Len() < 1 || p.Steps < 1) {
			t.Errorf("%q has %d rows", text, p.RowCount())
		}
		if len(p.Vary) > 2 || slices.ContainsFunc(p.Vary, func(a Axis) bool { return len(a.Values) > mostValues }) {
			t.Errorf("%q has %d axes", text, len(p.Vary))
		}
	})
}
