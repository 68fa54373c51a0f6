package own

import (
	"shallows/engine/dataset"
	tables "shallows/engine/dataset/table"
	"shallows/engine/number"
	"shallows/engine/page/notice"
	"shallows/engine/page/record"
)

// opened says how a table was read.
func opened(t *tables.Table, points dataset.Points) record.Text {
	key := "own.opened"
	if points.Extent != dataset.Home {
		key = "own.openedFitted"
	}
	said := []record.Text{record.T(key, "points", points.Len())}
	if c := t.Columns; c != nil {
		said = append(said, record.T("own.columns", "x1", where(c[0]), "x2", where(c[1]), "y", where(c[2])))
	}
	if t.Counted > 0 {
		said = append(said, record.T("own.counted", "line", t.Counted))
	}
	if c := t.Choice; c != nil {
		said = append(said, record.T("own.choice", "line", c.Line, "cell", c.Cell, "value", number.Typed(c.Value, 17)))
	}
	return chain("own.sentences", said...)
}

// wrong says what is wrong with a table.
func wrong(p *tables.Problem) record.Text {
	const most = 12 // names in a sentence
	in := record.T("own.in", "where", where(p.Column))
	if p.Column.Name == "" {
		in = record.Text{}
	}
	with := []any{"line", p.Line, "value", notice.Short(p.Value), "where", where(p.Column), "in", in}
	if p.Other != nil {
		with = append(with, "other", notice.Short(p.Other.Value), "otherLine", p.Other.Line)
	}
	reason := string(p.Reason)
	if len(p.Names) > 0 {
		reason += ".named"
		with = append(with, "names", list(p.Names[:min(most, len(p.Names))]))
	}
	return refused(reason, with...)
}

func refused(reason string, with ...any) record.Text {
	return record.T("own.problem."+reason, append(with, "most", dataset.MaxOwn)...)
}

func where(c tables.Column) record.Text {
	if c.Name == "" {
		return record.T("own.column", "number", c.Number)
	}
	return record.T("own.column.named", "number", c.Number, "name", notice.Short(c.Name))
}

// list returns names in quotation marks, the last one after a word for and.
func list(names []string) record.Text {
	quoted := make([]record.Text, len(names))
	for i, name := range names {
		quoted[i] = notice.Quoted(name)
	}
	last := len(names) - 1
	switch last {
	case 0:
		return quoted[0]
	case 1:
		return chain("list.two", quoted...)
	}
	return chain("list.last", chain("list.next", quoted[:last]...), quoted[last])
}

// chain puts texts one after the other, by a text that puts a before b.
func chain(key string, texts ...record.Text) record.Text {
	all := texts[0]
	for _, next := range texts[1:] {
		all = record.T(key, "a", all, "b", next)
	}
	return all
}
