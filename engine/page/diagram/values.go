package diagram

import (
	"fmt"

	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/scene"
)

// What a value needs of room: below a unit, else over it if the unit is that wide. In CSS pixels.
const line, wide = 14, 30

// Values are the values of the example that is chosen, at the units: x at inputs, a at all others.
type Values struct{}

// ValuesRecord is what they show.
type ValuesRecord struct{ Values []Value }

// Value is that of one unit.
type Value struct {
	Key, Class string // 1-2
	X, Y       string
	Text       string
}

// Do does nothing: they are only to be read.
func (Values) Do(*panel.Desk, []string) {}

// Record returns a ValuesRecord.
func (Values) Record(d *panel.Desk) any {
	var r ValuesRecord
	if d.Example < 1 || d.Example > d.Session().Train().Len() {
		return r
	}
	pass := d.Session().Pass()
	units := d.Stage.Layout().Units
	for _, u := range units {
		A := pass.A[u.Layer]
		v := Value{
			Key: fmt.Sprintf("%d-%d", u.Layer, u.Index), Class: "unit-value under",
			// The bias has the lower left corner.
			X: panel.Pixels(u.Rect.X + 0.2*u.Rect.W), Y: panel.Pixels(u.Rect.Y + u.Rect.H),
			Text: number.Rounded(A.Data[(u.Index-1)*A.Stride+d.Example-1], 3).String(),
		}
		if taken(units, u) {
			v.Class = "unit-value over"
			if u.Rect.W < wide {
				continue
			}
		}
		r.Values = append(r.Values, v)
	}
	return r
}

// taken reports whether another unit of the layer begins where the value would stand below u.
func taken(units []scene.UnitBox, u scene.UnitBox) bool {
	low := u.Rect.Y + u.Rect.H
	for _, other := range units {
		r := other.Rect
		if other.Layer == u.Layer && r.X < u.Rect.X+u.Rect.W && r.X+r.W > u.Rect.X && r.Y >= low && r.Y < low+line {
			return true
		}
	}
	return false
}
