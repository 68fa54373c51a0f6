package script

import (
	"fmt"
	"math"
	"strconv"

	"shallows/engine/dataset"
	"shallows/engine/page/record"
)

// Points returns the coordinates, column by column, of the points that a script gives to predict, as JSON. Each has as many as the data.
// The error says which of them is wrong, and what it has to be.
func Points(text string, columns int) ([][]float64, error) {
	const call = "predict(points): "
	points, err := listOf(call, text, "[[1, 2], [3, 4]]")
	x := make([][]float64, columns)
	for i := 0; err == nil && i < len(points); i++ {
		if len(points[i]) != columns {
			return nil, fmt.Errorf("%spoints[%d] must have as many coordinates as the data, %d, and has %d", call, i, columns, len(points[i]))
		}
		for j := 0; err == nil && j < columns; j++ {
			var v float64
			v, err = numberAt(call, points, i, j)
			x[j] = append(x[j], v)
		}
	}
	return x, err
}

// Examples returns those that a script gives to setData, as JSON: coordinates, and then the class. The error is as that of Points.
func Examples(text string) (s dataset.Set, err error) {
	const call = "setData(points): "
	points, err := listOf(call, text, "[[1, 2, 0], [3, 4, 1]]")
	if len(points) > dataset.MaxOwn {
		return s, fmt.Errorf("%sat most %d points, not %d", call, dataset.MaxOwn, len(points))
	}
	var classes dataset.Classes
	for i := 0; err == nil && i < len(points); i++ {
		last := len(points[i]) - 1
		if last < 1 || last > dataset.MaxColumns {
			return s, fmt.Errorf("%spoints[%d] must have 1 to %d coordinates and then its class, and has %d numbers", call, i, dataset.MaxColumns, last+1)
		}
		if i > 0 && last != len(s.X) {
			return s, fmt.Errorf("%spoints[%d] must have as many numbers as points[0], %d, and has %d", call, i, len(s.X)+1, last+1)
		}
		row := make([]float64, last+1)
		for j := 0; err == nil && j <= last; j++ {
			if row[j], err = numberAt(call, points, i, j); err == nil && j < last && !dataset.Usable(row[j]) {
				err = fmt.Errorf("%spoints[%d][%d] must be 0, or from 1e-50 to 1e50 but for its sign, not %s", call, i, j, points[i][j])
			}
		}
		y, ok := classes.Of(row[last])
		if err == nil && !ok {
			err = fmt.Errorf("%spoints[%d][%d] is the class: from 0 to %d, or throughout -1 and 1, not %s", call, i, last, dataset.MaxClasses-1, points[i][last])
		}
		s.Append(y, row[:last]...)
	}
	return s, err
}

// listOf returns the cells of points that a script gives as JSON, such as an example of them.
func listOf(call, text, such string) ([][]record.Encoded, error) {
	list, ok := record.Encoded(text).Items()
	if !ok {
		return nil, fmt.Errorf("%spoints must be an array of points, such as %s", call, such)
	}
	points := make([][]record.Encoded, len(list))
	for i, point := range list {
		if points[i], ok = point.Items(); !ok {
			return nil, fmt.Errorf("%spoints[%d] must be an array of numbers; points are such as %s", call, i, such)
		}
	}
	return points, nil
}

// numberAt returns a number of a point. JSON has null for what is none.
func numberAt(call string, points [][]record.Encoded, i, j int) (float64, error) {
	v, err := strconv.ParseFloat(string(points[i][j]), 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0, fmt.Errorf("%spoints[%d][%d] must be a finite number", call, i, j)
	}
	return v, nil
}
