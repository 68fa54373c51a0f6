package table

import (
	"encoding/csv"
	"strings"

	"shallows/engine/dataset"
	"shallows/engine/number"
)

// header names the columns that Write writes.
var header = []string{"x1", "x2", "y"}

// Write returns points as a CSV text with a header, which Read reads back.
func Write(s dataset.Set) string {
	var text strings.Builder
	w := csv.NewWriter(&text)
	w.Write(header) // a Builder takes everything
	for i := range s.Y {
		w.Write([]string{number.Typed(s.X[0][i], 17), number.Typed(s.X[1][i], 17), number.Typed(s.Y[i], 17)})
	}
	w.Flush()
	return text.String()
}
