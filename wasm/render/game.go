//go:build js

// Package render paints a scene with ebiten: one transparent canvas behind the page, nothing
// outside the slots, a frame only when one was asked for.
package render

import (
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"shallows/engine/scene"
)

// Run paints the stage whenever a frame is scheduled, and calls again where another one is to follow. It returns only if
// painting fails.
func Run(stage *scene.Stage, again func()) error {
	ebiten.SetTPS(ebiten.SyncWithFPS)
	//lint:ignore SA1019 what replaces it goes on calling Update and Draw sixty times a second
	ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum)
	return ebiten.RunGameWithOptions(NewGame(stage, again), &ebiten.RunGameOptions{
		InitUnfocused:     true,
		ScreenTransparent: true,
	})
}

// Schedule has the next frame that comes painted.
func Schedule() {
	//lint:ignore SA1019 it belongs to the mode that Run sets
	ebiten.ScheduleFrame()
}

// game is the stage as ebiten wants it.
type game struct {
	stage *scene.Stage
	again func()
	ink   ink
	field field
	err   error
}

// NewGame is what Run runs.
func NewGame(stage *scene.Stage, again func()) ebiten.Game { return &game{stage: stage, again: again} }

// Update reports what went wrong in the last Draw.
func (g *game) Update() error { return g.err }

// Draw paints every slot that is on the page, and once more while numbers are on their way.
func (g *game) Draw(screen *ebiten.Image) {
	if g.stage.Pass(time.Now()) {
		g.again()
	}
	for slot := range scene.Slot(len(g.stage.Slots().Rects)) {
		picture := g.stage.Picture(slot)
		clip := image.Rect(
			int(picture.Clip.X), int(picture.Clip.Y),
			int(picture.Clip.X+picture.Clip.W), int(picture.Clip.Y+picture.Clip.H),
		).Intersect(screen.Bounds())
		if clip.Empty() {
			continue
		}
		part := screen.SubImage(clip).(*ebiten.Image)
		g.keep(g.ink.strokes(part, picture.Strokes))
		g.keep(g.field.quads(part, picture.Quads, g.stage.Shader()))
		g.keep(g.ink.boxes(part, picture.Boxes))
	}
}

// keep remembers the first error.
func (g *game) keep(err error) {
	if g.err == nil {
		g.err = err
	}
}

// Layout completes ebiten.Game; ebiten calls LayoutF instead.
func (g *game) Layout(width, height int) (int, int) { return width, height }

// LayoutF makes a pixel of the screen a pixel of the device.
func (g *game) LayoutF(width, height float64) (float64, float64) {
	scale := ebiten.Monitor().DeviceScaleFactor()
	return width * scale, height * scale
}
