package scene

import "unicode/utf8"

// Class returns the class that a unit of the output stands for, counted from 0, and whether its name is to be shown beside it:
// that of any unit of a softmax, and class 1 of a single output where it has a name.
func (s *Stage) Class(unit int) (class int, shown bool) {
	n := s.session.Network()
	if n.Sizes[n.Layers()] > 1 {
		return unit - 1, true
	}
	return 1, !s.session.Config().Regression() && s.session.Names().Class(1) != ""
}

// namesBeside returns about how wide the widest names are that stand beside inputs and outputs, 0 where there are none.
func (s *Stage) namesBeside() (room [2]float64) {
	const (
		letter = 6.5
		symbol = 14.0 // what is left for it is for a short one
		mark   = 18.0
		least  = 7 // letters, as of a class that has but a number
	)
	names, n := s.session.Names(), s.session.Network()
	widen := func(side int, width float64) {
		if width > 0 {
			room[side] = max(room[side], symbol+width)
		}
	}
	for _, f := range s.session.Config().Inputs {
		if j, ok := f.Column(); ok {
			widen(0, letter*breadth(names.Column(j)))
		}
	}
	for unit := range n.Sizes[n.Layers()] {
		if class, shown := s.Class(unit + 1); shown {
			widen(1, mark+letter*max(least, breadth(names.Class(class))))
		} else if s.session.Config().Regression() {
			widen(1, letter*breadth(names.Target))
		}
	}
	return room
}

// breadth is about how wide a text is in Latin letters, of which others may take two.
func breadth(text string) float64 {
	letters := float64(utf8.RuneCountInString(text))
	for _, r := range text {
		if r >= 0x1100 {
			letters++
		}
	}
	return letters
}
