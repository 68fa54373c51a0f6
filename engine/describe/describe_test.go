package describe

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"regexp"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// texts are the page's in English, in which the tests read what is said.
var texts = func() map[string]string {
	file, err := os.ReadFile("../../web/locales/en.json")
	if err != nil {
		panic(err)
	}
	texts := map[string]string{}
	if err := json.Unmarshal(file, &texts); err != nil {
		panic(err)
	}
	return texts
}()

var (
	placeOf = regexp.MustCompile(`\{(\w+)(?:, plural, one \{([^{}]*)\} other \{([^{}]*)\})?\}`)
	unsaid  = regexp.MustCompile(`[{}]`)
)

// english is a sentence as the page says it.
func english(t *testing.T, s Sentence) string {
	t.Helper()
	text, ok := texts[s.Key]
	if !ok {
		t.Errorf("there is no text %q", s.Key)
	}
	said := placeOf.ReplaceAllStringFunc(text, func(place string) string {
		parts := placeOf.FindStringSubmatch(place)
		switch v := s.Get(parts[1]).(type) {
		case Sentence:
			return english(t, v)
		case int:
			form := map[bool]string{true: parts[2], false: parts[3]}[v == 1]
			if form == "" {
				form = "#"
			}
			return strings.ReplaceAll(form, "#", fmt.Sprint(v))
		case string:
			return v
		}
		return place
	})
	if unsaid.MatchString(said) {
		t.Errorf("%q leaves a place open", said)
	}
	return said
}

func inEnglish(t *testing.T, sentences []Sentence) string {
	t.Helper()
	var said []string
	for _, s := range sentences {
		said = append(said, english(t, s))
	}
	return strings.Join(said, " ")
}

// trained opens the run of a link's settings and trains it as far as they say.
func trained(link string) *session.Session {
	c, _ := config.Decode(link)
	run := session.New(c)
	run.Step(c.Steps)
	return run
}

