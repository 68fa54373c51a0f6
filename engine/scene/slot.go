package scene

// Slot is a box of the page through which the canvas shows.
type Slot int

// The three slots.
const (
	NetworkSlot Slot = iota // the network diagram
	OutputSlot              // a field over the plane, with the examples
	CostSlot                // the cost curve
	slotCount
)

var slotNames = [slotCount]string{"network", "output", "cost"}

// String is the slot's name in the page.
func (s Slot) String() string { return slotNames[s] }

// ParseSlot finds the slot of a name.
func ParseSlot(name string) (Slot, bool) {
	for s, n := range slotNames {
		if n == name {
			return Slot(s), true
		}
	}
	return 0, false
}

// Slots says where the slots are: rectangles in CSS pixels relative to the viewport, indexed by
// Slot, an absent slot being empty, and the number of device pixels to a CSS pixel.
type Slots struct {
	Rects [slotCount]Rect
	Scale float64
}
