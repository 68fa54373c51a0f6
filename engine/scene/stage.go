// Package scene says what the playground's picture looks like, as plain data: where the units, the
// links, the axes and the examples are, in which colours, what a pointer meets, and the source of
// the shader that paints the fields. It draws nothing.
//
// What the page must know of (boxes, labels, hits) is in CSS pixels relative to a slot. What is to
// be painted is in device pixels relative to the viewport.
package scene

import (
	"math"
	"slices"
	"time"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/dataset"
	"shallows/engine/nn"
	"shallows/engine/session"
)

// View holds what the user chose to see.
type View struct {
	Discretise bool  // two colours instead of a ramp
	LogSteps   bool  // the cost curve's steps on a logarithmic scale
	HideTest   bool  // leave the test examples out of the plane
	Unfolded   []int // layers shown in full though they have more than 12 units
}

// Stage is a session with everything that decides how it is drawn. Its methods are not safe for
// concurrent use.
type Stage struct {
	session  *session.Session
	slots    Slots
	theme    Theme
	view     View
	hovered  Target
	chosen   Target
	cursor   int // step, -1 for none
	example  int // counted from 1, 0 for none
	cell     Cell
	kept     [2]kept // of it, for training and for test examples
	travel   Travel
	sent     time.Time // when the numbers that travel set out, the zero Time if they are about to
	progress float64   // of them, from 0 to 1
	lines    []Lines

	diagram *diagram
	plane   plane
	curve   curve
	laid    laid
	layout  Layout

	pictures [slotCount]Picture
	shader   *Shader
	tones    tones
	ramped   ramped
	measured measured
}

// laid is what the present layout was made for.
type laid struct {
	slots   [slotCount]Rect
	session *session.Session
	version uint64
	log     bool
	extent  dataset.Extent
	sizes   []int
	shown   []int      // unfolded layers
	names   [2]float64 // how much room those of inputs and outputs need
}

// NewStage shows run, in no slot yet.
func NewStage(run *session.Session) *Stage {
	return &Stage{session: run, slots: Slots{Scale: 1}, cursor: -1}
}

// Session is the run on show.
func (s *Stage) Session() *session.Session { return s.session }

// SetSession shows another run.
func (s *Stage) SetSession(run *session.Session) { s.session = run }

// SetSlots says where to draw.
func (s *Stage) SetSlots(slots Slots) { s.slots = slots }

// Slots is where to draw.
func (s *Stage) Slots() Slots { return s.slots }

// SetTheme changes the colours.
func (s *Stage) SetTheme(t Theme) { s.theme = t }

// Theme is the colours in use.
func (s *Stage) Theme() Theme { return s.theme }

// SetView changes what is shown.
func (s *Stage) SetView(v View) {
	v.Unfolded = slices.Clone(v.Unfolded)
	s.view = v
}

// View is what is shown. The caller must not change its slices.
func (s *Stage) View() View { return s.view }

// Hover marks what the pointer or the keyboard focus is on; the zero Target marks nothing.
func (s *Stage) Hover(t Target) { s.hovered = t }

// Select marks what is being inspected, until something else is; the zero Target marks nothing.
func (s *Stage) Select(t Target) { s.chosen = t }

// Selected is what is being inspected, the zero Target if nothing is.
func (s *Stage) Selected() Target { return s.chosen }

// SetCursor marks a step of the cost curve; a negative step marks nothing.
func (s *Stage) SetCursor(step int) { s.cursor = step }

// Cursor is the marked step of the cost curve, negative if there is none.
func (s *Stage) Cursor() int { return s.cursor }

// Shown is the unit that the output panel shows: the one hovered, else the one selected, else the
// output, of a softmax its first unit, see Whole. A bias stands for its unit.
func (s *Stage) Shown() Target {
	if t, ok := s.marked(); ok {
		return t
	}
	return Target{Kind: Unit, Layer: s.session.Network().Layers(), To: 1}
}

// marked is the unit hovered or selected, if there is one.
func (s *Stage) marked() (unit Target, ok bool) {
	n := s.session.Network()
	for _, t := range []Target{s.hovered, s.chosen} {
		if t.Kind != Unit && t.Kind != Bias {
			continue
		}
		if t.Layer >= 0 && t.Layer <= n.Layers() && t.To >= 1 && t.To <= n.Sizes[t.Layer] {
			return Target{Kind: Unit, Layer: t.Layer, To: t.To}, true
		}
	}
	return Target{}, false
}

// Value is the weight or the bias that t names, NaN if it names neither.
func (s *Stage) Value(t Target) float64 {
	n := s.session.Network()
	if t.Layer < 1 || t.Layer > n.Layers() || t.To < 1 || t.To > n.Sizes[t.Layer] {
		return math.NaN()
	}
	switch w := n.W[t.Layer]; {
	case t.Kind == Bias:
		return n.B[t.Layer][t.To-1]
	case t.Kind == Link && t.From >= 1 && t.From <= w.Cols:
		return w.Data[(t.To-1)*w.Stride+t.From-1]
	}
	return math.NaN()
}

// pictured is Shown, without a To where it is all classes of a softmax together.
func (s *Stage) pictured() Target {
	shown := s.Shown()
	if s.Whole() {
		shown.To = 0
	}
	return shown
}