func TestWhatIsSaidOfRuns(t *testing.T) {
	for _, test := range []struct{ link, plane, curve string }{
		{"v=1", "Blue is class 1, orange class 0. Blue lies below a rising diagonal, orange above it; the boundary is a straight line. Blue covers 50% of the plane. All colours are faint. 59.8% of the training examples are right.", "At step 0 the cost is 0.6930."},
		{"v=1&steps=2000", "Blue is class 1, orange class 0. Around the edge blue and orange take turns, 3 times each. Blue covers 50% of the plane. 89.8% of the training examples are right.", "The cost falls from 0.6930 to 0.2544 in 2000 steps."},
		{"v=1&net=0&steps=300", "Blue is class 1, orange class 0. Blue lies below, orange above; the boundary is a straight line. Blue covers 51% of the plane. 47.0% of the training examples are right.", "The cost falls from 0.6931 to 0.6731 in 300 steps. By the end it has levelled off."},
		{"v=1&data=circle&steps=1000", "Blue is class 1, orange class 0. Blue lies in one region in the middle, orange all around it. Blue covers 18% of the plane. 99.8% of the training examples are right.", "The cost falls from 0.6932 to 0.02605 in 1000 steps. By the end it has levelled off."},
		{"v=1&data=circle&in=x1sq,x2sq&net=0&lr=0.03&steps=500", "Blue is class 1, orange class 0. Blue lies in one region in the middle, orange all around it. Blue covers 14% of the plane. 100.0% of the training examples are right.", "The cost falls from 0.6842 to 0.1464 in 500 steps."},
		{"v=1&data=xor&steps=2000", "Blue is class 1, orange class 0. Around the edge blue and orange take turns, 3 times each. Blue covers 48% of the plane. 89.8% of the training examples are right.", "The cost falls from 0.6931 to 0.2587 in 2000 steps. It jumps up 2 times, as high as 0.9461 at step 105."},
		{"v=1&data=xor&in=x1x2&net=0&steps=100", "Blue is class 1, orange class 0. Blue lies at the upper right and at the lower left, orange at the lower right and at the upper left; they meet in the middle. Blue covers 50% of the plane. 100.0% of the training examples are right.", "The cost falls from 0.7093 to 0.005620 in 100 steps. By the end it has levelled off."},
		{"v=1&data=gauss&steps=300", "Blue is class 1, orange class 0. Blue lies above a falling diagonal, orange below it; the boundary is a straight line. Blue covers 51% of the plane. 100.0% of the training examples are right.", "The cost falls from 0.6934 to 0.0007527 in 300 steps. By the end it has levelled off."},
		{"v=1&data=spiral&net=8,8&init=xavier&opt=adam&lr=0.03&steps=600", "Blue is class 1, orange class 0. Orange lies at the right and at the upper left, joined through the middle; blue lies at the upper right and at the bottom. Blue covers 52% of the plane. 99.8% of the training examples are right.", "The cost falls from 0.6950 to 0.007261 in 600 steps. By the end it has levelled off."},
		{"v=1&data=moons&init=xavier&opt=adam&lr=0.03&steps=300&test=20", "Blue is class 1, orange class 0. Blue lies below, orange above; the boundary is a curve. Blue covers 50% of the plane. 100.0% of the training examples and 100.0% of the test examples are right.", "The cost falls from 0.3550 to 0.005729 in 300 steps. By the end it has levelled off. The test cost is 0.006350, above the training cost."},
		{"v=1&data=line&steps=300", "Blue is class 1, orange class 0. Blue lies above a falling diagonal, orange below it; the boundary is a straight line. Blue covers 40% of the plane. 100.0% of the training examples are right.", "The cost falls from 0.6934 to 0.001736 in 300 steps. By the end it has levelled off."},
		{"v=1&init=zeros&steps=100", "Blue is class 1, orange class 0. The whole plane has one colour: the value is the same everywhere. 50.0% of the training examples are right.", "The cost stays at about 0.6931 for 100 steps."},
		{"v=1&batch=10&lr=5&steps=300", "Blue is class 1, orange class 0. Around the edge blue and orange take turns, 3 times each. Blue covers 51% of the plane. 77.5% of the training examples are right.", "The cost rises from 0.6930 to 0.9229 in 300 steps. It swings up and down between 0.3121 and 3.677. It was lowest at step 255, 0.3121."},
		{"v=1&n=20&test=50&net=50&init=he&act=relu&lr=0.5&steps=2000", "Blue is class 1, orange class 0. Blue lies below a rising diagonal, orange above it; the boundary is a straight line. Blue covers 54% of the plane. 100.0% of the training examples and 30.0% of the test examples are right.", "The cost falls from 1.287 to 0.004687 in 2000 steps. It jumps up once, as high as 3.123 at step 1. The test cost is 45.37, above the training cost."},
		{"v=1&data=plane&lr=0.1&steps=300", "Blue is high, orange low. It rises evenly to the upper right, from −0.9769 to 0.9773.", "The cost falls from 0.1250 to 0.0006977 in 300 steps. By the end it has levelled off."},
		{"v=1&data=plane&init=zeros", "The surface is flat, at about 0.", "At step 0 the cost is 0.1247."},
		{"v=1&data=bumps&net=8&init=xavier&lr=0.03&steps=3000", "Blue is high, orange low. It is highest, 0.3970, at the upper left and lowest, −0.4308, at the lower right. It has 3 hills and 3 hollows.", "The cost falls from 0.2949 to 0.01550 in 3000 steps. By the end it has levelled off."},
		{"v=1&data=plane&lr=10&steps=200", "Blue is high, orange low. It rises evenly to the right, from −2.145×10¹⁵² to 1.956×10¹⁵².", "The cost rises from 0.1250 to 1.294×10³⁰⁴ in 118 steps. Training stopped at step 118: the next update would not have been finite."},
		{"v=1&data=own", "Blue is class 1, orange class 0. Blue lies below a rising diagonal, orange above it; the boundary is a straight line. Blue covers 50% of the plane. All colours are faint. There are no points yet.", "There are no points, so there is no cost."},
	} {
		run := trained(test.link)
		if got := inEnglish(t, Plane(scene.NewStage(run))); got != test.plane {
			t.Errorf("%s: the plane:\n got %s\nwant %s", test.link, got, test.plane)
		}
		if got := inEnglish(t, Curve(run)); got != test.curve {
			t.Errorf("%s: the curve:\n got %s\nwant %s", test.link, got, test.curve)
		}
	}
}

func TestWhatIsSaidOfAUnit(t *testing.T) {
	stage := scene.NewStage(trained("v=1&steps=300"))
	for _, test := range []struct {
		target scene.Target
		want   string
	}{
		{scene.Target{Kind: scene.Unit, Layer: 0, To: 1}, "Blue is positive, orange negative. Blue lies on the right, orange on the left; the boundary is a straight line. Blue covers 50% of the plane."},
		{scene.Target{Kind: scene.Bias, Layer: 1, To: 2}, "Blue is positive, orange negative. Blue lies above a rising diagonal, orange below it; the boundary is a straight line. Blue covers 50% of the plane."},
	} {
		stage.Hover(test.target)
		if got := inEnglish(t, Plane(stage)); got != test.want {
			t.Errorf("%v:\n got %s\nwant %s", test.target, got, test.want)
		}
	}
}

