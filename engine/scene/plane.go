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
		labels = append(labels, Label{slot, t.at, f.box.Y + f.box.H + tickLength + tickGap, t.text, Top})
	}
	for _, t := range f.yTicks {
		labels = append(labels, Label{slot, f.box.X - tickLength - tickGap, t.at, t.text, Right})
	}
	return labels
}

// plane is the square in which the data are shown, laid out.
type plane struct {
	frame
	shown dataset.Extent
}

// layPlane places the square plane in a slot of w by h. Both axes end in their names.
func layPlane(w, h float64, shown dataset.Extent, names [2]string) plane {
	const least, right, top, bottom = 30.0, 10.0, 10.0, 26.0
	limit := 7
	if min(w-least-right, h-top-bottom) < 150 {
		limit = 5
	}
	rising := linearTicks(shown.X2.Low, shown.X2.High, limit)
	left := max(least, tickLength+2*tickGap+widest(rising))
	side := max(1, min(w-left-right, h-top-bottom))
	p := plane{shown: shown}
	p.box = Rect{
		X: left + (w-left-right-side)/2,
		Y: top + (h-top-bottom-side)/2,
		W: side,
		H: side,
	}
	const room = 8.0 // that a name needs
	for _, t := range rising {
		if at, _ := p.up(t.value); at > p.box.Y+room && at < p.box.Y+side {
			p.yTicks = append(p.yTicks, place{at, t.text})
		}
	}
	for ; limit >= 2; limit-- {
		p.xTicks = nil
		across := linearTicks(shown.X1.Low, shown.X1.High, limit)
		width := widest(across)
		for _, t := range across {
			if at, _ := p.across(t.value); at > p.box.X && at < p.box.X+side-width/2-room {
				p.xTicks = append(p.xTicks, place{at, t.text})
			}
		}
		if n := len(p.xTicks); n < 2 || p.xTicks[1].at-p.xTicks[0].at > width+tickGap {
			break
		}
	}
	p.xTicks = append(p.xTicks, place{p.box.X + side, names[0]})
	p.yTicks = append(p.yTicks, place{p.box.Y, names[1]})
	return p
}

// axes returns the names of what the plane goes along: two inputs or the first two principal components.
func axes(v session.View) (names [2]string) {
	for k, j := range v.Axes {
		name := "x"
		if v.Principal {
			name, j = "PC", k
		}
		for _, digit := range strconv.Itoa(j + 1) {
			name += string('₀' + digit - '0')
		}
		names[k] = name
	}
	return names
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
