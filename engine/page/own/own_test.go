package own

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/scene"
)

// visitor is own data before a run, on a plane that is shown.
type visitor struct {
	*Own
	*testing.T
	d     *panel.Desk
	asked []panel.Effect // by what was done last
}

func open(t *testing.T, fragment string) *visitor {
	x := &visitor{Own: New().(*Own), T: t, d: paneltest.Desk(fragment)}
	slots := scene.Slots{Scale: 1}
	slots.Rects[scene.OutputSlot] = scene.Rect{W: 500, H: 500}
	x.d.Stage.SetSlots(slots)
	x.do("start", "false")
	return x
}

// do does what the words say and returns what is shown then.
func (x *visitor) do(words ...string) Record {
	x.Do(x.d, words)
	return x.see()
}

// see returns what is shown once own data have heard of the run.
func (x *visitor) see() Record {
	for _, change := range x.d.Run.Changes() {
		x.Hear(x.d, change)
	}
	r := x.Record(x.d).(Record)
	x.asked = x.d.Asked()
	return r
}

// set changes settings as a script does.
func (x *visitor) set(key, value string) Record {
	x.d.Run.Set(key, value, run.Set)
	return x.see()
}

// pixels returns where a place is.
func (x *visitor) pixels(u1, u2 float64) []string {
	s := scale(x.d)
	text := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	return []string{text((u1 + dataset.Reach) * s), text((dataset.Reach - u2) * s)}
}

func (x *visitor) press(u1, u2 float64, kind, button string) Record {
	return x.do(append([]string{"press"}, append(x.pixels(u1, u2), kind, button)...)...)
}

func (x *visitor) moveTo(u1, u2 float64, kind string) Record {
	return x.do(append([]string{"move"}, append(x.pixels(u1, u2), kind, "-1")...)...)
}

func (x *visitor) click(u1, u2 float64) Record {
	x.press(u1, u2, "mouse", "0")
	return x.lift()
}

// lift is the end of a press, and the click that it was.
func (x *visitor) lift() Record {
	x.do("lift", "0", "0", "mouse", "0")
	return x.do("click", "0", "0", "mouse", "0")
}

// drag goes from one place to another in some moves.
func (x *visitor) drag(from, to place) Record {
	x.press(from.u1, from.u2, "mouse", "0")
	for i := 1.; i <= 5; i++ {
		x.moveTo(from.u1+i/5*(to.u1-from.u1), from.u2+i/5*(to.u2-from.u2), "mouse")
	}
	return x.lift()
}

// keys presses keys.
func (x *visitor) keys(names ...string) (r Record) {
	for _, name := range names {
		r = x.do(append([]string{"key"}, strings.Split(name, "+")...)...)
	}
	return r
}

// points is own data as text, with a decimal.
func (x *visitor) points() string {
	own := x.d.Session().Own()
	var list []string
	for i := range own.Len() {
		list = append(list, fmt.Sprintf("%.4g %.4g %g", own.X[0][i], own.X[1][i], own.Y[i]))
	}
	return strings.Join(list, ", ")
}

func (x *visitor) want(points string) {
	x.Helper()
	if got := x.points(); got != points {
		x.Errorf("the points are %s, want %s", got, points)
	}
}

// said is the notices asked for last, by their keys and intents, and those that went.
func (x *visitor) said() string {
	var list []string
	for _, e := range x.asked {
		switch with := e.With.(type) {
		case notice.Notice:
			list = append(list, strings.TrimSpace(strings.Join(keysOf(with.Text), " ")+" "+with.Do))
		case notice.Dismissal:
			list = append(list, "-"+with.Name)
		}
	}
	return strings.Join(list, "; ")
}

// keysOf returns the keys of a text and of those in it, sentences one by one.
func keysOf(t record.Text) []string {
	if t.Key != "own.sentences" {
		return []string{strings.TrimPrefix(t.Key, "own.")}
	}
	return append(keysOf(t.Get("a").(record.Text)), keysOf(t.Get("b").(record.Text))...)
}

func (x *visitor) taken() bool {
	return !slices.ContainsFunc(x.asked, func(e panel.Effect) bool { return e.Name == "pass" })
}

