package table

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"shallows/engine/dataset"
	"shallows/engine/number"
)

// Selection says what the columns of a frame are for. Columns are counted from 0.
type Selection struct {
	Inputs     []int // in the order of the inputs
	Target     int   // -1 for none yet
	Regression bool  // the target is a value to predict, not a class
}

// Data are the examples that a selection makes of a frame.
type Data struct {
	Set     dataset.Set // inputs as they stand in the text
	Inputs  []Column
	Target  Column
	Classes []string // their names, by their numbers; nil where the target is a value
	LeftOut []int    // the lines of rows that lack a value, which are no examples
	Gaps    []Gap    // the columns in which they lack one
	Alike   []string // classes that are written in several ways, with other blanks or decimals
	Open    *Choice  // what the cells left open; nil where they decided everything
	Far     bool     // the numbers are such that standardised ones train better, see [dataset.OutOfScale]
}

// Points returns the examples as own data, with names that can be shown.
func (d *Data) Points() dataset.Points {
	p := dataset.NewPoints(d.Set)
	p.Values, p.Names = d.Classes == nil, named(d.Inputs, d.Target, d.Classes)
	return p
}

// named returns the names of columns and classes, such as can be shown. Columns that are called as their symbols are, and classes
// called by their numbers, have none.
func named(inputs []Column, target Column, classes []string) (n dataset.Names) {
	symbols, numbers := true, true
	for j, c := range inputs {
		n.Inputs = append(n.Inputs, c.Name)
		symbols = symbols && strings.EqualFold(c.Name, dataset.Coordinate(j).String())
	}
	if n.Target = target.Name; symbols {
		n.Inputs = nil
		if strings.EqualFold(target.Name, "y") {
			n.Target = ""
		}
	}
	for k, name := range classes {
		numbers = numbers && name == strconv.Itoa(k)
	}
	if !numbers {
		n.Classes = classes
	}
	return n.Clean()
}

// Cased returns the classes that differ from others by capitals alone, as Yes and yes do.
func (d *Data) Cased() (classes []string) {
	for _, name := range d.Classes {
		if slices.ContainsFunc(d.Classes, func(other string) bool { return other != name && strings.EqualFold(other, name) }) {
			classes = append(classes, name)
		}
	}
	return classes
}

// Gap is a column that has no value in some rows.
type Gap struct {
	Column
	Rows int
	Sign string // the first cell among them in which a formula failed, or an infinity
}

// Reasons why a selection makes no data, beside those for which a text is refused.
const (
	NoInputs    Reason = "inputs.none"  // no column is chosen for an input
	ManyInputs  Reason = "inputs.many"  // Value is how many are, more than MaxInputs
	NoTarget    Reason = "target.none"  // no column is chosen for the class or the value
	TargetInput Reason = "target.input" // Column is chosen for an input and for the target
	NoRows      Reason = "rows.none"    // each row lacks a value; Column is that in which most do
	OneClass    Reason = "class.one"    // Column has the one class Value
	ManyClasses Reason = "class.many"   // Column has more than MaxClasses
	Long        Reason = "name.long"    // Value is longer than a name can be, see MaxName
)

// MaxName is the most characters that the name of an input or a class has.
const MaxName = dataset.MaxName

