package columns

import (
	"slices"

	"shallows/engine/dataset"
	"shallows/engine/dataset/table"
	"shallows/engine/page/notice"
	"shallows/engine/page/record"
)

// most is how many names stand in a sentence.
const most = 12

// will says what examples there will be.
func (s *Sheet) will() record.Text {
	d := s.data
	with := []any{"rows", d.Set.Len(), "inputs", len(d.Inputs)}
	if d.Classes == nil {
		return record.T("columns.says.value", append(with, "target", name(d.Target))...)
	}
	return record.T("columns.says.classes", append(with, "classes", len(d.Classes), "names", list(d.Classes))...)
}

// leftOut says which rows are no examples, and why; nothing where all are.
func (s *Sheet) leftOut() record.Text {
	d := s.data
	if len(d.LeftOut) == 0 {
		return record.Text{}
	}
	var gaps []record.Text
	for _, gap := range d.Gaps[:min(most, len(d.Gaps))] {
		key := "columns.gap"
		if gap.Sign != "" {
			key = "columns.gap.sign"
		}
		gaps = append(gaps, record.T(key, "column", name(gap.Column), "rows", gap.Rows, "sign", notice.Short(gap.Sign)))
	}
	return record.T("columns.leftOut", "rows", len(d.LeftOut), "gaps", Join(gaps))
}

// notes says which columns have got another name, which of numbers are no inputs though nobody took them out, and which
// classes are written in several ways, or differ by capitals alone; nothing where there is none of it.
func (s *Sheet) notes() record.Text {
	var mixed, sparse, beyond, said []record.Text
	for column, field := range s.frame.Fields {
		if !s.may(column) || column == s.chosen.Target || slices.Contains(s.chosen.Inputs, column) {
			continue
		}
		switch doubt := s.frame.Doubt(column); {
		case doubt == table.Mixed:
			mixed = append(mixed, record.T("columns.cell", "column", name(field.Column), "line", field.First.Line, "value", notice.Short(field.First.Value)))
		case doubt == table.Sparse:
			sparse = append(sparse, Where(field.Column))
		case s.frame.IsFit(column) && !slices.Contains(s.guess.Inputs, column) && column != s.guess.Target:
			beyond = append(beyond, Where(field.Column))
		}
	}
	say := func(key string, of []record.Text, with ...any) {
		if len(of) > most {
			of = append(of[:most-1:most-1], record.T("columns.more", "more", len(of)-most+1))
		}
		if len(of) > 0 {
			said = append(said, record.T(key, append(with, "columns", Join(of))...))
		}
	}
	say("columns.renamed", quoted(s.frame.Renamed))
	say("columns.mixed", mixed)
	say("columns.sparse", sparse)
	say("columns.beyond", beyond, "inputs", table.MaxInputs)
	if s.data != nil {
		say("columns.alike", quoted(s.data.Alike))
		say("columns.case", quoted(s.data.Cased()))
	}
	if len(said) == 0 {
		return record.Text{}
	}
	return Chain("own.sentences", said...)
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
func list(names []string) record.Text { return Join(quoted(names)) }

// quoted returns names in quotation marks.
func quoted(names []string) []record.Text {
	texts := make([]record.Text, len(names))
	for i, name := range names {
		texts[i] = notice.Quoted(name)
	}
	return texts
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
