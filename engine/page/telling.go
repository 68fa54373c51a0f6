package page

import (
	"bytes"
	"reflect"
	"time"

	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// waiting stands in the place of a panel while there are no examples.
type waiting struct{}

func (waiting) Record(*panel.Desk) any   { return waiting{} }
func (waiting) Do(*panel.Desk, []string) {}

// tellPanel returns what stands in the place of the panels, if that is due or another than before.
func (p *Page) tellPanel(due bool) (list []Shown) {
	name, part := p.open, p.panels[p.open]
	if part != nil && p.desk.Run.Empty() {
		name, part = "waiting", waiting{}
	}
	if placed := p.open + " " + name; placed != p.placed {
		p.placed, due = placed, true
		if part != nil { // its template is filled anew
			*p.told[name] = telling{of: p.told[name].of, stale: true}
		} else {
			return []Shown{{Name: "panel", json: record.JSON(place{Empty: true})}}
		}
	}
	if part == nil || !due {
		return nil
	}
	began := time.Now()
	for range 2 { // once more where it has chosen an example or a unit itself
		p.tell(&list, name, part)
		p.keepUp()
		p.compare()
	}
	for i := range list {
		told := &list[i]
		told.Name, told.json = "panel", record.JSON(place{Tab: panel.TabOf(p.open).ID, Shown: shown{name, record.Encoded(told.json)}})
	}
	p.rested = panel.RestedFrom(began)
	return list
}

// telling is what was told of a part or panel.
type telling struct {
	of     panel.Source // what on the desk its record is made of
	stale  bool         // that, or what the part keeps itself, may be another since
	record any          // as it was told, where it is a pointer
	json   []byte       // the record, nil before the first
}

// compare finds out what on the desk is another than before, and whose record is made of that.
func (p *Page) compare() {
	now := p.desk.Sources()
	changed := now.Since(p.sources)
	p.sources = now
	for _, told := range p.told {
		told.stale = told.stale || told.of&changed != 0
	}
}

// tell adds the record of a part to those of an answer where it may have changed, and has.
func (p *Page) tell(list *[]Shown, name string, part panel.Part) {
	last := p.told[name]
	if !last.stale && last.json != nil {
		return
	}
	last.stale = false
	r := part.Record(p.desk)
	if reflect.ValueOf(r).Kind() == reflect.Pointer {
		if r == last.record {
			return
		}
		last.record = r
	}
	p.written = record.Append(p.written[:0], r)
	if !bytes.Equal(p.written, last.json) {
		last.json = bytes.Clone(p.written)
		*list = append(*list, Shown{name, r, last.json})
	}
}
