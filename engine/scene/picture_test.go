package scene

import (
	"math"
	"testing"

	"shallows/engine/dataset"
)

// inPixels is a position of a slot in device pixels.
func inPixels(s *Stage, slot Slot, p Point) Point {
	r := s.slots.Rects[slot]
	return Point{(r.X + p.X) * s.slots.Scale, (r.Y + p.Y) * s.slots.Scale}
}

// boxesAt is the boxes whose middle is within a pixel of p.
func boxesAt(p *Picture, at Point) (found []Box) {
	for _, b := range p.Boxes {
		if math.Hypot(b.Centre.X-at.X, b.Centre.Y-at.Y) < 1 {
			found = append(found, b)
		}
	}
	return found
}

func TestEveryLinkHasItsColourAndWidth(t *testing.T) {
	s := newStage("net=2", 0)
	for _, w := range []struct {
		to, from int
		value    float64
	}{{1, 1, 4}, {1, 2, -4}, {2, 1, 0.01}, {2, 2, math.Inf(1)}} {
		s.session.Network().W[1].Data[2*(w.to-1)+w.from-1] = w.value
	}
	strokes := s.Picture(NetworkSlot).Strokes
	if len(strokes) != 6 {
		t.Fatalf("%d strokes, want 6", len(strokes))
	}
	positive, negative, faint, infinite := strokes[0], strokes[1], strokes[2], strokes[3]
	if positive.Colour.rgb() != testTheme.Positive.rgb() || negative.Colour.rgb() != testTheme.Negative.rgb() {
		t.Errorf("4 and -4 are %v and %v", positive.Colour, negative.Colour)
	}
	if positive.Width != negative.Width || positive.Width <= 2*faint.Width || positive.Colour.A <= faint.Colour.A {
		t.Errorf("4, -4 and 0.01 are %v, %v and %v wide", positive.Width, negative.Width, faint.Width)
	}
	if faint.Width < 1 {
		t.Errorf("0.01 is thinner than a pixel: %v", faint.Width)
	}
	if !(infinite.Width > positive.Width && infinite.Width < 100) {
		t.Errorf("infinity is %v wide", infinite.Width)
	}
}

func TestEveryBiasIsSeen(t *testing.T) {
	s := newStage("net=3", 0)
	n := s.session.Network()
	n.B[1][0], n.B[1][1], n.B[2][0] = 1, -1, 5
	p := s.Picture(NetworkSlot)
	fill := func(b biasMark) (radius float64, ring Colour) {
		marks := boxesAt(p, inPixels(s, NetworkSlot, b.centre))
		want := 3
		if n.B[b.Layer][b.Index-1] < 0 {
			want += 2 // a minus and the room around it
		}
		if len(marks) != want {
			t.Fatalf("%d shapes at the bias of unit %d of layer %d, want %d", len(marks), b.Index, b.Layer, want)
		}
		return marks[1].Radius, marks[2].Colour
	}
	biases := s.diagram.biases
	if len(biases) != 4 {
		t.Fatalf("%d biases, want 4", len(biases))
	}
	one, blue := fill(biases[0])
	minusOne, orange := fill(biases[1])
	zero, grey := fill(biases[2])
	five, _ := fill(biases[3])
	if blue != testTheme.Positive || orange != testTheme.Negative || grey != testTheme.Muted {
		t.Errorf("1, -1 and 0 have rings of %v, %v and %v", blue, orange, grey)
	}
	if zero != 0 || one <= 0 || one != minusOne || five <= one {
		t.Errorf("0, 1, -1 and 5 fill %v, %v, %v and %v", zero, one, minusOne, five)
	}
}

func TestEveryUnitShowsItsField(t *testing.T) {
	s := newStage("net=14,3", 0)
	quads := s.Picture(NetworkSlot).Quads
	var numbers []int
	for _, q := range quads {
		numbers = append(numbers, q.Unit)
	}
	want := []int{0, 1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16, 17, 18, 19}
	if len(numbers) != len(want) {
		t.Fatalf("units %v, want %v", numbers, want)
	}
	for i := range want {
		if numbers[i] != want[i] {
			t.Fatalf("units %v, want %v", numbers, want)
		}
	}
}

func TestOutputShowsTheHoveredUnit(t *testing.T) {
	s := newStage("net=4", 0)
	if q := s.Picture(OutputSlot).Quads; len(q) != 1 || q[0].Unit != 6 || q[0].Line == 0 {
		t.Errorf("%+v, want the output with its line", q)
	}
	s.Hover(Target{Unit, 1, 3, 0})
	if q := s.Picture(OutputSlot).Quads; q[0].Unit != 4 {
		t.Errorf("%+v, want the third hidden unit", q)
	}
}