// Field is the value of the unit on show at a place of the plane, of the output in the unit of the data, of all classes together the
// largest.
func (s *Stage) Field(x1, x2 float64) float64 {
	value, _ := s.at(s.pictured(), x1, x2)
	return value
}

// FieldColour is the colour that the field of a unit has at a place of the plane, its line aside; without a To that of all
// classes of a softmax together.
func (s *Stage) FieldColour(unit Target, x1, x2 float64) Colour {
	_, tone := s.at(unit, x1, x2)
	return s.theme.Ramp(tone, s.view.Discretise)
}

// Ramp returns what the ends of the ramp stand for where the plane shows the output, in the unit of the data; of a softmax
// they mean nothing.
func (s *Stage) Ramp() (low, high float64) {
	switch s.session.Network().Output {
	case nn.Sigmoid:
		return s.session.ValueOf(0), s.session.ValueOf(1)
	case nn.Tanh:
		return s.session.ValueOf(-1), s.session.ValueOf(1)
	}
	r := s.ramp()
	return s.session.ValueOf(r.low), s.session.ValueOf(r.high)
}

// TargetTone is the tone of a value that the network learns.
func (s *Stage) TargetTone(y float64) float64 { return s.ramp().tone(y) }

// ramp is that of the run as it is.
func (s *Stage) ramp() ramp {
	if r := &s.ramped; r.session != s.session || r.version != s.session.Version() {
		*r = ramped{s.session, s.session.Version(), rampOf(s.session)}
	}
	return s.ramped.ramp
}

// ramped is the ramp of a run as it was.
type ramped struct {
	session *session.Session
	version uint64
	ramp    ramp
}

// Tones is the field of the unit on show, as the tones in the middles of r by r cells of the plane, row by row from the
// top.
func (s *Stage) Tones(r int) []float64 {
	unit, n := s.pictured(), s.session.Network()
	by, _ := tonesOf(s.session, tones{})
	A := s.session.Field(r).A[unit.Layer]
	list := make([]float64, r*r)
	if unit.Layer == n.Layers() && n.Output == nn.Softmax {
		Z := s.session.Field(r).Z[unit.Layer]
		z := make([]float64, Z.Rows)
		for cell := range list {
			list[cell] = softmaxLook(columnOf(z, Z, cell), unit.To-1).tone
		}
		return list
	}
	for cell := range list {
		list[cell] = by.of(A.Data[(unit.To-1)*A.Stride+cell], n.Architecture, unit.Layer, unit.To-1)
	}
	return list
}

// columnOf writes a column of Z, counted from 0.
func columnOf(z []float64, Z blas64.General, column int) []float64 {
	for k := range z {
		z[k] = Z.Data[k*Z.Stride+column]
	}
	return z
}

// at evaluates one unit at one place, or without a To the largest of a softmax.
func (s *Stage) at(unit Target, x1, x2 float64) (value, tone float64) {
	n, X := s.session.Network(), s.session.InputsOf(s.session.Points([]float64{x1}, []float64{x2}))
	by, _ := tonesOf(s.session, tones{})
	if unit.Layer == 0 {
		value = X.Data[unit.To-1]
		return value, by.of(value, n.Architecture, 0, unit.To-1)
	}
	trace := n.NewTrace(1)
	n.Forward(X, trace)
	if unit.Layer == n.Layers() && n.Output == nn.Softmax {
		place := unit.To - 1
		if place == whole {
			value = slices.Max(trace.A[unit.Layer].Data)
		} else {
			value = trace.A[unit.Layer].Data[place]
		}
		return value, softmaxLook(trace.Z[unit.Layer].Data, place).tone
	}
	value = trace.A[unit.Layer].Data[unit.To-1]
	tone = by.unitTone(value, n.Architecture, unit.Layer)
	if unit.Layer == n.Layers() {
		value = s.session.ValueOf(value)
	}
	return value, tone
}

// CostAt is the record of the run so far nearest to x, in CSS pixels relative to the cost slot. It
// reports false while there is none.
func (s *Stage) CostAt(x float64) (session.Record, bool) {
	s.lay()
	records, _ := s.session.Records()
	return s.curve.nearest(records, x)
}

// Hit finds what is at (x, y), in CSS pixels relative to the slot.
func (s *Stage) Hit(slot Slot, x, y float64) Hit {
	s.lay()
	p := Point{x, y}
	if s.slots.Rects[slot].Empty() {
		return Hit{Value: math.NaN()}
	}
	switch slot {
	case NetworkSlot:
		target, anchor := s.diagram.hit(p)
		return Hit{Target: target, Value: s.Value(target), X: anchor.X, Y: anchor.Y}
	case OutputSlot:
		if s.plane.box.Contains(p) {
			x1, x2 := s.plane.unplot(p)
			return Hit{Target: Target{Kind: Plane}, Value: s.Field(x1, x2), X: x1, Y: x2, Example: s.exampleAt(p)}
		}
	case CostSlot:
		if r, ok := s.CostAt(x); ok && s.curve.box.Contains(p) {
			return Hit{Target: Target{Kind: Cost}, Value: r.Cost, X: float64(r.Step), Y: r.Cost}
		}
	}
	return Hit{Value: math.NaN()}
}

// Layout lays the picture out. The result is shared: it is valid until the next change of s.
func (s *Stage) Layout() *Layout {
	s.lay()
	return &s.layout
}
