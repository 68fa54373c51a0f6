// Package presentation is what the query of the address says about how a run is presented. The fragment is the experiment.
package presentation

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"shallows/engine/bench"
	"shallows/engine/config"
	"shallows/engine/lesson"
	"shallows/engine/link"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/share/snippet"
)

// shows are the pictures, and words for a picture and a panel.
var shows = strings.Join(panel.Pictures, " ") + " boundary equations"

const longestTitle = 200 // characters

// meant are words for pictures and panels that are called otherwise here.
var meant = map[string]string{"equations": "ledger", "boundary": "output"}

// called returns the name that a word for a picture or panel means.
func called(word string) string { return cmp.Or(meant[word], word) }

// parameter is a key of the query, with the values that it can have, the default first where there is one.
type parameter struct {
	key, values string
	list        bool // of values, apart by commas
}

// parameters is the one table of the query's keys. Before there is an engine the page looks at some of them itself.
var parameters = []parameter{
	{"ui", "full min figure present", false},
	{"show", shows, true}, // and panels
	{"hide", "", true},
	{"lock", "", true},
	{"run", "0 1", false},
	{"load", "auto click", false},
	{"theme", "auto light dark", false},
	{"lang", "auto en zh-Hans", false},
	{"title", "", false},
	{"origin", "", false}, // of which package host says what is ignored
	{"panel", "", false},
	{"lesson", "", false},
	{"page", "", false}, // of the lesson, counted from 1
	{"view", "", false}, // of a talk, counted from 1, and the step in it
	{"seq", "", false},  // of a talk, views with their runs
	{"check", "", false},
}

// can reports whether a key can have a value. What is ignored is told.
func (k parameter) can(value string, panels []string) bool {
	switch k.key {
	case "show", "panel":
		return among(k.values, value) || slices.Contains(panels, value)
	case "hide", "lock":
		return config.Lookup(value) != nil
	case "origin":
		return true
	case "title":
		return utf8.RuneCountInString(value) <= longestTitle
	case "lesson":
		return lesson.Named(value) != ""
	case "page":
		return value != "" && value == nearest(value)
	case "check":
		return value == "" || value == "1"
	case "view":
		view, _ := placeOf(value)
		return view > 0
	case "lang":
		if spoken(value) {
			return true
		}
	}
	return among(k.values, value)
}

// nearest returns the page of a lesson that is nearest to a number, "" where it is none.
func nearest(text string) string {
	n, err := strconv.Atoi(text)
	if err != nil && n == 0 { // of a number that is too large n is the largest there is
		return ""
	}
	return strconv.Itoa(min(max(n, 1), lesson.Pages))
}

// placeOf reads a view of a talk, and a step in it, both counted from 1: 2, or 2.3. It returns 0 where there is none.
func placeOf(text string) (view, step int) {
	first, second, both := strings.Cut(text, ".")
	view, err := strconv.Atoi(first)
	step = 1
	if both && err == nil {
		step, err = strconv.Atoi(second)
	}
	if err != nil || view < 1 || view > link.MostViews || step < 1 {
		return 0, 0
	}
	return view, step
}

func among(words, word string) bool { return slices.Contains(strings.Fields(words), word) }

// spoken reports whether a tag such as zh-TW or en_GB is of a language that the page has.
func spoken(tag string) bool {
	language, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	return language == "en" || language == "zh" || language == "cmn"
}

// Presentation is how a run is presented, the effect "presented".
type Presentation struct {
	Shape          string          // how much of the page there is: full, min or figure, or present, before an audience
	Show           []string        // pictures that are on show without the rest of the page, and "panel" where one is
	Panel          string          // that is, "" for none
	Views          []string        // pictures and panels that a talk goes through, in this order
	View           int             // the one that it begins with, counted from 1, 0 for the first
	Step           int             // of that, counted from 1, 0 for the first
	Sequence       []link.TalkView // views with their runs that it goes through instead
	Hidden, Locked []string        // keys of settings
	Drawn          bool            // own points may be drawn
	Run            bool            // the run plays at once
	Open           string          // the panel that is open in the whole page, "" for none
	Lesson         string          // the lesson that is, "" for none
	Page           string          // of the lesson, "" for the one last read
	Check          bool            // the dialog is open in which results are checked
	// What the address asks for by these keys, "" for nothing.
	Theme, Lang, Title string
	// Around is the origin that the page around has to have to command this one, host.Any where it may have any, "" for none.
	Around string
}