func TestExamplesDifferInColourAndShape(t *testing.T) {
	s := newStage("data=gauss&n=40&noise=0&test=50", 0)
	p := s.Picture(OutputSlot)
	for _, test := range []struct {
		held       bool
		class      float64
		round      bool
		colour     Colour
		shapeCount int
	}{
		{false, 1, true, testTheme.Positive, 3},
		{false, 0, false, testTheme.Negative, 3},
		{true, 1, true, testTheme.Positive, 4},
		{true, 0, false, testTheme.Negative, 4},
	} {
		set := s.session.Train()
		if test.held {
			set = s.session.Test()
		}
		for i, y := range set.Y {
			if y != test.class {
				continue
			}
			shapes := boxesAt(p, inPixels(s, OutputSlot, s.plane.plot(set.X[0][i], set.X[1][i])))
			if len(shapes) != test.shapeCount {
				t.Errorf("class %v, held out %v: %d shapes, want %d", y, test.held, len(shapes), test.shapeCount)
				continue
			}
			core := shapes[2]
			if round := core.Radius == core.Half.X; round != test.round || core.Colour != test.colour {
				t.Errorf("class %v, held out %v: round %v, colour %v", y, test.held, round, core.Colour)
			}
		}
	}

	with := len(p.Boxes)
	s.SetView(View{HideTest: true})
	if without := len(s.Picture(OutputSlot).Boxes); with-without != 4*s.session.Test().Len() {
		t.Errorf("hiding %d test examples removes %d shapes", s.session.Test().Len(), with-without)
	}
}

func TestExamplesBeyondThePlaneAreLeftOut(t *testing.T) {
	s := newStage("data=gauss&noise=1&n=500", 0)
	box := s.plane.box
	lower := inPixels(s, OutputSlot, Point{box.X, box.Y})
	upper := inPixels(s, OutputSlot, Point{box.X + box.W, box.Y + box.H})
	for _, b := range s.Picture(OutputSlot).Boxes {
		if b.Radius > 0 && (b.Centre.X < lower.X || b.Centre.Y < lower.Y || b.Centre.X > upper.X || b.Centre.Y > upper.Y) {
			t.Errorf("an example at %v, outside the plane", b.Centre)
		}
	}
}

func TestTheTestCostIsDashed(t *testing.T) {
	s := newStage("test=30&n=100", 1000)
	lengths := map[Colour]float64{}
	for _, b := range s.Picture(CostSlot).Boxes {
		if b.Radius > 0 {
			lengths[b.Colour] += 2 * (b.Half.X - b.Radius)
		}
	}
	train, test := lengths[testTheme.Ink], lengths[testTheme.Muted]
	if test == 0 || test > 0.7*train || test < 0.4*train {
		t.Errorf("the train line is %v long, the test line's strokes %v", train, test)
	}
}

func TestCostCursorIsDrawn(t *testing.T) {
	s := newStage("", 100)
	s.SetCursor(50)
	at := inPixels(s, CostSlot, s.curve.plot(50, 0))
	marks := 0
	for _, b := range s.Picture(CostSlot).Boxes {
		if math.Abs(b.Centre.X-at.X) < 1 && (b.Colour == testTheme.Accent || b.Radius > 5) {
			marks++
		}
	}
	if marks < 2 {
		t.Errorf("%d marks at the cursor, want a line and a dot", marks)
	}
}

func TestTheCostBeyondThePresentIsFaint(t *testing.T) {
	s := newStage("test=30&n=100", 0)
	s.Session().Remember()
	s.Session().Step(1000)
	s.Layout()
	whole := s.curve
	s.Session().GoTo(301, 1000)
	s.Layout()
	if s.curve.last != 1000 || s.curve.highest != whole.highest {
		t.Errorf("the axes end at step %v and cost %v, want %v and %v", s.curve.last, s.curve.highest, whole.last, whole.highest)
	}
	now := s.Session().Metrics().Cost
	at := inPixels(s, CostSlot, s.curve.plot(301, now))
	dot, rule := false, false
	beyond := 0
	for _, b := range s.Picture(CostSlot).Boxes {
		onCurve := b.Colour == testTheme.Ink || b.Colour == testTheme.Muted
		switch {
		case onCurve && b.Radius == 8:
			dot = dot || math.Hypot(b.Centre.X-at.X, b.Centre.Y-at.Y) < 1
		case onCurve && b.Radius > 0 && b.Centre.X > at.X+1:
			t.Errorf("a piece of the line at %v is as dark as before the present step", b.Centre)
		case b.Radius > 0 && b.Centre.X > at.X:
			beyond++
		case b.Colour == testTheme.Muted && math.Abs(b.Centre.X-at.X) < 1 && b.Half.Y > 20:
			rule = true
		}
	}
	if !dot || !rule || beyond < 100 {
		t.Errorf("dot %v and line %v at the present step, %d pieces beyond", dot, rule, beyond)
	}
	x := s.curve.plot(800, 0).X
	if r, ok := s.CostAt(x); !ok || r.Step != 800 {
		t.Errorf("the cursor finds step %d beyond the present one, want 800", r.Step)
	}
}

