package scene

import (
	"math"

	"shallows/engine/nn"
)

// The field of a softmax tells a class beside a share of it, as one tone from 2 on: 2 + 2k + share, for class k from 0. Its
// units show a[k] in the colour of class k. The whole output shows the largest a in the colour of its class, from half the
// strength where all classes are alike, and its line is where the largest changes; the line of a unit is where that becomes
// the largest. Shader does the same arithmetic.

// ClassTone is the tone of a share, from 0 to 1, of a class.
func ClassTone(class int, share float64) float64 { return 2 + 2*float64(class) + share }

// OfClass returns what ClassTone was made of; ok is false of other tones.
func OfClass(tone float64) (class int, share float64, ok bool) {
	if tone < 2 {
		return 0, 0, false
	}
	class = int(tone/2) - 1
	return class, tone - 2 - 2*float64(class), true
}

// whole is the place in the layer of an output by which all classes together are meant.
const whole = -1

// look is what a field shows at a place: its tone, and a number that is 0 on its line.
type look struct{ tone, line float64 }

// softmaxLook is the look of a unit of a softmax, counted from 0, or of whole, where the output has these z.
func softmaxLook(z []float64, unit int) look {
	top := 0
	for k := range z {
		z[k] = bounded(z[k])
		if z[k] > z[top] {
			top = k
		}
	}
	sum := 0.0
	for _, other := range z {
		sum += math.Exp(other - z[top])
	}
	share := func(k int) float64 { return math.Exp(z[k]-z[top]) / sum }
	if unit != whole {
		return look{ClassTone(unit, share(unit)), aheadOf(z, unit)}
	}
	least := 1 / float64(len(z))
	return look{ClassTone(top, 0.5+0.5*(share(top)-least)/(1-least)), aheadOf(z, top)}
}

// aheadOf is how much z of a unit is above the largest of the others.
func aheadOf(z []float64, unit int) float64 {
	other := math.Inf(-1)
	for k, z := range z {
		if k != unit {
			other = max(other, z)
		}
	}
	return z[unit] - other
}

// Whole reports whether the output panel shows all classes of a softmax together, no unit being hovered or selected.
func (s *Stage) Whole() bool {
	_, marked := s.marked()
	return s.session.Network().Output == nn.Softmax && !marked
}

// Shares is the output at a place of the plane: of a softmax the probability of each class.
func (s *Stage) Shares(x1, x2 float64) []float64 {
	shares := make([]float64, s.session.Network().Sizes[s.session.Network().Layers()])
	s.session.Predict(shares, s.session.Points([]float64{x1}, []float64{x2}).X...)
	return shares
}

// colours is how many classes have a colour of their own.
const colours = nn.MaxClasses

// bar is a part of the mark of a class: a rectangle around its middle, its sides in terms of the mark's size, turned by an
// eighth of a turn or not.
type bar struct {
	width, height float64
	turned        bool
}

// shapes are the marks of the classes from 2 on, of about the same area. Class 0 is a diamond, class 1 a disc.
var shapes = [colours][]bar{
	2: {{1.8, 1.8, false}},
	3: {{2.7, 0.95, false}, {0.95, 2.7, false}},
	4: {{2.7, 0.95, true}, {0.95, 2.7, true}},
	5: {{3, 1.2, false}},
	6: {{1.2, 3, false}},
	7: {{3, 1.2, true}},
	8: {{1.2, 3, true}},
	9: {{1.75, 1.75, false}, {1.75, 1.75, true}},
}

// shape adds the mark of a class from 2 on.
func (d pen) shape(class int, at Point, size float64, c Colour) {
	for _, b := range shapes[class] {
		along := Point{1, 0}
		if b.turned {
			along = Point{math.Sqrt2 / 2, math.Sqrt2 / 2}
		}
		half := Point{b.width * size / 2 * d.scale, b.height * size / 2 * d.scale}
		d.box(Box{Centre: d.at(at), Along: along, Half: half, Colour: c})
	}
}

// Corners returns the mark of a class from 2 on, of the size 1 around the origin: the corners of the rectangles that it
// consists of.
func Corners(class int) (list [][4]Point) {
	for _, b := range shapes[class] {
		along := Point{b.width / 2, 0}
		across := Point{0, b.height / 2}
		if b.turned {
			const half = math.Sqrt2 / 2
			along, across = Point{along.X * half, along.X * half}, Point{-across.Y * half, across.Y * half}
		}
		list = append(list, [4]Point{
			{-along.X - across.X, -along.Y - across.Y}, {along.X - across.X, along.Y - across.Y},
			{along.X + across.X, along.Y + across.Y}, {across.X - along.X, across.Y - along.Y},
		})
	}
	return list
}
