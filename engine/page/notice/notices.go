package notice

import (
	"slices"
	"strconv"

	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

const (
	most    = 3    // notices on show at once: more would cover the picture
	linger  = 8000 // milliseconds to read a sentence
	longest = 100  // sentences in a list: a link can have thousands of faults
)

// Notices are the notices on show.
type Notices struct {
	// Brief says that faults go by themselves too: a figure in somebody's notes would stay covered. Elsewhere they stay
	// until dismissed, as the page may open in a tab that nobody looks at yet.
	Brief bool

	shown []shown
	made  int
}

type shown struct {
	key  string
	said Notice
}

// Record is what the notices show, the last one at the end.
type Record struct{ Notices []Item }

// Item is a notice.
type Item struct {
	Key, ID string
	Text    record.Text
	Faults  []Fault
	Action  record.Text
}

// Fault is a sentence of a list.
type Fault struct {
	Key  string
	Text record.Text
}

// Record returns the notices on show.
func (n *Notices) Record(*panel.Desk) any {
	var r Record
	for _, s := range n.shown {
		item := Item{Key: s.key, ID: id(s.key), Text: s.said.Text, Action: s.said.Action}
		for i, fault := range s.said.Faults {
			item.Faults = append(item.Faults, Fault{strconv.Itoa(i), fault})
		}
		r.Notices = append(r.Notices, item)
	}
	return r
}

func id(key string) string { return "notice-" + key }

// Do takes:
//
//	say KEY [NAME VALUE] …   a sentence of the locales
//	dismiss KEY              a notice goes
//
// Words that are none of these change nothing.
func (n *Notices) Do(d *panel.Desk, words []string) {
	d.Still = true
	switch {
	case len(words) > 1 && words[0] == "say":
		var with []any
		for _, word := range words[2 : len(words)-len(words)%2] {
			with = append(with, word)
		}
		said := Say(words[1], with...)
		for _, r := range ready {
			if r.text == words[1] {
				said.Action, said.Do, said.Lasting = record.T(r.action), r.do, true
			}
		}
		n.Show(d, said)
	case len(words) == 2 && words[0] == "dismiss":
		n.Act(words[1])
	}
}

// ready is what notices are besides their texts, of those of what only a browser knows; all of them last.
var ready = []struct{ text, action, do string }{
	{text: "notice.copy"},
	{"notice.update", "notice.reload", "reload"},
	{"notice.unstyled", "problem.retry", "reload"},
	{"notice.contextLost", "notice.resume", "reload"},
}

// Act takes a notice away whose button is pressed, and returns the words of the button's intent.
func (n *Notices) Act(key string) (intent string) {
	for _, s := range n.shown {
		if s.key == key {
			intent = s.said.Do
		}
	}
	n.keep(func(s shown) bool { return s.key != key })
	return intent
}

// Show shows a notice, in place of one that says the same.
func (n *Notices) Show(d *panel.Desk, said Notice) {
	same := string(record.JSON(said))
	for _, s := range n.shown {
		if said.Name != "" && s.said.Name == said.Name {
			return
		}
	}
	n.keep(func(s shown) bool { return string(record.JSON(s.said)) != same })
	n.made++
	key := strconv.Itoa(n.made)
	if len(n.shown) == most { // the oldest makes room, of those that go by themselves if there is one
		n.shown = slices.Delete(n.shown, n.oldest(), n.oldest()+1)
	}
	n.shown = append(n.shown, shown{key, said})
	if !said.Lasting {
		d.Ask("later", panel.Later{Milliseconds: linger * (1 + len(said.Faults)), Intent: "notices dismiss " + key, Unused: id(key)})
	}
}

func (n *Notices) oldest() int {
	return max(0, slices.IndexFunc(n.shown, func(s shown) bool { return !s.said.Lasting }))
}

// Dismiss takes the notice of a name away, without a name all that have no button.
func (n *Notices) Dismiss(name string) {
	n.keep(func(s shown) bool { return name == "" && s.said.Do != "" || name != "" && s.said.Name != name })
}

// keep leaves the notices that are to stay.
func (n *Notices) keep(stays func(shown) bool) {
	var kept []shown
	for _, s := range n.shown {
		if stays(s) {
			kept = append(kept, s)
		}
	}
	n.shown = kept
}

// faulty is the name of the notice of faults.
const faulty = "faults"

// Right takes the faults on show away: what they were of is there no more.
func (n *Notices) Right() { n.Dismiss(faulty) }

// Fault shows faults found together, each once, in place of those shown before: one as it is, several as a list in one
// notice.
func (n *Notices) Fault(d *panel.Desk, faults []record.Text) {
	seen := map[string]bool{}
	var each []record.Text
	for _, fault := range faults {
		if said := string(record.JSON(fault)); !seen[said] {
			seen[said] = true
			each = append(each, fault)
		}
	}
	if len(each) == 0 {
		return
	}
	n.Right()
	said := Notice{Text: each[0], Lasting: !n.Brief && !d.Presenting, Name: faulty}
	if count := len(each); count > 1 {
		if count > longest {
			each = append(each[:longest:longest], record.T("notice.moreFaults", "count", count-longest))
		}
		said.Text, said.Faults = record.T("notice.faults", "count", count), each
	}
	n.Show(d, said)
}
