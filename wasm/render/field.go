//go:build js

package render

import (
	"github.com/hajimehoshi/ebiten/v2"

	"shallows/engine/scene"
)

// field paints quads with the scene's shader. It compiles a shader once and lets go of it when the
// network calls for another.
type field struct {
	shader  *ebiten.Shader
	source  string
	samples *ebiten.Image
	held    *scene.Samples // what samples holds, and its version
	version uint64
	mesh    mesh
	options ebiten.DrawTrianglesShaderOptions
}

// quads paints the fields.
func (f *field) quads(dst *ebiten.Image, quads []scene.Quad, s *scene.Shader) error {
	if len(quads) == 0 {
		return nil
	}
	if err := f.prepare(s); err != nil {
		return err
	}
	f.mesh.clear()
	for i := range quads {
		f.mesh.field(&quads[i])
	}
	dst.DrawTrianglesShader32(f.mesh.vertices, f.mesh.indices, f.shader, &f.options)
	return nil
}

// prepare compiles the shader unless it is the last one, and brings the samples to the GPU.
func (f *field) prepare(s *scene.Shader) error {
	if f.source != s.Source {
		shader, err := ebiten.NewShader([]byte(s.Source))
		if err != nil {
			return err
		}
		if f.shader != nil {
			f.shader.Deallocate()
		}
		f.shader, f.source = shader, s.Source
	}
	f.options.Uniforms = s.Uniforms
	f.options.Images[0] = f.image(s.Samples)
	return nil
}

// image is the samples as a source image, nil for none.
func (f *field) image(s *scene.Samples) *ebiten.Image {
	if s == nil {
		return nil
	}
	if f.samples != nil && (f.samples.Bounds().Dx() != s.Width || f.samples.Bounds().Dy() != s.Height) {
		f.samples.Deallocate()
		f.samples = nil
	}
	if f.samples == nil {
		f.samples = ebiten.NewImage(s.Width, s.Height)
		f.held = nil
	}
	if f.held != s || f.version != s.Version {
		f.samples.WritePixels(s.Pixels)
		f.held, f.version = s, s.Version
	}
	return f.samples
}

// field adds a quad, a pixel larger than what shows for the smooth edge.
func (m *mesh) field(q *scene.Quad) {
	c := q.Rect.Centre()
	width, height := q.Rect.W/2, q.Rect.H/2
	v := ebiten.Vertex{
		ColorR: float32(width), ColorG: float32(height), ColorB: float32(q.Radius), ColorA: float32(q.Gain),
		Custom2: float32(q.Unit), Custom3: float32(q.Line),
	}
	for i := range 4 {
		x, y := width+1, height+1
		if i%2 == 0 {
			x = -x
		}
		if i < 2 {
			y = -y
		}
		v.SrcX, v.SrcY = float32(x), float32(y)
		v.DstX, v.DstY = float32(c.X+x), float32(c.Y+y)
		v.Custom0, v.Custom1 = float32(x/width), float32(-y/height)
		m.vertices = append(m.vertices, v)
	}
	m.quad()
}