func TestThePointerDraws(t *testing.T) {
	x := open(t, "v=1&data=own")
	if r := x.see(); r.Pens[0].InHand != "true" || !r.InHand || r.Hint.Key != "own.draw" || !r.NoUndo || !r.NoPoints {
		t.Fatalf("an empty plane shows %+v", r)
	}
	if r := x.click(-3, 2); r.Hint.Key != "" || !x.taken() || r.Count.Get("points") != 1 {
		t.Errorf("after a click: %+v", r)
	}
	x.do("tool", "zero")
	x.click(3, -2)
	x.want("-3 2 1, 3 -2 0")
	if x.click(3, -2); x.taken() {
		t.Error("a click on a point draws")
	}
	x.drag(place{3, -2}, place{2, -4})
	x.want("-3 2 1, 2 -4 0")
	x.press(-3, 2, "mouse", "2")
	x.want("2 -4 0")
	x.do("undo")
	x.do("undo")
	x.want("-3 2 1, 3 -2 0")
	x.do("redo")
	x.do("redo")
	x.want("2 -4 0")
	if r := x.do("redo"); !r.NoRedo || r.NoUndo || !x.taken() {
		t.Errorf("there is nothing to do again: %+v", r)
	}
	x.d.Run.Set("data", "moons", run.Set)
	x.see()
	if x.do("undo"); x.taken() {
		t.Error("a key is taken from the page while there are no own data")
	}
}

func TestSprayingAndErasing(t *testing.T) {
	x := open(t, "v=1&data=own")
	x.drag(place{-5, 5}, place{5, 5})
	own := x.d.Session().Own()
	step := apart / scale(x.d)
	if want := 1 + int(10/step); own.Len() != want {
		t.Fatalf("%d points are sprayed, want %d", own.Len(), want)
	}
	for i := range own.Len() {
		if math.Abs(own.X[0][i]-(-5+float64(i)*step)) > 1e-3 || math.Abs(own.X[1][i]-5) > 1e-3 {
			t.Fatalf("point %d is at %v, %v", i, own.X[0][i], own.X[1][i])
		}
	}
	x.do("tool", "erase")
	x.drag(place{0, 5}, place{5.5, 5})
	if left := x.d.Session().Own().Len(); left >= own.Len() || left < 4 {
		t.Errorf("%d of %d are left", left, own.Len())
	}
	x.do("undo")
	if x.d.Session().Own().Len() != own.Len() {
		t.Error("what was erased in one go does not come back in one")
	}
	if r := x.do("undo"); !r.NoPoints || !r.NoUndo || r.Hint.Key != "own.draw" {
		t.Errorf("what was sprayed in one go does not go in one: %+v", r)
	}
	x.do("tool", "one")
	x.drag(place{5, 5}, place{9, 5})
	if own := x.d.Session().Own(); slices.Max(own.X[0]) > dataset.Reach || own.Len() < 2 {
		t.Errorf("%s are sprayed over the edge", x.points())
	}
}

// What is broken off leaves nothing: neither points nor a way back or on to them.
func TestWhatIsBrokenOff(t *testing.T) {
	for name, test := range map[string]struct {
		begin func(*visitor)
		off   []string
	}{
		"spraying, the system":  {func(x *visitor) { x.press(-5, 5, "touch", "0"); x.moveTo(5, 5, "touch") }, []string{"cancel", "0", "0", "touch", "0"}},
		"spraying, Escape":      {func(x *visitor) { x.press(-5, 5, "mouse", "0"); x.moveTo(5, 5, "mouse") }, []string{"key", "Escape"}},
		"dragging, the system":  {func(x *visitor) { x.press(3, -2, "touch", "0"); x.moveTo(1, 1, "touch"); x.moveTo(2, 2, "touch") }, []string{"cancel", "0", "0", "touch", "0"}},
		"dragging, Escape":      {func(x *visitor) { x.press(3, -2, "mouse", "0"); x.moveTo(1, 1, "mouse"); x.moveTo(2, 2, "mouse") }, []string{"key", "Escape"}},
		"erasing, the system":   {func(x *visitor) { x.do("tool", "erase"); x.press(3, -2, "pen", "0") }, []string{"cancel", "0", "0", "pen", "0"}},
		"nothing yet, Escape":   {func(x *visitor) { x.press(3, -2, "mouse", "0") }, []string{"key", "Escape"}},
		"taken along, Escape":   {func(x *visitor) { x.keys("n", "m", "ArrowUp", "ArrowLeft") }, []string{"key", "Escape"}},
		"not moved yet, Escape": {func(x *visitor) { x.keys("n", "m") }, []string{"key", "Escape"}},
	} {
		x := open(t, "v=1&data=own")
		x.click(-3, 2)
		x.click(3, -2)
		x.click(0, 0)
		x.do("undo")
		test.begin(x)
		r := x.do(test.off...)
		if x.want("-3 2 1, 3 -2 1"); r.NoUndo || r.NoRedo || !r.Ring.Away || r.Carrying {
			t.Errorf("%s: %+v", name, r)
		}
		x.moveTo(-1, -1, "mouse")
		x.lift()
		x.want("-3 2 1, 3 -2 1")
		x.do("redo")
		if x.want("-3 2 1, 3 -2 1, 0 0 1"); !x.see().NoRedo {
			t.Errorf("%s: there is more to do again", name)
		}
	}
}

