package lecture

import "shallows/engine/nn"

// updated is what a parameter, or the optimizer's memory of it, becomes.
func (l *Ledger) updated(s Symbol) Expression {
	d, v, r := s.in(DW), s.in(VW), s.in(SW)
	if isColumn(s.Name) {
		d, v, r = s.in(DB), s.in(VB), s.in(SB)
	}
	switch s.Name {
	case VW, VB:
		return Sum{Product{Number(0.9), v}, Product{Number(0.1), d}}
	case SW, SB:
		square := Power{d, Number(2)}
		if l.optimizer == nn.Adam {
			return Sum{Product{Number(0.999), r}, Product{Number(0.001), square}}
		}
		return Sum{Product{Number(0.9), r}, Product{Number(0.1), square}}
	}
	v.Next, r.Next = true, true
	var step Expression = d
	switch l.optimizer {
	case nn.Momentum:
		step = v
	case nn.RMSProp:
		step = Fraction{d, damped(r)}
	case nn.Adam:
		step = Fraction{unbiased(v, 0.9), damped(unbiased(r, 0.999))}
	}
	return Sum{s.in(s.Name), Negative{Product{Symbol{Name: Alpha}, step}}}
}

// damped is √x + ε.
func damped(x Expression) Expression {
	return Sum{Call{Function{Name: Sqrt}, x}, Symbol{Name: Epsilon}}
}

// unbiased makes up for a running mean's beginning at zero.
func unbiased(mean Symbol, keep Number) Expression {
	return Fraction{mean, Sum{Number(1), Negative{Power{keep, Symbol{Name: T}}}}}
}
