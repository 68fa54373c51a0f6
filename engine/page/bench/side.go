package bench

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/bench"
	"shallows/engine/dataset"
	"shallows/engine/describe"
	"shallows/engine/nn"
	"shallows/engine/page/record"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// side is one of two runs that stand side by side.
type side struct {
	row    int
	name   []any
	run    *session.Session
	end    int // the step at which the row's run ended where it reached the goal, else that of all
	halted bool
	points record.Markup

	field field         // as it was drawn last
	told  []record.Text // what the plane shows, of
	of    uint64        // a version of the run
}

// colours are what fields are painted with.
type colours struct {
	theme scene.Theme
	two   bool // in place of a ramp
}

// field is what the plane of a run looks like.
type field struct {
	version uint64 // of the run
	colours colours
	picture string // an address that holds the picture
	line    string // where the output changes sides, as a path
}

func newSide(b *bench.Bench, row, seed int, name []any) side {
	s := side{row: row, name: name, run: b.Plan().Run(b.Rows()[row], seed), end: b.Plan().Steps}
	if r, ended := b.Result(row, seed); ended && b.Plan().Goal.Stop && r.Reached >= 0 {
		s.end, s.halted = r.Step, true
	}
	s.run.Remember()
	s.points = drawPoints(s.run)
	return s
}

// lead takes the run towards a step by some updates, and reports whether it is there or can go no further.
func (s *side) lead(step, updates int) bool {
	step = min(step, s.end)
	if s.run.At() > step {
		return s.run.GoTo(step, updates)
	}
	updates = min(updates, step-s.run.At())
	return s.run.Step(updates) < updates || s.run.At() == step
}

// describe says what the plane shows where the run rests; words that change as fast as it does help nobody.
func (s *side) describe(rests bool) []record.Text {
	if !rests {
		return []record.Text{record.T("picture.moving")}
	}
	if s.told == nil || s.of != s.run.Version() {
		s.told, s.of = describe.Plane(scene.NewStage(s.run)), s.run.Version()
	}
	return s.told
}

// The picture of a field has so many cells along an edge at most, and at least: as many as are soon evaluated.
const (
	mostCells, leastCells = 80, 32
	fieldWork             = 1e6 // multiplications
)

// draw returns the field of the run as it is now.
func (s *side) draw(c colours) field {
	if f := &s.field; f.picture == "" || f.version != s.run.Version() || f.colours != c {
		parameters := s.run.Network().ParameterCount()
		n := max(leastCells, min(mostCells, int(math.Sqrt(fieldWork/float64(parameters)))/4*4))
		tones := scene.NewStage(s.run).Tones(n)
		*f = field{s.run.Version(), c, paint(tones, n, c), contour(s.run.Field(n).Z[s.run.Network().Layers()], n)}
	}
	return s.field
}

// The parts of a bitmap before its pixels: the heads of the file and of the picture, and the colours that there can be.
const (
	heads   = 14 + 40
	palette = 256
	shades  = 25 // of each class, where there are classes
)

// paint returns tones as the address of a bitmap, n cells along an edge. Such a file is no more than its pixels, a byte each,
// row by row from the bottom, and colours for these; a row is of a multiple of four.
func paint(tones []float64, n int, c colours) string {
	begin := heads + 4*palette
	_, _, classes := scene.OfClass(tones[0])
	file := make([]byte, begin, begin+n*n)
	put := func(at int, v uint32) { binary.LittleEndian.PutUint32(file[at:], v) }
	file[0], file[1] = 'B', 'M'
	put(2, uint32(cap(file)))
	put(10, uint32(begin))
	put(14, 40)
	put(18, uint32(n))
	put(22, uint32(n))
	put(26, 1|8<<16) // one plane of eight bits
	for i := range palette {
		tone := float64(i)/127.5 - 1
		if classes && i < dataset.MaxClasses*shades {
			tone = scene.ClassTone(i/shades, float64(i%shades)/(shades-1))
		}
		colour := c.theme.Ramp(tone, c.two)
		for k, v := range []float32{colour.B, colour.G, colour.R} {
			file[heads+4*i+k] = byte(255*v + 0.5)
		}
	}
	for i := n - 1; i >= 0; i-- {
		for _, tone := range tones[i*n : (i+1)*n] {
			if class, share, ok := scene.OfClass(tone); ok {
				file = append(file, byte(class*shades+int(math.Round(share*(shades-1)))))
				continue
			}
			file = append(file, byte(math.Round(127.5*(1+max(-1, min(1, tone))))))
		}
	}
	return "data:image/bmp;base64," + base64.StdEncoding.EncodeToString(file)
}

// span is how long the edges of the plane are in the units of what is drawn over its picture.
const span = 100.0

