package panel

import (
	"strconv"

	"shallows/engine/scene"
)

// Box is where something is, in CSS pixels.
type Box struct{ X, Y, W, H string }

// BoxOf returns a rectangle as a style sheet has it.
func BoxOf(r scene.Rect) Box { return Box{Pixels(r.X), Pixels(r.Y), Pixels(r.W), Pixels(r.H)} }

// Pixels returns a length as a style sheet has it.
func Pixels(length float64) string { return strconv.FormatFloat(length, 'f', 2, 64) + "px" }
