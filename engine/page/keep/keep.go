// Package keep is a run as a file to keep, for a table that is too much for a link: the table as CSV, below a line that other
// programs take for a comment, with the settings of the run as JSON.
package keep

import (
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	"shallows/engine/dataset"
	"shallows/engine/dataset/table"
	"shallows/engine/link"
	"shallows/engine/page/notice"
	"shallows/engine/page/record"
	"shallows/engine/session"
)

// first begins the line above the table.
const first = "# Shallows "

// head is what that line says.
type head struct {
	Link    string // the settings, and where the run stands, as links have them
	Values  bool   // the last column has values to predict, not classes
	Inputs  []string
	Target  string
	Classes []string // as dataset.Names has all three
}

// Needed reports whether a run is too much for a link.
func Needed(s *session.Session) bool {
	_, whole := link.Fit(s)
	return !whole
}

// TooLarge says so, and offers the file.
func TooLarge() notice.Notice {
	return notice.Notice{Text: record.T("share.large"), Action: record.T("share.keep"), Do: "share keep", Lasting: true, Name: "large"}
}

// Write returns a run over own data as the text of a file.
func Write(s *session.Session) string {
	own := s.Own()
	h := head{link.Bare(s), own.Values, own.Names.Inputs, own.Names.Target, own.Names.Classes}
	return first + string(record.JSON(h)) + "\n" + table.Write(own)
}

// Read returns the link and the own data that the text of a file holds. It is false for any other text, such as a table alone.
func Read(text string) (fragment string, points dataset.Points, ok bool) {
	line, rest, _ := strings.Cut(text, "\n")
	line, ok = strings.CutPrefix(line, first)
	var h head
	if !ok || !record.Read(strings.TrimSpace(line), &h) {
		return "", points, false
	}
	rows, err := csv.NewReader(strings.NewReader(rest)).ReadAll()
	if err != nil || len(rows) < 2 || len(rows) > dataset.MaxOwn+1 || len(rows[0]) < 2 || len(rows[0]) > dataset.MaxColumns+1 {
		return "", points, false
	}
	last := len(rows[0]) - 1
	set, names := dataset.NewSet(last, len(rows)-1), dataset.Names{Inputs: h.Inputs, Target: h.Target, Classes: h.Classes}
	classes := make([]string, dataset.MaxClasses) // as the last column calls them
	for k := range classes {
		classes[k] = names.Label(k)
	}
	for _, cells := range rows[1:] {
		x := make([]float64, last)
		for j := range x {
			if x[j], err = strconv.ParseFloat(cells[j], 64); err != nil || !dataset.Usable(x[j]) {
				return "", points, false
			}
		}
		y := float64(slices.Index(classes, cells[last]))
		if h.Values {
			y, err = strconv.ParseFloat(cells[last], 64)
		}
		if err != nil || !h.Values && y < 0 || !dataset.Usable(y) {
			return "", points, false
		}
		set.Append(y, x...)
	}
	points = dataset.NewPoints(set)
	points.Values, points.Names = h.Values, names
	return h.Link, points, names.Valid() && (len(h.Inputs) == 0 || len(h.Inputs) == last) && len(h.Classes) <= dataset.MaxClasses
}
