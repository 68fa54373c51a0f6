package opening

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/scene"
)

// desk shows the run of a link in slots that are so wide and high.
func desk(link string, network, output [2]float64) *panel.Desk {
	d := paneltest.Desk(link)
	slots := scene.Slots{Scale: 1}
	slots.Rects[scene.NetworkSlot] = scene.Rect{W: network[0], H: network[1]}
	slots.Rects[scene.OutputSlot] = scene.Rect{W: output[0], H: output[1]}
	d.Stage.SetSlots(slots)
	return d
}

// The slots at 1440 x 900, at 1280 x 720 and of a phone.
var (
	large, largePlane = [2]float64{656, 730}, [2]float64{370, 370}
	less, lessPlane   = [2]float64{590, 535}, [2]float64{322, 322}
	phone, phonePlane = [2]float64{358, 236}, [2]float64{236, 236}
)

func TestTheLineIsMadeOfTheRun(t *testing.T) {
	for _, test := range []struct{ link, want string }{
		{"v=1", "opening.separate 4 opening.data.planar"},
		{"v=1&data=xor&net=8,3", "opening.separate 11 opening.data.xor"},
		{"v=1&net=0", "opening.alone 0 opening.data.planar"},
		{"v=1&data=plane&net=1", "opening.values 1 opening.data.plane"},
		{"v=1&data=own", ""},
	} {
		p, d := New(), desk(test.link, large, largePlane)
		p.Do(d, []string{"fits"})
		p.Do(d, []string{"kept", ""})
		r := p.Record(d).(Record)
		got := ""
		if !r.Away {
			got = fmt.Sprint(r.Line.Key, " ", r.Line.Get("units"), " ", r.Line.Get("data").(record.Text).Key)
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.link, got, test.want)
		}
	}
}

func TestWhoIsTold(t *testing.T) {
	for _, test := range []struct{ what, intents, want, kept string }{
		{"a first visit", "fits; kept ", "told unit link boundary", ""},
		{"a second", "fits; kept told", "away", ""},
		{"a link to something", "kept ", "away", ""},
		{"one callout less", "fits; kept ; dismiss link", "told unit boundary", "opening"},
		{"none of them", "fits; kept ; dismiss link; dismiss unit; dismiss boundary", "told", "opening"},
		{"closed", "fits; kept ; close; close", "away", "opening"},
		{"played", "fits; kept ; run play", "away", "opening"},
		{"closed, then played", "fits; kept ; dismiss link; run play", "away", "opening"},
		{"a step", "fits; kept ; run step 1", "away", "opening"},
		{"other weights", "fits; kept ; run redraw", "told unit link boundary", ""},
		{"a play of who was told", "fits; kept told; run play; close; dismiss unit", "away", ""},
		{"nonsense", "fits; kept ; dance; dance now", "told unit link boundary", ""},
	} {
		p, d := New(), desk("v=1", large, largePlane)
		for _, intent := range strings.Split(test.intents, "; ") {
			if words := strings.Split(intent, " "); words[0] == "run" {
				d.Run.Do(words[1:])
			} else {
				p.Do(d, words)
			}
			for _, event := range d.Run.Events() {
				p.Follow(d, event)
			}
		}
		r := p.Record(d).(Record)
		got := "told"
		if r.Away {
			got = "away"
		}
		for _, c := range append(r.Network, r.Output...) {
			got += " " + c.Key
		}
		kept := ""
		for _, effect := range d.Asked() {
			if keep, ok := effect.With.(panel.Keep); ok {
				kept += keep.Key
			}
		}
		if got != test.want || kept != test.kept {
			t.Errorf("%s: %q, keeps %q, want %q and %q", test.what, got, kept, test.want, test.kept)
		}
	}
	p, d := New(), desk("v=1", large, largePlane)
	p.Do(d, []string{"fits"})
	d.Lesson = "symmetry"
	if r := p.Record(d).(Record); !r.Away {
		t.Error("it is told over a lesson")
	}
}

// Callouts keep to their pictures, where there is room, and cover no unit and no data.
func TestCalloutsCoverNothing(t *testing.T) {
	pixels := func(text string) float64 {
		v, err := strconv.ParseFloat(strings.TrimSuffix(text, "px"), 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, test := range []struct {
		link          string
		network, plan [2]float64
		want          string
	}{
		{"v=1", large, largePlane, "unit link boundary"},
		{"v=1", less, lessPlane, "unit link boundary"},
		{"v=1", phone, phonePlane, ""},
		{"v=1&net=8", large, largePlane, "link boundary"},
		{"v=1&net=0", large, largePlane, "link boundary"},
		{"v=1&data=plane&net=4", large, largePlane, "unit link"},
		{"v=1&data=blobs&net=4", large, largePlane, "unit link"},
		{"v=1&data=shell&net=4", large, largePlane, "unit link"},
		{"v=1&data=xor&net=4", large, largePlane, "unit link"}, // which fill the plane
		{"v=1&out=tanh", large, largePlane, "unit link boundary"},
	} {
		d := desk(test.link, test.network, test.plan)
		p := New()
		p.Do(d, []string{"fits"})
		r := p.Record(d).(Record)
		var got []string
		for i, c := range append(r.Network, r.Output...) {
			got = append(got, c.Key)
			slot, height := test.network, map[string]float64{"unit": high, "link": higher}[c.Key]
			if i >= len(r.Network) {
				slot, height = test.plan, low
			}
			box := scene.Rect{X: pixels(c.Left), Y: pixels(c.Edge), W: pixels(c.Width), H: height}
			of := scene.Point{X: box.X + pixels(c.Across), Y: box.Y - pixels(c.Line)}
			if strings.HasSuffix(c.Class, "above") {
				of.Y = box.Y + pixels(c.Line)
				box.Y -= height
			}
			if box.X < 0 || box.Y < 0 || box.X+box.W > slot[0] || box.Y+box.H > slot[1] || of.X < box.X || of.X > box.X+box.W {
				t.Errorf("%s: %s stands at %v and speaks of %v in %v", test.link, c.Key, box, of, slot)
			}
			if c.Key == "boundary" {
				s, square := d.Session(), d.Stage.Layout().Square
				for i, x1 := range s.Train().X[0] {
					u, v := s.Extent().Local(x1, s.Train().X[1][i])
					if at := (scene.Point{X: square.X + square.W*(u+6)/12, Y: square.Y + square.H*(6-v)/12}); box.Contains(at) {
						t.Errorf("%s: it covers a point", test.link)
						break
					}
				}
				x1, x2 := s.Extent().At((of.X-square.X)/square.W*12-6, 6-(of.Y-square.Y)/square.H*12)
				var outputs [2]float64
				for i, off := range [2]float64{-0.3, 0.3} {
					s.Predict(outputs[i:i+1], []float64{x1}, []float64{x2 + off})
				}
				middle := (outputs[0] + outputs[1]) / 2
				if outputs[0] == outputs[1] || max(middle, -middle) > 0.02 && max(middle-0.5, 0.5-middle) > 0.02 {
					t.Errorf("%s: what it speaks of is not the boundary: %v", test.link, outputs)
				}
				continue
			}
			for _, u := range d.Stage.Layout().Units {
				if r := u.Rect; r.X < box.X+box.W && box.X < r.X+r.W && r.Y < box.Y+box.H && box.Y < r.Y+r.H {
					t.Errorf("%s: %s covers unit %d of layer %d", test.link, c.Key, u.Index, u.Layer)
				}
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s in %v: %v, want %s", test.link, test.network, got, test.want)
		}
	}
}
