// Package session is one run of an experiment: a Config, its data and network, how far it has been
// trained and how the cost went. The same Config, and of own data the same points, give the same run,
// bit for bit, however its steps are counted out.
package session

import (
	"slices"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/kernel"
	"shallows/engine/nn"
)

// Session is a run. It is not safe for concurrent use.
type Session struct {
	config  *config.Config // never modified: other settings are another one
	network *nn.Network
	kernel  *kernel.Kernel
	first   []float64 // the initial parameters

	own         *dataset.Drawing // never modified; on show where the settings say so, else kept for when they do
	left        *former          // that was left last
	extent      dataset.Extent   // of data that are not own
	view        View             // of data that are not flat
	section     *dataset.Section // nil of flat ones
	held        []float64
	shown       dataset.Extent // of its places
	share       float64        // of the variance
	standard    dataset.Standardisation
	target      dataset.Standardisation // of values to predict
	train, test examples
	field       examples // the centres of a grid over the plane, see Field
	row         examples // places across it, see Row
	batch       examples // of the next update, where backward needs them
	batches     batches

	backward Backward // nil to train by the kernel
	gradient *nn.Gradient
	updater  *nn.Updater
	before   []float64 // what the latest update changed, see save

	step     int
	history  history
	course   []Record // what Records makes of the history where it has to be put together
	tape     *tape    // nil unless the run remembers
	diverged bool
	edited   bool // the settings and the step no longer tell how the parameters came about
	hand     hand
	version  uint64
	present  Record // of the present step, where known is the version
	known    uint64
}

// Backward computes a gradient, as [nn.Network.Backward] does.
type Backward func(*nn.Network, *nn.Trace, []float64, nn.Penalty, *nn.Gradient)

// New returns a run of c, which is valid, at step 0. Own data have no points yet.
func New(c config.Config) *Session { return NewOver(c, dataset.Points{}, nil) }

// NewOver returns a run like New's with points for own data. It trains by the gradients that backward
// computes, or by the network's own when it is nil.
func NewOver(c config.Config, own dataset.Points, backward Backward) *Session {
	return build(c, dataset.NewDrawing(own), backward, nil)
}

// Fits reports whether a run of c has a network of the same architecture.
func (s *Session) Fits(c config.Config) bool { return s.network.Alike(architecture(c)) }

// Renew returns a run like NewOver's, to which s leaves its network and kernel if it fits: in a browser a kernel takes as
// long to make, and to become quick, as many updates. The run s is over then.
func (s *Session) Renew(c config.Config, own dataset.Points) *Session {
	return build(c, dataset.NewDrawing(own), nil, s)
}

// build returns a run that takes over network, kernel and the room for passes of another one, if there is one and they fit.
func build(c config.Config, own *dataset.Drawing, backward Backward, over *Session) *Session {
	c = c.Over(own.Points())
	network, err := nn.New(architecture(c), c.Init, c.Scale, c.Seed)
	if err != nil {
		panic(err)
	}
	left := &Session{network: network}
	if over != nil && over.network.Alike(network.Architecture) {
		left = over
		copy(left.network.Parameters(), network.Parameters())
	} else {
		left.kernel = kernel.New(network)
	}
	all := points(c, own)
	train, test, target := split(c, all)
	s := &Session{
		config:   &c,
		own:      own,
		extent:   c.Data.Extent(all),
		target:   target,
		network:  left.network,
		kernel:   left.kernel,
		first:    slices.Clone(left.network.Parameters()),
		backward: backward,
		gradient: left.gradient,
		before:   make([]float64, 0, 3*len(left.network.Parameters())),
	}
	if s.gradient == nil || left.train.Len() != train.Len() {
		s.gradient = s.network.NewGradient(train.Len())
	}
	s.standard = standardisation(c, train)
	s.train, s.test = s.over(left.train, train), s.over(left.test, test)
	s.look(View{})
	s.begin()
	return s
}

