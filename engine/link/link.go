// Package link reads and writes the fragment of an address: the settings of package config, and under the key z where
// a run stands that does not follow from them. It understands the links of TensorFlow Playground.
package link

import (
	"strings"

	"shallows/engine/config"
	"shallows/engine/session"
)

// The reasons for a warning that package config does not know.
const (
	Damaged    config.Reason = "damaged"    // z cannot be read: the run starts from its settings
	TensorFlow config.Reason = "tensorflow" // a link of TensorFlow Playground: not all can be the same
)

// Opened is what a fragment describes.
type Opened struct {
	Run      *session.Session
	Steps    int   // the step to train it up to
	View     *View // nil leaves it as it is
	Warnings []config.Warning
}

// View is how a link of TensorFlow Playground shows the plane.
type View struct{ Discretise, ShowTest bool }

// Open reads a fragment with or without its '#'. It never fails: see [config.Decode].
func Open(fragment string) Opened {
	fragment = strings.TrimPrefix(fragment, "#")
	if pairs, cut := config.Split(fragment); isTensorFlow(pairs) {
		return openTensorFlow(pairs, cut)
	}
	settings, states := cut(fragment)
	c, warnings := config.Decode(settings)
	o := Opened{Run: session.New(c), Steps: c.Steps, Warnings: warnings}
	if len(states) > 0 && !restored(o.Run, states) {
		o.Warnings = append(o.Warnings, config.Warning{Key: stateKey, Reason: Damaged})
	}
	return o
}

// stateKey holds a state in a fragment.
const stateKey = "z"

// cut takes the values of stateKey out of a fragment.
func cut(fragment string) (settings string, states []string) {
	var kept []string
	for pair := range strings.SplitSeq(fragment, "&") {
		if state, ok := strings.CutPrefix(pair, stateKey+"="); ok {
			states = append(states, state)
		} else {
			kept = append(kept, pair)
		}
	}
	return strings.Join(kept, "&"), states
}

// restored puts s where the one state says, and reports whether that is possible.
func restored(s *session.Session, states []string) bool {
	if len(states) > 1 {
		return false
	}
	state, err := decodeState(states[0])
	return err == nil && s.Restore(state) == nil
}

// Fragment returns the fragment of a link to s, without '#': its settings with the steps made, or with its state when
// these do not lead to where it stands.
func Fragment(s *session.Session) string {
	fragment := s.Config().Encode()
	if !s.Replayable() {
		fragment += "&" + stateKey + "=" + encodeState(s.State())
	}
	return fragment
}
