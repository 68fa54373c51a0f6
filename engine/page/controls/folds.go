package controls

import (
	"maps"
	"slices"
	"strings"

	"shallows/engine/config"
	"shallows/engine/page/panel"
	"shallows/engine/page/run"
)

// What stands before all else: these data sets, and these settings. The rest is folded away.
var (
	firstSets = []string{"planar", "circle", "xor", "spiral", "moons", "own"}
	first     = []string{"data", "net", "act", "lr"}
)

// sets is the fold of the other data sets; those of settings are called like their groups.
const sets = "sets"

// kept is the key under which the browser keeps which folds a reader has opened.
const kept = "folds"

// folds is which are open.
type folds map[string]bool

// Hear opens the folds in which a link has something unusual: it is to be seen. A lesson says itself what it sets.
func (p *Part) Hear(d *panel.Desk, change run.Change) {
	if change.Cause != run.Open || d.Lesson != "" {
		return
	}
	c := d.Session().Config()
	for i := range config.Settings {
		s := &config.Settings[i]
		if s.Group != config.Opening && !slices.Contains(first, s.Key) && !s.Idle(c) && s.Text(c) != s.Default(c) {
			p.folds[string(s.Group)] = true
		}
	}
	if !slices.Contains(firstSets, c.Data.String()) {
		p.folds[sets] = true
	}
}

// fold opens or closes one, as the reader wants it on the next visit too.
func (p *Part) fold(d *panel.Desk, name string, open bool) {
	if !slices.Contains(foldable(), name) || p.folds[name] == open {
		return
	}
	p.folds[name] = open
	var list []string
	for _, name := range slices.Sorted(maps.Keys(p.folds)) {
		if p.folds[name] {
			list = append(list, name)
		}
	}
	d.Ask("keep", panel.Keep{Key: kept, Text: strings.Join(list, " ")})
}

// recall opens those that were kept.
func (p *Part) recall(text string) {
	for _, name := range strings.Fields(text) {
		if slices.Contains(foldable(), name) {
			p.folds[name] = true
		}
	}
}

// foldable returns the names of all folds.
func foldable() []string {
	return []string{sets, string(config.Data), string(config.Network), string(config.Start), string(config.Training)}
}
