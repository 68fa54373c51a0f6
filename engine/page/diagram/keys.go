package diagram

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"shallows/engine/page/inspector"
	"shallows/engine/page/panel"
	"shallows/engine/scene"
)

// Do takes: open ID of a button; at ID VISIBLE, where the focus is, and whether it is to be seen; key NAME of an arrow.
func (p *Part) Do(d *panel.Desk, words []string) {
	if len(words) < 2 {
		return
	}
	places := placesOf(d)
	id := words[1]
	if words[0] == "key" {
		p.rove(places)
		id = p.stop
	}
	at := slices.IndexFunc(places, func(at place) bool { return at.key == id })
	if at < 0 {
		return
	}
	switch here := places[at]; words[0] {
	case "open":
		Press(d, here.Target)
	case "at":
		p.stop = here.key
		if len(words) == 3 && words[2] == "true" {
			d.Point(panel.SymbolOf(here.Target))
		}
	case "key":
		if next := neighbour(places, here, words[1]); next != "" {
			d.Ask("focus", panel.Focus{ID: next})
		}
	}
}

// place is a unit on show, or what folds a layer or unfolds so many units that are hidden.
type place struct {
	scene.Target
	key    string // id of its button
	hidden int
	box    scene.Rect
}

func placesOf(d *panel.Desk) (list []place) {
	layout := d.Stage.Layout()
	for _, u := range layout.Units {
		t := scene.Target{Kind: scene.Unit, Layer: u.Layer, To: u.Index}
		list = append(list, place{t, inspector.Opener(t), 0, u.Rect})
	}
	for _, f := range layout.Folds {
		list = append(list, place{scene.Target{Kind: scene.Fold, Layer: f.Layer}, "fold-" + strconv.Itoa(f.Layer), f.Hidden, f.Rect})
	}
	return list
}

// rove has Tab stop at one of the places: where it did before, or at the first unit of layer 1.
func (p *Part) rove(places []place) {
	if slices.ContainsFunc(places, func(at place) bool { return at.key == p.stop }) {
		return
	}
	if first := slices.IndexFunc(places, func(at place) bool { return at.Layer == 1 }); first >= 0 {
		p.stop = places[first].key
	}
}

// Press does what a press on a part of the diagram means: a layer folds or unfolds, a unit, link or bias is inspected.
func Press(d *panel.Desk, t scene.Target) {
	if t.Kind == scene.Fold {
		view := d.Stage.View()
		folded := slices.DeleteFunc(slices.Clone(view.Unfolded), func(layer int) bool { return layer == t.Layer })
		if len(folded) == len(view.Unfolded) {
			folded = append(folded, t.Layer)
		}
		view.Unfolded = folded
		d.Stage.SetView(view)
		return
	}
	inspector.Open(d, t)
}

// neighbour returns the id of the button that an arrow key leads to, "" where there is none: up and down within a layer,
// left and right to the closest one of the next layer.
func neighbour(places []place, from place, key string) string {
	column := func(layer int) (list []place) {
		for _, at := range places {
			if at.Layer == layer {
				list = append(list, at)
			}
		}
		slices.SortStableFunc(list, func(a, b place) int {
			return cmp.Or(cmp.Compare(a.box.X, b.box.X), cmp.Compare(a.box.Y, b.box.Y))
		})
		return list
	}
	list := column(from.Layer)
	next := slices.Index(list, from)
	switch key {
	case "ArrowUp":
		next--
	case "ArrowDown":
		next++
	case "ArrowLeft", "ArrowRight":
		layer := from.Layer - 1
		if key == "ArrowRight" {
			layer += 2
		}
		list, next = column(layer), -1
		nearest := math.Inf(1)
		for i, at := range list {
			if distance := math.Abs(at.box.Centre().Y - from.box.Centre().Y); distance < nearest {
				nearest, next = distance, i
			}
		}
	default:
		return ""
	}
	if next < 0 || next >= len(list) {
		return ""
	}
	return list[next].key
}