// architecture returns the network that c describes.
func architecture(c config.Config) nn.Architecture {
	return nn.Architecture{
		Sizes:  c.Sizes(),
		Hidden: c.Activations(),
		Output: c.Output,
		Slope:  c.Slope,
		Loss:   c.Loss,
	}
}

// points returns the data of c.
func points(c config.Config, own *dataset.Drawing) dataset.Set {
	if c.Data == dataset.Own {
		return own.Points().Set
	}
	return dataset.Recipe{
		Kind: c.Data, N: c.N, Noise: c.Noise, Seed: c.DataSeed,
		Factor: c.Factor, Clusters: c.Clusters, Classes: c.ClassCount(),
	}.Set()
}

// Data returns all examples in their own order, of classes with their numbers. They may not be changed.
func (s *Session) Data() dataset.Set { return points(*s.config, s.own) }

// split returns the training and the test examples with the targets that the network learns, and what was done to values for
// that.
func split(c config.Config, points dataset.Set) (train, test dataset.Set, target dataset.Standardisation) {
	train, test = points.Split(c.Test, c.DataSeed)
	switch {
	case c.Regression() && c.YScaling == dataset.Standardised:
		target = dataset.NewStandardisation(train.Targets())
		target.Apply(train.Targets())
		target.Apply(test.Targets())
	case c.Output == nn.Tanh && !c.Regression():
		spread(train.Y)
		spread(test.Y)
	}
	return train, test, target
}

// spread turns the classes 0 and 1 into a tanh output's -1 and +1.
func spread(Y []float64) {
	for i := range Y {
		Y[i] = 2*Y[i] - 1
	}
}

// begin is the state at step 0, with the parameters as they are.
func (s *Session) begin() {
	s.updater = nn.NewUpdater(s.config.Optimizer, s.config.LearningRate, s.network)
	s.batches = newBatches(s.train.Len(), s.config.Batch, s.config.BatchSeed)
	s.makeBatch()
	s.step = 0
	s.diverged, s.edited, s.hand = false, false, hand{apart: s.network.Asymmetry()}
	s.changed()
	s.startHistory()
}

// startHistory forgets the run before the present step.
func (s *Session) startHistory() {
	s.history.begin(s.step)
	s.record()
	if s.tape != nil {
		s.tape.begin(s)
	}
}

// makeBatch makes room for the examples of an update.
func (s *Session) makeBatch() {
	if s.backward != nil {
		s.batch = newBatch(s.batches.size, s.config.Inputs, s.network)
	}
}

// changed notes that the parameters are not those of the forward passes at hand.
func (s *Session) changed() {
	s.train.current, s.test.current, s.field.current, s.row.current = false, false, false, false
	s.version++
}

// Reset starts the run over from the same initial weights.
func (s *Session) Reset() {
	copy(s.network.Parameters(), s.first)
	s.begin()
}

// Apply changes the settings to c, which is valid. Learning rate, regularisation, optimizer, batch
// size and batch seed change at once and keep the weights; a new optimizer has no memory, and new
// batches begin a new pass over the examples. Any other change starts a new run, and Apply reports
// it. Own data that have no points begin with those on show before.
func (s *Session) Apply(c config.Config) (restarted bool) {
	old := *s.config
	c = c.Over(s.own.Points())
	if old.Restarts(c) {
		own := s.own
		if c.Data == dataset.Own && old.Data != dataset.Own && own.Points().Len() == 0 {
			set := points(old, own)
			if old.Regression() {
				set = set.Signs()
			}
			begun := dataset.AsOwn(set, s.extent)
			begun.Names = s.Names()
			own, c = dataset.NewDrawing(begun), c.Table(begun)
		}
		s.restart(c, own)
		return true
	}
	c.Steps, old.Steps = 0, 0
	if c.Encode() == old.Encode() {
		s.changed()
		return false
	}
	s.change(change{config: &c, own: s.own, parameter: none, edited: s.edited || s.step > 0, hand: s.hand})
	return false
}

