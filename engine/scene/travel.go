package scene

// Travel is numbers on their way through the network: a dot on each link of a layer. The zero Travel
// is none.
type Travel struct {
	Layer    int     // whose links; 0 for none
	Back     bool    // to the left, as gradients go
	Progress float64 // from 0 to 1, how much of the way is behind them
}

// SetTravel shows numbers on their way.
func (s *Stage) SetTravel(t Travel) { s.travel = t }

// drawTravel paints the dots, larger where there is more room for links.
func (s *Stage) drawTravel(d pen) {
	t := max(0, min(1, s.travel.Progress))
	if s.travel.Back {
		t = 1 - t
	}
	for _, k := range s.diagram.links {
		if k.layer == s.travel.Layer {
			radius := max(1.5, min(3.5, 0.8*k.thickest))
			d.disc(k.curve.At(t), radius+1, s.theme.Surface)
			d.disc(k.curve.At(t), radius, s.theme.Accent)
		}
	}
}
