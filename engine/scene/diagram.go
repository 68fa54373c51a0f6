package scene

import (
	"math"
	"slices"
)

// A layer of more than foldLimit units folds to its first and last foldEnds.
const (
	foldLimit = 12
	foldEnds  = 5
)

// Sizes in the diagram, in CSS pixels.
const (
	largestUnit  = 76.0
	mediumUnit   = 44.0 // the largest in a small slot
	smallestUnit = 15.0 // below this a layer takes several columns
	leastUnit    = 5.0  // below this units would not be seen at all
	targetSize   = 24.0 // what a finger or a pointer should be given
)

// diagram is the network laid out in a slot.
type diagram struct {
	units    []UnitBox
	numbers  []int // of each unit, see Quad
	biases   []biasMark
	folds    []FoldBox
	links    []link
	headings []Heading
	first    []int      // first[l] is where layer l begins in units
	sides    [2]float64 // how much room there is beside the inputs and the outputs
}

// biasMark is a round mark at the lower left of its unit, and the area that answers for the bias.
type biasMark struct {
	Layer, Index int
	Rect         Rect // the area
	centre       Point
	radius       float64
}

// link joins a unit of layer to one of the layer before. thickest is the width of the widest line
// there is room for, strength how opaque links can be without hiding each other.
type link struct {
	layer, to, from    int
	curve              Curve
	thickest, strength float64
}

// columns says how a layer's places are arranged: count places, in across columns of down rows.
type columns struct {
	count, across, down int
	size, pitch         float64
}

// layDiagram places a network of the given layer sizes in a slot of w by h, with so much room for the names of the inputs and
// of the outputs as they need and there is.
func layDiagram(w, h float64, sizes []int, unfolded []int, names [2]float64) *diagram {
	d := &diagram{}
	for side := range d.sides {
		d.sides[side] = min(52, max(16, 0.075*w))
		if names[side] > 0 {
			d.sides[side] = max(d.sides[side], min(0.21*w, d.sides[side]/2+names[side]))
		}
	}
	top := min(44, max(22, 0.09*h))
	area := Rect{d.sides[0], top, w - d.sides[0] - d.sides[1], h - top - min(20, max(8, 0.04*h))}

	layers := make([]columns, len(sizes))
	folded := make([]bool, len(sizes))
	band := area.W / max(1, float64(len(sizes))-0.4)
	common := min(largestUnit, max(mediumUnit, 0.1*min(w, h)))
	for l, n := range sizes {
		folded[l] = n > foldLimit && !slices.Contains(unfolded, l)
		if folded[l] {
			n = 2*foldEnds + 1
		}
		height := area.H
		if n > foldLimit {
			height -= targetSize // for what folds it again
		}
		layers[l] = arrange(n, height, band)
		if layers[l].across == 1 {
			common = min(common, layers[l].size)
		}
	}
	for l := range layers {
		layers[l].size = min(layers[l].size, common)
		layers[l].pitch = min(layers[l].pitch, 1.85*layers[l].size)
	}

	spread := area.W - (layers[0].width()+layers[len(layers)-1].width())/2
	for l, c := range layers {
		x := area.X + layers[0].width()/2
		if len(layers) > 1 {
			x += spread * float64(l) / float64(len(layers)-1)
		}
		room := area
		if sizes[l] > foldLimit && !folded[l] {
			room.H -= targetSize
			d.folds = append(d.folds, FoldBox{Layer: l, Rect: centredAt(Point{x, area.Y + area.H - targetSize/2}, targetSize)})
		}
		d.place(l, sizes[l], c, Point{x, room.Y + room.H/2})
		d.headings = append(d.headings, Heading{Layer: l, X: x, Y: top - 8, Width: min(band, w/float64(len(layers)))})
	}
	d.first = append(d.first, len(d.units))
	d.join()
	d.number(sizes)
	return d
}

// arrange finds the fewest columns in which n places are no smaller than smallestUnit.
func arrange(n int, height, band float64) columns {
	const gap = 0.3 // of a unit's side
	best := columns{}
	for across := 1; across <= n; across++ {
		down := (n + across - 1) / across
		pitch := min(height/float64(down), 0.75*band/float64(across)*(1+gap))
		c := columns{count: n, across: across, down: down, size: min(largestUnit, pitch/(1+gap)), pitch: pitch}
		if across == 1 {
			c.size = min(largestUnit, height/float64(down)/(1+gap), 0.5*band)
			c.pitch = height / float64(down)
		}
		if c.size > best.size {
			best = c
		}
		if best.size >= smallestUnit {
			break
		}
	}
	best.size = max(best.size, leastUnit)
	return best
}

