package describe

import (
	"math"

	"shallows/engine/number"
)

const (
	// even is the share of a surface's variance that a plane explains if it is called one.
	even = 0.95
	// level is the range of a surface that is flat.
	level = 0.02
	// flank is how much of the range a hill's top is above the lowest place, and a hollow's bottom below the highest.
	flank = 0.65
)

// surface says where the output of regression is high and low, and how high that is in the unit of the data; upright, that it
// is the same all the way up the plane.
func surface(values []float64, unit func(output float64) float64, upright bool) []Sentence {
	written := func(v float64) string { return number.Of(unit(v)).String() }
	low, high := bounds(values)
	if high-low < level {
		return []Sentence{say("surface.flat", "value", written(average(values)))}
	}
	g := grid{side, make([]bool, len(values))}
	lowest, highest := 0, 0
	var sz, szz, szx, szy, sxx float64
	for cell, z := range values {
		if z < values[lowest] {
			lowest = cell
		}
		if z > values[highest] {
			highest = cell
		}
		x, y := g.at(cell)
		sz, szz, szx, szy, sxx = sz+z, szz+z*z, szx+z*x, szy+z*y, sxx+x*x
	}
	ends := func(key string, places ...any) Sentence {
		return say(key, append(places, "low", written(low), "high", written(high))...)
	}
	variance := szz - sz*sz/float64(len(values))
	if (szx*szx+szy*szy)/sxx >= even*variance {
		return []Sentence{say("surface.colours"), ends("surface.slope", "towards", say("towards."+direction(szx, szy)))}
	}
	at := func(cell int) Sentence {
		x, y := g.at(cell)
		if upright {
			y = 0
		}
		return place(x, y)
	}
	told := []Sentence{say("surface.colours"), ends("surface.ends", "top", at(highest), "bottom", at(lowest))}
	count := func(above func(z float64) bool) (parts int) {
		for cell, z := range values {
			g.in[cell] = above(z)
		}
		for _, part := range g.without(speck).regions() {
			if part.in {
				parts++
			}
		}
		return parts
	}
	hills := count(func(z float64) bool { return z > low+flank*(high-low) })
	hollows := count(func(z float64) bool { return z < high-flank*(high-low) })
	if hills+hollows > 2 {
		told = append(told, say("surface.hills", "hills", hills, "hollows", hollows))
	}
	return told
}

func average(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / math.Max(1, float64(len(values)))
}
