package bench

import (
	"bytes"

	"shallows/engine/link"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// out takes: csv, which saves the runs; copied or selected, what came of copying; program ROW, which opens a row's run and
// shows it as a program for NumPy.
func (p *Panel) out(d *panel.Desk, words []string) {
	switch {
	case len(words) == 1 && words[0] == "csv" && p.bench != nil:
		var b bytes.Buffer
		p.bench.WriteCSV(&b, link.Fragment) // a buffer takes all
		p.save(d, "shallows-bench.csv", "text/csv", b.String())
	case len(words) == 2 && words[0] == "program":
		p.open(d, words[1:])
		if p.opened != nil {
			d.Panel = "numpy"
			d.Ask("focus", panel.TabOf(d.Panel))
		}
	case len(words) == 1 && words[0] == "copied":
		p.status = record.T("bench.copied")
	case len(words) == 1 && words[0] == "selected":
		p.status = record.T("bench.selected")
	}
}

func (p *Panel) save(d *panel.Desk, name, kind, text string) {
	d.Ask("save", panel.Save{Name: name, Type: kind, Text: text})
	p.status = record.T("bench.saved", "file", name)
}
