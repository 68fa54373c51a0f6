package bench

import (
	"bytes"
	"html"
	"strings"

	"shallows/engine/bench"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// Words is the effect "words": texts and the page's words, side by side, as a text for an intent.
type Words struct {
	Text []any
	Then string
}

// Drawing is the effect "saveDrawing": a drawing, as SVG, is saved in pixels.
type Drawing struct{ Name, Svg string }

// out takes: csv, which saves the runs; svg or png, which saves the picture in vectors or pixels; markdown or html, which copies the table; link, which
// copies a link to the bench and what it starts from, whatever run is on the page; copied or selected, what came of it;
// program ROW, which opens a row's run and shows it as a program for NumPy. In words, which the browser puts in, come:
// svg or png TITLE, of the picture, and in lines after it the names in it; worded TEXT, to be copied.
func (p *Panel) out(d *panel.Desk, words []string) {
	if len(words) > 2 || p.bench == nil && words[0] != "link" {
		return
	}
	switch words[0] {
	case "link":
		p.link = d.Site + "#" + p.base + "&" + bench.Key + "=" + p.form.plan.Encode()
		d.Ask("copy", panel.Copy{Text: p.link, Part: "bench"})
	case "csv":
		var b bytes.Buffer
		p.bench.WriteCSV(&b) // a buffer takes all
		p.save(d, "shallows-bench.csv", "text/csv", b.String())
	case "svg", "png":
		picture := p.picture()
		if len(picture) == 0 {
			break
		}
		if len(words) == 1 {
			list := []any{picture[0].Caption}
			for _, key := range namesIn(picture[0].Drawn) {
				list = append(list, "\n", record.T(key))
			}
			d.Ask("words", Words{list, "bench " + words[0]})
			break
		}
		lines, file := strings.Split(words[1], "\n"), "shallows-bench."+words[0]
		if svg := alone(named(picture[0].Drawn, lines[1:]), lines[0]); words[0] == "svg" {
			p.save(d, file, "image/svg+xml", svg)
		} else {
			d.Ask("saveDrawing", Drawing{file, svg})
			p.status = record.T("bench.saved", "file", file)
		}
	case "markdown":
		d.Ask("words", Words{p.written(markdown), "bench worded"})
	case "html":
		d.Ask("words", Words{p.written(hypertext), "bench worded"})
	case "worded":
		if len(words) == 2 {
			p.link = ""
			d.Ask("copy", panel.Copy{Text: words[1], Shown: "bench-table", Part: "bench"})
		}
	case "copied":
		p.status = record.T("bench.copied")
	case "selected":
		p.status = record.T("bench.selected")
		if p.link != "" {
			p.status = record.T("notice.copy", "link", p.link)
		}
	case "program":
		if len(words) == 2 {
			p.open(d, words[1:])
			d.Panel = "numpy"
			d.Ask("focus", panel.TabOf(d.Panel))
		}
	}
}

func (p *Panel) save(d *panel.Desk, name, kind, text string) {
	d.Ask("save", panel.Save{Name: name, Type: kind, Text: text})
	p.status = record.T("bench.saved", "file", name)
}

// form of a table as text: what stands around it, around its lines and its cells, and after the first line.
type format struct {
	begin, end, open, close, headOpen, headClose, cellOpen, cellClose, rule string
	escape                                                                  func(string) string
}

var (
	markdown = format{
		open: "|", close: "\n", headOpen: " ", headClose: " |", cellOpen: " ", cellClose: " |", rule: " --- |",
		escape: func(text string) string { return strings.ReplaceAll(text, "|", "\\|") },
	}
	hypertext = format{
		begin: "<table>\n", end: "</table>\n", open: "<tr>", close: "</tr>\n",
		headOpen: "<th>", headClose: "</th>", cellOpen: "<td>", cellClose: "</td>", escape: html.EscapeString,
	}
)

// written returns the table as it is on show, without pictures.
func (p *Panel) written(f format) []any {
	t := p.showTable(len(p.bench.Rows()))
	list := []any{f.begin + f.open}
	columns := 0
	for _, c := range t.Columns {
		if c.Key != "plane" && c.Key != "curves" && c.Key != "fold" {
			list = append(list, f.headOpen, c.Name, f.headClose)
			columns++
		}
	}
	list = append(list, f.close)
	if f.rule != "" {
		list = append(list, f.open+strings.Repeat(f.rule, columns)+f.close)
	}
	for _, row := range t.Rows {
		list = append(list, f.open)
		for _, cell := range row.Cells {
			var inner []any
			switch c := cell.(type) {
			case Setting:
				inner = c.Text
			case Spread:
				inner = []any{c.Text}
				if c.Small != nil {
					inner = append(inner, " (", c.Small, ")")
				}
			default:
				continue
			}
			list = append(list, f.cellOpen)
			for _, part := range inner {
				if text, ok := part.(string); ok {
					part = f.escape(text)
				}
				list = append(list, part)
			}
			list = append(list, f.cellClose)
		}
		list = append(list, f.close)
	}
	return append(list, f.end)
}
