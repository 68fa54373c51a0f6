package session

import "errors"

// SetWeight changes w[to, from] of layer l, the weight from unit from of layer l-1 into unit to,
// counted from 1 as in the lecture. The error says what is out of range, or is [ErrInfinite].
func (s *Session) SetWeight(l, to, from int, v float64) error {
	if err := s.editable(l, to, v); err != nil {
		return err
	}
	if from < 1 || from > s.network.Sizes[l-1] {
		return errors.New("session: no such unit in the layer before")
	}
	return s.edit(s.network.Index(l, to, from), v)
}

// SetBias changes b[to] of layer l, like SetWeight.
func (s *Session) SetBias(l, to int, v float64) error {
	if err := s.editable(l, to, v); err != nil {
		return err
	}
	return s.edit(s.network.Index(l, to, 0), v)
}

func (s *Session) editable(l, to int, v float64) error {
	switch {
	case l < 1 || l > s.network.Layers():
		return errors.New("session: no such layer")
	case to < 1 || to > s.network.Sizes[l]:
		return errors.New("session: no such unit")
	case !isFinite(v):
		return errors.New("session: not a finite number")
	}
	return nil
}

func (s *Session) edit(i int, v float64) error {
	parameters := s.network.Parameters()
	before := parameters[i]
	parameters[i] = v
	s.changed()
	finite := s.finite()
	typed := hand{typed: true, apart: s.network.Asymmetry()}
	parameters[i] = before
	s.changed()
	if !finite {
		return ErrInfinite
	}
	s.change(change{config: s.config, own: s.own, parameter: i, value: v, edited: true, hand: typed})
	return nil
}

// hand is what was done to the parameters by hand.
type hand struct {
	typed bool    // some were typed in, or came from outside
	apart float64 // the asymmetry right after the latest were; without any, at step 0
}

// Typed reports whether a parameter was typed in on the way to the present step, or the run begins from given ones.
func (s *Session) Typed() bool { return s.hand.typed }

// Parted returns by how much training alone has parted the units of the first layer: how far
// [nn.Network.Asymmetry] has grown since a parameter was last typed in, or since step 0.
func (s *Session) Parted() float64 { return s.network.Asymmetry() - s.hand.apart }