func TestWhatIsSaidOfOwnPoints(t *testing.T) {
	c, _ := config.Decode("v=1&data=own&lr=0.5")
	for _, test := range []struct {
		points dataset.Set
		want   string
	}{
		{dataset.Set{X: [][]float64{{-1}, {0}}, Y: []float64{1}}, "Blue is class 1, orange class 0. The whole plane is blue. 100.0% of the training examples are right."},
		{dataset.Set{X: [][]float64{{-2, 2}, {0, 0}}, Y: []float64{1, 0}}, "Blue is class 1, orange class 0. Blue lies on the left, orange on the right; the boundary is a straight line. Blue covers 50% of the plane. 100.0% of the training examples are right."},
		{dataset.Set{X: [][]float64{{-2, 0, 2}, {0, 0, 0}}, Y: []float64{1, 0, 1}}, "Blue is class 1, orange class 0. The whole plane is blue. 66.7% of the training examples are right."},
	} {
		run := session.NewOver(c, dataset.NewPoints(test.points), nil)
		run.Step(500)
		if got := inEnglish(t, Plane(scene.NewStage(run))); got != test.want {
			t.Errorf("%v:\n got %s\nwant %s", test.points, got, test.want)
		}
	}
}

func TestWhatIsSaidOfForms(t *testing.T) {
	for _, test := range []struct{ picture, want string }{
		{"########/########/########/########/########/########/########/########", "The whole plane is blue."},
		{"......../......../......../......../......../......../......../........", "The whole plane is orange."},
		{"####..../####..../####..../####..../####..../####..../####..../####....", "Blue lies on the left, orange on the right; the boundary is a straight line."},
		{"......../......../......../......../########/########/########/########", "Blue lies below, orange above; the boundary is a straight line."},
		{"#######./######../#####.../####..../###...../##....../#......./........", "Blue lies above a rising diagonal, orange below it; the boundary is a curve."},
		{"......../......../..####../..####../..####../..####../......../........", "Blue lies in one region in the middle, orange all around it."},
		{"......../.##...../.##...../......../......../......../......../........", "Blue lies in one region at the upper left, orange all around it."},
		{"......../.######./.#....#./.#....#./.#....#./.#....#./.######./........", "Blue lies in a ring, orange within and around it."},
		{"......../.##..##./.##..##./......../......../.##..##./.##..##./........", "Orange all over, with 4 blue islands."},
		{"######../######../######../######../##..##../##..##../######../######..", "Blue lies on the left, orange on the right; the boundary is a curve. Besides, there is 1 island of one colour in the other."},
		{"......../......../########/########/########/########/......../........", "Blue lies at the right and at the left, joined through the middle; orange lies at the bottom and at the top."},
		{"####..../####..../####..../####..../....####/....####/....####/....####", "Blue lies at the lower right and at the upper left, orange at the lower left and at the upper right; they meet in the middle."},
		{"##..##../##..##../......../......../......../......../##..##../##..##..", "Around the edge blue and orange take turns, 4 times each."},
	} {
		if got := english(t, form(drawn(test.picture))); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", strings.ReplaceAll(test.picture, "/", "\n"), got, test.want)
		}
	}
}

// drawn is a picture of eight rows of eight as a grid, # being blue.
func drawn(picture string) grid {
	rows := strings.Split(picture, "/")
	g := grid{side, make([]bool, side*side)}
	for cell := range g.in {
		g.in[cell] = rows[cell/side*8/side][cell%side*8/side] == '#'
	}
	return g
}

func TestWhatIsSaidOfCurves(t *testing.T) {
	none := math.NaN()
	for _, test := range []struct {
		costs, tests []float64
		want         string
	}{
		{[]float64{1, 0.8, 0.6, 0.4, 0.2}, nil, "The cost falls from 1 to 0.2 in 4 steps. At the end it is still falling."},
		{[]float64{1, 0.3, 0.2, 0.2, 0.2, 0.2}, nil, "The cost falls from 1 to 0.2 in 5 steps. By the end it has levelled off."},
		{[]float64{1, 1, 1, 0.99, 0.2, 0.1}, nil, "The cost falls from 1 to 0.1 in 5 steps. It hardly falls before step 4. At the end it is still falling."},
		{[]float64{1, 2, 3}, nil, "The cost rises from 1 to 3 in 2 steps."},
		{[]float64{1, 0.5, 1}, nil, "The cost goes from 1 to 1 in 2 steps, about where it began. It was lowest at step 1, 0.5."},
		{[]float64{1, 1.001, 1}, nil, "The cost stays at about 1 for 2 steps."},
		{[]float64{1, 0.5, 0.9, 0.4, 0.3, 0.2}, nil, "The cost falls from 1 to 0.2 in 5 steps. It jumps up once, as high as 0.9 at step 2."},
		{[]float64{1, 0.5, 0.9, 0.5, 0.9, 0.5, 0.9, 0.5, 0.9, 0.5, 0.9, 0.5, 0.9, 0.5, 0.9, 0.5, 0.9, 0.5}, nil, "The cost falls from 1 to 0.5 in 17 steps. It swings up and down between 0.5 and 1."},
		{[]float64{1, math.Inf(1)}, nil, "The cost rises from 1 to ∞ in 1 step."},
		{[]float64{1, 0.5}, []float64{1, 0.7}, "The cost falls from 1 to 0.5 in 1 step. The test cost is 0.7, above the training cost."},
		{[]float64{1, 0.5}, []float64{1, 0.4}, "The cost falls from 1 to 0.5 in 1 step. The test cost is 0.4, below the training cost."},
		{[]float64{1, 0.5}, []float64{1, 0.51}, "The cost falls from 1 to 0.5 in 1 step. The test cost is 0.51, about the same."},
		{[]float64{1, 0.5, 0.2}, []float64{1, 0.6, 0.9}, "The cost falls from 1 to 0.2 in 2 steps. The test cost was lowest at step 1, 0.6; now it is 0.9."},
	} {
		records := make([]session.Record, len(test.costs))
		for i, cost := range test.costs {
			records[i] = session.Record{Step: i, Cost: cost, TestCost: none}
			if test.tests != nil {
				records[i].TestCost = test.tests[i]
			}
		}
		if got := inEnglish(t, course(records)); got != test.want {
			t.Errorf("%v %v:\n got %s\nwant %s", test.costs, test.tests, got, test.want)
		}
	}
}

