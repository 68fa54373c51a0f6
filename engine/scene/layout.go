package scene

import "slices"

// Layout says where the parts of the picture are that the page must know of. Positions are CSS
// pixels relative to the slot; everything but Labels is in the network slot.
type Layout struct {
	Version  uint64 // grows whenever anything but the labels changes
	Labelled uint64 // grows whenever these do
	Units    []UnitBox
	Folds    []FoldBox
	Headings []Heading
	Labels   []Label
	// Sides is how much room there is left of the inputs and right of the outputs.
	Sides [2]float64
	// Square is where the plane of the output slot is painted, relative to that slot.
	Square Rect
	// Axes is where the axes of the cost slot are, relative to that slot.
	Axes Rect
}

// UnitBox is where a unit is. Layer and Index are the lecture's: layer 0 holds the inputs, units
// count from 1.
type UnitBox struct {
	Layer, Index int
	Rect         Rect
}

// FoldBox is the area that folds or unfolds a layer. Hidden counts the units it stands for, 0
// where it folds a layer shown in full.
type FoldBox struct {
	Layer, Hidden int
	Rect          Rect
}

// Heading is where the page may write a layer's name: the middle of the text's lower edge, and
// how wide the text may be.
type Heading struct {
	Layer int
	X, Y  float64
	Width float64
}

// Anchor says which point of a text is at the label's position.
type Anchor string

// The anchors.
const (
	Top    Anchor = "top"    // the middle of the upper edge
	Bottom Anchor = "bottom" // the middle of the lower edge
	Left   Anchor = "left"   // the middle of the left edge
	Right  Anchor = "right"  // the middle of the right edge
)

// Label is a text that the page writes over the picture.
type Label struct {
	Slot   Slot
	X, Y   float64
	Text   string
	Anchor Anchor
	Room   float64 // how wide it may be, 0 for as wide as it is
}

// lay brings the layout up to date.
func (s *Stage) lay() {
	n, was := s.session.Network(), &s.laid
	rects := s.slots.Rects
	moved := func(slot Slot) bool {
		return rects[slot].W != was.slots[slot].W || rects[slot].H != was.slots[slot].H
	}
	changed, relabel := false, false
	names := s.namesBeside()
	if s.diagram == nil || moved(NetworkSlot) || !slices.Equal(n.Sizes, was.sizes) || !slices.Equal(s.view.Unfolded, was.shown) || names != was.names {
		s.diagram = layDiagram(rects[NetworkSlot].W, rects[NetworkSlot].H, n.Sizes, s.view.Unfolded, names)
		was.sizes, was.shown, was.names = slices.Clone(n.Sizes), s.view.Unfolded, names
		changed = true
	}
	if shown, along := s.session.Extent(), axes(s.session); moved(OutputSlot) || shown != was.extent || along != s.plane.along {
		s.plane = layPlane(rects[OutputSlot].W, rects[OutputSlot].H, shown, along)
		was.extent = shown
		changed, relabel = true, true
	}
	if moved(CostSlot) {
		changed = true
	}
	if moved(CostSlot) || s.session != was.session || s.session.Version() != was.version || s.view.LogSteps != was.log {
		records, _ := s.session.Records()
		s.curve = layCurve(rects[CostSlot].W, rects[CostSlot].H, records, s.view.LogSteps)
		changed = changed || s.layout.Axes != s.curve.box
		was.session, was.version, was.log = s.session, s.session.Version(), s.view.LogSteps
		relabel = true
	}
	was.slots = rects

	if relabel {
		s.label()
	}
	if changed {
		s.layout.Version++
		s.layout.Units, s.layout.Folds, s.layout.Headings = s.diagram.units, s.diagram.folds, s.diagram.headings
		s.layout.Sides = s.diagram.sides
		s.layout.Square, s.layout.Axes = s.plane.box, s.curve.box
	}
}

// label writes the axes on show.
func (s *Stage) label() {
	var labels []Label
	if !s.slots.Rects[OutputSlot].Empty() {
		labels = s.plane.labels(labels, OutputSlot)
	}
	if !s.slots.Rects[CostSlot].Empty() {
		labels = s.curve.labels(labels, CostSlot)
	}
	if !slices.Equal(labels, s.layout.Labels) {
		s.layout.Labels = labels
		s.layout.Labelled++
	}
}
