package bench

import (
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"shallows/engine/bench"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// said puts texts into words: of a Text its key with its arguments.
func said(parts ...any) string {
	var b strings.Builder
	for _, part := range parts {
		switch part := part.(type) {
		case record.Text:
			b.WriteString(part.Key)
			for i := 1; i < len(part.With); i += 2 {
				b.WriteString(" " + said(part.With[i]))
			}
		case []any:
			b.WriteString(said(part...))
		default:
			fmt.Fprint(&b, part)
		}
	}
	return b.String()
}

// asked returns the effect of a name among those asked for last, nil for none.
func asked(d *panel.Desk, name string) any {
	var with any
	for _, e := range d.Asked() {
		if e.Name == name {
			with = e.With
		}
	}
	return with
}

func TestThePictureShowsWhatVaries(t *testing.T) {
	for _, test := range []struct{ link, caption, label, says, svg string }{
		{"v=1&bench=seeds~2~steps~20", "", "", "", ""},
		{"v=1&lr=0.1&bench=row~lr~1~seeds~1~steps~5", "", "", "", ""},
		{
			"v=1&bench=lr~0.1~1~10~seeds~3~steps~100", "bench.bands bench.metric.cost setting.lr", "setting.lr 10",
			"bench.steepest 1 10;bench.nowhere", `class="bench-steepest"`,
		},
		{"v=1&data=bumps&out=linear&bench=lr~0.1~100~seeds~1~steps~200", "bench.bands bench.metric.cost setting.lr", "bench.single bench.metric.cost 0.04122 setting.lr 0.1", "bench.diverges 100 1 1;bench.above 100;bench.blown 1 2", `class="bench-diverges"`},
		{"v=1&bench=opt~gd~adam~seeds~3~steps~50", "bench.bands bench.metric.cost setting.opt", "setting.opt option.adam", "", `>adam</tspan></text>`},
		{"v=1&bench=net~2~4,4~opt~gd~adam~seeds~1~steps~50", "bench.heat bench.metric.cost setting.net setting.opt", "0.6160 setting.net 2, setting.opt option.gd", "", ">4,4</text>"},
	} {
		d, p := open(test.link)
		if p.picture() != nil {
			t.Errorf("%s has a picture before it runs", test.link)
		}
		finish(t, d, p)
		list := p.picture()
		if test.caption == "" {
			if list != nil {
				t.Errorf("%s has a picture", test.link)
			}
			continue
		}
		if len(list) == 0 {
			t.Errorf("%s has no picture", test.link)
			continue
		}
		r, says := list[0], []string{}
		for _, one := range r.Says {
			says = append(says, said(one.Text))
		}
		if got := said(r.Caption); got != test.caption {
			t.Errorf("%s: the caption is %s", test.link, got)
		}
		if got := said(r.Label); !strings.Contains(got, test.label) || strings.HasPrefix(got, "bench.extremes") == strings.HasPrefix(test.label, "bench.single") {
			t.Errorf("%s: it shows %s", test.link, got)
		}
		if got := strings.Join(says, ";"); got != test.says {
			t.Errorf("%s: it says %s", test.link, got)
		}
		if !strings.Contains(string(r.Drawn), test.svg) || strings.Contains(string(r.Drawn), "NaN") || strings.Contains(string(r.Drawn), "Inf") {
			t.Errorf("%s: %s is not in %s", test.link, test.svg, r.Drawn)
		}
		do(d, p, "metric accuracy", "metric luck")
		if got := p.picture(); len(r.Metrics) == 2 && got[0].Metric != "accuracy" {
			t.Errorf("%s: another metric is %s", test.link, got[0].Metric)
		}
	}
}

// The share that reached the goal has a picture of its own, with Wilson's interval around it.
func TestThePictureOfShares(t *testing.T) {
	for _, test := range []struct{ link, caption, label, svg string }{
		{"v=1&bench=lr~0.01~1~seeds~10~steps~300~goal~accuracy~0.85", "bench.shares bench.percent bench.metric.share setting.lr", "90% setting.lr 1 0% setting.lr 0.01", `class="bench-band"`},
		{"v=1&bench=opt~gd~adam~seeds~3~steps~20~goal~cost~0", "bench.shares bench.percent bench.metric.share setting.opt", "0% setting.opt option.gd 0% setting.opt option.adam", `class="plot-line bar"`},
		{"v=1&bench=net~1~2~lr~0.01~1~seeds~2~steps~100~goal~cost~0.68", "bench.shareHeat bench.percent bench.metric.share setting.net setting.lr", "100% setting.net 1, setting.lr 1 0% setting.net", ">100</text>"},
	} {
		d, p := open(test.link)
		do(d, p, "metric share")
		finish(t, d, p)
		r := p.picture()[0]
		if r.Metric != "share" || said(r.Caption) != test.caption || !strings.HasPrefix(said(r.Label), "bench.shareExtremes bench.metric.share "+test.label) || !strings.Contains(string(r.Drawn), test.svg) {
			t.Errorf("%s: %s, %s, %s", test.link, said(r.Caption), said(r.Label), r.Drawn)
		}
		do(d, p, "goal _")
		if r := p.picture(); len(r) > 0 && r[0].Metric != "cost" {
			t.Errorf("%s: without a goal there is %s", test.link, r[0].Metric)
		}
	}
}

// Numbers lie along an axis: evenly where their setting's slider is no scale of factors; a batch of all is as large as it is.
func TestNumbersLieAlongAnAxis(t *testing.T) {
	for _, test := range []struct {
		bench string
		want  []float64 // of the way
	}{
		{"net~1~26~51", []float64{0, 0.5, 1}},
		{"batch~0~10~30", []float64{0, 20. / 70, 1}},
		{"lr~0.01~0.1~1", []float64{0, 0.5, 1}},
		{"l2~0~0.1~0.4", []float64{0, 0.25, 1}},
	} {
		d, p := open("v=1&n=100&test=20&bench=" + test.bench + "~seeds~1~steps~3")
		finish(t, d, p)
		var at []float64
		for _, dot := range strings.Split(string(p.picture()[0].Drawn), ` cx="`)[1:] {
			var x float64
			fmt.Sscanf(dot, "%g", &x)
			at = append(at, x)
		}
		for i, want := range test.want {
			if got := (at[i] - at[0]) / (at[2] - at[0]); math.Abs(got-want) > 1e-3 {
				t.Errorf("%s: value %d lies at %v of the way, not at %v", test.bench, i, got, want)
			}
		}
	}
}

func TestThePictureIsAFileOfItsOwn(t *testing.T) {
	for _, link := range []string{"v=1&bench=lr~0.1~1~seeds~2~steps~20", "v=1&bench=net~2~4,4~opt~gd~adam~seeds~1~steps~20"} {
		d, p := open(link)
		finish(t, d, p)
		d.Asked()
		do(d, p, "svg")
		words, ok := asked(d, "words").(Words)
		if !ok || words.Then != "bench svg" || !strings.HasPrefix(said(words.Text...), said(p.picture()[0].Caption)) || strings.Contains(link, "opt") != strings.HasSuffix(said(words.Text...), "\noption.gd\noption.adam") {
			t.Errorf("%s asks for %v", link, words)
		}
		p.Do(d, []string{"svg", "Cost & <rate>\nOne\nAnother"})
		file := asked(d, "save").(panel.Save)
		if strings.Contains(link, "opt") != strings.Contains(file.Text, ">Another</text>") || strings.Contains(file.Text, "tspan") {
			t.Errorf("%s: the names in it are not as asked: %s", link, file.Text)
		}
		if !strings.Contains(file.Text, "<title>Cost &amp; &lt;rate&gt;</title>") || file.Name != "shallows-bench.svg" {
			t.Errorf("%s: %s", link, file.Text)
		}
		do(d, p, "png")
		if words := asked(d, "words").(Words); words.Then != "bench png" {
			t.Errorf("in pixels it asks for %v", words)
		}
		p.Do(d, []string{"png", "Cost & <rate>\nOne\nAnother"})
		if got := asked(d, "saveDrawing"); got != (Drawing{"shallows-bench.png", file.Text}) {
			t.Errorf("%s: in pixels it is another picture: %v", link, got)
		}
		for decoder := xml.NewDecoder(strings.NewReader(file.Text)); ; {
			if _, err := decoder.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v in %s", link, err, file.Text)
			}
		}
	}
}

