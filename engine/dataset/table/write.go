package table

import (
	"encoding/csv"
	"strings"

	"shallows/engine/dataset"
	"shallows/engine/number"
)

// symbols are what columns without names are called: so many coordinates, and y.
func symbols(coordinates int) (list []string) {
	for _, f := range dataset.Coordinates(min(coordinates, dataset.MaxColumns)) {
		list = append(list, f.String())
	}
	return append(list, "y")
}

// Write returns own data as a CSV text with a header: a column for each coordinate, then the class or the value, under
// their names. What has no name is x1, x2 and so on, y, and the number of a class.
func Write(p dataset.Points) string {
	var text strings.Builder
	w := csv.NewWriter(&text)
	cells := symbols(p.Columns())
	last := len(cells) - 1
	for j := range last {
		cells[j] = either(p.Names.Column(j), cells[j])
	}
	cells[last] = either(p.Names.Target, cells[last])
	w.Write(cells) // a Builder takes everything
	for i, y := range p.Y {
		for j, x := range p.X {
			cells[j] = number.Typed(x[i], 17)
		}
		cells[last] = number.Typed(y, 17)
		if !p.Values {
			cells[last] = p.Names.Label(int(y))
		}
		w.Write(cells)
	}
	w.Flush()
	return text.String()
}

// either returns a name, or what stands for one that there is not.
func either(name, symbol string) string {
	if name == "" {
		return symbol
	}
	return name
}