// Undoing and other keys end what is being done with the pointer, or taken along, so that nothing is lost.
func TestKeysWhileAButtonIsDown(t *testing.T) {
	x := open(t, "v=1&data=own")
	x.click(3, -2)
	x.press(-5, 5, "mouse", "0")
	x.do("undo")
	x.moveTo(5, 5, "mouse")
	x.lift()
	x.want("3 -2 1")
	x.do("redo")
	x.want("3 -2 1, -5 5 1")
	x.press(3, -2, "mouse", "0")
	x.moveTo(0, 0, "mouse")
	x.keys("Delete")
	x.moveTo(1, 1, "mouse")
	x.lift()
	x.want("-5 5 1")
	x.do("undo")
	x.want("0 0 1, -5 5 1")
	x.keys("n", "m", "ArrowUp")
	x.do("undo")
	x.keys("ArrowUp")
	x.want("0 0 1, -5 5 1")
	for range 3 {
		x.do("undo")
	}
	if r := x.see(); !r.NoUndo || !r.NoPoints {
		t.Errorf("after all is undone: %+v", r)
	}
}

func TestClearing(t *testing.T) {
	x := open(t, "v=1&data=own")
	x.click(3, -2)
	r := x.do("clear")
	if !r.NoPoints || r.NoUndo || len(r.News) != 1 || r.News[0].Says.Key != "own.cleared" || r.News[0].Says.Get("points") != 0 {
		t.Errorf("it shows %+v", r)
	}
	if !slices.Contains(x.asked, panel.Effect{Name: "focus", With: panel.Focus{ID: "own-undo"}}) {
		t.Errorf("it asks for %v", x.asked)
	}
}

// The point that a press would take hold of is ringed, not under a finger.
func TestTheRing(t *testing.T) {
	x := open(t, "v=1&data=own")
	x.click(3, -3)
	for _, test := range []struct {
		u1, u2 float64
		kind   string
		left   string
	}{{3.1, -3, "mouse", "75.000%"}, {3.1, -3, "touch", ""}, {3.5, -3, "mouse", ""}, {0, 0, "pen", ""}} {
		if r := x.moveTo(test.u1, test.u2, test.kind); r.Ring.Left != test.left || r.Ring.Away != (test.left == "") || !x.d.Still {
			t.Errorf("%+v: %+v", test, r.Ring)
		}
	}
	x.moveTo(3, -3, "mouse")
	if r := x.lift(); !r.Ring.Away {
		t.Error("the ring stays")
	}
}

func TestThereIsRoomForSoManyPoints(t *testing.T) {
	x := open(t, "v=1&data=own")
	full := dataset.Set{X: [][]float64{make([]float64, dataset.MaxOwn), make([]float64, dataset.MaxOwn)}, Y: make([]float64, dataset.MaxOwn)}
	x.d.Run.ReplacePoints(dataset.NewPoints(full))
	x.see()
	if x.press(3, 3, "mouse", "0"); x.said() != "full" || x.d.Session().Own().Len() != dataset.MaxOwn {
		t.Errorf("says %q", x.said())
	}
	if x.keys("Shift+ArrowUp", "Enter"); x.said() != "full" {
		t.Errorf("the keyboard says %q", x.said())
	}
}

