// Package section is which plane the picture shows of data that have other columns than two: along two of them, with the
// others held at sliders, or along the first two principal components.
package section

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"shallows/engine/dataset"
	"shallows/engine/lecture"
	"shallows/engine/number"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/session"
)

// Part is there while the data are not flat.
type Part struct{}

// Record is what there is to choose.
type Record struct {
	Flat      bool // nothing is, as of a single column
	Principal bool
	Share     record.Text // of the variance that the components show
	Across    string      // the columns along the axes, counted from 0
	Up        string
	AcrossIs  record.Text // what the one across is called
	UpIs      record.Text
	Columns   []Column
	Held      []Slider
}

// Column is one that an axis can go along.
type Column struct {
	Key  string
	Name record.Text
}

// Slider holds a column.
type Slider struct {
	Key      string
	Symbol   record.Markup
	Name     record.Text
	Called   string // in the data, "" for nothing
	Value    string
	Position int // from 0 to steps
	Filled   string
	Drag     string // the intent of another position
}

// steps is how many places a slider has beside its first.
const steps = 200

// Record returns a Record.
func (Part) Record(d *panel.Desk) any {
	s := d.Session()
	r := Record{Flat: s.IsFlat() || s.Columns() < 2}
	if r.Flat {
		return r
	}
	v := s.View()
	r.Principal = v.Principal
	r.Across, r.Up = strconv.Itoa(v.Axes[0]), strconv.Itoa(v.Axes[1])
	r.AcrossIs, r.UpIs = d.Input(dataset.Coordinate(v.Axes[0])), d.Input(dataset.Coordinate(v.Axes[1]))
	if r.Principal {
		r.Share = record.T("section.share", "share", number.Percent(s.Share(), 1))
	}
	for j := range s.Columns() {
		name := d.Input(dataset.Coordinate(j))
		r.Columns = append(r.Columns, Column{strconv.Itoa(j), name})
		if r.Principal || slices.Contains(v.Axes[:], j) {
			continue
		}
		low, high := span(s, j)
		x := Slider{
			Key: strconv.Itoa(j), Name: name, Called: d.Called(dataset.Coordinate(j)), Symbol: d.Math(lecture.Feature(dataset.Coordinate(j))),
			Value: number.Of(s.Held()[j]).String(), Drag: "section hold " + strconv.Itoa(j),
		}
		if high > low {
			x.Position = int(math.Round(steps * max(0, min(1, (s.Held()[j]-low)/(high-low)))))
		}
		x.Filled = fmt.Sprint(float64(x.Position) / steps)
		r.Held = append(r.Held, x)
	}
	return r
}

// span returns between what numbers a column is held.
func span(s *session.Session, j int) (low, high float64) {
	x := s.Train().X
	if len(x) <= j || len(x[j]) == 0 {
		return 0, 0
	}
	return slices.Min(x[j]), slices.Max(x[j])
}

// Do takes, with columns counted from 0:
//
//	across COLUMN, up COLUMN   what an axis goes along; the two change places where it is that of the other
//	hold COLUMN POSITION       a slider, from 0 to 200
//	principal BOOL             whether the axes are the principal components
func (Part) Do(d *panel.Desk, words []string) {
	s := d.Session()
	if len(words) < 2 || s.IsFlat() {
		return
	}
	v := s.View()
	column, err := strconv.Atoi(words[1])
	known := err == nil && 0 <= column && column < s.Columns()
	switch verb := words[0]; {
	case verb == "principal":
		v.Principal = words[1] == "true"
	case verb == "across" && known:
		v.Axes = turn(v.Axes, 0, column)
	case verb == "up" && known:
		v.Axes = turn(v.Axes, 1, column)
	case verb == "hold" && known && len(words) == 3:
		position, err := strconv.Atoi(words[2])
		if err != nil || position < 0 || position > steps {
			return
		}
		low, high := span(s, column)
		v.Held = slices.Clone(s.Held())
		v.Held[column] = low + (high-low)*float64(position)/steps
	}
	s.Look(v)
}

// turn puts a column along an axis.
func turn(axes [2]int, k, column int) [2]int {
	if axes[1-k] == column {
		axes[1-k] = axes[k]
	}
	axes[k] = column
	return axes
}
