package run

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/link"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// plenty is a budget that any slice keeps to.
const plenty = 1e6

func open(link string) *Run {
	r := New(scene.NewStage(session.New(config.Default())))
	r.Open(link)
	for r.State() == Seeking {
		r.Turn(0, plenty)
	}
	r.Events()
	return r
}

// told are the events since the last call, in short.
func told(r *Run) string {
	var list []string
	for _, event := range r.Events() {
		switch e := event.(type) {
		case Change:
			list = append(list, fmt.Sprintf("%s %v", e.Cause, e.Restarted))
		case Stepped:
			list = append(list, "step")
			if e.Diverged {
				list = append(list, "diverged")
			}
		case Entered:
			list = append(list, string(e.State))
		case Ended:
			list = append(list, fmt.Sprintf("%s:%v", e.Ticket, e.Reached))
		}
	}
	return strings.Join(list, ", ")
}

func TestWhatAnIntentDoes(t *testing.T) {
	for _, test := range []struct {
		link   string
		before []string // intents
		intent string
		told   string
		at     int
	}{
		{"v=1", nil, "play", "playing", 0},
		{"v=1", []string{"play"}, "play", "", 0},
		{"v=1", []string{"play"}, "pause", "paused", 0},
		{"v=1", nil, "pause", "", 0},
		{"v=1", nil, "toggle", "playing", 0},
		{"v=1", []string{"play"}, "toggle", "paused", 0},
		{"v=1&data=own", nil, "play", "playing", 0},
		{"v=1", nil, "step 1 a", "step, a:true", 1},
		{"v=1", nil, "step 1", "step", 1},
		{"v=1", nil, "step 0 a", "a:true", 0},
		{"v=1", nil, "step 2 a", "seeking", 0},
		{"v=1&data=own", nil, "step 1 a", "a:false", 0},
		{"v=1", []string{"play"}, "step 1 a", "paused, step, a:true", 1},
		{"v=1", []string{"step 100 a"}, "pause", "paused, a:false", 0},
		{"v=1", []string{"step 100 a"}, "step 1 b", "paused, a:false, step, b:true", 1},
		{"v=1", []string{"step 100 a"}, "play", "paused, a:false, playing", 0},
		{"v=1", []string{"step 100 a"}, "redraw", "paused, a:false, draw true", 0},
		{"v=1&steps=20", nil, "back", "step", 19},
		{"v=1&steps=20", nil, "go 5 a", "step, a:true", 5},
		{"v=1&steps=20", nil, "go 50 a", "step, a:true", 20},
		{"v=1&steps=20", nil, "go -5 a", "step, a:true", 0},
		{"v=1&steps=20", []string{"play"}, "go 5 a", "paused, step, a:true", 5},
		{"v=1&steps=20", nil, "reset", "reset true", 0},
		{"v=1&steps=20", nil, "again", "reset true, playing", 0},
		{"v=1&steps=20", []string{"play"}, "again", "paused, reset true, playing", 0},
		{"v=1&steps=20", nil, "calm", "set true", 0},
		{"v=1&steps=20", []string{"play"}, "redraw", "draw true", 0},
		{"v=1&steps=20", []string{"play"}, "open v=1 a", "paused, open true, a:true", 0},
		{"v=1&steps=20", nil, "open v=1&steps=9 a", "open true, seeking", 0},
		{"v=1&steps=20", []string{"play", "hold"}, "resume", "playing", 20},
		{"v=1", []string{"step 50 a", "hold"}, "resume", "seeking", 0},
		{"v=1", []string{"hold"}, "resume", "", 0},
		{"v=1", nil, "dance", "", 0},
		{"v=1", nil, "step many", "", 0},
		{"v=1", nil, "", "", 0},
	} {
		r := open(test.link)
		for _, intent := range test.before {
			r.Do(strings.Fields(intent))
		}
		r.Events()
		r.Do(strings.Fields(test.intent))
		if got := told(r); got != test.told || r.Session().At() != test.at {
			t.Errorf("%s %v, %s: %q at %d, want %q at %d", test.link, test.before, test.intent, got, r.Session().At(), test.told, test.at)
		}
	}
}

