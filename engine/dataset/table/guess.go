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

// Guess returns the selection that is likeliest meant.
//
// The class is a column that is called so, else the last column, the first, or the last of words that could be one; where
// there is none, or the last column is called a value, the last column of numbers is a value to predict. Inputs are the other columns of numbers, but not those
// that number or name the rows, nor those that are mostly empty.
func (f *Frame) Guess() Selection {
	s := Selection{Target: f.likelyClass()}
	numbers := []int{}
	for column, field := range f.Fields {
		if field.Content == Numbers && !f.namesRows(column) && 2*field.Missing <= f.Len() {
			numbers = append(numbers, column)
		}
	}
	if s.Target < 0 && len(numbers) > 0 {
		s.Target, s.Regression = numbers[len(numbers)-1], true
	}
	s.Inputs = slices.DeleteFunc(numbers, func(column int) bool { return column == s.Target })
	return s
}

// Toward returns a selection with another target, -1 for none: a class where the column has words or few values, else a
// value. It is no input any more.
func (f *Frame) Toward(s Selection, target int) Selection {
	s.Target = target
	s.Regression = target >= 0 && f.Fields[target].Content == Numbers && !f.isFew(target)
	s.Inputs = slices.DeleteFunc(slices.Clone(s.Inputs), func(column int) bool { return column == target })
	return s
}

// likelyClass returns the column that is likeliest the class, -1 for none.
func (f *Frame) likelyClass() int {
	named, words, few := -1, -1, -1
	for column, field := range f.Fields {
		if f.namesRows(column) || field.Distinct == 0 || field.Distinct > MaxClasses {
			continue
		}
		switch name := strings.ToLower(field.Name); {
		case has(2, name, true) || targets[name]:
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
	case last == words || last == few:
		return last
	case words >= 0:
		return words
	case f.isFew(first) && !f.namesRows(first) && first != last:
		return first
	}
	return -1
}

// isFew reports whether a column has so few values that they may well be classes: two to ten, whole if they are numbers,
// each of them in two rows on average; or 0 and 1.
func (f *Frame) isFew(column int) bool {
	field := f.Fields[column]
	if slices.Equal(slices.Sorted(slices.Values(field.Values)), []string{"0", "1"}) {
		return true
	}
	if field.Distinct < 2 || field.Distinct > MaxClasses || f.Len() < 2*field.Distinct {
		return false
	}
	return field.Content == Words || !slices.ContainsFunc(field.Values, func(cell string) bool {
		_, err := strconv.Atoi(strings.TrimSuffix(cell, ".0"))
		return err != nil
	})
}

// namesRows reports whether a column tells rows apart by names or numbers: it is called so, or is the first and counts.
func (f *Frame) namesRows(column int) bool {
	name := f.Fields[column].Name
	lower := strings.ToLower(name)
	switch {
	case rowNames[lower], strings.HasPrefix(lower, "unnamed:"), lower == "" && f.names():
		return true
	case strings.HasSuffix(name, "Id"), strings.HasSuffix(name, "ID"):
		return true
	}
	before, isID := strings.CutSuffix(lower, "id")
	return isID && before != "" && strings.ContainsAny(before[len(before)-1:], " _-.") || column == 0 && f.body.width > 2 && len(f.body.rows) > 2 && f.body.counts()
}
