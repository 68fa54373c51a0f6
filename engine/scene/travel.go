package scene

import "time"

// onTheWay is how long numbers travel through a layer.
const onTheWay = 900 * time.Millisecond

// Travel is numbers on their way through the network: a dot on each link of a layer. The zero Travel
// is none.
type Travel struct {
	Layer int  // whose links; 0 for none
	Back  bool // to the left, as gradients go
}

// Send sends numbers on their way; those of an earlier one arrive at once.
func (s *Stage) Send(t Travel) { s.travel, s.sent, s.progress = t, time.Time{}, 0 }

// Sent is the way that numbers are on.
func (s *Stage) Sent() Travel { return s.travel }

// Pass has numbers be where they are at a moment, the first of which is when they set out, and reports whether any are on
// their way.
func (s *Stage) Pass(now time.Time) bool {
	if s.travel.Layer == 0 {
		return false
	}
	if s.sent.IsZero() {
		s.sent = now
	}
	t := float64(now.Sub(s.sent)) / float64(onTheWay)
	if t >= 1 {
		s.travel = Travel{}
		return false
	}
	s.progress = t * t * (3 - 2*t) // slow at both ends
	return true
}

// drawTravel paints the dots, larger where there is more room for links.
func (s *Stage) drawTravel(d pen) {
	t := s.progress
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
