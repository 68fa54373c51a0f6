package numpy

import (
	"strings"

	"shallows/engine/page/panel"
)

// How many lines of a program a screen of a talk has room for, and how many characters of one.
const (
	lines = 19
	wide  = 96
)

// leavesOf shares a program out to leaves, which a screen has room for: whole functions where they fit, else what stands between blank lines.
func leavesOf(script string) []string {
	var leaves []string
	leaf := ""
	add := func(between, text string) {
		if leaf != "" && high(leaf+between+text) > lines {
			leaves, leaf = append(leaves, leaf), ""
		}
		if leaf != "" {
			text = between + text
		}
		leaf += text
	}
	for function := range strings.SplitSeq(strings.TrimSpace(script), "\n\n\n") {
		if high(function) <= lines {
			add("\n\n\n", function)
			continue
		}
		between := "\n\n\n"
		for part := range strings.SplitSeq(function, "\n\n") {
			for high(part) > lines {
				rows := strings.SplitAfterN(part, "\n", lines+1)
				add(between, strings.TrimSuffix(strings.Join(rows[:lines], ""), "\n"))
				between, part = "\n", rows[lines]
			}
			add(between, part)
			between = "\n\n"
		}
	}
	return append(leaves, leaf)
}

// high returns how many lines a text has on a screen, where long ones are broken.
func high(text string) (n int) {
	for line := range strings.SplitSeq(text, "\n") {
		n += 1 + max(0, len(line)-1)/wide
	}
	return n
}

// Begin goes to the first leaf of a talk.
func (p *Panel) Begin(*panel.Desk) { p.at = 0 }

// Turn goes to another leaf.
func (p *Panel) Turn(d *panel.Desk, by int) bool {
	p.write(d, turn)
	to, ok := panel.StepTo(p, by)
	if ok {
		p.at = to - 1
	}
	return ok
}

// Steps returns the leaf on show among all.
func (p *Panel) Steps() (at, of int) { return p.at + 1, len(p.leaves) }
