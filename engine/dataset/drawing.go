package dataset

import "slices"

// Drawing is own data in the making: its points and the way back from what was done to them. Sets that
// it has returned do not change, nor do copies of it.
type Drawing struct {
	points       Points
	past, future []version
}

// version is the points at another time, and what Replace, or the way back over it, keeps beside them.
type version struct {
	points Points
	beside any
}

// maxUndo bounds the way back.
const maxUndo = 100

// NewDrawing begins with points, which none are in Home.
func NewDrawing(points Points) *Drawing {
	if points.Len() == 0 {
		points = Points{Extent: Home}
	}
	return &Drawing{points: points}
}

// Points returns the points as they are.
func (d *Drawing) Points() Points { return d.points }

// Add appends a point of class y at the place nearest to (x1, x2), see [Extent.Round]. It reports false
// where there are MaxOwn, or points that are not to be drawn among. Joined, it is undone together with the change before it; so for the other methods.
func (d *Drawing) Add(x1, x2, y float64, joined bool) bool {
	if d.points.Len() == MaxOwn || !d.points.IsDrawable() {
		return false
	}
	next := d.points.clone()
	x1, x2 = next.Extent.Round(x1, x2)
	next.Add(x1, x2, y)
	d.change(next, joined)
	return true
}

// Move puts point i, counted from 0, at the place nearest to (x1, x2). It reports whether there is one.
func (d *Drawing) Move(i int, x1, x2 float64, joined bool) bool {
	if i < 0 || i >= d.points.Len() || !d.points.IsDrawable() {
		return false
	}
	next := d.points.clone()
	next.X[0][i], next.X[1][i] = next.Extent.Round(x1, x2)
	d.change(next, joined)
	return true
}

// Remove takes point i, counted from 0, away. It reports whether there was one.
func (d *Drawing) Remove(i int, joined bool) bool {
	if i < 0 || i >= d.points.Len() {
		return false
	}
	next := d.points.clone()
	for j, column := range next.X {
		next.X[j] = slices.Delete(column, i, i+1)
	}
	next.Y = slices.Delete(next.Y, i, i+1)
	d.change(next, joined)
	return true
}

// Replace puts other points in place of all. What the points that there are were part of, it keeps beside them, for [Drawing.Before].
func (d *Drawing) Replace(points Points, beside any) {
	d.keep(beside)
	d.points, d.future = points, nil
}

func (d *Drawing) change(next Points, joined bool) {
	if !joined {
		d.keep(nil)
	}
	d.points, d.future = next, nil
}

// keep notes the points that there are as those before the latest change.
func (d *Drawing) keep(beside any) {
	d.past = push(d.past[max(0, len(d.past)-maxUndo+1):], version{d.points, beside})
}

// CanUndo reports whether there is something to undo.
func (d *Drawing) CanUndo() bool { return len(d.past) > 0 }

// CanRedo reports whether there is something to redo.
func (d *Drawing) CanRedo() bool { return len(d.future) > 0 }

// Before returns what is kept beside the points that Undo brings back, nil where nothing is.
func (d *Drawing) Before() any { return last(d.past).beside }

// After returns what is kept beside the points that Redo brings back, nil where nothing is.
func (d *Drawing) After() any { return last(d.future).beside }

// Undo goes back to before the latest change and reports whether there was one. It keeps beside
// for After.
func (d *Drawing) Undo(beside any) bool { return d.travel(&d.past, &d.future, beside) }

// Redo undoes the latest Undo and reports whether there was one since the latest change. It keeps beside for Before.
func (d *Drawing) Redo(beside any) bool { return d.travel(&d.future, &d.past, beside) }

func (d *Drawing) travel(from, to *[]version, beside any) bool {
	if len(*from) == 0 {
		return false
	}
	*to = push(*to, version{d.points, beside})
	d.points, *from = last(*from).points, (*from)[:len(*from)-1]
	return true
}

// last returns the last of versions, the zero version where there are none.
func last(versions []version) version {
	if len(versions) == 0 {
		return version{}
	}
	return versions[len(versions)-1]
}

// push appends v to versions, whose memory it leaves to copies.
func push(versions []version, v version) []version { return append(slices.Clip(versions), v) }

// IsDrawable reports whether points of the plane with classes can be drawn among these.
func (p Points) IsDrawable() bool { return p.isFlat() && !p.Values }

func (p Points) clone() Points {
	p.Set = p.Set.Clone()
	return p
}
