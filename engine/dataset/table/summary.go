package table

import (
	"math"
	"slices"
	"strings"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/stat"
)

// summary is the problem of rows at the end that are no examples but made of those above, with x in the columns of inputs and the
// targets y; nil where there are none. It names the first of them.
func (b *body) summary(x [][]float64, y []float64) *Problem {
	n := len(b.rows)
	switch {
	case b.endsWithSums(x, y):
		n--
	case y != nil:
		n -= b.summaries(append(slices.Clone(x), y))
	}
	if n == len(b.rows) {
		return nil
	}
	return &Problem{Reason: Total, Line: b.rows[n].line, Value: b.rows[n].at(b.at[0])}
}

// endsWithSums reports whether the last of the rows that make data is the sum of the others, with x in the columns of inputs and the
// targets y: each of its numbers is, in at least two columns or beneath four rows, and it has no cell in a column in which these have
// one, as of their names, without which it may be their mean as well; what class it has is all the same then. Where no cell is
// empty, all are numbers, and the inputs larger than those of four rows or more above.
func (b *body) endsWithSums(x [][]float64, y []float64) bool {
	last := len(b.rows) - 1
	unnamed := -1
	for column := b.width - 1; column >= 0; column-- {
		lacks := func(r row) bool { return r.kind(column) == blank }
		if lacks(b.rows[last]) && !slices.ContainsFunc(b.rows[:last], lacks) {
			unnamed = column
		}
	}
	columns := slices.Clone(x)
	if b.class < 0 || unnamed < 0 {
		columns = append(columns, y)
	}
	switch {
	case last < 2, last < 4 && (unnamed < 0 || len(columns) < 2), unnamed < 0 && (y == nil || b.rows[last].count(kind.isNumber) < b.width):
		return false
	}
	isAll := func(share float64) bool {
		for j, values := range columns {
			sum, size, most := 0.0, 0.0, 0.0
			for _, v := range values[:last] {
				sum, size, most = sum+v, size+math.Abs(v), max(most, math.Abs(v))
			}
			if size == 0 || math.Abs(values[last]-sum*share) > 1e-9*size || unnamed < 0 && j < len(x) && math.Abs(values[last]) <= most {
				return false
			}
		}
		return true
	}
	return isAll(1) || unnamed == 0 && len(columns) > 1 && isAll(1/float64(last))
}

// statistics are what a row may have of each column. Only the first few are no example for sure where all columns have one: rows that
// are in order end with their largest numbers.
var statistics = []func(increasing []float64) float64{
	func(v []float64) float64 { return stat.Mean(v, nil) },
	func(v []float64) float64 { return stat.StdDev(v, nil) },
	func(v []float64) float64 { return stat.PopStdDev(v, nil) },
	floats.Sum,
	func(v []float64) float64 { return (v[(len(v)-1)/2] + v[len(v)/2]) / 2 },
	floats.Min,
	floats.Max,
}

const (
	sure     = 4    // of the statistics
	chance   = 1e-5 // at which an example may have them all
	mostSums = 6    // rows that a table may end with
)

// summaries returns how many rows at the end have a statistic of the columns above them each, where no example is likely to have one.
func (b *body) summaries(columns [][]float64) int {
	for rows := 1; rows <= mostSums && len(b.rows)-rows >= 4; rows++ {
		n := len(b.rows) - rows
		above := make([][]float64, len(columns))
		for j, values := range columns {
			above[j] = slices.Sorted(slices.Values(values[:n]))
		}
		all, told := true, false
		for i := n; all && i < len(b.rows); i++ {
			which, likely := b.statistic(i, columns, above)
			all = which >= 0
			told = told || which < sure && likely <= chance
		}
		if all && told {
			return rows
		}
	}
	return 0
}

// statistic returns which of the statistics a row, counted from 0, has of each column, to the digits written, and how likely it is
// that an example has it; -1 where it has none. The columns are there once more with what is above in increasing order.
func (b *body) statistic(row int, columns, above [][]float64) (which int, likely float64) {
	for which, of := range statistics {
		likely = 1
		for j, values := range above {
			v, cell := columns[j][row], b.rows[row].at(b.at[j])
			step := lastDigit(cell)
			near := func(u float64) bool { return math.Abs(u-v) <= 0.5*step+1e-9*math.Abs(v) }
			if kindOf(cell) != numeral || !near(of(values)) {
				likely = 0
				break
			}
			times := 0
			for _, u := range values {
				if near(u) {
					times++
				}
			}
			if spread := values[len(values)-1] - values[0]; times > 0 || spread == 0 {
				likely *= max(1, float64(times)) / float64(len(values))
			} else {
				likely *= min(1, 2*max(step/spread, 1e-9))
			}
		}
		if likely > 0 {
			return which, likely
		}
	}
	return -1, 0
}

// lastDigit returns what one more at the last digit of a number adds to it, 0 where it has a power of ten. Digits behind a mark
// between thousands are taken for decimals, by which nothing is found that is not there.
func lastDigit(cell string) float64 {
	if strings.ContainsAny(cell, "eE×") {
		return 0
	}
	mark := strings.LastIndexAny(cell, ".,")
	if mark < 0 {
		return 1
	}
	return math.Pow10(mark + 1 - len(cell))
}