func TestALongCurveIsDrawnInFewPieces(t *testing.T) {
	s := newStage("n=10&net=0", 60_000)
	if boxes, most := len(s.Picture(CostSlot).Boxes), 4*int(s.curve.box.W)+50; boxes > most {
		t.Errorf("%d pieces on %v pixels, want at most %d", boxes, s.curve.box.W, most)
	}
}

func TestPicturesStayInTheirSlots(t *testing.T) {
	s := newStage("net=8,8&test=20", 10)
	for slot := range slotCount {
		p := s.Picture(slot)
		if want := (Rect{2 * s.slots.Rects[slot].X, 2 * s.slots.Rects[slot].Y, 2 * s.slots.Rects[slot].W, 2 * s.slots.Rects[slot].H}); p.Clip != want {
			t.Errorf("%v: clipped to %v, want %v", slot, p.Clip, want)
		}
		for _, b := range p.Boxes {
			if !p.Clip.Contains(b.Centre) {
				t.Errorf("%v: a box at %v", slot, b.Centre)
			}
		}
	}
	s.SetSlots(Slots{Scale: 2})
	for slot := range slotCount {
		if p := s.Picture(slot); len(p.Boxes)+len(p.Quads)+len(p.Strokes) > 0 || !p.Clip.Empty() {
			t.Errorf("%v: a picture without a slot", slot)
		}
	}
}

func TestAFrameAllocatesNothing(t *testing.T) {
	for _, fragment := range []string{"", "net=64,30&test=20&init=xavier&lr=0.1"} {
		s := newStage(fragment, 50)
		draw := func() {
			for slot := range slotCount {
				s.Picture(slot)
			}
			s.Shader()
		}
		draw()
		if n := testing.AllocsPerRun(10, draw); n != 0 {
			t.Errorf("%q: %v allocations", fragment, n)
		}
	}
	s := single(t, "&out=softmax&net=3", dataset.Names{}, false, []float64{1, 2, 3, 4}, []float64{0, 1, 2, 2})
	s.Picture(OutputSlot)
	if n := testing.AllocsPerRun(10, func() { s.Picture(OutputSlot) }); n != 0 {
		t.Errorf("data of one column: %v allocations", n)
	}
	if n := testing.AllocsPerRun(10, func() { s.session.Step(1); s.session.Row(202) }); n != 0 {
		t.Errorf("its output after a step: %v allocations", n)
	}
}

func TestLinesLieOverTheExamplesWhereTheySay(t *testing.T) {
	s := newStage("", 0)
	without := len(s.Picture(OutputSlot).Boxes)
	diagonal := Segment{Point{-6, -6}, Point{6, 6}}
	s.SetLines([]Lines{{[]Segment{{Point{-3, 2}, Point{3, 2}}}, Strong}, {[]Segment{diagonal}, Dashed}})
	boxes := s.Picture(OutputSlot).Boxes

	frame := len(boxes) - 1 // the outline of the plane stays on top
	line := boxes[without]
	square := s.plane.box
	middle := inPixels(s, OutputSlot, s.plane.plot(0, 2))
	if math.Hypot(line.Centre.X-middle.X, line.Centre.Y-middle.Y) > 0.01 || line.Colour.rgb() != testTheme.Ink.rgb() {
		t.Errorf("the strong line is %+v, want it through %v", line, middle)
	}
	if want := (square.W/4 + 1.5) * s.slots.Scale; math.Abs(line.Half.X-want) > 0.01 {
		t.Errorf("half the strong line is %v long, want %v", line.Half.X, want)
	}
	if dashes := frame - without - 1; dashes < 10 {
		t.Errorf("the diagonal has %d dashes", dashes)
	}
	for _, b := range boxes[without+1 : frame] {
		if math.Abs(b.Along.X-math.Sqrt2/2) > 1e-9 || math.Abs(b.Along.Y+math.Sqrt2/2) > 1e-9 {
			t.Fatalf("a dash lies along %v, want up to the right", b.Along)
		}
	}

	s.SetLines(nil)
	if got := len(s.Picture(OutputSlot).Boxes); got != without {
		t.Errorf("%d boxes when the lines are gone, want %d", got, without)
	}
}
