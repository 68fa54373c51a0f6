package columns

import (
	"slices"

	"shallows/engine/dataset"
	"shallows/engine/dataset/table"
	"shallows/engine/number"
	"shallows/engine/page/notice"
	"shallows/engine/page/record"
)

// most is how many names stand in a sentence.
const most = 12

// will says what examples there will be.
func (s *Sheet) will() record.Text {
	d := s.data
	with := []any{"rows", d.Set.Len(), "inputs", len(d.Inputs)}
	switch {
	case !s.predicts():
		return record.T("columns.says.classes", append(with, "classes", len(d.Classes), "names", list(d.Classes))...)
	case s.raw:
		return record.T("columns.says.value", append(with, "target", name(d.Target))...)
	}
	mean, deviation := s.scale()
	return record.T("columns.says.scaled", append(with, "target", name(d.Target), "mean", number.Of(mean).String(), "deviation", number.Of(deviation).String())...)
}

// leftOut says which rows are no examples, and why; nothing where all are.
func (s *Sheet) leftOut() record.Text {
	d := s.data
	if len(d.LeftOut) == 0 {
		return record.Text{}
	}
	var gaps []record.Text
	for _, gap := range d.Gaps[:min(most, len(d.Gaps))] {
		gaps = append(gaps, record.T("columns.gap", "column", name(gap.Column), "rows", gap.Rows))
	}
	return record.T("columns.leftOut", "rows", len(d.LeftOut), "gaps", Join(gaps))
}

// sentence says what is wrong with what is chosen, and that it may go without a column.
func (s *Sheet) sentence() record.Text {
	p := s.wrong
	if p.Line > 0 && len(s.chosen.Inputs) > 1 && slices.Contains(s.chosen.Inputs, p.Column.Number-1) {
		return Chain("own.sentences", Wrong(p), record.T("columns.without", "column", name(p.Column)))
	}
	return Wrong(p)
}

// Wrong says what is wrong with a table, or with what is chosen of it.
func Wrong(p *table.Problem) record.Text {
	switch p.Reason {
	case table.Repeated:
		return record.T("columns.problem.repeated", "name", notice.Short(p.Names[0]))
	case table.NoInputs, table.ManyInputs, table.NoTarget, table.NoRows, table.OneClass, table.ManyClasses, table.Long:
		return record.T("columns.problem."+string(p.Reason), "column", name(p.Column), "value", notice.Short(p.Value),
			"inputs", table.MaxInputs, "classes", table.MaxClasses, "length", table.MaxName)
	}
	in := record.T("own.in", "where", Where(p.Column))
	if p.Column.Name == "" {
		in = record.Text{}
	}
	with := []any{"line", p.Line, "value", notice.Short(p.Value), "where", Where(p.Column), "in", in, "most", dataset.MaxOwn}
	if p.Other != nil {
		with = append(with, "other", notice.Short(p.Other.Value), "otherLine", p.Other.Line)
	}
	reason := string(p.Reason)
	if len(p.Names) > 0 {
		reason += ".named"
		with = append(with, "names", list(p.Names[:min(most, len(p.Names))]))
	}
	return record.T("own.problem."+reason, with...)
}

// Where says which column is meant, by its number and its name.
func Where(c table.Column) record.Text {
	if c.Name == "" {
		return record.T("own.column", "number", c.Number)
	}
	return record.T("own.column.named", "number", c.Number, "name", notice.Short(c.Name))
}

// name is what a column is called, or its number.
func name(c table.Column) any {
	if c.Name == "" {
		return record.T("own.column", "number", c.Number)
	}
	return notice.Short(c.Name)
}

// list returns names in quotation marks, the last one after a word for and.
func list(names []string) record.Text {
	quoted := make([]record.Text, len(names))
	for i, name := range names {
		quoted[i] = notice.Quoted(name)
	}
	return Join(quoted)
}

// Join returns texts as a list, the last one after a word for and.
func Join(texts []record.Text) record.Text {
	last := len(texts) - 1
	switch last {
	case 0:
		return texts[0]
	case 1:
		return Chain("list.two", texts...)
	}
	return Chain("list.last", Chain("list.next", texts[:last]...), texts[last])
}

// Chain puts texts one after the other, by a text that puts a before b.
func Chain(key string, texts ...record.Text) record.Text {
	all := texts[0]
	for _, next := range texts[1:] {
		all = record.T(key, "a", all, "b", next)
	}
	return all
}
