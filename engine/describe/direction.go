package describe

import "math"

// directions are the eighths of a turn, from the right against the clock. With a prefix they are keys: place.right is a
// place at the right of the plane, half.right the half of it on that side of a line, rest.left then the other half.
var directions = [8]string{"right", "upperRight", "above", "upperLeft", "left", "lowerLeft", "below", "lowerRight"}

// direction is the name of the direction (x, y), y pointing up.
func direction(x, y float64) string {
	eighth := int(math.Round(math.Atan2(y, x)/(math.Pi/4))) + 8
	return directions[eighth%8]
}

// middling is how far from the middle of the plane a place is still said to be there, as a share of half a side.
const middling = 0.35

// place names where the point (x, y) of the square from -1 to 1 lies.
func place(x, y float64) Sentence {
	if math.Hypot(x, y) < middling {
		return say("place.middle")
	}
	return say("place." + direction(x, y))
}