// Select returns the data that a selection makes, or what is first wrong with it. Where the cells do not tell what stands
// before the decimals of their numbers, mark does; 0 is for what is likelier.
//
// Classes that are numbers are in their order; of those that are words TRUE comes after FALSE and yes after no, and others
// are in the order in which they appear.
func (f *Frame) Select(s Selection, mark number.Mark) (*Data, *Problem) {
	if problem := f.check(s); problem != nil {
		return nil, problem
	}
	b := *f.body
	b.at, b.class = append(slices.Clone(s.Inputs), s.Target), -1
	if !s.Regression {
		b.class, b.words = len(s.Inputs), f.words(s.Target)
	}
	d := &Data{Target: b.columnAt(s.Target)}
	for _, column := range s.Inputs {
		d.Inputs = append(d.Inputs, b.columnAt(column))
	}
	set, problem := b.conventions()
	if problem != nil {
		return nil, problem
	}
	if problem := d.leaveOut(&b); problem != nil {
		return nil, problem
	}
	if problem := d.read(&b, set, mark); problem != nil {
		return nil, problem
	}
	if problem := b.summary(d.Set.X, d.targets()); problem != nil {
		return nil, problem
	}
	if f.labels != nil && !s.Regression && s.Target == len(f.Fields)-1 {
		for i, name := range d.Classes {
			y, _ := strconv.Atoi(name) // takeLabels has seen that each is the number of a label
			d.Classes[i] = f.labels[y]
		}
	}
	return d, d.check()
}

// check returns what is wrong with a selection whatever the cells hold.
func (f *Frame) check(s Selection) *Problem {
	switch n := len(s.Inputs); {
	case n == 0:
		return &Problem{Reason: NoInputs}
	case n > MaxInputs:
		return &Problem{Reason: ManyInputs, Value: count(n)}
	case s.Target < 0:
		return &Problem{Reason: NoTarget}
	case slices.Contains(s.Inputs, s.Target):
		return &Problem{Reason: TargetInput, Column: f.Fields[s.Target].Column}
	}
	for _, column := range append(slices.Clone(s.Inputs), s.Target) {
		field := f.Fields[column]
		if utf8.RuneCountInString(field.Name) > MaxName {
			return &Problem{Reason: Long, Value: field.Name}
		}
		if field.Content == Nothing {
			return &Problem{Reason: NoRows, Column: field.Column}
		}
	}
	if field := f.Fields[s.Target]; !s.Regression && field.Distinct > MaxClasses {
		return &Problem{Reason: ManyClasses, Column: field.Column}
	}
	return nil
}

// words returns the classes of a column in the order of their numbers, nil where all are numbers and none is a code.
func (f *Frame) words(column int) []string {
	values := slices.Clone(f.Fields[column].Values)
	switch {
	case slices.ContainsFunc(values, func(cell string) bool { return kindOf(cell) != numeral }):
	case slices.ContainsFunc(values, isCode):
		slices.Sort(values)
		return values
	default:
		return nil
	}
	if len(values) != 2 {
		return values
	}
	is := func(class int, cell string) bool {
		lower := strings.ToLower(cell)
		if y, ok := truths[lower]; ok {
			return int(y) == class
		}
		other := strings.ToLower(values[1-slices.Index(values, cell)])
		return slices.ContainsFunc(answers[:], func(pair [2]string) bool { return pair[1-class] == lower && pair[class] == other })
	}
	if is(1, values[0]) && is(0, values[1]) {
		slices.Reverse(values)
	}
	return values
}

// leaveOut takes out the rows that lack a value.
func (d *Data) leaveOut(b *body) *Problem {
	whole := []row{}
	gaps := make([]Gap, len(b.at))
	most := 0
	for _, r := range b.rows {
		lacking := false
		for role, column := range b.at {
			if b.lacks(r, column) {
				gaps[role].Rows++
				lacking = true
				if gaps[role].Sign == "" && r.kind(column) == fault {
					gaps[role].Sign = r.at(column)
				}
			}
			if gaps[role].Rows > gaps[most].Rows {
				most = role
			}
		}
		if lacking {
			d.LeftOut = append(d.LeftOut, r.line)
		} else {
			whole = append(whole, r)
		}
	}
	if len(whole) == 0 {
		return &Problem{Reason: NoRows, Column: b.column(most)}
	}
	for role, gap := range gaps {
		if gap.Column = b.column(role); gap.Rows > 0 {
			d.Gaps = append(d.Gaps, gap)
		}
	}
	b.rows = whole
	return nil
}

