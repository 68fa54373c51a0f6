package page

import (
	"strconv"
	"strings"

	"shallows/engine/lecture"
	"shallows/engine/lecture/mathml"
	"shallows/engine/page/panel"
	"shallows/engine/page/talk"
	"shallows/engine/scene"
)

// intents are what a reader or a script may want, by their first word. Others go to the part or panel of that name, those
// with the word here to the panel that is open.
var intents = map[string]func(p *Page, words []string){
	"panel":   (*Page).panel,
	"kept":    (*Page).kept,
	"point":   (*Page).point,
	"example": (*Page).example,
	"calm":    func(p *Page, words []string) { p.desk.Calm = len(words) == 1 && words[0] == "true" },
	"run":     (*Page).run,
	"present": (*Page).present,
	"host":    func(p *Page, words []string) { p.host.Do(p.desk, words) },
	"theme":   (*Page).theme,
	"bench":   func(p *Page, words []string) { p.bench.Do(p.desk, words) },
	"slots":   (*Page).slots,
	"picture": func(*Page, []string) {}, // the numbers of a picture: those of the panel are worth less time
	"address": (*Page).follow,
	"quiet":   (*Page).passed,
	"workers": (*Page).workers,
	"script":  func(p *Page, words []string) { p.script.Do(p.desk, words) },
	"reload":  (*Page).reload,
	"went":    (*Page).went,
	"lost":    (*Page).lost,
}

// Do does what the words of an intent say. Words that no intent has change nothing.
func (p *Page) Do(words ...string) Answer {
	p.desk.Still = false
	p.do(words)
	first := ""
	if len(words) > 0 {
		first = words[0]
	}
	return p.answer(first != "picture" && first != "pointing", first != "host")
}

func (p *Page) do(words []string) {
	if len(words) == 3 && words[0] == "notices" && words[1] == "act" {
		words = strings.Fields(p.notices.Act(words[2]))
	} else if len(words) > 1 && words[0] == "key" {
		words = p.key(strings.Join(words[1:], " "))
	}
	if len(words) == 0 {
		return
	}
	if words[0] == "together" {
		p.together(words[1:])
	} else if intent, ok := intents[words[0]]; ok {
		intent(p, words[1:])
	} else if _, ok := p.parts[words[0]]; ok {
		p.ask(words[0], words[1:]...)
		if words[0] == "talk" {
			p.walked()
		}
		// The curve can be dragged along.
		if words[0] == "pointing" && len(words) > 2 && words[1] == "cost" {
			p.ask("scrubber", words[2:]...)
		}
	} else if p.open != "" && (words[0] == p.open || words[0] == "here") && !p.desk.Run.Empty() {
		p.panels[p.open].Do(p.desk, words[1:])
		p.told[p.open].stale = true
	}
}

// ask asks a part to do something.
func (p *Page) ask(part string, words ...string) {
	p.parts[part].Do(p.desk, words)
	p.told[part].stale = true
}

// together takes: COUNT WORD …, so many words of an intent, as often as there are intents. One answer tells what comes of all.
func (p *Page) together(words []string) {
	still := true
	for len(words) > 0 {
		count, err := strconv.Atoi(words[0])
		if words = words[1:]; err != nil || count < 0 || count > len(words) {
			break
		}
		p.desk.Still = false
		p.do(words[:count])
		still = still && p.desk.Still
		words = words[count:]
	}
	p.desk.Still = still
}

// lost takes nothing: the pictures are gone, and the run waits until the reader goes on.
func (p *Page) lost([]string) {
	p.desk.Run.Do([]string{"pause"})
	p.ask("notices", "say", "notice.contextLost")
}

// panel takes: NAME, which opens a panel in place of the one that is open, or nothing, which closes it.
func (p *Page) panel(words []string) { p.desk.Panel = strings.Join(words, " ") }

