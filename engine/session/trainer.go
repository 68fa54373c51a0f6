package session

import "shallows/engine/kernel"

// trainer makes the updates of a session.
type trainer interface {
	// update takes the chosen training examples, nil for all.
	update(s *Session, chosen []int)
}

func (s *Session) newTrainer() trainer {
	if s.backward != nil {
		return &byGradient{newBatch(s.batches.size, s.config.Inputs, s.network)}
	}
	b := kernel.NewBatch(len(s.config.Inputs), s.batches.size)
	if s.batches.all() {
		b.Take(s.train.X, s.train.Y, s.Ahead())
	}
	return byKernel{b}
}

// byKernel is the fast one.
type byKernel struct{ batch *kernel.Batch }

func (t byKernel) update(s *Session, chosen []int) {
	if chosen != nil {
		t.batch.Take(s.train.X, s.train.Y, chosen)
	}
	s.kernel.Step(t.batch, s.Penalty(), s.updater)
}

// byGradient goes by the session's own Backward.
type byGradient struct{ batch examples }

func (t *byGradient) update(s *Session, chosen []int) {
	set := &s.train
	if chosen != nil {
		set = &t.batch
		set.take(&s.train, chosen)
	}
	s.backward(s.network, set.forward(s.kernel), set.Y, s.Penalty(), s.gradient)
	s.updater.Step(s.network, s.gradient)
}
