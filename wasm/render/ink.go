//go:build js

package render

import (
	_ "embed"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"shallows/engine/scene"
)

//go:embed ink.kage
var inkSource []byte

// ink paints strokes and boxes in plain colours. Its slices are reused from frame to frame.
type ink struct {
	shader *ebiten.Shader
	mesh   mesh
}

// mesh is triangles under construction.
type mesh struct {
	vertices []ebiten.Vertex
	indices  []uint32
}

func (m *mesh) clear() { m.vertices, m.indices = m.vertices[:0], m.indices[:0] }

// quad joins the last four vertices, which are the corners row by row.
func (m *mesh) quad() {
	i := uint32(len(m.vertices)) - 4
	m.indices = append(m.indices, i, i+1, i+2, i+1, i+3, i+2)
}

// boxes paints boxes in order.
func (k *ink) boxes(dst *ebiten.Image, boxes []scene.Box) error {
	k.mesh.clear()
	for i := range boxes {
		k.mesh.box(&boxes[i])
	}
	return k.draw(dst)
}

// box adds a rectangle that leaves room for the outline and for the smooth edge.
func (m *mesh) box(b *scene.Box) {
	width, height := b.Half.X+b.Stroke/2+1, b.Half.Y+b.Stroke/2+1
	v := vertex(b.Colour)
	v.Custom0, v.Custom1 = float32(b.Half.X), float32(b.Half.Y)
	v.Custom2, v.Custom3 = float32(b.Radius), float32(b.Stroke/2)
	for i := range 4 {
		x, y := width, height
		if i%2 == 0 {
			x = -x
		}
		if i < 2 {
			y = -y
		}
		v.SrcX, v.SrcY = float32(x), float32(y)
		v.DstX = float32(b.Centre.X + x*b.Along.X - y*b.Along.Y)
		v.DstY = float32(b.Centre.Y + x*b.Along.Y + y*b.Along.X)
		m.vertices = append(m.vertices, v)
	}
	m.quad()
}

// strokes paints strokes in order.
func (k *ink) strokes(dst *ebiten.Image, strokes []scene.Stroke) error {
	k.mesh.clear()
	for i := range strokes {
		k.mesh.stroke(&strokes[i])
	}
	return k.draw(dst)
}

// stroke adds a strip along the curve. To the shader it is a disc of which only the diameter
// across the curve is seen, or such discs drawn out to dashes. A line thinner than a pixel is a pixel
// wide and fainter instead.
func (m *mesh) stroke(s *scene.Stroke) {
	width := max(1, s.Width)
	v := vertex(s.Colour.Fade(float32(s.Width / width)))
	v.Custom0, v.Custom1, v.Custom2 = float32(width/2), float32(width/2), float32(width/2)
	if s.Dash > 0 {
		v.Custom0, v.Custom3 = float32(s.Dash/2), float32(-2*s.Dash)
	}
	reach := width/2 + 1
	n := s.Curve.Segments()
	last := s.Curve.From
	walked := 0.0
	for i := range n + 1 {
		t := float64(i) / float64(n)
		at, along := s.Curve.At(t), s.Curve.Tangent(t)
		if s.Dash > 0 {
			walked += math.Hypot(at.X-last.X, at.Y-last.Y)
			v.SrcX = float32(walked)
			last = at
		}
		for _, side := range [2]float64{-reach, reach} {
			v.SrcY = float32(side)
			v.DstX, v.DstY = float32(at.X-side*along.Y), float32(at.Y+side*along.X)
			m.vertices = append(m.vertices, v)
		}
		if i > 0 {
			m.quad()
		}
	}
}

// draw paints the mesh.
func (k *ink) draw(dst *ebiten.Image) error {
	if len(k.mesh.indices) == 0 {
		return nil
	}
	if k.shader == nil {
		shader, err := ebiten.NewShader(inkSource)
		if err != nil {
			return err
		}
		k.shader = shader
	}
	dst.DrawTrianglesShader32(k.mesh.vertices, k.mesh.indices, k.shader, nil)
	return nil
}

// vertex is a vertex of this colour, premultiplied as ebiten blends.
func vertex(c scene.Colour) ebiten.Vertex {
	return ebiten.Vertex{ColorR: c.R * c.A, ColorG: c.G * c.A, ColorB: c.B * c.A, ColorA: c.A}
}