func TestTheTableGoesOut(t *testing.T) {
	for _, test := range []struct{ intent, begin, line string }{
		{"markdown", "| setting.opt | bench.metric.cost | bench.metric.accuracy | bench.column.share | bench.column.steps | bench.column.runs |\n| --- | --- | --- | --- | --- | --- |\n", "\n| option.adam | "},
		{"html", "<table>\n<tr><th>setting.opt</th><th>bench.metric.cost</th>", "</tr>\n<tr><td>option.adam</td><td>"},
	} {
		d, p := open("v=1&bench=opt~gd~adam~seeds~3~steps~50~goal~cost~0.5")
		finish(t, d, p)
		do(d, p, test.intent)
		text := said(asked(d, "words").(Words).Text...)
		if !strings.HasPrefix(text, test.begin) || !strings.Contains(text, test.line) || strings.Count(text, "\n") != strings.Count(test.begin, "\n")+2+2*strings.Count(text, "<table>") {
			t.Errorf("%s: %s", test.intent, text)
		}
		p.Do(d, []string{"worded", "the table"})
		if got := asked(d, "copy"); got != (panel.Copy{Text: "the table", Shown: "bench-table", Part: "bench"}) {
			t.Errorf("%s copies %v", test.intent, got)
		}
		if do(d, p, "copied"); said(p.draw(d).Status) != "bench.copied" {
			t.Error("it is not said")
		}
	}
}