func TestAChangeStopsAWayToAStep(t *testing.T) {
	r := open("v=1")
	r.Step(100, "a")
	r.Events()
	r.Set("lr", "0.5", Set)
	if got := told(r); got != "paused, a:false, set false" {
		t.Errorf("on its way: %s", got)
	}
	r.Play()
	r.Events()
	r.Set("data", "xor", Drag)
	if got := told(r); got != "drag true" || r.State() != Playing {
		t.Errorf("playing: %s", got)
	}
	r.Choose("plane")
	if got := told(r); got != "set true" || r.Session().Config().LearningRate != 0.03 {
		t.Errorf("chosen by hand: %s", got)
	}
}

// Steps among settings are where to train up to; those made stay.
func TestStepsAreASetting(t *testing.T) {
	for _, test := range []struct {
		link, set, told string
		at              int
	}{
		{"v=1", "steps=10", "set false, seeking, step, paused", 10},
		{"v=1", "steps=1", "set false, step", 1},
		{"v=1&steps=4", "steps=10", "set false, seeking, step, paused", 10},
		{"v=1&steps=4", "steps=4", "set false", 4},
		{"v=1&steps=4", "steps=2", "set false", 4},
		{"v=1&steps=4", "steps=0", "set false", 4},
		{"v=1&steps=4", "lr=0.5", "set false", 4},
		{"v=1&steps=4", "data=xor", "set true", 0},
		{"v=1&steps=4", "data=xor&steps=3", "set true, seeking, step, paused", 3},
		{"v=1", "steps=many", "set false", 0},
		{"v=1&data=own", "steps=10", "set false", 0},
	} {
		r := open(test.link)
		var pairs []config.Pair
		for _, pair := range strings.Split(test.set, "&") {
			key, value, _ := strings.Cut(pair, "=")
			pairs = append(pairs, config.Pair{Key: key, Value: value})
		}
		r.Events()
		r.SetAll(Set, pairs...)
		for r.State() == Seeking {
			r.Turn(0, plenty)
		}
		if got := told(r); got != test.told || r.Session().At() != test.at {
			t.Errorf("%s, %s: %q at %d, want %q at %d", test.link, test.set, got, r.Session().At(), test.told, test.at)
		}
	}
	r, linked := open("v=1&net=3"), open("v=1&net=3&steps=30")
	r.Play()
	r.Set("steps", "30", Set)
	for r.State() != Paused {
		r.Turn(0, plenty)
	}
	if got, want := link.Fragment(r.Session()), link.Fragment(linked.Session()); got != want {
		t.Errorf("it stands at %s, want %s", got, want)
	}
}

// The link of a run that diverged opens it as it stood.
func TestTheLinkOfARunThatDiverged(t *testing.T) {
	const explosion = "v=1&net=8,8&act=relu&out=linear&init=he&lr=100"
	ended := open(explosion)
	ended.Step(1000, "")
	for ended.State() == Seeking {
		ended.Turn(0, plenty)
	}
	if !ended.Session().Diverged() {
		t.Fatal("it has not diverged")
	}
	for _, test := range []struct {
		link, told string
		diverged   bool
	}{
		{link.Fragment(ended.Session()), "open true, seeking, step, paused, step, diverged", true},
		{explosion + "&steps=64", "open true, seeking, step, paused", false},
		{explosion + "&steps=1", "open true, step", false},
		{"v=1&out=linear&lr=100&scale=1e100", "open true", false},
	} {
		r := open("v=1")
		r.Open(test.link)
		for r.State() == Seeking {
			r.Turn(0, plenty)
		}
		if got := told(r); got != test.told || r.Session().Diverged() != test.diverged {
			t.Errorf("%s: %q", test.link, got)
		}
	}
}

func TestAWayIsGoneInSlices(t *testing.T) {
	r := open("v=1")
	r.Step(3, "a")
	r.Events()
	for i := 1; i < 3; i++ {
		if made, news := r.Turn(0, 0); made != 1 || news || r.Session().At() != i {
			t.Fatalf("slice %d made %d, news %v", i, made, news)
		}
	}
	if _, news := r.Turn(0, 0); !news {
		t.Fatal("the end is no news")
	}
	if got := told(r); got != "step, paused, a:true" || r.Session().At() != 3 {
		t.Errorf("got %s at %d", got, r.Session().At())
	}
	if made, news := r.Turn(1, plenty); made != 0 || news {
		t.Error("a paused run goes on")
	}
}