// What one begins with in hand.
func TestTools(t *testing.T) {
	choose := func(x *visitor) { x.d.Run.Choose("own") }
	for _, test := range []struct {
		name, link, framed string
		act                func(*visitor)
		want               tool
	}{
		{"an empty plane is opened", "v=1&data=own", "false", nil, one},
		{"an empty plane is opened in a frame", "v=1&data=own", "true", nil, none},
		{"points are opened", "v=1&data=moons", "false", nil, none},
		{"the reader chooses own data", "v=1", "false", choose, one},
		{"the reader chooses own data in a frame", "v=1", "true", choose, one},
		{"a script chooses own data", "v=1", "false", func(x *visitor) { x.set("data", "own") }, one},
		{"the page around chooses own data", "v=1", "true", func(x *visitor) { x.set("data", "own") }, none},
		{"a script brings points", "v=1", "false", func(x *visitor) { x.d.Run.ReplacePoints(dataset.Points{Extent: dataset.Home}) }, none},
		{"another plane is opened", "v=1", "false", func(x *visitor) { x.d.Run.Open("v=1&data=own") }, one},
		{"others are chosen", "v=1&data=own", "false", func(x *visitor) { x.d.Run.Choose("xor") }, none},
		{"it is laid down", "v=1&data=own", "false", func(x *visitor) { x.do("tool", "one") }, none},
		{"it stays in hand", "v=1&data=own", "false", func(x *visitor) { x.do("tool", "erase"); x.do("clear") }, erase},
		{"a table of three columns is made own", "v=1&data=shell", "false", choose, none},
		{"there are fewer classes than the one in hand", "v=1&data=own&classes=4", "false", func(x *visitor) { x.do("tool", "class3"); x.set("classes", "2") }, one},
		{"there are more classes than the one in hand", "v=1&data=own&classes=4", "false", func(x *visitor) { x.do("tool", "class2"); x.set("classes", "3") }, "class2"},
		{"there is no such class", "v=1&data=own&classes=4", "false", func(x *visitor) { x.do("tool", "class4") }, one},
		{"there is no such tool", "v=1&data=own", "false", func(x *visitor) { x.do("tool", "brush") }, one},
	} {
		x := open(t, test.link)
		x.do("start", test.framed)
		if test.act != nil {
			test.act(x)
			x.see()
		}
		if x.tool != test.want {
			t.Errorf("%s: %q is in hand, want %q", test.name, x.tool, test.want)
		}
	}
}

// Every class there is can be drawn, by its button or its digit.
func TestMoreClassesAreDrawn(t *testing.T) {
	x := open(t, "v=1&data=own&classes=4")
	r := x.do("tool", "class3")
	var pens []string
	for _, p := range r.Pens {
		pens = append(pens, p.ID+" "+p.Mark)
	}
	if got, want := strings.Join(pens, ", "), "own-zero mark zero, own-one mark one, own-class2 mark class2, own-class3 mark class3"; got != want {
		t.Errorf("the pens are %s, want %s", got, want)
	}
	if r.Pens[3].Take != "own tool class3" || r.Pens[3].InHand != "true" || r.Undrawable {
		t.Errorf("%+v", r.Pens)
	}
	x.keys("Enter", "2", "ArrowRight", "Enter", "9", "4", "ArrowRight", "Enter")
	x.want("0 0 3, 0.2 0 2, 0.4 0 2")
	if c := x.d.Session().Config(); c.Encode() != "v=1&data=own&classes=4" || c.Output.String() != "softmax" {
		t.Errorf("got %s", c.Encode())
	}
	if r := x.do("clear"); len(r.Pens) != 4 {
		t.Errorf("a cleared plane has %d classes", len(r.Pens))
	}
}

// A pen is called after its class where that has a name; of two the one for class 1 stands first.
func TestPensAreCalledAfterTheirClasses(t *testing.T) {
	x := open(t, "v=1&data=own")
	points := dataset.NewPoints(dataset.Set{X: [][]float64{{1, 3}, {2, 4}}, Y: []float64{0, 1}})
	points.Names.Classes = []string{"no", "yes"}
	x.d.Run.ReplacePoints(points)
	r := x.see()
	if got := []any{r.Pens[0].Name.Get("class"), r.Pens[1].Name.Get("class")}; len(r.Pens) != 2 || !slices.Equal(got, []any{"yes", "no"}) {
		t.Errorf("the pens draw %v", got)
	}
}

// What is no drawing is only looked at, and comes back after it was cleared.
func TestATableIsNotDrawnOn(t *testing.T) {
	x := open(t, "v=1&data=iris")
	x.d.Run.Choose("own")
	r := x.see()
	if !r.Undrawable || r.Away || r.InHand || r.NoPoints || x.d.Session().Names().Class(2) != "virginica" {
		t.Errorf("%+v", r)
	}
	for _, words := range []string{"press 250 250 mouse 0", "move 90 90 mouse 0", "press 250 250 mouse 2", "key Enter", "key n", "key Delete", "tool erase", "press 250 250 mouse 0"} {
		x.do(strings.Fields(words)...)
	}
	if x.d.Session().Own().Len() != 150 {
		t.Errorf("%d points are left", x.d.Session().Own().Len())
	}
	if r := x.do("clear"); r.Undrawable || len(r.Pens) != 3 {
		t.Errorf("%+v", r)
	}
	if r := x.do("undo"); !r.Undrawable || x.d.Session().Columns() != 4 || x.d.Session().Config().Encode() != "v=1&data=own&classes=3&in=x1,x2,x3,x4" {
		t.Errorf("%s, %+v", x.d.Session().Config().Encode(), r)
	}
}