// targets returns the numbers that are to be learnt, those of classes as they stand there; nil where these are words.
func (d *Data) targets() []float64 {
	if d.Classes == nil {
		return d.Set.Y
	}
	targets := make([]float64, len(d.Set.Y))
	for i, class := range d.Set.Y {
		v, err := strconv.ParseFloat(d.Classes[int(class)], 64)
		if err != nil {
			return nil
		}
		targets[i] = v
	}
	return targets
}

// read reads the numbers of the rows, which are written in one of the ways of a set.
func (d *Data) read(b *body, set number.Conventions, mark number.Mark) *Problem {
	point, pointProblem := d.examples(b, set, number.Point)
	comma, commaProblem := d.examples(b, set, number.Comma)
	switch {
	case pointProblem != nil && commaProblem != nil:
		if set.With(number.Point) == 0 {
			pointProblem = commaProblem
		}
		return pointProblem
	case pointProblem != nil:
		*d = comma
	case commaProblem != nil || reflect.DeepEqual(point, comma):
		*d = point
	default:
		open := b.choice(mark)
		*d = map[number.Mark]Data{number.Point: point, number.Comma: comma}[open.Mark]
		d.Open = open
	}
	return nil
}

// examples returns d with its examples, with mark before the decimals of their numbers.
func (d Data) examples(b *body, set number.Conventions, mark number.Mark) (Data, *Problem) {
	if set.With(mark) == 0 {
		return d, &Problem{}
	}
	d.Set = dataset.NewSet(len(d.Inputs), len(b.rows))
	values := []float64{} // of the class, where they are numbers
	cells, alike := map[float64]string{}, map[float64]bool{}
	for _, r := range b.rows {
		x, problem := b.coordinates(r, mark)
		if problem != nil {
			return d, problem
		}
		if b.class < 0 {
			last := len(x) - 1
			d.Set.Append(x[last], x[:last]...)
			continue
		}
		cell := r.cells[b.at[b.class]]
		y := float64(slices.Index(b.words, spelt(cell)))
		if b.words == nil {
			y, _ = number.Read(cell, mark)
			if at, found := slices.BinarySearch(values, y); !found {
				values = slices.Insert(values, at, y)
			}
		}
		d.Set.Append(y, x...)
		if first, found := cells[y]; found && first != cell {
			alike[y] = true
		} else {
			cells[y] = cell
		}
	}
	for _, y := range slices.Sorted(maps.Keys(alike)) {
		d.Alike = append(d.Alike, cells[y])
	}
	switch {
	case b.class < 0:
	case b.words != nil:
		d.keep(b.words)
	default:
		for i, y := range d.Set.Y {
			at, _ := slices.BinarySearch(values, y)
			d.Set.Y[i] = float64(at)
		}
		for _, y := range values {
			d.Classes = append(d.Classes, number.Typed(y, 17))
		}
	}
	d.Far = dataset.OutOfScale(d.Set.Columns()) || b.class < 0 && dataset.OutOfScale(d.Set.Targets())
	return d, nil
}

// keep numbers the classes without those whose rows are all left out.
func (d *Data) keep(words []string) {
	numbers := make([]float64, len(words))
	for k, word := range words {
		numbers[k] = float64(len(d.Classes))
		if slices.Contains(d.Set.Y, float64(k)) {
			d.Classes = append(d.Classes, word)
		}
	}
	for i, y := range d.Set.Y {
		d.Set.Y[i] = numbers[int(y)]
	}
}

// check returns what is wrong with the classes.
func (d *Data) check() *Problem {
	if len(d.Classes) == 1 {
		return &Problem{Reason: OneClass, Column: d.Target, Value: d.Classes[0]}
	}
	longest := slices.MaxFunc(append([]string{""}, d.Classes...), func(a, b string) int {
		return cmp.Compare(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	})
	if utf8.RuneCountInString(longest) > MaxName {
		return &Problem{Reason: Long, Value: longest}
	}
	return nil
}