func TestALaterStepTakesThePlaceOfAnEarlierOne(t *testing.T) {
	r := open("v=1&net=8,8&steps=2000")
	travel := func(step int, ticket string) {
		r.GoTo(step, ticket)
	}
	travel(1500, "")
	for r.State() == Seeking {
		r.Turn(0, plenty)
	}
	r.Events()
	// On a machine so fast that a slice is enough there is no way to be on.
	r.way, r.state = Way{Goal: 700, Travelling: true, ticket: "a"}, Seeking
	travel(1500, "b")
	if got := told(r); !strings.HasPrefix(got, "a:false, step") || !strings.Contains(got, "paused, b:true") {
		t.Errorf("got %s", got)
	}
}

func TestAPlayingRunStopsWhereItDiverges(t *testing.T) {
	r := open("v=1&data=plane&act=relu&init=he&scale=1&lr=100")
	r.Play()
	r.SetSpeed("full")
	r.Events()
	for range 1000 {
		if _, news := r.Turn(1, plenty); news {
			break
		}
	}
	if got := told(r); got != "step, diverged, paused" {
		t.Errorf("got %s", got)
	}
	r.Play()
	if got := told(r); got != "" {
		t.Errorf("it plays on: %s", got)
	}
}

func TestWithoutPointsAPlayingRunWaits(t *testing.T) {
	r := open("v=1&data=own")
	r.Play()
	r.Events()
	if made, news := r.Turn(1, plenty); made != 0 || news || r.State() != Playing {
		t.Errorf("made %d, %s", made, r.State())
	}
}

func TestTrainingLostIsTold(t *testing.T) {
	for _, test := range []struct {
		link, key, value string
		want             bool
	}{
		{"v=1&steps=5", "data", "xor", true},
		{"v=1", "data", "xor", false},
		{"v=1&steps=5", "lr", "1", false},
	} {
		r := open(test.link)
		r.Set(test.key, test.value, Set)
		if got := r.Changes()[0].Lost; got != test.want {
			t.Errorf("%s=%s of %s: %v", test.key, test.value, test.link, got)
		}
	}
}

func TestRestsAreWhereNumbersAreWorthHearing(t *testing.T) {
	for _, test := range []struct {
		intent string
		want   int
	}{{"step 1", 1}, {"reset", 1}, {"redraw", 1}, {"play", 0}, {"step 5", 0}, {"step 0", 0}, {"calm", 1}} {
		r := open("v=1")
		before := r.Rests()
		r.Do(strings.Fields(test.intent))
		if got := r.Rests() - before; got != test.want {
			t.Errorf("%s: %d", test.intent, got)
		}
	}
	for setting, want := range map[string]int{"act relu": 1, "lr 2": 0} {
		r := open("v=1")
		before := r.Rests()
		key, value, _ := strings.Cut(setting, " ")
		r.Set(key, value, Set)
		if got := r.Rests() - before; got != want {
			t.Errorf("%s: %d", setting, got)
		}
	}
}

func TestABudgetEndsASlice(t *testing.T) {
	start := time.Now()
	if done := Within(5, many, 1, func() bool { return true }); done == 0 || time.Since(start) > time.Second {
		t.Errorf("did %d in %v", done, time.Since(start))
	}
	if done := Within(0, 10, 1, func() bool { return true }); done != 1 {
		t.Errorf("did %d without a budget, want one", done)
	}
	if done := Within(plenty, 10, 1, func() bool { return false }); done != 0 {
		t.Errorf("did %d of nothing", done)
	}
}

func TestALinkIsOpened(t *testing.T) {
	r := open("v=1&lr=0.5&steps=20")
	if got := link.Fragment(r.Session()); got != "v=1&lr=0.5&steps=20" {
		t.Errorf("the run is %s", got)
	}
	r.Open("#v=1&x=1")
	if w := r.Changes()[0].Warnings; len(w) != 1 || w[0].Key != "x" || w[0].Reason != config.Unknown {
		t.Errorf("got %+v", w)
	}
}

