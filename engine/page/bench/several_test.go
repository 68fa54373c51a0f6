package bench

import (
	"encoding/base64"
	"strings"
	"testing"

	"shallows/engine/dataset"
	"shallows/engine/link"
	"shallows/engine/scene"
)

// The pictures of several classes have their colours, and a line where the most probable class changes.
func TestPicturesOfSeveralClasses(t *testing.T) {
	opened := link.Open("v=1&data=blobs&lr=0.3&steps=300")
	opened.Run.Step(opened.Steps)
	plane := planeOf(opened.Run)
	if plane[12] != 'a' || plane[cells*cells-1] != 'b' || plane[cells*(cells-1)] != 'c' {
		t.Errorf("the plane is %s", plane)
	}
	svg := string(drawPlane(plane))
	for _, want := range []string{"var(--negative)", "var(--positive)", "var(--class2)"} {
		if strings.Count(svg, want) != 1 {
			t.Errorf("%s lacks %s", svg, want)
		}
	}

	const n = 32
	tones := scene.NewStage(opened.Run).Tones(n)
	var theme scene.Theme
	theme.Set("neutral", "#ffffff")
	theme.Set("class2", "#000000")
	file, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(paint(tones, n, colours{theme: theme}), "data:image/bmp;base64,"))
	if err != nil {
		t.Fatal(err)
	}
	lowerLeft := file[heads+4*palette]
	class, share, _ := scene.OfClass(tones[n*(n-1)])
	colour := file[heads+4*int(lowerLeft):][:3]
	if want := theme.Ramp(tones[n*(n-1)], false); class != 2 || share < 0.9 || colour[0] > byte(255*want.R+6) || colour[0] < byte(255*want.R-6) {
		t.Errorf("class %d with a share of %v is painted %v, want %v", class, share, colour, want)
	}
	if line := contour(opened.Run.Field(n).Z[opened.Run.Network().Layers()], n); strings.Count(line, "M") < n {
		t.Errorf("the line is %s", line)
	}
	points := string(drawPoints(opened.Run))
	if _, path, found := strings.Cut(points, `fill="var(--class2)" d="`); !found || strings.Contains(strings.Split(path, `"`)[0], "a") {
		t.Errorf("points of class 2 are no squares in its colour: %s", points)
	}
}

// A bench varies how many classes there are, and the output.
func TestABenchOfSeveralClasses(t *testing.T) {
	for _, link := range []string{
		"v=1&n=60&data=blobs&lr=0.3&bench=classes~2~3~5~seeds~2~steps~100",
		"v=1&n=60&data=line&lr=0.3&bench=out~sigmoid~softmax~seeds~2~steps~100",
	} {
		d, p := open(link)
		finish(t, d, p)
		for row := range p.bench.Rows() {
			r, ended := p.bench.Result(row, 1)
			if !ended || r.Accuracy < 0.8 || len(p.plane(row, 1)) != cells*cells {
				t.Errorf("%s, row %d: %+v", link, row, r)
			}
		}
		do(d, p, "pair")
		p.draw(d)
	}
}

// Side by side one legend names the classes of both, as the data do where both do so.
func TestTheLegendOfAPair(t *testing.T) {
	for _, test := range []struct{ link, vary, want string }{
		{"v=1", "net 1;2", "output.class 0, output.class 1"},
		{"v=1&data=blobs&test=20", "classes 3;2", "output.class 0, output.class 1, output.class 2, output.showTest"},
		{"v=1", "data plane;xor", "output.class 0, output.class 1"},
		{"v=1&data=plane&test=20", "net 1;2", "output.showTest"},
		{"v=1&data=own", "net 1;2", "no, yes"},
		{"v=1&data=own", "data own;xor", "output.class 0, output.class 1"},
	} {
		d, p := open(test.link)
		if d.Session().Config().Data == dataset.Own {
			points := own(1)
			points.Names.Classes = []string{"no", "yes"}
			d.Run.ReplacePoints(points)
			hear(d, p)
		}
		key, values, _ := strings.Cut(test.vary, " ")
		do(d, p, "vary 0 "+key, "values 0 "+values, "seeds 1", "steps 2", "pair")
		var list []string
		for _, mark := range p.pair.Record(d).(*PairRecord).Legend {
			list = append(list, said(mark.Name))
		}
		if got := strings.Join(list, ", "); got != test.want {
			t.Errorf("%s, %s: %s, want %s", test.link, test.vary, got, test.want)
		}
	}
}
