package session

import (
	"slices"
	"sort"

	"shallows/engine/config"
	"shallows/engine/dataset"
)

// The memory of a tape: 8 MiB for snapshots, a thousand where the network is small, and 8 MiB for own data in as many
// changes.
const (
	maxSnapshots = 1024
	maxNumbers   = 1 << 20
	maxChanges   = 1024
	maxPoints    = maxNumbers / 3
)

// tape is what it takes to go back in a run: snapshots of some of its steps, what was changed on the way, and where
// it ends. Any other step is reached from the snapshot before it, by the same updates and changes again.
type tape struct {
	first   change // the settings that the run so far begins with
	changes []change
	made    int // of the changes, those up to the present step

	snapshots []snapshot // in order; the first is where the run so far begins
	stride    int        // the others are of multiples of it
	numbers   int        // that the snapshots have room for
	free      [][]float64

	last     int    // step
	final    Record // of it, and
	diverged bool   // whether the run ends there, both from when it is left
}

// snapshot is the run as it arrived at a step: a State, of the optimizer's memory no more than it uses.
type snapshot struct {
	step, epoch, used, updates int
	numbers                    []float64
	changes                    int // made before
}

// change is what was changed at a step: the settings, own data, or one parameter that was typed in. Settings, data and
// whether the run was edited are those from then on.
type change struct {
	step      int
	config    *config.Config
	own       *dataset.Drawing
	edited    bool
	hand      hand
	parameter int // its place in the parameters, or none
	value     float64
}

const none = -1

// begin starts over at the present step of s.
func (t *tape) begin(s *Session) {
	t.first = change{config: s.config, own: s.own, edited: s.edited, hand: s.hand, parameter: none}
	t.changes, t.made = nil, 0
	t.release(0, len(t.snapshots))
	t.stride, t.last = 1, s.step
	t.snap(s)
}

// arrive notes that training has come further than ever.
func (t *tape) arrive(s *Session) {
	t.last = s.step
	if t.due(s.step) {
		t.snap(s)
	}
}

func (t *tape) due(step int) bool { return step%t.stride == 0 }

// snap takes a snapshot of the present step, if that is still due once there is room.
func (t *tape) snap(s *Session) {
	size := 0
	for _, numbers := range s.memory() {
		size += len(numbers)
	}
	for len(t.snapshots) > 1 && (len(t.snapshots) == maxSnapshots || t.numbers+size > maxNumbers) {
		t.thin()
	}
	if len(t.snapshots) > 0 && !t.due(s.step) {
		return
	}
	m := snapshot{
		step: s.step, epoch: s.batches.epoch, used: s.batches.used, updates: s.updater.Updates(),
		numbers: s.save(t.room(size)), changes: len(t.changes),
	}
	t.snapshots = append(t.snapshots, m)
	t.numbers += cap(m.numbers)
}

// thin drops every other snapshot.
func (t *tape) thin() {
	t.stride *= 2
	kept := 1
	for i := 1; i < len(t.snapshots); i++ {
		if t.due(t.snapshots[i].step) {
			t.snapshots[kept], t.snapshots[i] = t.snapshots[i], t.snapshots[kept]
			kept++
		}
	}
	t.release(kept, len(t.snapshots))
}

// release drops the snapshots from i to j.
func (t *tape) release(i, j int) {
	for _, m := range t.snapshots[i:j] {
		t.numbers -= cap(m.numbers)
		t.free = append(t.free, m.numbers)
	}
	t.snapshots = slices.Delete(t.snapshots, i, j)
}

// room returns an empty slice with room for size numbers. Small ones are cut from blocks, so that training seldom
// allocates.
func (t *tape) room(size int) []float64 {
	if n := len(t.free); n > 0 && cap(t.free[n-1]) >= size {
		room := t.free[n-1][:0]
		t.free = t.free[:n-1]
		return room
	}
	const block = 1 << 15
	t.free = nil // too small from now on
	numbers := make([]float64, size*max(1, min(maxSnapshots, block/size)))
	for ; len(numbers) > size; numbers = numbers[size:] {
		t.free = append(t.free, numbers[:0:size])
	}
	return numbers[:0]
}

// before returns the last snapshot that is not after step.
func (t *tape) before(step int) *snapshot {
	i := sort.Search(len(t.snapshots), func(i int) bool { return t.snapshots[i].step > step })
	return &t.snapshots[i-1]
}

// at returns the settings after so many changes.
func (t *tape) at(changes int) change {
	if changes == 0 {
		return t.first
	}
	return t.changes[changes-1]
}

// pending reports whether a change of step is yet to be made.
func (t *tape) pending(step int) bool {
	return t.made < len(t.changes) && t.changes[t.made].step == step
}

// cut forgets what comes after a step.
func (t *tape) cut(step int) {
	t.changes, t.last = slices.Delete(t.changes, t.made, len(t.changes)), step
	t.release(sort.Search(len(t.snapshots), func(i int) bool { return t.snapshots[i].step > step }), len(t.snapshots))
	t.stride = 1 // thinned again when the room is used up
}

// add notes a change at the present step of s, which is the last.
func (t *tape) add(c change, s *Session) {
	if n := len(t.changes); n > 0 && c.replaces(t.changes[n-1]) {
		t.changes[n-1] = c
		return
	}
	t.changes = append(t.changes, c)
	t.made = len(t.changes)
	if (t.made > maxChanges || t.points() > maxPoints) && !t.forget() {
		t.begin(s)
	}
}

// redraw puts another drawing of the same points in place of one.
func (t *tape) redraw(old, now *dataset.Drawing) {
	for i := range t.changes {
		if t.changes[i].own == old {
			t.changes[i].own = now
		}
	}
	if t.first.own == old {
		t.first.own = now
	}
}

// points is how many points of own data the changes hold.
func (t *tape) points() (n int) {
	own := t.first.own
	for _, c := range t.changes {
		if c.own != own {
			n += c.own.Points().Len()
		}
		own = c.own
	}
	return n
}

// replaces reports whether c, coming right after old, leaves nothing of it.
func (c change) replaces(old change) bool {
	if c.step != old.step || c.parameter != old.parameter || c.edited != old.edited {
		return false
	}
	a, b := c.config, old.config
	return c.parameter != none || a.Optimizer == b.Optimizer && a.Batch == b.Batch && a.BatchSeed == b.BatchSeed
}

// forget drops the older half of the changes with the run up to them, and reports whether a snapshot comes after.
func (t *tape) forget() bool {
	i := slices.IndexFunc(t.snapshots, func(m snapshot) bool { return m.changes >= len(t.changes)/2 })
	if i < 0 {
		return false
	}
	dropped := t.snapshots[i].changes
	t.first = t.at(dropped)
	t.changes = slices.Delete(t.changes, 0, dropped)
	t.made -= dropped
	t.release(0, i)
	for i := range t.snapshots {
		t.snapshots[i].changes -= dropped
	}
	return true
}
