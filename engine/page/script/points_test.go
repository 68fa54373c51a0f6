package script

import (
	"fmt"
	"strings"
	"testing"
)

// What is wrong with points is said with where it stands and what has to stand there.
func TestPointsOfAScript(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`[]`, `[[] []]`},
		{`[[1,2],[-4,0.5]]`, `[[1 -4] [2 0.5]]`},
		{``, `points must be an array of points, such as [[1, 2], [3, 4]]`},
		{`5`, `points must be an array of points, such as [[1, 2], [3, 4]]`},
		{`[1,2]`, `points[0] must be an array of numbers; points are such as [[1, 2], [3, 4]]`},
		{`[[1,2],{"0":1,"length":2}]`, `points[1] must be an array of numbers; points are such as [[1, 2], [3, 4]]`},
		{`[[1,2],[1]]`, `points[1] must have as many coordinates as the data, 2, and has 1`},
		{`[[1,2,3,4]]`, `points[0] must have as many coordinates as the data, 2, and has 4`},
		{`[[1,null]]`, `points[0][1] must be a finite number`},
		{`[[1,2],["2",1]]`, `points[1][0] must be a finite number`},
		{`[[1,[2]]]`, `points[0][1] must be a finite number`},
		{`[[NaN,2]]`, `points must be an array of points, such as [[1, 2], [3, 4]]`},
	} {
		x, err := Points(test.text, 2)
		got := fmt.Sprint(x)
		if err != nil {
			got = strings.TrimPrefix(err.Error(), "predict(points): ")
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.text, got, test.want)
		}
	}
}

func TestExamplesOfAScript(t *testing.T) {
	wide := "[[" + strings.Repeat("1,", 17) + "0]]"
	for _, test := range []struct{ text, want string }{
		{`[]`, `[] []`},
		{`[[1,2,0],[3,4,9]]`, `[[1 3] [2 4]] [0 9]`},
		{`[[1,-1],[2,1]]`, `[[1 2]] [0 1]`},
		{`null`, `points must be an array of points, such as [[1, 2, 0], [3, 4, 1]]`},
		{`[[1,2,0],7]`, `points[1] must be an array of numbers; points are such as [[1, 2, 0], [3, 4, 1]]`},
		{`[[1]]`, `points[0] must have 1 to 16 coordinates and then its class, and has 1 numbers`},
		{wide, `points[0] must have 1 to 16 coordinates and then its class, and has 18 numbers`},
		{`[[1,2,0],[1,0]]`, `points[1] must have as many numbers as points[0], 3, and has 2`},
		{`[[1,2,0],[1,null,1]]`, `points[1][1] must be a finite number`},
		{`[[1,2,null]]`, `points[0][2] must be a finite number`},
		{`[[1e60,2,0]]`, `points[0][0] must be 0, or from 1e-50 to 1e50 but for its sign, not 1e60`},
		{`[[1,2,0],[1,2,0.5]]`, `points[1][2] is the class: from 0 to 9, or throughout -1 and 1, not 0.5`},
		{`[[1,2,10]]`, `points[0][2] is the class: from 0 to 9, or throughout -1 and 1, not 10`},
		{`[[1,2,-1],[1,2,2]]`, `points[1][2] is the class: from 0 to 9, or throughout -1 and 1, not 2`},
		{"[" + strings.Repeat("[1,2,0],", 5000) + "[1,2,0]]", `at most 5000 points, not 5001`},
	} {
		s, err := Examples(test.text)
		got := fmt.Sprint(s.X, " ", s.Y)
		if err != nil {
			got = strings.TrimPrefix(err.Error(), "setData(points): ")
		}
		if got != test.want {
			t.Errorf("%.50s: %s, want %s", test.text, got, test.want)
		}
	}
}
