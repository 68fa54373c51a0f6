package strip

import "math"

// drag is a finger, or a pointer with its button down, that pulls something up or down. Heights are shares of what it is
// pulled over, from above.
type drag struct {
	held     bool
	from, at float64 // where it began, and is
	turn     float64 // as far as it came before it turned round, or turns now
	heading  float64 // -1 upwards, 1 downwards, 0 for nowhere yet
	taps     int     // how often in a row it was let go where it began
}

// slack is how far a hand may stray that keeps still.
const slack = 0.012

// follow takes what a pointer does at a height, and reports whether it let go.
func (g *drag) follow(verb, button string, at float64) (let bool) {
	switch {
	case verb == "press" && button == "0":
		*g = drag{held: true, from: at, at: at, turn: at, taps: g.taps}
	case verb == "move" && g.held:
		if way := at - g.turn; way*g.heading > 0 {
			g.turn = at
		} else if math.Abs(way) > slack {
			g.turn, g.heading, g.taps = at, math.Copysign(1, way), 0
		}
		g.at = at
	case verb == "cancel":
		*g = drag{}
	case verb == "lift" && g.held:
		g.held = false
		if g.heading == 0 {
			g.taps++
		}
		return true
	}
	return false
}
