package host

import (
	"strconv"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

const (
	mostSteps  = 1_000_000
	mostPoints = 1000
	// mostSettings bounds those of a command, or of several that become one: far more than there are.
	mostSettings = 200
	// mostPictures may wait, each of another run: one takes as long as all else together.
	mostPictures = 4
)

// command is what a page around this one may ask for. None can do more than a link and the page's own buttons.
type command struct {
	// takes reads a request's payload and reports whether it is one of the command's.
	takes func(r *request) bool
	// run carries a request out and returns what is answered, unless that is for later.
	run func(h *Host, d *panel.Desk, r *request) (a Post, done bool)
	// join makes one of a request and one before it, if it can; nil where none can.
	join func(earlier, later *request) bool
	// reads says that it changes nothing, so that others that change nothing may stand between two that become one.
	reads bool
	// most is how many may wait that did not become one; where it is 0 only all together are counted.
	most int
}

// commands are all commands, by the types of their messages.
var commands = map[string]*command{
	"load":        {takes: nothing, run: says, join: once, reads: true},
	"run":         press("play"),
	"pause":       press("pause"),
	"reset":       press("reset"),
	"step":        {takes: steps, run: step},
	"getConfig":   {takes: nothing, run: settingsOf, join: once, reads: true},
	"setConfig":   {takes: settings, run: set, join: joinSettings},
	"getMetrics":  {takes: nothing, run: call("metrics"), join: once, reads: true},
	"predict":     {takes: points, run: call("predict"), reads: true},
	"snapshot":    {takes: nothing, run: call("snapshot"), join: once, reads: true, most: mostPictures},
	"getShareUrl": {takes: nothing, run: share, join: once, reads: true},
	"focus":       {takes: nothing, run: focus, join: once},
	"setTheme":    {takes: theme, run: follow, join: joinTheme},
}

func nothing(r *request) bool           { return r.payload == "null" }
func once(earlier, later *request) bool { return true }

// says answers with null.
func says(*Host, *panel.Desk, *request) (Post, bool) { return Post{}, true }

// call answers with what a call of the browser gives.
func call(name string) func(*Host, *panel.Desk, *request) (Post, bool) {
	return func(_ *Host, _ *panel.Desk, r *request) (Post, bool) {
		a := Post{Call: name}
		if given, ok := field(r.payload, "points"); ok {
			a.Given = given
		}
		return a, true
	}
}

func settingsOf(_ *Host, d *panel.Desk, _ *request) (Post, bool) {
	return Post{Says: record.Encoded(d.Session().Config().JSON())}, true
}

// press does as a button does.
func press(button string) *command {
	return &command{takes: nothing, join: once, run: func(_ *Host, d *panel.Desk, _ *request) (Post, bool) {
		d.Run.Do([]string{button})
		return Post{}, true
	}}
}

func focus(_ *Host, d *panel.Desk, _ *request) (Post, bool) {
	d.Ask("focus", panel.Focus{ID: "play"})
	return Post{}, true
}

func share(h *Host, d *panel.Desk, _ *request) (Post, bool) {
	return Post{Says: h.Address + d.Hash()}, true
}

func steps(r *request) bool {
	value, _ := field(r.payload, "steps")
	return isNumber(value) && record.Read(string(value), &r.steps) && r.steps > 0 && r.steps <= mostSteps
}

// step answers at the end of its way.
func step(h *Host, d *panel.Desk, r *request) (Post, bool) {
	h.tickets++
	ticket := "host " + strconv.Itoa(h.tickets)
	if h.stepped == nil {
		h.stepped = map[string][]record.Encoded{}
	}
	h.stepped[ticket] = r.ids
	d.Run.Step(r.steps, ticket)
	return Post{}, false
}

// points takes points of some coordinates. Whether these are as many as the data have is for the call to say, once commands
// before it are carried out.
func points(r *request) bool {
	value, _ := field(r.payload, "points")
	list, ok := value.Items()
	for _, point := range list {
		coordinates, _ := point.Items()
		ok = ok && len(coordinates) > 0 && len(coordinates) <= dataset.MaxColumns
		for _, x := range coordinates {
			ok = ok && isNumber(x)
		}
	}
	return ok && len(list) <= mostPoints
}

func settings(r *request) bool {
	value, _ := field(r.payload, "config")
	if fragment, is := value.Text(); is {
		r.fragment = &fragment
		return true
	}
	members, ok := value.Members()
	r.settings = members
	return ok && len(members) <= mostSettings
}

// joinSettings puts later settings to earlier ones; a later fragment replaces what came before it.
func joinSettings(earlier, later *request) bool {
	if later.fragment != nil {
		earlier.fragment, earlier.settings = later.fragment, nil
		return true
	}
	if earlier.fragment != nil {
		return false
	}
	joined := earlier.settings
	for _, one := range later.settings {
		joined = put(joined, one)
	}
	if len(joined) > mostSettings {
		return false
	}
	earlier.settings = joined
	return true
}

func set(_ *Host, d *panel.Desk, r *request) (Post, bool) {
	var warnings []config.Warning
	if r.fragment != nil {
		warnings = d.Run.Open(*r.fragment)
	} else {
		patch, more := patchOf(r.settings)
		warnings = d.Run.SetMost(run.Set, more, patch...)
	}
	if len(r.ids) > 1 {
		return Post{Says: Merged{warnings, len(r.ids)}}, true
	}
	return Post{Says: Warned{warnings}}, true
}

// patchOf returns settings as pairs, without those beyond the first that there are not; more is how many these are.
func patchOf(given []record.Member) (patch []config.Pair, more int) {
	unknown := 0
	for _, m := range given {
		if config.Lookup(m.Name) == nil {
			if unknown++; unknown > run.MostUnknown {
				more++
				continue
			}
		}
		patch = append(patch, config.Pair{Key: m.Name, Value: config.Spelt(m.Name, spelt(m.Value))})
	}
	return patch, more
}

func theme(r *request) bool {
	value, _ := field(r.payload, "theme")
	r.theme, _ = value.Text()
	return r.theme == "auto" || r.theme == "light" || r.theme == "dark"
}

func joinTheme(earlier, later *request) bool {
	earlier.theme = later.theme
	return true
}

func follow(_ *Host, d *panel.Desk, r *request) (Post, bool) {
	d.Ask("follow", Theme{r.theme})
	return Post{}, true
}