// width is how wide the columns are together.
func (c columns) width() float64 { return c.size + float64(c.across-1)*c.pitch }

// place puts the n units of layer l around centre, in fewer places if the layer is folded.
func (d *diagram) place(l, n int, c columns, centre Point) {
	d.first = append(d.first, len(d.units))
	at := func(place int) Point {
		column, row := place/c.down, place%c.down
		rows := min(c.down, c.count-column*c.down)
		return Point{
			centre.X + (float64(column)-float64(c.across-1)/2)*c.pitch,
			centre.Y + (float64(row)-float64(rows-1)/2)*c.pitch,
		}
	}
	for place := range c.count {
		index := place + 1
		if c.count < n && place >= foldEnds {
			if place == foldEnds {
				box := centredAt(at(place), max(c.size, min(targetSize, c.pitch)))
				d.folds = append(d.folds, FoldBox{Layer: l, Hidden: n - 2*foldEnds, Rect: box})
				continue
			}
			index = n - (c.count - 1 - place)
		}
		d.units = append(d.units, UnitBox{Layer: l, Index: index, Rect: centredAt(at(place), c.size)})
		if l > 0 {
			d.biases = append(d.biases, newBiasMark(l, index, centredAt(at(place), c.size), c.pitch))
		}
	}
}

// newBiasMark puts a unit's bias on its lower left corner. Its area leaves the unit's middle and
// the neighbours' own corners alone.
func newBiasMark(l, index int, unit Rect, pitch float64) biasMark {
	const share = 0.35 // of the unit's side
	radius := min(7, max(1.5, 0.17*unit.W))
	side := min(targetSize, pitch-(1-share)*unit.W)
	centre := Point{unit.X + 0.1*radius, unit.Y + unit.H - 0.1*radius}
	return biasMark{
		Layer: l, Index: index,
		Rect: Rect{
			min(centre.X-side/2, unit.X+share*unit.W-side),
			max(centre.Y-side/2, unit.Y+(1-share)*unit.H),
			side, side,
		},
		centre: centre,
		radius: radius,
	}
}

// crowd is how many links two layers without folds may have between them: up to here every link is
// seen by itself, beyond they would hide each other.
const crowd = foldLimit * foldLimit

// join draws a link between every two units on show in adjacent layers.
func (d *diagram) join() {
	for l := 1; l+1 < len(d.first); l++ {
		tos, froms := d.units[d.first[l]:d.first[l+1]], d.units[d.first[l-1]:d.first[l]]
		strength := min(1, max(0.3, math.Pow(crowd/float64(len(tos)*len(froms)), 0.35)))
		for _, to := range tos {
			thickest := min(6, 0.16*to.Rect.H, 1.2*to.Rect.H/math.Sqrt(float64(len(froms))))
			for _, from := range froms {
				d.links = append(d.links, link{
					layer: l, to: to.Index, from: from.Index, thickest: thickest, strength: strength,
					curve: Curve{
						From: Point{from.Rect.X + from.Rect.W, from.Rect.Y + from.Rect.H/2},
						To:   Point{to.Rect.X, to.Rect.Y + to.Rect.H/2},
					},
				})
			}
		}
	}
}

// hit finds what is at p.
func (d *diagram) hit(p Point) (Target, Point) {
	for _, b := range d.biases {
		if b.Rect.Contains(p) {
			return Target{Kind: Bias, Layer: b.Layer, To: b.Index}, b.centre
		}
	}
	for _, u := range d.units {
		if u.Rect.Contains(p) {
			return Target{Kind: Unit, Layer: u.Layer, To: u.Index}, u.Rect.Centre()
		}
	}
	for _, f := range d.folds {
		if f.Rect.Contains(p) {
			return Target{Kind: Fold, Layer: f.Layer}, f.Rect.Centre()
		}
	}
	const reach = 6.0
	nearest, target := reach, Target{}
	for _, k := range d.links {
		low, high := min(k.curve.From.Y, k.curve.To.Y)-nearest, max(k.curve.From.Y, k.curve.To.Y)+nearest
		if p.X < k.curve.From.X-nearest || p.X > k.curve.To.X+nearest || p.Y < low || p.Y > high {
			continue
		}
		if distance := k.curve.Distance(p); distance < nearest {
			nearest, target = distance, Target{Kind: Link, Layer: k.layer, To: k.to, From: k.from}
		}
	}
	return target, p
}

// number counts the units, hidden ones too.
func (d *diagram) number(sizes []int) {
	before := make([]int, len(sizes))
	for l := 1; l < len(sizes); l++ {
		before[l] = before[l-1] + sizes[l-1]
	}
	for _, u := range d.units {
		d.numbers = append(d.numbers, before[u.Layer]+u.Index-1)
	}
}
