// Package first is what the page shows at a bare address before its engine has come: records of its parts, and its pictures.
// Both are made by the engine itself, when the site is built, so they are what it will show in their place.
package first

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"shallows/engine/config"
	"shallows/engine/page"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// shown are the parts that can be seen when the page opens, and first, which is what stands in the picture of the network. What else
// there is waits for the engine, as does what is placed in the pictures, which are elsewhere in another window.
var shown = []string{"controls", "first", "opening", "output", "readouts", "strip", "talk", "transport", "until"}

// windows are a large one and a small one, with one picture alone, as web/slots.js tells of them.
var windows = []string{
	"slots 1 network 340 70 560 400 output 940 100 460 460 cost 940 640 460 180",
	"slots 3 network 0 90 390 390",
}

// told is the record of a part.
type told struct {
	Name   string          `json:"name"`
	Record json.RawMessage `json:"record"`
}

// Records returns what is shown of the default as JSON, a list as web/page.js reads it. It is an error where a window of another
// size would show something else.
func Records() ([]byte, error) {
	list, err := open(windows[0])
	if err != nil {
		return nil, err
	}
	others, err := open(windows[1])
	if err != nil {
		return nil, err
	}
	for i, one := range list {
		if string(one.Record) != string(others[i].Record) {
			return nil, fmt.Errorf("what %s shows depends on the window", one.Name)
		}
	}
	return json.Marshal(list)
}

// names is the record of what stands in the picture of the network: headings of layers, and names beside inputs and output. Where these are,
// their classes tell css/first.css.
type names struct {
	Headings []heading `json:"headings"`
	Names    []name    `json:"names"`
}

type heading struct {
	Key        string          `json:"key"`
	Class      string          `json:"class"`
	Name       json.RawMessage `json:"name"`
	Activation json.RawMessage `json:"activation"`
}

type name struct {
	Key    string          `json:"key"`
	Class  string          `json:"class"`
	Symbol json.RawMessage `json:"symbol"`
}

// namesOf returns them as they are in the record of the diagram.
func namesOf(diagram []byte) (json.RawMessage, error) {
	var n names
	if err := json.Unmarshal(diagram, &n); err != nil {
		return nil, err
	}
	for i := range n.Headings {
		n.Headings[i].Class = "heading l" + n.Headings[i].Key
	}
	sizes := session.New(config.Default()).Network().Sizes
	for i := range n.Names {
		var layer, index int
		if _, err := fmt.Sscanf(n.Names[i].Key, "unit-%d-%d", &layer, &index); err != nil {
			return nil, err
		}
		n.Names[i].Class = strings.TrimSuffix(n.Names[i].Class, " tight") + " " + place(sizes, layer, index)
	}
	return json.Marshal(n)
}

// lineOf returns the record of what a first visit is told without the callouts in the pictures.
func lineOf(opening []byte) (json.RawMessage, error) {
	var r map[string]json.RawMessage
	if err := json.Unmarshal(opening, &r); err != nil {
		return nil, err
	}
	r["network"], r["output"] = json.RawMessage("[]"), json.RawMessage("[]")
	return json.Marshal(r)
}

// open returns what a page of the default shows in a window.
func open(slots string) ([]told, error) {
	p := page.New(scene.NewStage(session.New(config.Default())))
	var words []string
	for _, intent := range [][]string{
		{"present", "false", "https://notes.example/"},
		{"address", "at", ""},
		{"run", "open", "", "1"},
		strings.Fields(slots),
	} {
		words = append(append(words, fmt.Sprint(len(intent))), intent...)
	}
	var answer struct{ Records []told }
	if err := json.Unmarshal(p.Do(append([]string{"together"}, words...)...).JSON(), &answer); err != nil {
		return nil, err
	}
	var list []told
	for _, one := range answer.Records {
		var err error
		switch one.Name {
		case "diagram":
			one.Name = "first"
			one.Record, err = namesOf(one.Record)
		case "opening":
			one.Record, err = lineOf(one.Record)
		}
		if err != nil {
			return nil, err
		}
		if slices.Contains(shown, one.Name) {
			list = append(list, one)
		}
	}
	if len(list) != len(shown) {
		return nil, fmt.Errorf("the page opens with %d of %d parts", len(list), len(shown))
	}
	return list, nil
}
