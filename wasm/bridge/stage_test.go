//go:build js

package bridge

import (
	"math"
	"syscall/js"
	"testing"

	"shallows/engine/scene"
)

const slots = `"slots", "2", "network", "10", "20", "600", "400", "output", "620", "20", "300", "300"`

func TestLayoutFollowsTheSlots(t *testing.T) {
	p := open(t)
	p.call("do", slots)
	layout := p.call("layout", "")
	if got := layout.Get("units").Length(); got != 7 {
		t.Errorf("%d units, want those of a 2-4-1 network", got)
	}
	if got := layout.Get("biases").Length(); got != 5 {
		t.Errorf("%d biases, want one for each hidden unit and the output", got)
	}
	for i := range layout.Get("labels").Length() {
		if slot := layout.Get("labels").Index(i).Get("slot").String(); slot == "cost" {
			t.Error("a label belongs to a slot that is not there")
		}
	}
}

func TestHitFindsWhatLayoutPlaces(t *testing.T) {
	p := open(t)
	p.call("do", slots)
	hitUnit := js.Global().Get("Function").New("engine", "i",
		"const u = engine.layout().units[i]; return engine.hit('network', u.x + u.w / 2, u.y + u.h / 2)")
	for i, want := range []struct{ layer, to int }{{0, 1}, {0, 2}, {1, 1}, {1, 2}, {1, 3}, {1, 4}, {2, 1}} {
		hit := hitUnit.Invoke(p.object, i)
		if hit.IsNull() || hit.Get("kind").String() != "unit" || hit.Get("layer").Int() != want.layer || hit.Get("to").Int() != want.to {
			t.Errorf("at unit %d there is %v, want unit %d of layer %d", i, hit, want.to, want.layer)
		}
	}
	p.expect("hit", `"network", -100, -100`, `null`)
}

func TestThePlaneShowsTheOutputUnlessAUnitIsHovered(t *testing.T) {
	p := open(t)
	p.open(`"data=plane&net=1&init=constant&scale=0.5&act=linear&out=linear"`)
	p.call("do", slots)
	value := js.Global().Get("Function").New("engine", "const hit = engine.hit('output', 150, 80); return hit.value / (hit.x + hit.y)")
	for _, test := range []struct {
		hovered string
		want    float64
	}{
		{`"point"`, 0.25},
		{`"point", "A", "1", "1", "0", "0", "false"`, 0.5},
		{`"point"`, 0.25},
	} {
		p.call("do", test.hovered)
		if got := value.Invoke(p.object).Float(); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("hovering %s the plane shows %v (x1 + x2), want %v", test.hovered, got, test.want)
		}
	}
}

func TestCursorAtTheRightEdgeIsTheLastStep(t *testing.T) {
	p := open(t)
	p.call("do", `"slots", "1", "cost", "0", "0", "300", "200"`)
	p.engine.run().Step(4)
	if got := p.call("cursor", `300`); got.Get("step").Int() != 4 || !got.Get("testCost").IsNull() ||
		got.Get("cost").Float() != p.call("metrics", "").Get("cost").Float() {
		t.Errorf("got step %v, cost %v, test cost %v", got.Get("step"), got.Get("cost"), got.Get("testCost"))
	}
}

func TestAnExampleIsMetAndRinged(t *testing.T) {
	p := open(t)
	p.open(`"data=line&n=10"`)
	p.call("do", slots)
	example := js.Global().Get("Function").New("engine", `
		const { square } = engine.layout();
		const [x1, x2] = engine.data().train[6];
		return engine.hit("output", square.x + square.w * (x1 + 6) / 12, square.y + square.h * (6 - x2) / 12).example;`)
	if got := example.Invoke(p.object).Int(); got != 7 {
		t.Errorf("where example 7 is there is %d", got)
	}
	boxes := func() int { return len(p.engine.stage.Picture(scene.OutputSlot).Boxes) }
	without := boxes()
	p.call("do", `"example", "7"`)
	if boxes() == without {
		t.Error("no ring is drawn")
	}
	p.call("do", `"example", "0"`)
	if boxes() != without {
		t.Error("the ring stays")
	}
}

func TestViewKeepsWhatIsNotGiven(t *testing.T) {
	p := open(t)
	p.call("view", `{discretise: true, showTest: false, unfold: [1]}`)
	p.call("view", `{logSteps: true}`)
	view := p.engine.stage.View()
	if !view.Discretise || !view.HideTest || !view.LogSteps || len(view.Unfolded) != 1 {
		t.Errorf("got %+v", view)
	}
}