// Every data set, output and start has words for each of its steps, and so do runs that diverge.
func TestThereIsAlwaysSomethingToSay(t *testing.T) {
	for _, data := range dataset.Kinds {
		for _, more := range []string{"", "&act=relu&init=he", "&out=tanh&init=xavier", "&net=20,20&act=sigmoid&scale=3", "&lr=10", "&test=50&batch=1", "&in=sinx1,x1x2"} {
			run := trained("v=1&n=40&data=" + data.String() + more)
			for range 6 {
				if inEnglish(t, Plane(scene.NewStage(run))) == "" || inEnglish(t, Curve(run)) == "" {
					t.Errorf("%s%s: nothing is said at step %d", data, more, run.Metrics().Step)
				}
				run.Step(20)
			}
		}
	}
}

// Classes that have names are spoken of by these.
func TestClassesHaveNames(t *testing.T) {
	if got := inEnglish(t, Plane(scene.NewStage(trained("v=1&data=iris&lr=0.1&steps=100")))); !strings.Contains(got, " setosa has ") || !strings.Contains(got, "virginica") || strings.Contains(got, "Class 2") {
		t.Errorf("got %s", got)
	}
	points := dataset.NewPoints(dataset.Set{X: [][]float64{{-2, 2}, {0, 0}}, Y: []float64{1, 0}})
	points.Names.Classes = []string{"no", "yes"}
	c, _ := config.Decode("v=1&data=own")
	if got := inEnglish(t, Plane(scene.NewStage(session.NewOver(c, points, nil)))); !strings.HasPrefix(got, "Blue is yes, orange no. ") {
		t.Errorf("got %s", got)
	}
}

// Axes of columns that have names are told, and of a single column what goes up.
func TestAxesAreTold(t *testing.T) {
	over := func(names dataset.Names, values bool, X ...[]float64) *scene.Stage {
		points := dataset.NewPoints(dataset.Set{X: X, Y: []float64{0, 0, 1, 1}})
		points.Names, points.Values = names, values
		c, _ := config.Decode("v=1&data=own&net=0&scaling=standard")
		run := session.NewOver(c, points, nil)
		run.Step(50)
		return scene.NewStage(run)
	}
	x := []float64{1, 2, 3, 4}
	for _, test := range []struct {
		stage *scene.Stage
		want  string
	}{
		{over(dataset.Names{Inputs: []string{"size", "age"}}, false, x, []float64{1, -1, 1, -1}), "Across lies x1 size, up x2 age. Blue is class 1"},
		{over(dataset.Names{Inputs: []string{"size"}, Classes: []string{"no", "نعم"}}, false, x), "Across lies x1 size, up the target; a line shows the output. Blue is \u2068نعم\u2069, orange no. Blue lies on the right, orange on the left; the boundary is a straight line."},
		{over(dataset.Names{Inputs: []string{"year"}, Target: "price"}, true, x), "Across lies x1 year, up the target price; a line shows the output. Blue is high, orange low. It rises"},
		{over(dataset.Names{}, true, x), "Across lies x1, up the target; a line shows the output. Blue is high"},
		{over(dataset.Names{}, false, x, x), "Blue is class 1"},
	} {
		if got := inEnglish(t, Plane(test.stage)); !strings.HasPrefix(got, test.want) {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
	if got := inEnglish(t, Plane(scene.NewStage(trained("v=1&data=iris")))); !strings.HasPrefix(got, "Across lies x") {
		t.Errorf("got %s", got)
	}
}
