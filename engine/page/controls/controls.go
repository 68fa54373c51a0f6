// Package controls is the controls of all settings, made of the table of settings.
package controls

import (
	"slices"
	"strconv"
	"strings"

	"shallows/engine/config"
	"shallows/engine/number"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/run"
)

// firstSize is the size of a first hidden layer.
const firstSize = "4"

// Part is the controls, the more special of them folded away.
type Part struct{ folds folds }

// New returns the controls, with all folded that can be.
func New() *Part { return &Part{folds{}} }

// Do takes:
//
//	set KEY VALUE         a number as a reader types it, or a code
//	set KEY ITEM VALUE    one of a list: of a layer from 1 its size or activation, of an input whether it is there
//	step KEY [ITEM] BY    so much more, or by an arrow key
//	drag KEY POSITION     of a slider that is being moved
//	add, remove           a hidden layer at the end
//	fold NAME OPEN        the other data sets, or a group
//	kept NAMES            of the folds that the browser keeps as open, apart by blanks
func (p *Part) Do(d *panel.Desk, words []string) {
	if len(words) == 0 {
		return
	}
	switch {
	case words[0] == "fold" && len(words) == 3:
		p.fold(d, words[1], words[2] == "true")
		return
	case words[0] == "kept" && len(words) == 2:
		p.recall(words[1])
		return
	}
	key, rest := "net", words[1:]
	if len(rest) > 0 {
		key, rest = rest[0], rest[1:]
	}
	setting := config.Lookup(key)
	if setting == nil || isLocked(d, key) {
		return
	}
	c := &change{d, setting, d.Session().Config()}
	switch words[0] + " " + strconv.Itoa(len(rest)) {
	case "set 1":
		c.set(rest[0])
	case "set 2":
		c.item(rest[0], rest[1])
	case "step 1":
		c.step(setting.Text(c.config), rest[0], c.put)
	case "step 2":
		if at, ok := c.place(rest[0]); ok {
			c.step(c.list()[at], rest[1], func(value string) { c.replace(at, value) })
		}
	case "drag 1":
		d.Run.SetAt(key, setting.Slider, rest[0])
	case "add 0":
		c.add()
	case "remove 0":
		c.remove()
	}
}

func isLocked(d *panel.Desk, key string) bool { return slices.Contains(d.Locked, key) }

// set changes the whole setting.
func (c *change) set(value string) {
	switch kind := c.setting.Kind(); {
	case c.setting.Key == "data" && !isLocked(c.desk, "lr"):
		c.desk.Run.Choose(value)
	case kind == config.Integer || kind == config.Number:
		c.read(value, kind == config.Integer, c.put)
	default:
		c.put(value)
	}
}

// change is a change of one setting.
type change struct {
	desk    *panel.Desk
	setting *config.Setting
	config  config.Config
}

func (c *change) put(value string) { c.desk.Run.Set(c.setting.Key, value, run.Set) }

// read hands over the number that a text means, or says that it means none that can be used.
func (c *change) read(text string, whole bool, put func(string)) {
	v, wrong, ok := notice.ReadNumber(text, whole)
	if !ok {
		c.desk.Ask("notice", wrong)
		return
	}
	put(number.Typed(v, 17))
}

func (c *change) step(now, by string, put func(string)) {
	v, _ := strconv.Atoi(now)
	if n, ok := panel.ReadStep(by); ok {
		put(strconv.Itoa(v + n))
	}
}

// list returns the items of a list; of activations one for each hidden layer.
func (c *change) list() []string {
	if c.setting.Key == "act" {
		return codes(c.config.Activations())
	}
	if c.setting.Key == "net" && len(c.config.Net) == 0 {
		return nil
	}
	return strings.Split(c.setting.Text(c.config), ",")
}

// place returns the index of a layer.
func (c *change) place(layer string) (at int, ok bool) {
	n, err := strconv.Atoi(layer)
	return n - 1, err == nil && (c.setting.Key == "net" || c.setting.Key == "act") && 1 <= n && n <= len(c.config.Net)
}

// item changes one item of a list.
func (c *change) item(item, value string) {
	if c.setting.Key == "in" {
		c.include(item, value == "true")
	} else if at, ok := c.place(item); ok && c.setting.Key == "net" {
		c.read(value, true, func(value string) { c.replace(at, value) })
	} else if ok {
		c.replace(at, value)
	}
}

func (c *change) replace(at int, value string) {
	list := c.list()
	list[at] = value
	// A lone 0 means no layer, and that has a button of its own.
	if v, err := strconv.ParseFloat(value, 64); c.setting.Key == "net" && len(list) == 1 && err == nil && v == 0 {
		c.desk.Ask("notice", notice.Say("notice.unit"))
		return
	}
	c.put(strings.Join(list, ","))
}

// include adds or removes an input. One at least stays.
func (c *change) include(input string, there bool) {
	list := slices.DeleteFunc(c.list(), func(other string) bool { return other == input })
	if there {
		list = append(list, input)
	}
	if len(list) == 0 {
		c.desk.Ask("notice", notice.Say("notice.input"))
		return
	}
	c.put(strings.Join(list, ","))
}

// add adds a hidden layer as wide and as active as the last one.
func (c *change) add() {
	sizes := c.list()
	if len(sizes) >= c.setting.MaxItems {
		return
	}
	last := firstSize
	if len(sizes) > 0 {
		last = sizes[len(sizes)-1]
	}
	each := codes(c.config.Act)
	if len(each) > 1 {
		each = append(each, each[len(each)-1])
	}
	c.layers(append(sizes, last), each)
}

// remove removes the last hidden layer. Where it was the only one, its button cannot keep the focus.
func (c *change) remove() {
	sizes := c.list()
	if len(sizes) == 0 {
		return
	}
	each := codes(c.config.Act)
	if len(each) > 1 {
		each = each[:len(each)-1]
	}
	c.layers(sizes[:len(sizes)-1], each)
	if len(sizes) == 1 {
		c.desk.Ask("focus", panel.Focus{ID: "add-layer"})
	}
}

func (c *change) layers(sizes, activations []string) {
	net := strings.Join(sizes, ",")
	if len(sizes) == 0 {
		net = "0"
	}
	c.desk.Run.SetAll(run.Set, config.Pair{Key: "net", Value: net}, config.Pair{Key: "act", Value: strings.Join(activations, ",")})
}

// codes returns the codes of values.
func codes[T interface{ String() string }](values []T) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = v.String()
	}
	return list
}