// A row's program is that of its run, on the page.
func TestARowIsAProgram(t *testing.T) {
	d, p := open("v=1&bench=opt~gd~adam~seeds~1~steps~20")
	finish(t, d, p)
	do(d, p, "program 1")
	if d.Panel != "numpy" || p.opened == nil || d.Session().Config().Optimizer.String() != "adam" {
		t.Errorf("the panel is %s, the run %s", d.Panel, d.Hash())
	}
}

// A cost that blows up leaves the others something to see: the axis ends at ten times what runs begin with.
func TestThePictureEnds(t *testing.T) {
	d, p := open("v=1&data=bumps&out=linear&bench=lr~0.1~0.01~100~seeds~1~steps~200")
	finish(t, d, p)
	svg := string(p.picture()[0].Drawn)
	if strings.Contains(svg, "10³") || len(svg) > 6000 || strings.Count(svg, "l-4 7h8z") != 1 || strings.Count(svg, "<circle") != 2 {
		t.Errorf("with one row that diverges it is %s", svg)
	}
	curves := string(p.draw(d).Table.Rows[2].Cells[3].(Curves).Drawn)
	if !strings.Contains(curves, `class="above"`) {
		t.Errorf("a curve that leaves its frame is not marked: %s", curves)
	}
}

func TestATitleTakesTheLinesItNeeds(t *testing.T) {
	for _, test := range []struct{ text, lines string }{
		{"Cost", "Cost"},
		{"Cost by rate", "Cost by|rate"},
		{"one-word-only", "one-word|-only"},
		{"代价随学习率变化", "代价随学|习率变化"},
	} {
		if got := strings.Join(wrapped(test.text, 8.1*digit), "|"); got != test.lines {
			t.Errorf("%s: %s, want %s", test.text, got, test.lines)
		}
	}
}

// Medians that hardly differ have about one colour; the ends of the colours are told.
func TestColoursGoByValues(t *testing.T) {
	svg := string(drawHeat([][]float64{{0.693, 0.692}, {0.6925, math.NaN()}}, labelsOf("net", []string{"1", "2"}), labelsOf("lr", []string{"0.1", "1"}), bench.Cost, 6.9))
	beyond := string(drawHeat([][]float64{{0.1, 0.2}, {0.3, 1e300}}, labelsOf("net", []string{"1", "2"}), labelsOf("lr", []string{"0.1", "1"}), bench.Cost, 6.9))
	if !strings.HasSuffix(beyond, ">0.3</text></svg>") || !strings.Contains(beyond, `fill-opacity="0.30"`) {
		t.Errorf("one that blows up makes the others alike: %s", beyond)
	}
	for _, want := range []string{`fill-opacity="0.60"/><text class="plot-x" x="244.18" y="32.5">0.692</text>`, `fill-opacity="0.58"`, ">0.727</text></svg>"} {
		if !strings.Contains(svg, want) {
			t.Errorf("%s is not in %s", want, svg)
		}
	}
}
