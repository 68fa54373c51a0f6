// Command picture paints a run frame after frame, with an update between frames, and tells what that costs: the time
// in Update and Draw, and what becomes of the heap. picture.js runs it in Chromium.
package main

import (
	"math"
	"runtime"
	"slices"
	"syscall/js"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"shallows/engine/config"
	"shallows/engine/scene"
	"shallows/engine/session"
	"shallows/wasm/render"
)

// warmUp is how many frames come before those that count: shaders are compiled in them, slices grow.
const warmUp = 30

// JavaScript gives {fragment, frames, width, height}, the size in CSS pixels, and is called back with {milliseconds,
// heapBefore, heapAfter, bytes}: the median time of a frame, the heap after a collection before and after the frames,
// and what the program allocated in a frame, ebiten's own work included.
func main() {
	options := js.Global().Get("pictureOptions")
	c, _ := config.Decode(options.Get("fragment").String())
	stage := scene.NewStage(session.New(c))
	stage.Session().Remember()
	stage.Session().Step(c.Steps)
	theme := scene.Theme{}
	for token, colour := range map[string]string{"ink": "#202020", "positive": "#0055cc", "negative": "#cc5500"} {
		theme.Set(token, colour)
	}
	stage.SetTheme(theme)
	stage.SetSlots(slots(options.Get("width").Float(), options.Get("height").Float()))

	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetVsyncEnabled(false)
	m := &meter{Game: render.NewGame(stage, render.Schedule), run: stage.Session(), frames: options.Get("frames").Int()}
	err := ebiten.RunGameWithOptions(m, &ebiten.RunGameOptions{InitUnfocused: true})
	panic(err)
}

// slots divides a window as the page does: the network over the cost curve, the plane beside them.
func slots(width, height float64) scene.Slots {
	s := scene.Slots{Scale: 1}
	side := math.Min(0.4*width, height)
	s.Rects[scene.NetworkSlot] = scene.Rect{W: width - side, H: 0.7 * height}
	s.Rects[scene.CostSlot] = scene.Rect{Y: 0.7 * height, W: width - side, H: 0.3 * height}
	s.Rects[scene.OutputSlot] = scene.Rect{X: width - side, W: side, H: side}
	return s
}

// meter is a game and a clock.
type meter struct {
	ebiten.Game
	run    *session.Session
	frames int

	painted int
	spent   time.Duration   // in Update and Draw of this frame
	times   []time.Duration // of the frames
	before  runtime.MemStats
}

func (m *meter) Update() error {
	m.run.Step(1)
	switch m.painted - warmUp {
	case 0:
		m.times = make([]time.Duration, 0, m.frames)
		m.before = collected()
	case m.frames:
		m.report()
	}
	m.painted++
	start := time.Now()
	err := m.Game.Update()
	m.spent = time.Since(start)
	return err
}

func (m *meter) Draw(screen *ebiten.Image) {
	start := time.Now()
	m.Game.Draw(screen)
	m.spent += time.Since(start)
	if len(m.times) < cap(m.times) {
		m.times = append(m.times, m.spent)
	}
}

func (m *meter) report() {
	after := collected()
	slices.Sort(m.times)
	js.Global().Call("pictureDone", map[string]any{
		"milliseconds": m.times[len(m.times)/2].Seconds() * 1000,
		"heapBefore":   float64(m.before.HeapAlloc),
		"heapAfter":    float64(after.HeapAlloc),
		"bytes":        float64(after.TotalAlloc-m.before.TotalAlloc) / float64(m.frames),
	})
}

// collected is what the heap holds when the garbage is gone.
func collected() (m runtime.MemStats) {
	runtime.GC()
	runtime.GC() // what pools hold outlives one collection
	runtime.ReadMemStats(&m)
	return m
}
