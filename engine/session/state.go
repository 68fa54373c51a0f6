package session

import (
	"errors"
	"fmt"
	"slices"
)

// State is where a run stands, apart from its settings: what the next updates and metrics depend on.
type State struct {
	Step  int // updates made
	Epoch int // complete passes over the training examples
	Used  int // examples that the pass under way has taken, a whole number of batches

	// Parameters, and what the optimizer remembers of its updates, as [nn.Updater.Memory] has it: three
	// slices of one length.
	Parameters []float64
	Updates    int
	V, S       []float64
}

// State returns a copy of where the run stands.
func (s *Session) State() State {
	v, squares := s.updater.Memory()
	return State{
		Step:       s.step,
		Epoch:      s.batches.epoch,
		Used:       s.batches.used,
		Parameters: slices.Clone(s.network.Parameters()),
		Updates:    s.updater.Updates(),
		V:          slices.Clone(v),
		S:          slices.Clone(squares),
	}
}

// memory returns the parameters and what the optimizer remembers, as far as it has a use for it. They are not copies.
func (s *Session) memory() [3][]float64 {
	v, squares := s.updater.Memory()
	usesV, usesSquares := s.config.Optimizer.Remembers()
	if !usesV {
		v = nil
	}
	if !usesSquares {
		squares = nil
	}
	return [3][]float64{s.network.Parameters(), v, squares}
}

// save appends the memory to dst.
func (s *Session) save(dst []float64) []float64 {
	for _, numbers := range s.memory() {
		dst = append(dst, numbers...)
	}
	return dst
}

// load puts the memory back that save has saved after so many updates.
func (s *Session) load(saved []float64, updates int) {
	for _, numbers := range s.memory() {
		saved = saved[copy(numbers, saved):]
	}
	v, squares := s.updater.Memory()
	s.updater.Resume(updates, v, squares)
}

// ErrSteps says that a state is of a later step than runs have.
var ErrSteps = fmt.Errorf("session: a step beyond %d", MaxSteps)

// ErrInfinite says that with some parameters the cost is not a finite number.
var ErrInfinite = errors.New("session: the cost is not finite")

// Restore goes to a state of a run with the same settings: from there on the two are alike, bit for bit. The history
// begins there, and the run no longer follows from its settings. The error says why no such run can stand there; the
// run is then at step 0.
func (s *Session) Restore(state State) error {
	s.Reset()
	if err := s.restore(state); err != nil {
		s.Reset()
		return err
	}
	return nil
}

func (s *Session) restore(state State) error {
	if min(state.Step, state.Epoch, state.Updates) < 0 {
		return errors.New("session: a negative count")
	}
	if max(state.Step, state.Epoch, state.Updates) > MaxSteps {
		return ErrSteps
	}
	if !s.batches.resume(state.Epoch, state.Used) {
		return errors.New("session: no batch begins there")
	}
	parameters := s.network.Parameters()
	for _, values := range [][]float64{state.Parameters, state.V, state.S} {
		if len(values) != len(parameters) || slices.ContainsFunc(values, isNotFinite) {
			return errors.New("session: not the numbers of this network")
		}
	}
	if slices.Min(state.S) < 0 {
		return errors.New("session: the mean of squares is negative")
	}
	copy(parameters, state.Parameters)
	s.updater.Resume(state.Updates, state.V, state.S)
	s.changed()
	if !s.finite() {
		return ErrInfinite
	}
	s.step = state.Step
	s.edited, s.hand = true, hand{typed: true, apart: s.network.Asymmetry()}
	s.changed()
	s.startHistory()
	return nil
}

func isNotFinite(x float64) bool { return !isFinite(x) }

// resume goes to a place in a pass, and reports whether a batch begins there.
func (b *batches) resume(epoch, used int) bool {
	if used < 0 || used > 0 && (used >= b.m || used%b.size != 0) {
		return false
	}
	b.epoch, b.used = epoch, 0
	b.next() // draws the order of the pass
	b.used = used
	return true
}
