package scene

// Kind says what a Target is.
type Kind int

// The kinds of things a pointer can meet.
const (
	Nothing Kind = iota
	Unit         // an input, a hidden unit or the output
	Link         // a weight
	Bias         // a bias
	Fold         // the ellipsis of a folded layer, or of an unfolded one that can fold again
	Plane        // a place in the plane of the output panel
	Cost         // a place in the cost curve
)

var kindNames = [...]string{"", "unit", "link", "bias", "fold", "plane", "cost"}

// String is the kind's name in the page; Nothing has none.
func (k Kind) String() string { return kindNames[k] }

// Target names a part of the picture in the lecture's indices: layer 0 is the inputs, To counts
// from 1 in Layer, From counts from 1 in the layer before and is 0 for all but links.
// A unit, link or bias without To stands for all of its layer. A fold has only a layer, Plane and
// Cost have no indices. The zero Target is nothing.
type Target struct {
	Kind            Kind
	Layer, To, From int
}

// covers reports whether part is t, or one of those that t stands for.
func (t Target) covers(part Target) bool {
	return t == part || t.To == 0 && t.Kind == part.Kind && t.Layer == part.Layer
}

// Hit is what a pointer met. Value is the weight or the bias, the shown unit's value at a place of
// the plane, or the cost; NaN elsewhere. (X, Y) is where a note about it belongs, in CSS pixels
// relative to the slot; for Plane it is (x1, x2), for Cost it is (step, cost). Example is the training
// example at a place of the plane, counted from 1, 0 if there is none.
type Hit struct {
	Target
	Value   float64
	X, Y    float64
	Example int
}