// Read reads an address from its '?' on, for a page with panels of these names in this order. Of what is ignored a sentence says why.
func Read(address string, panels []string) (p Presentation, ignored []record.Text) {
	pairs, cut, _ := link.Query(address)
	if cut {
		ignored = append(ignored, record.T("presentation.long"))
	}
	p.Shape = "full"
	seen := map[string]bool{}
	for _, asked := range pairs {
		k, problem := known(asked.Key)
		if seen[asked.Key] && asked.Key != "origin" {
			problem = "repeated"
		}
		seen[asked.Key] = k != nil
		if problem != "" {
			ignored = append(ignored, Ignored(problem, asked.Key, asked.Given))
		}
		if k == nil || problem != "" {
			continue
		}
		if k.key == "seq" {
			views, left := ReadViews(asked.Value, func(name string) bool { return among(shows, name) || slices.Contains(panels, name) })
			for i := range views {
				views[i].Name = called(views[i].Name)
			}
			if p.Sequence = views; left > 0 {
				ignored = append(ignored, record.T("presentation.views", "count", left, "most", link.MostViews))
			}
			continue
		}
		items, given := []string{asked.Value}, []string{asked.Given}
		if k.list {
			items, given = split(asked.Value), split(asked.Given)
		}
		for i, item := range items {
			if k.can(item, panels) {
				p.set(k.key, item, panels)
				continue
			}
			if len(given) == len(items) {
				item = given[i]
			}
			problem := "invalid"
			if k.key == "page" && nearest(items[i]) != "" {
				p.Page, problem = nearest(items[i]), "nearest"
			}
			ignored = append(ignored, Ignored(problem, asked.Key, item))
		}
	}
	if p.Page != "" && !seen["lesson"] {
		ignored = append(ignored, record.T("presentation.pageless"))
	}
	if p.Shape == "present" {
		p.Show, p.Panel = nil, ""
	} else if p.Panel != "" {
		p.Show = append(p.Show, "panel")
	}
	p.Drawn = p.Shape != "figure" && !slices.Contains(p.Hidden, "data") && !slices.Contains(p.Locked, "data")
	return p, ignored
}

// ReadViews reads views of a talk with their runs, those whose names are known. That of the bench may have one beside its run.
func ReadViews(text string, known func(name string) bool) (views []link.TalkView, ignored int) {
	return link.ReadViews(text, func(v link.TalkView) bool {
		return known(v.Name) && (link.Sound(v.Run) || v.Name == bench.Key && bench.Sound(v.Run))
	})
}

// split returns the items of a list, without those that are empty.
func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' })
}

// known returns the parameter of a key, or what to say of a key that has none: nothing where it is somebody else's.
func known(key string) (k *parameter, problem string) {
	for i := range parameters {
		if parameters[i].key == key {
			return &parameters[i], ""
		}
		if link.Misspells(key, parameters[i].key) {
			problem = "unknown"
		}
	}
	if len(key) > 1 && config.Lookup(key) != nil {
		problem = "setting"
	}
	return nil, problem
}

// set has a value that is possible hold.
func (p *Presentation) set(key, value string, panels []string) {
	switch key {
	case "ui":
		p.Shape = value
	case "show":
		value = called(value)
		p.Views = append(p.Views, value)
		if slices.Contains(panel.Pictures, value) {
			p.Show = append(p.Show, value)
		} else if p.Panel == "" || slices.Index(panels, value) < slices.Index(panels, p.Panel) {
			p.Panel = value
		}
	case "hide":
		p.Hidden = append(p.Hidden, value)
	case "lock":
		p.Locked = append(p.Locked, value)
	case "run":
		p.Run = value == "1"
	case "panel":
		p.Open = value
	case "lesson":
		p.Lesson = value
	case "page":
		p.Page = value
	case "check":
		p.Check = true
	case "view":
		p.View, p.Step = placeOf(value)
	case "theme":
		p.Theme = value
	case "lang":
		p.Lang = value
	case "title":
		p.Title = snippet.OneLine(value)
	}
}

// Ignored returns the sentence that says why a key of the query, or its value, was ignored.
func Ignored(problem, key, value string) record.Text {
	return record.T("presentation."+problem, "key", notice.Short(key), "value", notice.Short(value), "quoted", notice.Quoted(value))
}
