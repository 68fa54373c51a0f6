package quantities

import (
	"strings"

	"shallows/engine/lecture"
)

// Leaf is what a screen of a talk shows at once: the quantities from one on, up to another.
type Leaf struct{ From, To int }

// Heights in rem, as web/css/talk.css and web/templates/ledger.css have them: what a screen has room for, a line of a grid, of which no more
// than so many are in sight, what stands over those of what the update changes, the gap between quantities, and the least that one takes,
// one with a fraction, and the cost.
const (
	room     = 16.25
	line     = 1.5
	lines    = 8
	over     = 3.5
	gap      = 0.5
	least    = 3.25
	fraction = 4.5
	cost     = 8
)

// Leaves shares quantities out to leaves. Each is of one layer in one part of the lecture, and parts only what belongs together, as W and b
// do, where that has no room.
func Leaves(all []lecture.Quantity) []Leaf {
	var leaves []Leaf
	left, title, layer := 0., "", -1
	for i := 0; i < len(all); {
		to, height := i+1, heightOf(all[i])
		for to < len(all) && !begins(all[to], all[to-1]) {
			height += heightOf(all[to])
			to++
		}
		now := part(all[i].Symbol, title)
		if now != title || all[i].Layer != layer || height > left {
			leaves, left = append(leaves, Leaf{i, i}), room
		}
		title, layer = now, all[i].Layer
		for ; i < to; i++ {
			if left -= heightOf(all[i]); left < 0 && leaves[len(leaves)-1].To > leaves[len(leaves)-1].From {
				leaves, left = append(leaves, Leaf{i, i}), room-heightOf(all[i])
			}
			leaves[len(leaves)-1].To = i + 1
		}
	}
	return leaves
}

// begins reports whether a quantity belongs to what comes after it, not to the one before.
func begins(q, before lecture.Quantity) bool {
	switch {
	case strings.HasSuffix(q.Name, lecture.W):
		return true
	case q.Name == lecture.DZ:
		return before.Name != lecture.DA
	}
	return q.Name == lecture.X || q.Name == lecture.Z || q.Name == lecture.DA || q.Name == lecture.Y
}

func heightOf(q lecture.Quantity) float64 {
	if q.Name == lecture.J {
		return cost
	}
	height, text := line*float64(min(q.Rows, lines)+1), least
	if q.Next {
		height += over
	}
	if q.Name == "d"+lecture.W || q.Name == "d"+lecture.B {
		text = fraction
	}
	return gap + max(height, text)
}
