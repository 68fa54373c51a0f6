package page

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/page/record"
)

func TestAllIsQuietAfterAMoment(t *testing.T) {
	p := open(t, "v=1")
	p.Do("slots", "1", "network", "0", "0", "600", "400")
	p.Do("quiet")
	asked := func(intent string) bool {
		a := p.Do(strings.Fields(intent)...)
		return strings.Contains(string(record.JSON(a.Effects)), `"intent":"quiet"`)
	}
	unit := p.desk.Stage.Layout().Units[3].Rect
	at := func(x, y float64) string {
		return "pointing network move " + fmt.Sprint(x) + " " + fmt.Sprint(y) + " mouse -1"
	}
	for _, test := range []struct {
		intent       string
		asked, quiet bool
	}{
		{"refresh", false, true},
		{at(unit.X+unit.W/2, unit.Y+unit.H/2), false, true}, // who moves the pointer sees the plane
		{at(1, 1), false, true},
		{"controls set lr 1", true, false},
		{"controls set lr 2", false, false}, // it is waited for already
		{"quiet", true, false},              // of another rate
		{"quiet", false, true},
		{"run play", false, false},
		{"run pause", true, false},
		{"quiet", false, true},
	} {
		if got := asked(test.intent); got != test.asked || p.desk.Quiet != test.quiet {
			t.Errorf("%s: a moment is asked for %v, quiet %v", test.intent, got, p.desk.Quiet)
		}
	}
}