// adopt goes on with the settings of c, which need no restart.
func (s *Session) adopt(c *config.Config) {
	old := s.config
	s.config = c
	s.updater.LearningRate = c.LearningRate
	if c.Optimizer != old.Optimizer {
		s.updater = nn.NewUpdater(c.Optimizer, c.LearningRate, s.network)
	}
	if c.Batch != old.Batch || c.BatchSeed != old.BatchSeed {
		s.rebatch()
	}
}

// restart puts a new run in place of this one.
func (s *Session) restart(c config.Config, own *dataset.Drawing) {
	version, remembers, view, left := s.version, s.tape != nil, s.view, s.left
	columns, same := s.Columns(), c.Data == s.config.Data && (c.Data != dataset.Own || own == s.own)
	*s = *build(c, own, s.backward, nil)
	s.version += version
	s.left = left
	if same && s.Columns() == columns {
		s.look(view)
	}
	if remembers {
		s.Remember()
	}
}

// rebatch begins a new pass over the examples.
func (s *Session) rebatch() {
	epoch := s.batches.epoch
	s.batches = newBatches(s.train.Len(), s.config.Batch, s.config.BatchSeed)
	s.batches.epoch = epoch
	s.makeBatch()
}

// Config returns the settings. Steps is the present step while the run is replayable, else 0.
func (s *Session) Config() config.Config {
	c := *s.config
	c.Steps = 0
	if s.Replayable() {
		c.Steps = s.step
	}
	return c
}

// At returns the step that the run stands at.
func (s *Session) At() int { return s.step }

// Diverged reports whether the next update, by the settings, points and parameters as they are, was tried and would not be
// finite. Training tries it, and so do Foresee and, after step 0, each change.
func (s *Session) Diverged() bool { return s.diverged }

// Replayable reports whether a link leads back here: no setting and no point was changed on the way, no
// parameter typed in, and the step is one that a link can carry.
func (s *Session) Replayable() bool {
	return !s.edited && float64(s.step) <= config.Lookup("steps").Max
}

// Version grows with every change that can be seen.
func (s *Session) Version() uint64 { return s.version }

// Terms are what a run goes by: its settings and own data. They equal those of another time as long as neither has changed
// since, or going back has brought them back.
type Terms struct {
	config *config.Config
	own    *dataset.Drawing
}

// Terms returns those of the present step.
func (s *Session) Terms() Terms { return Terms{s.config, s.own} }

// Network returns the network. Only the session's methods may change it.
func (s *Session) Network() *nn.Network { return s.network }

// Initial returns the parameters at step 0, in the order of [nn.Network.Parameters]. They may not be
// changed.
func (s *Session) Initial() []float64 { return s.first }

// Split returns the training examples and those held out, in the order of Train and Test, as Data has them.
func (s *Session) Split() (train, test dataset.Set) {
	return s.Data().Split(s.config.Test, s.config.DataSeed)
}

// Train returns the training examples with the targets the network learns: classes are numbers from 0, or
// -1 and +1 with a tanh output; values are standardised where the settings say so.
func (s *Session) Train() dataset.Set { return s.train.Set }

// Test returns the examples held out, like Train.
func (s *Session) Test() dataset.Set { return s.test.Set }

// Trace returns the forward pass of the present parameters over all training examples. It is valid
// until the session changes.
func (s *Session) Trace() *nn.Trace { return s.train.forward(s.kernel) }

// Gradient returns the gradient of the cost over all training examples, of which there must be one.
// It is valid until the next call or step.
func (s *Session) Gradient() *nn.Gradient {
	backward := s.backward
	if backward == nil {
		backward = (*nn.Network).Backward
	}
	backward(s.network, s.Trace(), s.train.Y, s.Penalty(), s.gradient)
	return s.gradient
}

// Penalty returns the weights' share of the cost.
func (s *Session) Penalty() nn.Penalty { return nn.Penalty{L1: s.config.L1, L2: s.config.L2} }