// A table over generated data is undone too: then the tools are gone, so a notice has the way on.
func TestUndoingATableOverGeneratedData(t *testing.T) {
	x := open(t, "v=1&data=flower&lr=1.2")
	x.d.Run.Step(1, "")
	x.see()
	if r := x.do("read", "1,2,0\n3,4,1\n"); r.NoUndo || r.Away {
		t.Fatalf("%+v", r)
	}
	r := x.do("undo")
	if c := x.d.Session().Config(); c.Encode() != "v=1&steps=1" || !r.Away || r.News[0].Says.Get("points") != 400 || x.said() != "-table; undone own redo" {
		t.Errorf("%s, %+v, %s", c.Encode(), r.News, x.said())
	}
	if x.do("undo"); x.taken() {
		t.Error("there is more to undo")
	}
	x.do("redo")
	x.want("1 2 0, 3 4 1")
	if x.said() != "-table" {
		t.Errorf("done again, it says %s", x.said())
	}
}

// Drawing keeps the weights and stops a way to a step; clearing starts over and can be undone.
func TestWhatBecomesOfTheRun(t *testing.T) {
	x := open(t, "v=1&data=own")
	x.click(-3, 2)
	x.click(3, -2)
	x.d.Run.Step(30, "")
	for x.d.Run.State() != run.Paused {
		x.d.Run.Turn(0, 1)
	}
	x.d.Run.Step(1000, "")
	x.click(0, 5)
	if at := x.d.Session().At(); x.d.Run.State() != run.Paused || at != 30 {
		t.Errorf("%s at step %d", x.d.Run.State(), at)
	}
	x.do("clear")
	if at := x.d.Session().At(); at != 0 {
		t.Errorf("at step %d", at)
	}
	x.want("")
	x.d.Run.Play()
	x.do("undo")
	x.want("-3 2 1, 3 -2 1, 0 5 1")
	if at := x.d.Session().At(); at != 30 || x.d.Run.State() != run.Paused {
		t.Errorf("what was cleared comes back %s at step %d", x.d.Run.State(), at)
	}
	x.d.Run.Set("data", "moons", run.Set)
	x.see()
	if r := x.click(2, 2); !r.Away || x.d.Session().Own().Len() != 3 {
		t.Error("other data are drawn on")
	}
	if c, _ := x.d.Session().Config().With(config.Pair{Key: "data", Value: "own"}); !x.d.Session().Apply(c) {
		t.Error("nothing to come back to")
	}
	x.want("-3 2 1, 3 -2 1, 0 5 1")
}

// The example that is chosen is let go where examples are numbered anew.
func TestTheChosenExample(t *testing.T) {
	for name, test := range map[string]struct {
		act  func(*visitor)
		want int
	}{
		"add":     {func(x *visitor) { x.click(5, 5) }, 1},
		"move":    {func(x *visitor) { x.drag(place{-3, 2}, place{-4, 4}) }, 1},
		"remove":  {func(x *visitor) { x.press(-3, 2, "mouse", "2") }, 0},
		"undo":    {func(x *visitor) { x.do("undo") }, 0},
		"in part": {func(x *visitor) { x.set("test", "20"); x.d.Choose(1); x.click(5, 5) }, 0},
	} {
		x := open(t, "v=1&data=own")
		x.click(-3, 2)
		x.click(3, -2)
		x.d.Choose(1)
		if test.act(x); x.d.Example != test.want {
			t.Errorf("%s: example %d is chosen, want %d", name, x.d.Example, test.want)
		}
	}
}

