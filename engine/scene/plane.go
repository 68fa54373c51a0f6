package scene

import (
	"strconv"
	"unicode/utf8"

	"shallows/engine/dataset"
	"shallows/engine/session"
)

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
		labels = append(labels, Label{Slot: slot, X: t.at, Y: f.box.Y + f.box.H + tickLength + tickGap, Text: t.text, Anchor: Top})
	}
	for _, t := range f.yTicks {
		labels = append(labels, Label{Slot: slot, X: f.box.X - tickLength - tickGap, Y: t.at, Text: t.text, Anchor: Right})
	}
	return labels
}

// plane is the square in which the data are shown, laid out.
type plane struct {
	frame
	shown dataset.Extent
	along [2]axis
}

// axis is what the plane goes along: how the lecture writes it, and what the data call it, "" for nothing.
type axis struct{ symbol, called string }

// nameRow is how high a line is in which an axis has its name from the data, which no tick has room for.
const nameRow = 15.0

// layPlane places the square plane in a slot of w by h. Both axes end in their symbols; those that have a name have both
// outside of their ticks.
func layPlane(w, h float64, shown dataset.Extent, along [2]axis) plane {
	const least, right = 30.0, 10.0
	top, bottom := 10.0, 26.0
	if along[0].called != "" {
		bottom += nameRow
	}
	if along[1].called != "" {
		top += nameRow
	}
	limit := 7
	if min(w-least-right, h-top-bottom) < 150 {
		limit = 5
	}
	rising := linearTicks(shown.X2.Low, shown.X2.High, limit)
	left := max(least, tickLength+2*tickGap+widest(rising))
	side := max(1, min(w-left-right, h-top-bottom))
	p := plane{shown: shown, along: along}
	p.box = Rect{
		X: left + (w-left-right-side)/2,
		Y: top + (h-top-bottom-side)/2,
		W: side,
		H: side,
	}
	room := [2]float64{8, 8} // that a symbol needs at the end of its axis
	for k := range along {
		if along[k].called != "" {
			room[k] = 0
		}
	}
	for _, t := range rising {
		if at, _ := p.up(t.value); at > p.box.Y+room[1] && at < p.box.Y+side {
			p.yTicks = append(p.yTicks, place{at, t.text})
		}
	}
	for ; limit >= 2; limit-- {
		p.xTicks = nil
		across := linearTicks(shown.X1.Low, shown.X1.High, limit)
		width := widest(across)
		for _, t := range across {
			if at, _ := p.across(t.value); at > p.box.X && at < p.box.X+side-width/2-room[0] {
				p.xTicks = append(p.xTicks, place{at, t.text})
			}
		}
		if n := len(p.xTicks); n < 2 || p.xTicks[1].at-p.xTicks[0].at > width+tickGap {
			break
		}
	}
	if along[0].called == "" {
		p.xTicks = append(p.xTicks, place{p.box.X + side, along[0].symbol})
	}
	if along[1].called == "" {
		p.yTicks = append(p.yTicks, place{p.box.Y, along[1].symbol})
	}
	return p
}

// labels is the axes' texts, names last.
func (p plane) labels(labels []Label, slot Slot) []Label {
	labels = p.frame.labels(labels, slot)
	right, below := p.box.X+p.box.W, p.box.Y+p.box.H+tickLength+tickGap+nameRow
	for k, name := range [2]Label{{X: right, Y: below + nameRow/2, Anchor: Right}, {X: p.box.X, Y: p.box.Y - nameRow/2 - 2, Anchor: Left}} {
		if a := p.along[k]; a.called != "" {
			name.Slot, name.Text, name.Room = slot, a.symbol+" · "+a.called, p.box.W
			labels = append(labels, name)
		}
	}
	return labels
}

// What axes are called, by their numbers from 0: a frame asks for it, and is to allocate nothing.
var coordinates, components = numbered("x", dataset.MaxColumns), numbered("PC", 2)

// numbered returns a symbol with the indices from 1 to n.
func numbered(symbol string, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = symbol
		for _, digit := range strconv.Itoa(i + 1) {
			list[i] += string('₀' + digit - '0')
		}
	}
	return list
}

// axes returns what the plane goes along: two inputs, the first two principal components, or the only input there is and the
// target.
func axes(run *session.Session) (along [2]axis) {
	v, names := run.View(), run.Names()
	for k, j := range v.Axes {
		along[k] = axis{coordinates[j], names.Column(j)}
		if v.Principal {
			along[k] = axis{symbol: components[k]}
		}
	}
	if run.Columns() == 1 {
		along[1] = axis{"y", names.Target}
	}
	return along
}

// widest is how wide the widest text of ticks is.
func widest(ticks []tick) float64 {
	most := 0
	for _, t := range ticks {
		most = max(most, utf8.RuneCountInString(t.text))
	}
	return tickDigit * float64(most)
}

// across is where x1 is along the axis, and whether the plane shows it.
func (p plane) across(x1 float64) (at float64, shown bool) {
	u, _ := p.shown.Local(x1, 0)
	return p.box.X + p.box.W*(u+dataset.Reach)/(2*dataset.Reach), p.shown.X1.Holds(x1)
}

// up is where x2 is along the axis, and whether the plane shows it.
func (p plane) up(x2 float64) (at float64, shown bool) {
	_, u := p.shown.Local(0, x2)
	return p.box.Y + p.box.H*(dataset.Reach-u)/(2*dataset.Reach), p.shown.X2.Holds(x2)
}

// plot is where (x1, x2) is in the plane's square.
func (p plane) plot(x1, x2 float64) Point {
	across, _ := p.across(x1)
	up, _ := p.up(x2)
	return Point{across, up}
}

// unplot is which (x1, x2) is at a point.
func (p plane) unplot(at Point) (x1, x2 float64) {
	return p.shown.At(
		2*dataset.Reach*(at.X-p.box.X)/p.box.W-dataset.Reach,
		dataset.Reach-2*dataset.Reach*(at.Y-p.box.Y)/p.box.H)
}
