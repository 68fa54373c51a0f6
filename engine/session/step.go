package session

import (
	"math"
	"slices"

	"shallows/engine/kernel"
)

// Step makes n updates and returns how many it made: fewer when the run diverges, none without
// examples and beyond [MaxSteps]. A diverged run keeps its last parameters of finite cost and makes no
// update until a change makes the next one finite, or Reset.
func (s *Session) Step(n int) int {
	done := 0
	for done < n && s.update() {
		done++
	}
	return done
}

// Work returns about how many multiplications an update takes, at least what the rest of it takes the time of.
func (s *Session) Work() int {
	const least = 2000
	return max(least, 6*s.network.ParameterCount()*s.batches.size)
}

// MaxSteps is the last step of any run.
const MaxSteps = math.MaxInt32

// update trains by one update, if it can.
func (s *Session) update() bool {
	if !s.advance() {
		return false
	}
	s.arrive()
	return true
}

// Foresee finds out whether the next update would not be finite, as a run that stands where its link says has not tried
// it, and leaves the run where it is. It reports whether the run has diverged.
func (s *Session) Foresee() bool {
	if s.attempt() {
		s.load(s.before, s.updater.Updates()-1)
		s.changed()
	}
	return s.diverged
}

// advance makes the next update, unless the run has diverged or would, or has nothing to learn from.
func (s *Session) advance() bool {
	if !s.attempt() {
		return false
	}
	s.step++
	s.batches.advance()
	return true
}

// attempt changes the parameters by the next update, if that can be; before is what they were.
func (s *Session) attempt() bool {
	if s.diverged || s.train.Len() == 0 || s.step >= MaxSteps {
		return false
	}
	s.before = s.save(s.before[:0])
	s.descend()
	s.changed()
	if !s.finite() {
		s.load(s.before, s.updater.Updates()-1)
		s.changed()
		s.diverged = true
		return false
	}
	return true
}

// descend changes the parameters by the gradient of the next batch.
func (s *Session) descend() {
	if s.backward == nil {
		s.kernel.Step(s.train.X, s.train.Y, s.batches.next(), s.Penalty(), s.updater)
		return
	}
	s.batch.take(&s.train, s.batches.next())
	s.backward(s.network, s.batch.forward(s.kernel), s.batch.Y, s.Penalty(), s.gradient)
	s.updater.Step(s.network, s.gradient)
}

// finite reports whether the parameters, what the optimizer remembers and the cost over all training
// examples, if there are some, are finite.
func (s *Session) finite() bool {
	// Seven layers of at most 64 units turn inputs below 1000 into less than 1000 (65 safe)^7 < 1e58,
	// whose square does not overflow, nor does that of a gradient: below safe there is no need to look further.
	const safe = 1e6
	size := kernel.Size(s.network.Parameters())
	if size <= safe {
		return true
	}
	for _, numbers := range s.memory() {
		if slices.ContainsFunc(numbers, isNotFinite) {
			return false
		}
	}
	return isFinite(size) && (s.train.Len() == 0 || isFinite(s.cost(&s.train)))
}

func isFinite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