// kept takes: NOTATION TARGETS LESSONS OPENING FOLDS, what the browser keeps of earlier visits: how layers and classes are written, where
// what there is not changes nothing; how far the reader is in the lessons; whether the reader has been told what is here; and which
// settings are unfolded. A page around this one knows better about the first two and the last.
func (p *Page) kept(words []string) {
	if len(words) != 5 {
		return
	}
	p.ask("lessons", "kept", words[2])
	p.ask("opening", "kept", words[3])
	if p.framed {
		return
	}
	p.ask("controls", "kept", words[4])
	if n, ok := mathml.ParseNotation(words[0]); ok {
		p.desk.Notation = n
	}
	if t, ok := lecture.ParseTargets(words[1]); ok {
		p.desk.Targets = t
	}
}

// run takes what package run does. An address may have a talk begin with another run than its own.
func (p *Page) run(words []string) {
	if len(words) > 1 && words[0] == "open" {
		if begins := p.talk.Run(p.desk, words[1]); begins != "" {
			words[1] = begins
		}
	}
	p.desk.Run.Do(words)
}

// point takes: SYMBOL that is pointed at, as package mathml wrote it, or nothing; with VISIBLE, whether the focus that
// points at it is to be seen.
func (p *Page) point(words []string) {
	switch {
	case len(words) == 0:
		p.desk.Point(lecture.Symbol{})
	case len(words) == 1 || words[1] == "true":
		p.desk.Point(panel.ReadSymbol(words[0]))
	}
}

// example takes: NUMBER, the training example that is chosen, 0 for none.
func (p *Page) example(words []string) {
	if number, err := strconv.Atoi(strings.Join(words, " ")); err == nil && number >= 0 {
		p.desk.Choose(number)
	}
}

// keys are the intents of keys that mean something all over the page, or in the panel.
var keys = map[string]string{
	"Space": "run toggle", "Shift Space": "until train",
	"Escape": "inspector close", "panel Escape": "strip close", "f": "strip fill",
	",": "update back", "panel ArrowLeft": "update back",
	".": "update next", "panel ArrowRight": "update next",
	"Control+z": "own undo", "Control+y": "own redo", "Shift Control+z": "own redo",
}

// shows returns what shows a view of a talk, nil where that is a picture; without examples a panel shows nothing.
func (p *Page) shows(view string) panel.Part {
	if view == talk.Lesson {
		return p.lessons
	}
	if p.desk.Run.Empty() {
		return nil
	}
	return p.panels[view]
}

// walked says that a talk may have gone to another step of what it shows.
func (p *Page) walked() {
	p.told["lessons"].stale = true
	if p.open != "" {
		p.told[p.open].stale = true
	}
}

// key returns the words of what a key means: NAME, Shift NAME, or panel NAME where it is pressed in the panel. One that means
// nothing now is passed on, and in a figure of slides or notes a space that plays nothing.
func (p *Page) key(name string) []string {
	inspected := p.desk.Inspected != (scene.Target{})
	if intent := talk.Keys[strings.TrimPrefix(name, "panel ")]; intent != "" && p.desk.Presenting {
		if intent == "talk end" && inspected {
			intent = "inspector close"
		}
		return strings.Fields(intent)
	}
	intent, ok := keys[name]
	if !ok {
		intent = keys[strings.TrimPrefix(name, "Shift ")]
	}
	part, _, _ := strings.Cut(intent, " ")
	if name == "Escape" && !inspected && p.strip.Full() {
		return []string{"strip", "fill"}
	}
	idle := p.host.Yields() && (part == "until" || part == "run" && p.desk.Session().Diverged())
	if part == "" || idle || part == "inspector" && !inspected || intent == "strip close" && inspected ||
		intent == "strip fill" && (p.host.Shape != "full" || p.desk.Presenting) || part == "update" && p.open != part {
		p.desk.Pass()
		return nil
	}
	return strings.Fields(intent)
}