func TestWhatIsTypedInIsInTheLink(t *testing.T) {
	r := open("v=1&net=3&opt=adam&batch=64&lr=0.05&steps=9")
	if err := r.Session().SetWeight(1, 2, 1, 0.1); err != nil {
		t.Fatal(err)
	}
	r.Session().Step(4)
	fragment := link.Fragment(r.Session())
	r.Session().Step(10)
	later := parameters(r)

	r = open(fragment)
	if got := link.Fragment(r.Session()); got != fragment || r.Session().At() != 13 {
		t.Errorf("it opens as %s at %d, want %s at 13", got, r.Session().At(), fragment)
	}
	r.Session().Step(10)
	if !slices.Equal(parameters(r), later) {
		t.Error("it goes another way")
	}
	r.Open(fragment[:len(fragment)-9])
	if w := r.Changes()[0].Warnings; len(w) != 1 || w[0].Reason != "damaged" {
		t.Errorf("got %+v", w)
	}
}

func parameters(r *Run) []float64 { return slices.Clone(r.Session().State().Parameters) }

func TestALinkOfTensorFlowPlaygroundSetsTheView(t *testing.T) {
	r := open("v=1")
	r.stage.SetView(scene.View{LogSteps: true})
	for _, test := range []struct {
		link             string
		discretise, hide bool
	}{
		{"#discretize=true&networkShape=", true, true},
		{"#v=1", true, true},
		{"#showTestData=true", false, false},
	} {
		r.Open(test.link)
		if v := r.stage.View(); v.Discretise != test.discretise || v.HideTest != test.hide || !v.LogSteps {
			t.Errorf("%s: %+v", test.link, v)
		}
	}
}

func TestGoingBackTellsOfOtherSettings(t *testing.T) {
	r := open("v=1&steps=40")
	r.Set("lr", "0.5", Set)
	r.Session().Step(60)
	r.Events()
	for _, test := range []struct {
		step int
		told string
	}{{100, "step"}, {39, "travel false, step"}, {40, "travel false, step"}, {70, "step"}} {
		r.GoTo(test.step, "")
		for r.State() == Seeking {
			r.Turn(0, plenty)
		}
		if got := told(r); got != test.told || r.Session().At() != test.step {
			t.Errorf("%d: %s at %d, want %s", test.step, got, r.Session().At(), test.told)
		}
	}
	r.Reset()
	if first, last := r.Session().Reach(); first != 0 || last != 0 {
		t.Errorf("started over it reaches from %d to %d", first, last)
	}
}

// What own data do not allow is told of a change as of a link.
func TestASettingThatOwnDataDoNotAllowIsTold(t *testing.T) {
	r := open("v=1")
	set := dataset.NewSet(4, 6)
	for i := range 6 {
		set.Append(float64(i%3), 1, float64(i), 2, 3)
	}
	r.ReplacePoints(dataset.NewPoints(set))
	for pair, want := range map[config.Pair]config.Warning{
		{Key: "in", Value: "x1,x5"}:  {Key: "in", Value: "x1,x5", Used: "x1", Reason: config.Invalid},
		{Key: "classes", Value: "2"}: {Key: "classes", Value: "2", Used: "3", Reason: config.Clamped},
		{Key: "in", Value: "x2,x4"}:  {},
	} {
		got := r.SetMost(Set, 0, pair)
		if want == (config.Warning{}) && len(got) == 0 {
			continue
		}
		if len(got) != 1 || got[0] != want {
			t.Errorf("%v: warns of %+v, want %+v", pair, got, want)
		}
	}
}

func TestTheNextSeed(t *testing.T) {
	for _, test := range []struct{ link, want string }{{"v=1", "v=1&seed=3"}, {"v=1&seed=4294967295", "v=1&seed=0"}} {
		r := open(test.link)
		r.Session().Step(3)
		r.Redraw()
		if got := link.Fragment(r.Session()); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}
