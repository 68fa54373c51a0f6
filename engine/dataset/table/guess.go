package table

import (
	"slices"
	"strconv"
	"strings"
)

// targets are what columns of classes are called in files for teaching, beside what is in roles.
var targets = words("y variety diagnosis survived purchased cultivar churn exited result grade is_fraud 品种 结果")

// values are what columns of numbers to predict are called in them.
var values = words("price medv charges mpg sales median_house_value saleprice progression 房价 价格 销量")

// eitherWay are names of a class in some files and of a value in others.
var eitherWay = words("y target outcome result grade 目标 结果")

// Guess returns the selection that is likeliest meant.
//
// The class is a column that is called so, be it one of too many values; else the last column, the first, or the last of words
// that could be one; where there is none, or the last column is called a value, the last column of numbers is a value to predict. Inputs
// are the first MaxInputs of the other columns of numbers about which there is no [Doubt], and which do not number or name the rows.
func (f *Frame) Guess() Selection {
	s := Selection{Target: f.likelyClass()}
	numbers := f.numbers()
	switch {
	case s.Target >= 0:
		field := f.Fields[s.Target]
		s.Regression = field.Content == Numbers && field.Distinct > MaxClasses && eitherWay[strings.ToLower(field.Name)]
	case len(numbers) > 0:
		s.Target, s.Regression = numbers[len(numbers)-1], true
	}
	numbers = slices.DeleteFunc(numbers, func(column int) bool { return column == s.Target })
	s.Inputs = numbers[:min(MaxInputs, len(numbers))]
	return s
}

// Doubt is why a column of numbers is no input unless it is chosen.
type Doubt uint8

// The doubts.
const (
	NoDoubt Doubt = iota
	Sparse        // most rows have no value in it
	Mixed         // several of its cells are no numbers
)

// Doubt returns what is doubtful about a column of numbers.
func (f *Frame) Doubt(column int) Doubt {
	switch field := f.Fields[column]; {
	case 2*field.Missing > f.Len():
		return Sparse
	case field.Odd > 1: // a single one is a slip, of which its line is told
		return Mixed
	}
	return NoDoubt
}

// IsFit reports whether a column is an input by itself: it holds numbers, beyond doubt, and not those of the rows.
func (f *Frame) IsFit(column int) bool {
	return f.Fields[column].Content == Numbers && !f.namesRows(column) && f.Doubt(column) == NoDoubt
}

// numbers returns the columns that are inputs unless they are the target.
func (f *Frame) numbers() []int {
	list := []int{}
	for column := range f.Fields {
		if f.IsFit(column) {
			list = append(list, column)
		}
	}
	return list
}

// Toward returns a selection with another target, -1 for none: a class where the column has words or few values, else a
// value. It is no input any more; where all are inputs that are likely to be, the target before becomes one.
func (f *Frame) Toward(s Selection, target int) Selection {
	numbers := f.numbers()
	left := slices.DeleteFunc(slices.Clone(numbers), func(column int) bool { return column == s.Target || slices.Contains(s.Inputs, column) })
	s.Inputs = slices.Clone(s.Inputs)
	if len(left) == 0 && slices.Contains(numbers, s.Target) && len(s.Inputs) < MaxInputs {
		s.Inputs = slices.Sorted(slices.Values(append(s.Inputs, s.Target)))
	}
	s.Target = target
	s.Regression = target >= 0 && f.Fields[target].Content == Numbers && !f.isFew(target)
	s.Inputs = slices.DeleteFunc(s.Inputs, func(column int) bool { return column == target })
	return s
}

// likelyClass returns the column that is likeliest the class, -1 for none.
func (f *Frame) likelyClass() int {
	named, words, few, many, unlike := -1, -1, -1, -1, -1
	for column, field := range f.Fields {
		if f.namesRows(column) || field.Distinct == 0 {
			continue
		}
		name := strings.ToLower(field.Name)
		isNamed := has(2, name, true) || targets[name]
		switch {
		case field.Distinct > MaxClasses && (!isNamed || name == "y" && f.has("x")):
		case field.Distinct > MaxClasses && (f.repeats(column) || field.Content == Numbers && eitherWay[name]):
			if many < 0 || !eitherWay[name] {
				many = column
			}
		case field.Distinct > MaxClasses:
			unlike = column
		case isNamed:
			named = column
		case !f.isFew(column):
		case field.Content == Words:
			words = column
		default:
			few = column
		}
	}
	last := len(f.Fields) - 1
	for last > 0 && f.Fields[last].Content == Nothing {
		last--
	}
	first := 0
	for first < last && f.namesRows(first) {
		first++
	}
	switch {
	case named >= 0:
		return named
	case values[strings.ToLower(f.Fields[last].Name)]:
		return -1
	case many >= 0:
		return many
	case last == words || last == few:
		return last
	case words >= 0:
		return words
	case f.isFew(first) && !f.namesRows(first) && first != last:
		return first
	}
	return unlike // or -1
}

// has reports whether a column has a name.
func (f *Frame) has(name string) bool {
	return slices.ContainsFunc(f.Fields, func(field Field) bool { return strings.EqualFold(field.Name, name) })
}

// repeats reports whether two rows have the same value in a column.
func (f *Frame) repeats(column int) bool {
	seen := map[string]bool{}
	for _, r := range f.body.rows {
		cell := r.at(column)
		if seen[cell] && !f.body.lacks(r, column) {
			return true
		}
		seen[cell] = true
	}
	return false
}

// isFew reports whether a column has so few values that they may well be classes: two to ten, whole if they are numbers,
// each of them in two rows on average, of words one in a single row; or 0 and 1. Numbers may be among others that are no numbers.
func (f *Frame) isFew(column int) bool {
	field := f.Fields[column]
	if slices.Equal(slices.Sorted(slices.Values(field.Values)), []string{"0", "1"}) {
		return true
	}
	rows := f.Len()
	if field.Content == Words {
		rows++
	}
	if field.Distinct < 2 || field.Distinct > MaxClasses || rows < 2*field.Distinct {
		return false
	}
	return field.Content == Words || f.Doubt(column) == Mixed || !slices.ContainsFunc(field.Values, func(cell string) bool {
		_, err := strconv.Atoi(strings.TrimSuffix(cell, ".0"))
		return err != nil
	})
}

// namesRows reports whether a column tells rows apart by names or numbers: it is called so, or is the first and counts, and
// has no name or that of one that may.
func (f *Frame) namesRows(column int) bool {
	name := f.Fields[column].Name
	lower := strings.ToLower(name)
	switch {
	case isRowName(name), name == "" && f.names(), strings.HasSuffix(name, "Id"), strings.HasSuffix(name, "ID"):
		return true
	}
	before, isID := strings.CutSuffix(lower, "id")
	return isID && before != "" && strings.ContainsAny(before[len(before)-1:], " _-.") ||
		column == 0 && (name == "" || counters[lower]) && f.body.width > 2 && len(f.body.rows) > 2 && f.body.counts()
}
