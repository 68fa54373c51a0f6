package config

// Setting describes one setting: its key in a link, its limits and the control that changes it.
type Setting struct {
	Key        string
	Group      Group
	Structural bool    // a change starts the run over
	Min, Max   float64 // limits of a number, or of each number of a list; unused by choices
	MaxItems   int     // longest list
	Slider     Slider  // zero where a slider would not help
	About      string  // one phrase for the documentation

	idle  func(c *Config) bool // whether it has no effect beside the other settings; nil for never
	field field
}

// Group is the part of the experiment that a setting belongs to.
type Group string

// The groups, in the order of Settings.
const (
	Data     Group = "data"
	Network  Group = "network"
	Start    Group = "start" // the initial weights
	Training Group = "training"
	Opening  Group = "opening" // acts once, when a link is opened
)

// Kind is the shape of a setting's value.
type Kind string

// The kinds of value. Lists are separated by commas in a link.
const (
	Integer  Kind = "integer"
	Number   Kind = "number"
	Choice   Kind = "choice"   // one of Options
	Choices  Kind = "choices"  // a list of Options
	Integers Kind = "integers" // a list of integers; "0" is the empty list
)

// field reads and writes one setting's value in a Config. Its default may depend on the settings before it.
type field interface {
	kind() Kind
	options(c *Config) []string
	reset(c *Config)
	text(c *Config) string
	// parse stores the value of text, or the nearest one allowed. It leaves c alone when the result is Invalid.
	parse(c *Config, s *Setting, text string) Reason
}

// Kind returns the shape of the setting's value.
func (s *Setting) Kind() Kind { return s.field.kind() }

// Idle reports whether the setting has no effect in the context of c.
func (s *Setting) Idle(c Config) bool { return s.idle != nil && s.idle(&c) }

// Options returns the codes to choose from in the context of c, nil for numbers.
func (s *Setting) Options(c Config) []string { return s.field.options(&c) }

// Text returns the value in c as links spell it.
func (s *Setting) Text(c Config) string { return s.field.text(&c) }

// Default returns the default in the context of c as links spell it.
func (s *Setting) Default(c Config) string {
	s.field.reset(&c)
	return s.field.text(&c)
}

// clamp returns v moved into the limits.
func (s *Setting) clamp(v float64) float64 { return min(max(v, s.Min), s.Max) }

// Spelt returns the text that a script gave for a setting as links spell it: of an empty list it is "0".
func Spelt(key, text string) string {
	if s := Lookup(key); text == "" && s != nil && s.Kind() == Integers {
		return "0"
	}
	return text
}
