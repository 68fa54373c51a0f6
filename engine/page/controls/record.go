package controls

import (
	"fmt"
	"slices"
	"strconv"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/lecture"
	"shallows/engine/nn"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Record is what the controls show.
type Record struct {
	Sets   Sets
	Layers Layers
	Rate   Field
	Groups []Group
}

// Sets is the data sets to choose from.
type Sets struct {
	ID               string
	Name             record.Text
	Hidden, Disabled bool
	First, Others    []Option
	Open             bool // the others are on show
	Fold             string
}

// Layers is the hidden layers: how many, their sizes, and their activation, one for all or one for each.
type Layers struct {
	Hidden, ActHidden        bool // settings that are left out
	Count                    int
	Some                     bool // there are layers
	AtLeast, AtMost, ActIdle bool // no layer can be removed or added, no activation chosen
	Act                      string
	Activations              []Option
	List                     []Layer
}

// Layer is one hidden layer, with its own activation where there are several.
type Layer struct {
	Key                   string
	Name, ActName         record.Text
	Size                  string
	SizeID, ActID         string
	Set, Step, Less, More string // intents
	SizeLocked, ActLocked bool
	Alone                 bool
	Act, SetAct           string
	Activations           []Option
}

// Group is the settings of a part of the experiment, below the main ones.
type Group struct {
	Key    string
	ID     string
	Name   record.Text
	Open   bool
	Fold   string // the intent of opening or closing it
	Fields []Field
}

// Field is the control of one setting.
type Field struct {
	Key      string
	Kind     string // of the template: inputs, choice, slider, stepper or number
	ID       string
	Name     record.Text
	Symbol   record.Markup // the lecture's letter
	Hidden   bool
	Disabled bool

	Value   string
	Options []Option

	Set, Drag, Step, Less, More string // intents
	LessName, MoreName          record.Text
	Mode                        string // of a keyboard on the screen
	Spoken                      string // the value at the slider
	Position, Steps             int    // of the slider
	Filled                      string // share of it
}

// Option is one of a few values.
type Option struct {
	Key    string // its code
	ID     string
	Name   record.Text
	Icon   string
	Symbol record.Markup
	Called string // what an input's column is called, if it has a name
	Set    string // the intent
	Chosen bool
}

// Record returns a Record.
func (p *Part) Record(d *panel.Desk) any { return p.folds.show(d, d.Session().Config()) }

func isWithheld(d *panel.Desk, key string) bool { return slices.Contains(d.Withheld, key) }

func (f folds) show(d *panel.Desk, c config.Config) Record {
	r := Record{Sets: f.sets(d, c), Layers: layers(d, c), Rate: field(d, config.Lookup("lr"), c)}
	for i := range config.Settings {
		s := &config.Settings[i]
		if slices.Contains(first, s.Key) || s.Group == config.Opening || isWithheld(d, s.Key) {
			continue
		}
		name := string(s.Group)
		if len(r.Groups) == 0 || r.Groups[len(r.Groups)-1].Key != name {
			group := Group{Key: name, ID: "group-" + name, Name: record.T("group." + name), Open: f[name], Fold: "controls fold " + name}
			if s.Group == config.Data { // whose set stands above
				group.Name = record.T("group.points")
			}
			r.Groups = append(r.Groups, group)
		}
		group := &r.Groups[len(r.Groups)-1]
		group.Fields = append(group.Fields, field(d, s, c))
	}
	return r
}

func (f folds) sets(d *panel.Desk, c config.Config) Sets {
	s := Sets{
		ID: "set-data", Name: record.T("setting.data"), Hidden: isWithheld(d, "data"), Disabled: isLocked(d, "data"),
		Open: f[sets], Fold: "controls fold " + sets,
	}
	for _, code := range config.Lookup("data").Options(c) {
		o := option(code)
		o.ID, o.Icon, o.Chosen = s.ID+"-"+code, "icons/"+code+".svg", code == c.Data.String()
		if slices.Contains(firstSets, code) {
			s.First = append(s.First, o)
		} else {
			s.Others = append(s.Others, o)
		}
	}
	return s
}

func layers(d *panel.Desk, c config.Config) Layers {
	net, act := config.Lookup("net"), config.Lookup("act")
	l := Layers{
		Hidden: isWithheld(d, "net"), ActHidden: isWithheld(d, "act"),
		Count: len(c.Net), Some: len(c.Net) > 0,
		AtLeast: isLocked(d, "net") || len(c.Net) == 0, AtMost: isLocked(d, "net") || len(c.Net) >= net.MaxItems,
		ActIdle: isLocked(d, "act") || act.Idle(c),
	}
	for _, code := range act.Options(c) {
		l.Activations = append(l.Activations, option(code))
	}
	if len(c.Act) == 1 {
		l.Act = c.Act[0].String()
	}
	each := c.Activations()
	for i, size := range c.Net {
		l.List = append(l.List, layer(d, strconv.Itoa(i+1), size, each[i], l.Activations, len(c.Net) == 1))
	}
	return l
}

func layer(d *panel.Desk, number string, size int, act nn.Activation, activations []Option, alone bool) Layer {
	step := "controls step net " + number
	return Layer{
		Key: number, Name: record.T("layers.layer", "layer", number), ActName: record.T("layers.activation", "layer", number),
		Size: strconv.Itoa(size), SizeID: "set-net-" + number, ActID: "set-act-" + number,
		Set: "controls set net " + number, Step: step, Less: step + " -1", More: step + " 1",
		SizeLocked: isLocked(d, "net"), ActLocked: isLocked(d, "act"), Alone: alone,
		Act: act.String(), SetAct: "controls set act " + number, Activations: activations,
	}
}

func field(d *panel.Desk, s *config.Setting, c config.Config) Field {
	f := Field{
		Key: s.Key, ID: "set-" + s.Key, Name: record.T("setting." + s.Key),
		Hidden:   isWithheld(d, s.Key) || s.Group == config.Data && s.Idle(c),
		Disabled: isLocked(d, s.Key) || s.Idle(c),
		Value:    s.Text(c), Set: "controls set " + s.Key,
	}
	switch {
	case s.Key == "in":
		f.Kind = "inputs"
	case s.Kind() == config.Choice:
		f.Kind = "choice"
	default:
		f.number(s)
	}
	options, features := s.Options(c), []dataset.Feature(nil)
	if s.Key == "in" { // of own data the run knows how many columns there are
		options, features = nil, dataset.FeaturesOf(d.Session().Columns())
		for _, feature := range features {
			options = append(options, feature.String())
		}
	}
	for i, code := range options {
		o := option(code)
		o.ID = f.ID + "-" + code
		if f.Kind == "inputs" {
			feature := features[i]
			o.Name, o.Called = d.Input(feature), d.Called(feature)
			o.Symbol, o.Set, o.Chosen = d.Math(lecture.Feature(feature)), f.Set+" "+code, slices.Contains(c.Inputs, feature)
		}
		f.Options = append(f.Options, o)
	}
	if s.Key == "lr" {
		f.Symbol = d.Math(lecture.Symbol{Name: lecture.Alpha})
	}
	return f
}

// number makes f the control of a number: a slider where the setting has one, buttons for one less and more where it is
// an integer without.
func (f *Field) number(s *config.Setting) {
	v, _ := strconv.ParseFloat(f.Value, 64)
	f.Mode = "decimal"
	f.Value, f.Spoken = number.Typed(v, 17), f.Value
	if s.Kind() == config.Integer {
		f.Step, f.Mode = "controls step "+s.Key, "numeric"
	}
	switch {
	case s.Slider.Scale != "":
		f.Kind, f.Drag = "slider", "controls drag "+s.Key
		f.Position, f.Steps = s.Slider.Position(s.Kind(), v), s.Slider.Steps(s.Kind())
		f.Filled = fmt.Sprint(float64(f.Position) / float64(f.Steps))
	case s.Kind() == config.Integer:
		f.Kind, f.Less, f.More = "stepper", f.Step+" -1", f.Step+" 1"
		f.LessName, f.MoreName = record.T("stepper."+s.Key+".less"), record.T("stepper."+s.Key+".more")
	default:
		f.Kind = "number"
	}
}

func option(code string) Option { return Option{Key: code, Name: record.T("option." + code)} }
