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

// shown are the parts that can be seen when the page opens. What else there is waits for the engine, as does what is placed in the
// pictures, which are elsewhere in another window.
var shown = []string{"controls", "output", "readouts", "strip", "talk", "transport", "until"}

// windows are two of different sizes, as web/slots.js tells of them.
var windows = []string{
	"slots 1 network 340 70 560 400 output 940 100 460 460 cost 940 640 460 180",
	"slots 3 output 0 90 390 390",
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
		if slices.Contains(shown, one.Name) {
			list = append(list, one)
		}
	}
	if len(list) != len(shown) {
		return nil, fmt.Errorf("the page opens with %d of %d parts", len(list), len(shown))
	}
	return list, nil
}
