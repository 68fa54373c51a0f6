//go:build js

package bridge

import (
	"syscall/js"

	"shallows/engine/scene"
)

// readSlots reads where slots are, {network: {x, y, w, h} or null, output, cost, dpr}: rectangles in CSS pixels, and device
// pixels to a CSS pixel.
func readSlots(given js.Value) scene.Slots {
	slots := scene.Slots{Scale: number(property(given, "dpr"))}
	for i := range slots.Rects {
		if box := property(given, scene.Slot(i).String()); box.Truthy() {
			slots.Rects[i] = scene.Rect{
				X: number(property(box, "x")),
				Y: number(property(box, "y")),
				W: number(property(box, "w")),
				H: number(property(box, "h")),
			}
		}
	}
	if slots.Scale <= 0 {
		panic(wrongArguments{})
	}
	return slots
}

// view changes what is shown, where what is not given stays, and returns what is: {discretise, showTest, logSteps}.
func (e *Engine) view(args arguments) any {
	given := args.plain(0)
	view := e.stage.View()
	if v := property(given, "discretise"); !v.IsUndefined() {
		view.Discretise = boolean(v)
	}
	if v := property(given, "showTest"); !v.IsUndefined() {
		view.HideTest = !boolean(v)
	}
	if v := property(given, "logSteps"); !v.IsUndefined() {
		view.LogSteps = boolean(v)
	}
	if v := property(given, "unfold"); !v.IsUndefined() {
		view.Unfolded = nil
		for _, layer := range elements(v) {
			view.Unfolded = append(view.Unfolded, integer(layer))
		}
	}
	e.stage.SetView(view)
	e.draw()
	return object("discretise", view.Discretise, "showTest", !view.HideTest, "logSteps", view.LogSteps)
}

// choose marks what is being inspected, nothing for null.
func (e *Engine) choose(args arguments) any {
	e.stage.Select(target(args.plain(0)))
	e.draw()
	return nil
}

// target reads {kind, layer, to, from}; only links have from, and what stands for all of a layer has neither to nor from.
func target(v js.Value) scene.Target {
	if v.IsNull() {
		return scene.Target{}
	}
	kind, ok := scene.ParseKind(text(property(v, "kind")))
	if !ok {
		panic(wrongArguments{})
	}
	t := scene.Target{Kind: kind}
	for name, index := range map[string]*int{"layer": &t.Layer, "to": &t.To, "from": &t.From} {
		if given := v.Get(name); !given.IsUndefined() {
			*index = integer(given)
		}
	}
	return t
}

// layout says where units, biases, folds and texts are, in CSS pixels relative to their slots.
func (e *Engine) layout(arguments) any { return layout(e.stage.Layout()) }

func layout(l *scene.Layout) js.Value {
	return object(
		"version", l.Version,
		"units", array(l.Units, func(u scene.UnitBox) any {
			return box(u.Rect, "layer", u.Layer, "index", u.Index)
		}),
		"biases", array(l.Biases, func(b scene.BiasBox) any {
			return box(b.Rect, "layer", b.Layer, "index", b.Index)
		}),
		"folds", array(l.Folds, func(f scene.FoldBox) any {
			return box(f.Rect, "layer", f.Layer, "hidden", f.Hidden)
		}),
		"headings", array(l.Headings, func(h scene.Heading) any {
			return object("layer", h.Layer, "x", h.X, "y", h.Y, "width", h.Width)
		}),
		"labels", array(l.Labels, func(t scene.Label) any {
			return object("slot", t.Slot.String(), "x", t.X, "y", t.Y, "text", t.Text, "anchor", string(t.Anchor))
		}),
		"square", box(l.Square),
		"axes", box(l.Axes),
	)
}

// box renders a rectangle, with more fields if there are any.
func box(r scene.Rect, fields ...any) js.Value {
	return object(append(fields, "x", r.X, "y", r.Y, "w", r.W, "h", r.H)...)
}

// hit returns what is at a place of a slot, {kind, layer, to, from, value, x, y, example}, or null.
func (e *Engine) hit(args arguments) any {
	slot, ok := scene.ParseSlot(args.text(0))
	if !ok {
		panic(wrongArguments{})
	}
	h := e.stage.Hit(slot, args.number(1), args.number(2))
	if h.Kind == scene.Nothing {
		return nil
	}
	return object("kind", h.Kind.String(), "layer", h.Layer, "to", h.To, "from", h.From,
		"value", orNull(h.Value), "x", h.X, "y", h.Y, "example", h.Example)
}

// cursor marks the step of the cost curve nearest to x in its slot and returns its record, {step, cost, testCost}.
// For null, or while there is no curve, it marks none and returns null.
func (e *Engine) cursor(args arguments) any {
	step, record := -1, any(nil)
	if !args.at(0).IsNull() {
		if r, ok := e.stage.CostAt(args.number(0)); ok {
			step = r.Step
			record = object("step", r.Step, "cost", orNull(r.Cost), "testCost", orNull(r.TestCost))
		}
	}
	if step != e.stage.Cursor() {
		e.stage.SetCursor(step)
		e.draw()
	}
	return record
}
