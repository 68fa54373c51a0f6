package scene

// Picture is what to paint in a slot. It is shared: valid until the next call for the same slot.
func (s *Stage) Picture(slot Slot) *Picture {
	s.lay()
	p := &s.pictures[slot]
	d := newPen(p, s.slots.Rects[slot], s.slots.Scale)
	if p.Clip.Empty() {
		return p
	}
	switch slot {
	case NetworkSlot:
		s.drawNetwork(d)
	case OutputSlot:
		s.drawPlane(d)
	case CostSlot:
		s.drawCost(d)
	}
	return p
}
