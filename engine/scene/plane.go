package scene

import "shallows/engine/dataset"

// frame is a rectangle with axes at its left and lower edges, in CSS pixels relative to its slot.
type frame struct {
	box    Rect
	xTicks []place
	yTicks []place
}

// place is a tick's text and its position along the axis.
type place struct {
	at   float64
	text string
}

// tickLength is how far a tick mark reaches out of the frame, tickGap how far beyond it its text is.
const (
	tickLength = 4.0
	tickGap    = 3.0
)

// labels is the axes' texts.
func (f frame) labels(labels []Label, slot Slot) []Label {
	for _, t := range f.xTicks {
		labels = append(labels, Label{slot, t.at, f.box.Y + f.box.H + tickLength + tickGap, t.text, Top})
	}
	for _, t := range f.yTicks {
		labels = append(labels, Label{slot, f.box.X - tickLength - tickGap, t.at, t.text, Right})
	}
	return labels
}

// layPlane places the square plane in a slot of w by h. Both axes end in their names.
func layPlane(w, h float64) frame {
	const left, right, top, bottom = 30.0, 10.0, 10.0, 26.0
	side := max(1, min(w-left-right, h-top-bottom))
	f := frame{box: Rect{
		X: left + (w-left-right-side)/2,
		Y: top + (h-top-bottom-side)/2,
		W: side,
		H: side,
	}}
	limit := 7
	if side < 150 {
		limit = 5
	}
	for _, t := range linearTicks(-dataset.Reach, dataset.Reach, limit) {
		if t.value <= -dataset.Reach || t.value >= dataset.Reach {
			continue
		}
		p := f.plot(t.value, t.value)
		f.xTicks = append(f.xTicks, place{p.X, t.text})
		f.yTicks = append(f.yTicks, place{p.Y, t.text})
	}
	f.xTicks = append(f.xTicks, place{f.box.X + side, "x₁"})
	f.yTicks = append(f.yTicks, place{f.box.Y, "x₂"})
	return f
}

// plot is where (x1, x2) is in the plane's square.
func (f frame) plot(x1, x2 float64) Point {
	return Point{
		f.box.X + f.box.W*(x1+dataset.Reach)/(2*dataset.Reach),
		f.box.Y + f.box.H*(dataset.Reach-x2)/(2*dataset.Reach),
	}
}

// unplot is which (x1, x2) is at p.
func (f frame) unplot(p Point) (x1, x2 float64) {
	return 2*dataset.Reach*(p.X-f.box.X)/f.box.W - dataset.Reach, dataset.Reach - 2*dataset.Reach*(p.Y-f.box.Y)/f.box.H
}
