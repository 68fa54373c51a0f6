package own

import (
	"shallows/engine/dataset"
	tables "shallows/engine/dataset/table"
	"shallows/engine/number"
	"shallows/engine/page/own/columns"
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
		said = append(said, record.T("own.columns", "x1", columns.Where(c[0]), "x2", columns.Where(c[1]), "y", columns.Where(c[2])))
	}
	if t.Counted > 0 {
		said = append(said, record.T("own.counted", "line", t.Counted))
	}
	if c := t.Choice; c != nil {
		said = append(said, record.T("own.choice", "line", c.Line, "cell", c.Cell, "value", number.Typed(c.Value, 17)))
	}
	return columns.Chain("own.sentences", said...)
}

// unchanged says what is wrong, and that nothing has come of it.
func unchanged(wrong record.Text) record.Text {
	return columns.Chain("own.sentences", wrong, record.T("own.unchanged"))
}