func TestTheKeyboardDraws(t *testing.T) {
	x := open(t, "v=1&data=own")
	if r := x.do("focus", "false"); !r.Cursor.Away {
		t.Error("a press shows the cursor of the keyboard")
	}
	if r := x.do("focus", "true"); r.Cursor.Left != "50.000%" || r.Cursor.Top != "50.000%" {
		t.Errorf("the cursor is %+v", r.Cursor)
	}
	var before string
	for _, test := range []struct{ keys, says, points string }{
		{"ArrowRight Shift+ArrowUp", "own.at [x1 0.2 x2 1]", ""},
		{"Enter", "own.added [class {output.class [class 1]} points 1 x1 0.2 x2 1]", "0.2 1 1"},
		{"0", "own.pen [class {output.class [class 0]}]", "0.2 1 1"},
		{"Shift+ArrowLeft Space", "own.added [class {output.class [class 0]} points 2 x1 −0.8 x2 1]", "0.2 1 1, -0.8 1 0"},
		{"n", "own.point [point 1 class {output.class [class 1]} points 2 x1 0.2 x2 1]", "0.2 1 1, -0.8 1 0"},
		{"m", "own.taken [x1 0.2 x2 1]", "0.2 1 1, -0.8 1 0"},
		{"ArrowDown ArrowDown", "own.at [x1 0.2 x2 0.6]", "0.2 0.6 1, -0.8 1 0"},
		{"m", "own.dropped [x1 0.2 x2 0.6]", "0.2 0.6 1, -0.8 1 0"},
		{"m Shift+ArrowDown", "own.at [x1 0.2 x2 −0.4]", "0.2 -0.4 1, -0.8 1 0"},
		{"Escape", "own.dropped [x1 0.2 x2 0.6]", "0.2 0.6 1, -0.8 1 0"},
		{"n", "own.point [point 2 class {output.class [class 0]} points 2 x1 −0.8 x2 1]", "0.2 0.6 1, -0.8 1 0"},
		{"Delete", "own.removed [points 1 x1 −0.8 x2 1]", "0.2 0.6 1"},
		{"Backspace", "own.none [x1 −0.8 x2 1]", "0.2 0.6 1"},
		{"Delete", "own.none [x1 −0.8 x2 1]", "0.2 0.6 1"},
		{"ArrowUp ArrowRight ArrowRight ArrowRight ArrowRight ArrowRight ArrowDown ArrowDown ArrowDown", "own.point [point 1 class {output.class [class 1]} points 1 x1 0.2 x2 0.6]", "0.2 0.6 1"},
		{"Shift+n", "own.point [point 1 class {output.class [class 1]} points 1 x1 0.2 x2 0.6]", "0.2 0.6 1"},
		{"1 Shift+ArrowLeft Shift+ArrowLeft Shift+ArrowLeft Shift+ArrowLeft Shift+ArrowLeft Shift+ArrowLeft Shift+ArrowLeft", "own.at [x1 −6 x2 0.6]", "0.2 0.6 1"},
	} {
		r := x.keys(strings.Fields(test.keys)...)
		if got := fmt.Sprint(r.News[0].Says.Key, " ", r.News[0].Says.With); got != test.says || r.News[0].Key == before || r.Cursor.Away || !x.taken() {
			t.Errorf("%s: says %s, want %s; %+v", test.keys, got, test.says, r)
		}
		before = x.see().News[0].Key
		x.want(test.points)
	}
	if x.keys("Tab", "Escape"); x.taken() {
		t.Error("keys are taken that mean nothing here")
	}
	if r := x.do("blur"); !r.Cursor.Away {
		t.Error("the cursor stays")
	}
	if r := x.do("undo"); r.News[0].Says.Key != "own.undone" || r.News[0].Says.Get("points") != 2 {
		t.Errorf("undoing says %v", r.News)
	}
}

func TestDeleteRemovesThePointThatWasClicked(t *testing.T) {
	x := open(t, "v=1&data=own")
	x.click(-3, 2)
	x.click(3, 2)
	x.click(-3, 2)
	x.keys("Delete")
	x.want("3 2 1")
}

// Among measured points all is in the data's units.
func TestMeasuredPoints(t *testing.T) {
	x := open(t, "v=1&data=own")
	x.do("read", "salary,age,bought\n20000,23,0\n150000,67,1\n") // shown from 7000 to 163000, from 18.6 to 71.4
	x.do("tool", "one")
	r := x.keys("Shift+ArrowLeft", "Enter")
	if got := fmt.Sprint(r.News[0].Says.With); got != "[class {output.class [class 1]} points 3 x1 72000 x2 45]" {
		t.Errorf("says %s", got)
	}
	x.drag(place{5, 5}, place{6, 6})
	x.want("2e+04 23 0, 1.63e+05 71.4 1, 7.2e+04 45 1")
}
