package share

import (
	"slices"
	"strconv"
	"strings"

	"shallows/engine/bench"
	"shallows/engine/link"
	"shallows/engine/page/keep"
	"shallows/engine/page/panel"
	"shallows/engine/page/presentation"
	"shallows/engine/page/record"
	"shallows/engine/page/share/snippet"
)

// talkKey is that under which the browser keeps the views of a talk, from one run to the next.
const talkKey = "talk"

// longestTalk is how many characters the link of a talk may have: what is longer is not read to its end.
const longestTalk = 16_000

// Talk is the views of a talk, in their order.
type Talk struct {
	Away  bool // the form is another
	Views []TalkView
}

// TalkView is one of them.
type TalkView struct {
	Key   string // its number, counted from 0
	Name  record.Text
	Run   string // the fragment of its run
	First bool
}

// talk returns what the form shows of the talk.
func (s *Share) talk() Talk {
	t := Talk{Away: s.form.id != talkKey}
	for i, v := range s.views {
		t.Views = append(t.Views, TalkView{strconv.Itoa(i), partName(v.Name), shorten(v.Run), i == 0})
	}
	return t
}

// talkLink is the address with which a talk of some views begins, "" of none.
func talkLink(d *panel.Desk, views []link.TalkView) string {
	if len(views) == 0 {
		return ""
	}
	return snippet.Talk(d.Site, link.WriteViews(views))
}

// change takes: add, the view that is chosen with the run as it is; up NUMBER, a view before the one that it follows; remove
// NUMBER; views TEXT, those that the browser keeps.
func (s *Share) change(d *panel.Desk, verb, word string) {
	views := slices.Clone(s.views)
	at, err := strconv.Atoi(word)
	there := err == nil && at >= 0 && at < len(views)
	switch {
	case verb == "views" && len(views) == 0:
		s.views, _ = presentation.ReadViews(word, s.presentable)
		return
	case verb == "add":
		views = append(views, view(d, s.chosen["view"]))
	case verb == "up" && there && at > 0:
		views[at-1], views[at] = views[at], views[at-1]
	case verb == "remove" && there:
		views = slices.Delete(views, at, at+1)
	default:
		return
	}
	s.status = nil
	switch {
	case keep.Needed(d.Session()) && verb == "add":
		s.status = []any{record.T("share.large")}
	case len(views) > link.MostViews || verb == "add" && len(talkLink(d, views)) > longestTalk:
		s.status = []any{record.T("share.talkFull", "most", link.MostViews)}
	default:
		s.views = views
		d.Ask("keep", panel.Keep{Key: talkKey, Text: link.WriteViews(views)})
	}
}

// view returns a view with the run as it is, that of the bench with the bench too.
func view(d *panel.Desk, name string) link.TalkView {
	if name == bench.Key {
		return link.TalkView{Name: name, Run: strings.TrimPrefix(d.Place(), "#")}
	}
	return link.TalkView{Name: name, Run: link.Fragment(d.Session())}
}

// presentable reports whether there is a view of a name.
func (s *Share) presentable(name string) bool {
	c, _ := s.choice("view")
	return slices.Contains(c.options, name)
}

// present chooses what is open, or the picture that is chosen, as the view to be added.
func (s *Share) present(d *panel.Desk) {
	for _, name := range []string{d.Picture, d.Panel} {
		if s.presentable(name) {
			s.chosen["view"] = name
		}
	}
	if len(s.views) == 0 {
		d.Ask("recall", panel.Recall{Keys: []string{talkKey}, Then: "share views"})
	}
}
