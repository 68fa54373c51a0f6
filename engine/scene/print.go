package scene

// Print is a stage of the same run and view in slots and colours of its own, with nothing marked by
// a pointer: for a picture to keep.
func (s *Stage) Print(slots Slots, theme Theme) *Stage {
	p := NewStage(s.session)
	p.SetSlots(slots)
	p.SetTheme(theme)
	p.SetView(s.view)
	p.SetLines(s.lines)
	p.SetExample(s.example)
	return p
}