// contour returns the line along which the output changes sides: where its sum is 0, of a softmax where another class has the
// largest. Between cells the sums are straight, as those of ReLU are but where it bends. It is the path of a piece in each
// square between four cells that it crosses.
func contour(Z blas64.General, n int) string {
	var d strings.Builder
	cell := span / float64(n)
	side := func(at int) int {
		if Z.Rows == 1 {
			if Z.Data[at] > 0 {
				return 1
			}
			return 0
		}
		return nn.Largest(Z, at)
	}
	for i := range n - 1 {
		for j := range n - 1 {
			at := i*n + j
			corners := [5]int{at, at + 1, at + 1 + n, at + n, at} // round the square
			pieces := 0
			for k, a := range corners[:4] {
				b := corners[k+1]
				p, q := side(a), side(b)
				if p == q {
					continue
				}
				ahead := func(at int) float64 {
					if Z.Rows == 1 {
						return Z.Data[at]
					}
					return Z.Data[p*Z.Stride+at] - Z.Data[q*Z.Stride+at]
				}
				along := ahead(a) / (ahead(a) - ahead(b))
				if !(along >= 0 && along <= 1) { // it is not finite
					along = 0.5
				}
				x, y := float64(j)+0.5, float64(i)+0.5
				switch k {
				case 0:
					x += along
				case 1:
					x, y = x+1, y+along
				case 2:
					x, y = x+1-along, y+1
				case 3:
					y += 1 - along
				}
				command := "M"
				if pieces%2 == 1 {
					command = "L"
				}
				pieces++
				fmt.Fprintf(&d, "%s%.2f %.2f", command, x*cell, y*cell)
			}
		}
	}
	return d.String()
}

// drawPoints returns the points of a run over its plane: those of a class in its colour and shape; values
// as discs of the tone next to theirs; those that are held out with a hole.
func drawPoints(s *session.Session) record.Markup {
	var svg strings.Builder
	fmt.Fprintf(&svg, `<svg class="pair-points" viewBox="0 0 %g %[1]g" aria-hidden="true">`, span)
	count := s.Train().Len() + s.Test().Len()
	radius := max(0.6, min(1, math.Sqrt(500/float64(max(1, count)))))
	train, test := s.Places()
	drawSet(&svg, s, s.Train(), train, radius, false)
	drawSet(&svg, s, s.Test(), test, radius, true)
	svg.WriteString("</svg>")
	return record.Markup(svg.String())
}

// drawSet draws the points of a set that the plane shows.
func drawSet(svg *strings.Builder, s *session.Session, set dataset.Set, places session.Places, radius float64, held bool) {
	var paths [2*levels + 1]strings.Builder         // by tone
	var classes [dataset.MaxClasses]strings.Builder // from 2 on
	var all, holes strings.Builder
	shown, values, stage := s.Extent(), s.Config().Regression(), scene.NewStage(s)
	for i, y := range set.Y {
		if !shown.X1.Holds(places.P1[i]) || !shown.X2.Holds(places.P2[i]) {
			continue
		}
		u, v := shown.Local(places.P1[i], places.P2[i])
		across, down := span/2*(1+u/dataset.Reach), span/2*(1-v/dataset.Reach)
		switch {
		case values:
			disc(&paths[int(math.Round(levels*(1+stage.TargetTone(y))))], across, down, radius)
			disc(&all, across, down, radius)
		case y > 1:
			bars(&classes[int(y)], int(y), across, down, radius)
		case y > 0:
			disc(&paths[2*levels], across, down, radius)
		default:
			fmt.Fprintf(&paths[0], "M%.1f %.1fl%[3]g %[3]g-%[3]g %[3]g-%[3]g-%[3]gz", across, down-1.25*radius, rounded(1.25*radius))
		}
		if held {
			disc(&holes, across, down, radius/2)
		}
	}
	path := func(class string, opacity float64, d *strings.Builder) {
		if d.Len() > 0 {
			fmt.Fprintf(svg, `<path class="%s" fill-opacity="%g" d="%s"/>`, class, opacity, d.String())
		}
	}
	path("neutral", 1, &all)
	for level := range paths {
		class, tone := "positive", float64(level-levels)/levels
		if tone < 0 {
			class = "negative"
		}
		path(class, math.Abs(tone), &paths[level])
	}
	for class := range classes {
		if d := classes[class].String(); d != "" {
			fmt.Fprintf(svg, `<path fill="%s" d="%s"/>`, fill(class), d)
		}
	}
	path("hole", 1, &holes)
}

func disc(path *strings.Builder, x, y, radius float64) {
	fmt.Fprintf(path, "M%.1f %.1fa%[3]g %[3]g 0 1 0 %[4]g 0 %[3]g %[3]g 0 1 0-%[4]g 0", x-radius, y, rounded(radius), rounded(2*radius))
}

// bars adds the mark of a class from 2 on.
func bars(path *strings.Builder, class int, x, y, size float64) {
	for _, corners := range scene.Corners(class) {
		for i, corner := range corners {
			fmt.Fprintf(path, "%c%.2f %.2f", "MLLL"[i], x+size*corner.X, y+size*corner.Y)
		}
		path.WriteByte('z')
	}
}

func rounded(v float64) float64 { return math.Round(100*v) / 100 }
