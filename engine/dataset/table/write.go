package table

import (
	"encoding/csv"
	"strconv"
	"strings"

	"shallows/engine/dataset"
)

// header names the columns that Write writes.
var header = []string{"x1", "x2", "y"}

// Write returns points as a CSV text with a header, which Read reads back.
func Write(s dataset.Set) string {
	var text strings.Builder
	w := csv.NewWriter(&text)
	w.Write(header) // a Builder takes everything
	for i := range s.Y {
		w.Write([]string{decimal(s.X1[i]), decimal(s.X2[i]), decimal(s.Y[i])})
	}
	w.Flush()
	return text.String()
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
