package session

import "errors"

// SetWeight changes w[to, from] of layer l, the weight from unit from of layer l-1 into unit to,
// counted from 1 as in the lecture. The error says what is out of range.
func (s *Session) SetWeight(l, to, from int, v float64) error {
	if err := s.editable(l, to, v); err != nil {
		return err
	}
	W := s.network.W[l]
	if from < 1 || from > W.Cols {
		return errors.New("session: no such unit in the layer before")
	}
	s.edit(&W.Data[(to-1)*W.Stride+from-1], v)
	return nil
}

// SetBias changes b[to] of layer l, like SetWeight.
func (s *Session) SetBias(l, to int, v float64) error {
	if err := s.editable(l, to, v); err != nil {
		return err
	}
	s.edit(&s.network.B[l][to-1], v)
	return nil
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

func (s *Session) edit(parameter *float64, v float64) {
	parameters, i := s.network.Parameters(), 0
	for &parameters[i] != parameter {
		i++
	}
	s.change(change{config: s.config, own: s.own, parameter: i, value: v, edited: true})
}
