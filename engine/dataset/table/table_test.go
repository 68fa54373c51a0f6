package table

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"shallows/engine/dataset"
	"shallows/engine/number"
)

func TestRead(t *testing.T) {
	want := dataset.Set{X: [][]float64{{1.5, -2}, {2, 1000}}, Y: []float64{0, 1}}
	for name, text := range map[string]string{
		"plain":                    "1.5,2,0\n-2,1e3,1\n",
		"a header":                 "x1,x2,y\n1.5,2,0\n-2,1e3,1",
		"a header in Chinese":      "横坐标,纵坐标,类别\n1.5,2,0\n-2,1e3,1\n",
		"other columns":            ",Y,x2,comment,X1\n7,0,2,\"a, b\",1.5\n8,1,1e3,,-2\n",
		"a byte order mark":        "\ufeff1.5,2,0\n-2,1e3,1\n",
		"lines of Windows":         "x1,x2,y\r\n1.5,2,0\r\n-2,1e3,1\r\n",
		"lines of old Macs":        "x1,x2,y\r1.5,2,0\r-2,1e3,1\r",
		"empty lines":              "\n\n1.5,2,0\n\n-2,1e3,1\n\n",
		"blanks":                   " 1.5 , 2,0 \n-2,\t1e3, 1",
		"quotation marks":          "\"x1\",\"x2\",\"y\"\n\"1.5\",\"2\",\"0\"\n-2,1e3,1",
		"all in quotation marks":   "\"1.5\",\"2\",\"0\"\n\"-2\",\"1e3\",\"1\"",
		"semicolons":               "1.5;2;0\n-2;1e3;1",
		"decimal commas":           "x1;x2;y\n1,5;2;0\n-2;1000,0;1",
		"decimal commas, quoted":   "\"1,5\",\"2,0\",0\n\"-2,0\",\"1000,0\",1",
		"classes with commas":      "1,5\t2\t0,0\n-2\t1000\t1,0",
		"tabs":                     "1.5\t2\t0\n-2\t1e3\t1",
		"bars":                     "x1|x2|y\n1.5|2|0\n-2|1e3|1",
		"Markdown":                 "| x1 | x2 | y |\n|---:|:---|---|\n| 1.5 | 2 | 0 |\n| -2 | 1e3 | 1 |\n",
		"Markdown, bars between":   "x1 | x2 | y\n--- | --- | ---\n1.5 | 2 | 0\n-2 | 1e3 | 1\n",
		"units":                    "x2,x1,y\ncm,,\n2,1.5,0\n1e3,-2,1",
		"blanks between":           "x1 x2 y\n1.5  2 0\n-2 1e3 1",
		"blanks at the ends":       "1.5 2 0 \n -2 1e3 1  \n",
		"blanks and tabs":          "1.5 2\t0\n-2 1e3\t1",
		"Matlab's columns":         "   1.5000000e+00   2.0000000e+00   0.0000000e+00\n  -2.0000000e+00   1.0000000e+03   1.0000000e+00\n",
		"lines of blanks":          "  \n1.5,2,0\n\t \n-2,1e3,1\n ",
		"classes of -1 and 1":      "1.5,2,-1\n-2,1e3,+1",
		"classes as decimals":      "1.5,2,0.0\n-2,1e3,1.0",
		"classes TRUE and FALSE":   "1.5,2,FALSE\n-2,1e3,TRUE",
		"classes of Excel, German": "1,5;2;FALSCH\n-2;1000,0;WAHR",
		"a true minus sign":        "1.5,2,0\n−2,1000000e−3,1",
		"full-width digits":        "１．５,２,０\n－２,1e3,１",
		"numbers of another shape": "+1.50,2.,0\n-.2e1,1E+03,1",
		"thousands by commas":      "1.5\t2\t0\n-2\t1,000\t1",
		"thousands by dots":        "1,5;2;0\n-2;1.000;1",
		"thousands in Switzerland": "1.5;2;0\n-2;1’000;1",
		"thousands by apostrophes": "1.5\t2\t0\n-2\t1'000.00\t1",
		"thousands by blanks":      "1,5;2;0\n-2;1 000;1",
		"thousands, no break":      "1,5;2;0\n-2;1\u00a0000;1",
		"thousands, narrow":        "1,5;2;0\n-2;1\u202f000,0;1",
		"thousands, thin":          "1.5\t2\t0\n-2\t1\u2009000\t1",
		"as it is saved":           "x1,x2,y\n1.500,2,0\n-2,1000,1\n",
		"told by another column":   "x1;x2;y;weight\n1,500;2;0;70,5\n-2;1000;1;65,2",

		"a line break in a header": "\"x1\n(cm)\",\"x2\r\n(cm)\",y\n1.5,2,0\n-2,1e3,1\n",
		"a separator for Excel":    "sep=;\nx1;x2;y\n1.5;2;0\n-2;1e3;1\n",
		"one that matters":         "\ufeff\"sep=,\"\r\n1.5,2,0\r\n-2,1e3,1",
		"rows of separators":       "x1,x2,y\n,,\n1.5,2,0\n,,\n-2,1e3,1\n,,\n,,\n",
		"an empty last column":     "x1,x2,y,\n1.5,2,0,\n-2,1e3,1,\n",
		"one in the rows":          "x1,x2,y\n1.5,2,0,\n-2,1e3,1,\n",
		"one in a row":             "x1,x2,y\n1.5,2,0\n-2,1e3,1,\n",
		"empty columns around":     ",x1,x2,y,,\n,1.5,2,0,,\n,-2,1e3,1,,\n",
		"a title":                  "Measured in spring\nx1,x2,y\n1.5,2,0\n-2,1e3,1\n",
		"a title with separators":  "Measured in spring,,\n,,\nx1,x2,y\n1.5,2,0\n-2,1e3,1\n",
		"a title with a number":    "Results,2024\n\nx1,x2,y\n1.5,2,0\n-2,1e3,1\n",
		"a long title":             "Results, of, last, spring\nx1,x2,y\n1.5,2,0\n-2,1e3,1\n",
		"a title and no header":    "Table 1\n1.5,2,0\n-2,1e3,1\n",
		"comments":                 "# made by hand\n# \"twice\" 5\" long\nx1,x2,y\n1.5,2,0\n# a pause\n-2,1e3,1\n",
		"comments of Matlab":       "% made, by, hand, 4\n1.5 2 0\n-2 1e3 1\n",
		"NumPy's header":           "# x2 y x1\n2 0 1.5\n1e3 1 -2\n",
		"Weka's attributes":        "@relation r\n\n@attribute y {0,1}\n@ATTRIBUTE x1 numeric\n@attribute 'x2' numeric\n@data\n0,1.5,2\n1,-2,1e3\n",
		"R's row names":            "\"\",\"a\",\"b\",\"c\"\n\"1\",1.5,2,0\n\"2\",-2,1e3,1\n",
		"R's, of words":            "\"a\" \"b\" \"c\"\n\"left\" 1.5 2 0\n\"right\" -2 1e3 1\n",
		"R's, of a selection":      "\"x1\" \"x2\" \"y\"\n\"17\" 1.5 2 0\n\"4\" -2 1e3 1\n",
		"row names without a name": "1,1.5,2,0\n2,-2,1e3,1\n",
		"pandas":                   ",a,b,c\n0,1.5,2,0\n1,-2,1e3,1\n",
		"pandas without names":     ",0,1,2\n0,1.5,2,0\n1,-2,1e3,1\n",
		"pandas, neither":          "0,1,2\n1.5,2,0\n-2,1e3,1\n",
		"pandas, unnamed":          "Unnamed: 0,a,b,c\n5,1.5,2,0\n3,-2,1e3,1\n",
		"numbers of rows":          "ID;a;b;c\n17;1,5;2;0\n18;-2;1000;1\n",
		"numbers of rows, Chinese": "序号,横,纵,类别\n1,1.5,2,0\n2,-2,1e3,1\n",
		"a comment for each":       "a,b,c,remark\n1.5,2,0,good\n-2,1e3,1,\n",
		"a name for each":          "name,a,b,c\nleft,1.5,2,0\nright,-2,1e3,1\n",
		"the class first":          "class,a,b\n0,1.5,2\n1,-2,1e3\n",
		"y first":                  "y,a,b\n0,1.5,2\n1,-2,1e3\n",
		"x2 first":                 "x2,x1,class\n2,1.5,0\n1e3,-2,1\n",
		"x, y and the class":       "x,y,label\n1.5,2,0\n-2,1e3,1\n",
		"full-width commas":        "1.5，2，0\n-2，1e3，1\n",
		"full-width, in the head":  "横坐标，纵坐标，类别\n1.5,2,0\n-2,1e3,1\n",
		"full-width semicolons":    "1,5；2；0\n-2；1000；1\n",
		"full-width blanks":        "1.5　2　0\n-2　1e3　1\n",
		"no remarks at all":        "y,x1,x2,remark\n0,1.5,2\n1,-2,1e3\n",
		"the page's own notation":  "x1,x2,y\n1.5,2,0\n−2×10⁰,10³,1\n",
		"powers of ten":            "1.5;2*10^0;0\n-20×10^-1;1.0·10³;1\n",
		"an exponent":              "1.500e0\t2\t0\n-2.000e+00\t1.000e3\t1\n",
		"Excel's guard of texts":   "=\"1.5\",=\"2\",=\"0\"\n-2,=\"1e3\",1\n",
		"guard in quotation marks": "\"=\"\"1.5\"\"\",2,0\n-2,1e3,1\n",
		"rows with an end":         "1.5,2,0;\n-2,1e3,1;\n",
		"an end of DOS":            "1.5,2,0\r\n-2,1e3,1\r\n\x1a",
		"an end of DOS, apart":     "1.5,2,0\r\n-2,1e3,1\x1a\r\n",
		"classes yes and no":       "a,b,bought\n1.5,2,no\n-2,1e3,Yes\n",
		"classes, German":          "1,5;2;Nein\n-2;1000,0;Ja\n",
		"classes, French":          "1,5;2;non\n-2;1000,0;oui\n",
		"classes, Chinese":         "横,纵,是否购买\n1.5,2,否\n-2,1e3,是\n",
		"classes of R":             "\"a\" \"b\" \"c\"\n\"1\" 1.5 2 F\n\"2\" -2 1e3 T\n",
		"classes after numbers":    "id,a,b,kind\n7,1.5,2,no\n9,-2,1e3,yes\n",
		"classes before them":      "id,kind,a,b\n7,no,1.5,2\n9,yes,-2,1e3\n",
		"columns called by letter": "T,F,No\n1.5,2,0\n-2,1e3,1\n",
		"NumPy's, other blanks":    "# x2 y x1\n2,0,1.5\n1e3,1,-2\n",
		"a header of two kinds":    "y, x1, x2\n0 1.5 2\n1 -2 1e3\n",
		"units in a header":        "x2 (m),y,x1 [cm]\n2,0,1.5\n1e3,1,-2\n",
		"y and the names of it":    "x1,x2,y,class\n1.5,2,0,red\n-2,1e3,1,blue\n",
		"y and z":                  "Y,Z,class\n1.5,2,0\n-2,1e3,1\n",
		"a title of three words":   "Measured in spring\n1.5;2;0\n-2;1e3;1\n",
		"a title of four":          "Measured again in spring\n1.5 2 0\n-2 1e3 1\n",
		"a date above":             "2024-01-05 12:30\nx1,x2,y\n1.5,2,0\n-2,1e3,1\n",
		"years in a header":        "y,Income (2019),Income (2020)\n0,1.5,2\n1,-2,1e3\n",
		"R's, of a selection, CSV": "\"x1\",\"x2\",\"y\"\n\"17\",1.5,2,0\n\"4\",-2,1e3,1\n",
		"short rows, as of Excel":  "a,b,c,remark\n1.5,2,0\n-2,1e3,1,good\n",
	} {
		if got, problem := Read(text, 0); problem != nil || !reflect.DeepEqual(got.Points, want) || got.Choice != nil {
			t.Errorf("%s: %+v, %+v", name, got, problem)
		}
	}
}

// Where the cells do not tell, the likelier reading is taken and told, and the other is to be had.
func TestChoice(t *testing.T) {
	for text, want := range map[string]struct {
		mark         number.Mark
		line         int
		cell         string
		value, other float64
	}{
		"Salary\tAge\tBought\n950\t23\t0\n1,200\t45\t1\n2,500\t33\t1\n": {number.Point, 3, "1,200", 1200, 1.2},
		"950;23;0\n1.200;45;1\n":  {number.Comma, 2, "1.200", 1200, 1.2},
		"1.250;23;0\n":            {number.Point, 1, "1.250", 1.25, 1250},
		"1.250;1500;0\n1500;2;1":  {number.Point, 1, "1.250", 1.25, 1250},
		"\"1,200\",45,1\n":        {number.Point, 1, "1,200", 1200, 1.2},
		"1,234;2,345;1\n":         {number.Comma, 1, "1,234", 1.234, 1234},
		"1,234\t2.345\t1\n":       {number.Point, 1, "1,234", 1234, 1.234},
		"1500\t2\t1\n1,234\t2\t1": {number.Comma, 2, "1,234", 1.234, 1234},
	} {
		got, problem := Read(text, 0)
		if problem != nil || got.Choice == nil || *got.Choice != (Choice{want.mark, want.line, want.cell, want.value, want.other}) {
			t.Errorf("%q: %+v, %+v, want %+v", text, got, problem, want)
			continue
		}
		other, problem := Read(text, want.mark.Other())
		if problem != nil || *other.Choice != (Choice{want.mark.Other(), want.line, want.cell, want.other, want.value}) || reflect.DeepEqual(got.Points, other.Points) {
			t.Errorf("%q, the other way: %+v, %+v", text, other, problem)
		}
	}
	// A mark that the cells do not allow changes nothing.
	if got, problem := Read("1.5,1,0\n", number.Comma); problem != nil || got.Points.X[0][0] != 1.5 || got.Choice != nil {
		t.Errorf("%+v, %+v", got, problem)
	}
	// Classes tell, too.
	if got, problem := Read("1,500\t2\t1,000\n", 0); problem != nil || got.Points.X[0][0] != 1.5 || got.Choice != nil {
		t.Errorf("%+v, %+v", got, problem)
	}
}

func TestColumnsTaken(t *testing.T) {
	for text, want := range map[string][]Column{
		"x1,x2,y\n1,2,0\n":               nil,
		"a,b,c\n1,2,0\n":                 nil,
		"y,remark,x2,x1\n0,good,2,1\n":   nil,
		",a,b,c\n0,1,2,0\n":              {{2, "a"}, {3, "b"}, {4, "c"}},
		"0,1,2,0\n1,2,3,1\n":             {{2, ""}, {3, ""}, {4, ""}},
		"class,a,b\n0,1,2\n":             {{2, "a"}, {3, "b"}, {1, "class"}},
		"a,b,c,remark\n1,2,0,good\n":     {{1, "a"}, {2, "b"}, {3, "c"}},
		"\"a\" \"b\" \"c\"\n\"3\" 1 2 0": {{2, "a"}, {3, "b"}, {4, "c"}},

		// Row names that no header names are told of, and so are titles that could be something else.
		"x1,x2,y\n1,2,0,0\n2,3,1,0\n":                      {{2, "x1"}, {3, "x2"}, {4, "y"}},
		"\"x1\" \"x2\" \"y\"\n\"17\" 1 2 0\n\"4\" 2 3 1\n": {{2, "x1"}, {3, "x2"}, {4, "y"}},
		"x1,x2,y\nu,2,0,0\nv,3,1,0\n":                      {{2, "x1"}, {3, "x2"}, {4, "y"}},
		"0,5,0\n1,6,1\n2,7,0\n":                            {{1, ""}, {2, ""}, {3, ""}},
		"0,5,0\n2,6,1\n1,7,0\n":                            nil,
		"Results, spring\n1.5,2,0\n":                       {{1, ""}, {2, ""}, {3, ""}},
		"id,a,b,kind\n7,1.5,2,no\n9,-2,1e3,yes\n":          {{2, "a"}, {3, "b"}, {4, "kind"}},
	} {
		if got, problem := Read(text, 0); problem != nil || !reflect.DeepEqual(got.Columns, want) {
			t.Errorf("%q: %+v, %+v, want %+v", text, got, problem, want)
		}
	}
}

// A first row that counts the columns, as pandas writes one, is no point, and that is told.
func TestColumnsCounted(t *testing.T) {
	for text, want := range map[string]int{
		"0,1,2\n3.5,4.5,1\n2,2,0\n": 1, "\n,0,1,2\n0,3.5,4.5,1\n": 2, "x1,x2,y\n0,1,0\n": 0, "0,1,0\n1,2,1\n": 0,
	} {
		if got, problem := Read(text, 0); problem != nil || got.Counted != want {
			t.Errorf("%q: %+v, %+v", text, got, problem)
		}
	}
}

func TestProblems(t *testing.T) {
	rows := strings.Repeat("1,2,0\n", dataset.MaxOwn)
	cell := func(reason Reason, line, column int, value string) Problem {
		return Problem{Reason: reason, Line: line, Column: Column{Number: column}, Value: value}
	}
	for text, want := range map[string]Problem{
		"":                              {Reason: Empty},
		"\n\n":                          {Reason: Empty},
		" \n\t\n":                       {Reason: Empty},
		",,\n;;\n":                      {Reason: Empty},
		"x1,x2,y\n":                     {Reason: Empty},
		"# nothing\n":                   {Reason: Empty},
		"Dear Sir, or Madam":            {Reason: Empty},
		strings.Repeat(",", MaxBytes):   {Reason: Empty},
		strings.Repeat("1", MaxBytes+1): {Reason: Size},
		rows + "\n1,2,0\n":              {Reason: Rows, Line: dataset.MaxOwn + 2},

		"1,2,0\n1,2\n":                  {Reason: Columns, Line: 2, Value: "2"},
		"1,2,0\n1,2,0,5\n":              {Reason: Columns, Line: 2, Value: "4"},
		"1,2,0\nTotal\n":                {Reason: Columns, Line: 2, Value: "1"},
		"y,x2,id,x1\n0,1,2,3\n0,1\n":    {Reason: Columns, Line: 3, Value: "2", Names: []string{"y", "x2", "id", "x1"}},
		"y,x1,remark,x2\n0,1,2\n":       {Reason: Columns, Line: 2, Value: "3", Names: []string{"y", "x1", "remark", "x2"}},
		"a,b,c\n1.5,2,0,1\n1.5,2,0,1\n": {Reason: Columns, Line: 2, Value: "4", Names: []string{"a", "b", "c"}},

		"1,2\n3,4\n":                           {Reason: Choose, Value: "2"},
		"1,5;2,5\n3,5;4,5\n":                   {Reason: Choose, Value: "2"},
		"a,b\n1,2\n":                           {Reason: Choose, Value: "2", Names: []string{"a", "b"}},
		"5,2,7,0\n5,3,8,1\n":                   {Reason: Choose, Value: "4"},
		"a,b,c,d\n5,2,7,0\n5,3,8,1\n":          {Reason: Choose, Value: "4", Names: []string{"a", "b", "c", "d"}},
		"id,a,b,kind\n1,5,1,red\n2,6,0,blue\n": {Reason: Choose, Value: "3", Names: []string{"a", "b", "kind"}},
		"1,5,1,red\n2,6,0,blue\n":              {Reason: Choose, Value: "4"},

		// Row names are no column that could be meant.
		",speed,am\n0,1.5,0\n1,2.5,1\n2,3.5,1\n":                        {Reason: Choose, Value: "2", Names: []string{"speed", "am"}},
		"\"\",\"speed\",\"am\"\n\"1\",1.5,0\n\"2\",2.5,1\n":             {Reason: Choose, Value: "2", Names: []string{"speed", "am"}},
		"\"speed\" \"am\"\n\"1\" 1.5 0\n\"2\" 2.5 1\n":                  {Reason: Choose, Value: "2", Names: []string{"speed", "am"}},
		"speed am\n1 1.5 0\n2 2.5 1\n":                                  {Reason: Choose, Value: "2", Names: []string{"speed", "am"}},
		"\"speed\",\"am\"\n\"Mazda RX4\",1.5,0\n\"Datsun 710\",2.5,1\n": {Reason: Choose, Value: "2", Names: []string{"speed", "am"}},
		"\"speed\"\t\"am\"\n\"17\"\t1.5\t0\n\"4\"\t2.5\t1\n":            {Reason: Choose, Value: "2", Names: []string{"speed", "am"}},
		"Unnamed: 0,speed,am\n0,1.5,0\n1,2.5,1\n":                       {Reason: Choose, Value: "2", Names: []string{"speed", "am"}},
		"id,x1,y\n7,1.5,0\n9,2.5,1\n":                                   {Reason: Choose, Value: "2", Names: []string{"x1", "y"}},
		"x1,y\n1,5,0\n3,2,1\n":                                          {Reason: Decimals, Line: 2, Value: "3", Names: []string{"x1", "y"}},
		"x1,x2,y\n1,5,2,0\n3,25,4,1\n2,1,4,1\n":                         {Reason: Decimals, Line: 2, Value: "4", Names: []string{"x1", "x2", "y"}},
		"x1;x2;y\n1;5;2;0\n3;25;4;1\n2;1;4;1\n":                         {Reason: Columns, Line: 2, Value: "4", Names: []string{"x1", "x2", "y"}},
		"1,5,2,0\n3,25,4,1\n2,1,4,1\n":                                  {Reason: Choose, Value: "4"},
		"1,5,2,5,0\n3,25,4,1,1\n":                                       {Reason: Choose, Value: "5"},

		// What stands above the points is a title only if it could not be one of them or their header.
		"1,2,0\n3,4,1\n5;6;0\n7;8;1\n":       {Reason: Separator, Line: 1, Value: "1,2,0"},
		"1.5,2.5,0\n3.5;4.5;1":               {Reason: Separator, Line: 1, Value: "1.5,2.5,0"},
		"y;x1;x2\n0,2,1\n1,6,0\n":            {Reason: Separator, Line: 1, Value: "y;x1;x2"},
		"y x1 x2\n0;2;1\n1;6;0\n":            {Reason: Separator, Line: 1, Value: "y x1 x2"},
		"y, x1, x2\n0;2;1\n1;6;0\n":          {Reason: Separator, Line: 1, Value: "y, x1, x2"},
		"y|x1|x2\n0\t2\t1\n1\t6\t0\n":        {Reason: Separator, Line: 1, Value: "y|x1|x2"},
		"A title\nclass a b\n0;2;1\n1;6;0\n": {Reason: Separator, Line: 2, Value: "class a b"},
		"1;2;0\nx1,x2,y\n0,2,1\n1,6,0\n":     {Reason: Separator, Line: 1, Value: "1;2;0"},
		"y/x1/x2\n0,2,1\n1,6,0\n":            {Reason: Separator, Line: 1, Value: "y/x1/x2"},
		"class - x1 - x2\n0,2,1\n1,6,0\n":    {Reason: Separator, Line: 1, Value: "class - x1 - x2"},
		"1,2,0;3,4,1\n":                      {Reason: Separator, Line: 1, Value: "0;3"},
		"x1,x2,y;1,2,0;3,4,1\n":              {Reason: Separator, Line: 1, Value: "0;3"},
		"1.5,2.5,0\n1,5;2,5;0\n":             {Reason: Separator, Line: 2, Value: "5;2"},
		"5;6;0\n7;8;1\n1,2,0\n":              {Reason: Columns, Line: 3, Value: "1"},
		"1,2,3\n3.5,4.5,1\n2,2,0\n":          cell(Class, 1, 3, "3"),
		"1,2,3\n0,0,1\n":                     cell(Class, 1, 3, "3"),
		"4,4,0\n0,1,2\n":                     cell(Class, 2, 3, "2"),
		"x1,x2,y,y\n1,2,0,1\n":               {Reason: Repeated, Names: []string{"y", "y"}},
		"x1,x2,x1,y\n1,2,5,0\n":              {Reason: Repeated, Names: []string{"x1", "x1"}},
		"X1,x2,x1\n1,2,0\n":                  {Reason: Repeated, Names: []string{"X1", "x1"}},
		"x1,x_1,x2,y\n1,2,5,0\n":             {Reason: Repeated, Names: []string{"x1", "x_1"}},
		"x1,x2,y,class\n1,2,5,0\n":           {Reason: Repeated, Names: []string{"y", "class"}},
		"label,a,b,class\n1,2,5,0\n":         {Reason: Repeated, Names: []string{"label", "class"}},
		"a,a,y\n1,2,0\n":                     {Reason: Repeated, Names: []string{"a", "a", "y"}},
		"a,b,c,d\n0,1,2,0\n1,2,3,1\n":        {Reason: Choose, Value: "4", Names: []string{"a", "b", "c", "d"}}, // the first counts, but not as rows

		"a,b,c\n1,2,0\n3,4,1\nTotal,4,6,1\n":                {Reason: Columns, Line: 4, Value: "4", Names: []string{"a", "b", "c"}},
		"n,a,b,c\nu,1,2,0\nv,3,4,1\nSum,4,6,1\n":            {Reason: Total, Line: 4, Value: "Sum"},
		"n;a;b;c\nu;1;2;0\nMittelwert:;2;3;0\n;;;\n":        {Reason: Total, Line: 3, Value: "Mittelwert:"},
		"名,a,b,c\n甲,1,2,0\n乙,3,4,1\n合计,4,6,1\n平均,2,3,0":     {Reason: Total, Line: 4, Value: "合计"},
		"x1,x2,y\n1,2,0\n3,4,0\n2,2,1\n5,5,0\n11,13,1\n":    {Reason: Total, Line: 6, Value: "11"},
		"name,x1,x2,y\nA,1,2,0\nB,3,4,0\nC,2,2,1\n,6,8,1\n": {Reason: Total, Line: 5, Value: "6"},
		"1,2,0\nTotal,4,\n":                                 {Reason: Total, Line: 2, Value: "Total"},
		strings.Repeat("1,", 2000):                          {Reason: Choose, Line: 1, Value: "2001"},

		"x1,x2,y\n\n1,2,0\nz,2,0":               {Reason: Number, Line: 4, Column: Column{1, "x1"}, Value: "z"},
		"zwei,2,0\n1,2,0":                       cell(Number, 1, 1, "zwei"),
		"x1,x2,y\n1,2,0\ncm,cm,cm":              {Reason: Number, Line: 3, Column: Column{1, "x1"}, Value: "cm"},
		"1,2,0\n-Inf,1,0":                       cell(Missing, 2, 1, "-Inf"),
		"1,2,0\n1e999,1,0":                      cell(Number, 2, 1, "1e999"),
		"1,2,0\n0x10,1,0":                       cell(Number, 2, 1, "0x10"),
		"1,2,0\n1_0,1,0":                        cell(Number, 2, 1, "1_0"),
		"1;2;0\n1,2,3;1;0":                      cell(Number, 2, 1, "1,2,3"),
		"1;2;0\n1.2345,5;1;0":                   cell(Number, 2, 1, "1.2345,5"),
		"1,2,0\n\"a\nb\",\"c\",0\n":             cell(Number, 2, 1, "a\nb"),
		"1,2,0\n1,\x00,0\n":                     cell(Number, 2, 2, "\x00"),
		"1,2,0\n#DIV/0!,2,0":                    cell(Missing, 2, 1, "#DIV/0!"),
		"n,a,b,c\nu,1,2,0\nv,1,zwei,0\nw,1,2,0": {Reason: Number, Line: 3, Column: Column{3, "b"}, Value: "zwei"},

		"1,2,0\n,1,0":           cell(Blank, 2, 1, ""),
		"1,2,0\n1,2,":           cell(Blank, 2, 3, ""),
		"1,2,0\n1,nan,0":        cell(Missing, 2, 2, "nan"),
		"1,2,0\nNA,1,0":         cell(Missing, 2, 1, "NA"),
		"1,2,0\n#N/A,1,0":       cell(Missing, 2, 1, "#N/A"),
		"NaN,NaN,NaN\n1,2,0":    cell(Missing, 1, 1, "NaN"),
		"a,b,c\n1,2,NULL\n":     {Reason: Missing, Line: 2, Column: Column{3, "c"}, Value: "NULL"},
		"1,2,0\n2024-01-05,2,0": cell(Date, 2, 1, "2024-01-05"),
		"5/1/24,2,0":            cell(Date, 1, 1, "5/1/24"),
		"1;05.01.2024;0":        cell(Date, 1, 2, "05.01.2024"),
		"1;01. Mai;0":           cell(Date, 1, 2, "01. Mai"),
		"1;5-Jan;0":             cell(Date, 1, 2, "5-Jan"),
		"1;12:30;0":             cell(Date, 1, 2, "12:30"),
		"1;2024年1月5日;0":         cell(Date, 1, 2, "2024年1月5日"),
		"1,50%,0":               cell(Unit, 1, 2, "50%"),
		"1;50 %;0":              cell(Unit, 1, 2, "50 %"),
		"1;$1,200;0":            cell(Unit, 1, 2, "$1,200"),
		"1;-€5;0":               cell(Unit, 1, 2, "-€5"),
		"1;1.200,00 €;0":        cell(Unit, 1, 2, "1.200,00 €"),

		"1;(3);0":                                   cell(Minus, 1, 2, "(3)"),
		"1;(€1.200,50);0":                           cell(Minus, 1, 2, "(€1.200,50)"),
		"1;2;0\n5-;3;1":                             cell(Minus, 2, 1, "5-"),
		"[1.5,2.5,0],\n[3.5,4.5,1]":                 cell(Brackets, 1, 1, "[1.5"),
		"[[1.5 2.5 0.]\n [3 4 1]]":                  cell(Brackets, 1, 1, "[[1.5"),
		"[[1.5, 2.5, 0], [3, 4, 1]]":                {Reason: Brackets, Line: 1, Value: "[[1.5"},
		"array([[1.5, 2.5, 0],\n       [3, 4, 1]])": cell(Brackets, 1, 1, "array([[1.5"),
		"[{\"x1\": 1.5, \"x2\": 2.5, \"y\": 0},\n{\"x1\": 1}]": {Reason: Brackets, Line: 1, Value: `[{"x1": 1.5, "x2": 2.5, "y": 0},`},
		"1 1:0.5 2:2.5\n0 1:3 2:4":                             cell(Brackets, 1, 2, "1:0.5"),

		"1,2,0\n1e-400,2,1": cell(Range, 2, 1, "1e-400"),
		"1;2;0\n1;10⁻⁴⁰⁰;1": cell(Range, 2, 2, "10⁻⁴⁰⁰"),
		"1,2,0\n1,1e400,1":  cell(Number, 2, 2, "1e400"),
		"1,2,0\n1,2,1e-400": cell(Class, 2, 3, "1e-400"),

		"x1;x2;y\n1.234e-05;2,5;0\n5.678e-05;3,5;1": {Contradiction, 2, Column{2, "x2"}, "2,5", nil, &Cell{2, "1.234e-05"}},

		"1,2,1\n1,2,01":           cell(Class, 2, 3, "01"),
		"1,2,yes\n1,2,f":          cell(Class, 1, 3, "yes"),
		"1,2,yes\n1,2,0":          cell(Class, 1, 3, "yes"),
		"1,2,0\n1,2,2":            cell(Class, 2, 3, "2"),
		"1,2,0\n1,2,1\n1,2,-1":    cell(Class, 3, 3, "-1"),
		"1,2,0\n1,2,A":            cell(Class, 2, 3, "A"),
		"1,2,A\n1,2,B":            cell(Class, 1, 3, "A"),
		"1,2,0\n1,2,0.5":          cell(Class, 2, 3, "0.5"),
		"1,2,FALSE\n1,2,-1":       cell(Class, 2, 3, "-1"),
		"1,2,0\n1,\"2,0\n1,2,0\n": {Reason: Quote, Line: 2},
		"1,2,0\n1,2\"3,0\n":       {Reason: Quote, Line: 2},

		"1.5;2;0\n1,5;2;0":            {Contradiction, 2, Column{1, ""}, "1,5", nil, &Cell{1, "1.5"}},
		"a;b;c\n1,5;2;0\n2;2.5;0":     {Contradiction, 3, Column{2, "b"}, "2.5", []string(nil), &Cell{2, "1,5"}},
		"1.200,5;1;0\n1,200.5;1;0":    {Contradiction, 2, Column{1, ""}, "1,200.5", nil, &Cell{1, "1.200,5"}},
		"1'200;1;0\n2;2;0\n1 200;1;0": {Contradiction, 3, Column{1, ""}, "1 200", nil, &Cell{1, "1'200"}},
		"1,5;1.200;1\n1.5;1;0":        {Contradiction, 2, Column{1, ""}, "1.5", nil, &Cell{1, "1,5"}},
	} {
		if got, problem := Read(text, 0); problem == nil || !reflect.DeepEqual(*problem, want) || got != nil {
			t.Errorf("%.60q: %+v, want %+v", text, problem, want)
		}
	}
	if got, problem := Read(rows, 0); problem != nil || got.Points.Len() != dataset.MaxOwn {
		t.Errorf("%d rows: %+v", dataset.MaxOwn, problem)
	}
}

func TestIsEditable(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, strings.Repeat("1.2345,-1.2345,0\n", dataset.MaxOwn): true,
		strings.Repeat("1", MaxBytes): false, strings.Repeat("\n", MaxBytes/4): false, strings.Repeat("\r", MaxBytes/4): false,
	} {
		if got := IsEditable(text); got != want {
			t.Errorf("%.40q is editable: %v", text, got)
		}
	}
}

func TestWrite(t *testing.T) {
	s := dataset.AsOwn(dataset.Set{X: [][]float64{{0.1, -6}, {-2.00004, 5.9999}}, Y: []float64{1, 0}}, dataset.Home)
	if got, want := Write(s), "x1,x2,y\n0.1,-2,1\n-6,5.9999,0\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	// Large and small numbers have a power of ten, and are read back to the bit.
	far := dataset.Set{X: [][]float64{{1e49, 1.234e-5, 123456}, {-2.2e-40, 1.2345678901234567e30, 1e-4}}, Y: []float64{1, 0, 1}}
	text := Write(dataset.NewPoints(far))
	if want := "x1,x2,y\n1e49,-2.2e-40,1\n1.234e-5,1.2345678901234567e30,0\n123456,0.0001,1\n"; text != want {
		t.Errorf("%q, want %q", text, want)
	}
	if got, problem := Read(text, 0); problem != nil || got.Choice != nil || !reflect.DeepEqual(got.Points, far) {
		t.Errorf("%q is read as %+v, %+v", text, got, problem)
	}
}

// What is saved opens as the same points: wide enough that they need no scaling, or a single place.
func TestSavedOpensAsItWas(t *testing.T) {
	for _, kind := range dataset.Kinds[:len(dataset.Kinds)-1] {
		set := dataset.Generate(kind, 2000, 1, 3)
		if kind.Regression() {
			set = set.Signs()
		}
		s := dataset.AsOwn(set, kind.Extent(set))
		var again dataset.Points
		if s.IsPlain() {
			read, problem := Read(Write(s), 0)
			if problem != nil || read.Choice != nil {
				t.Fatalf("%v: %+v", kind, problem)
			}
			again = dataset.NewPoints(read.Points)
		} else {
			_, _, d := chosen(t, Write(s))
			again = d.Points()
		}
		if !reflect.DeepEqual(again, s) {
			t.Errorf("%v: other points, or in %v", kind, again.Extent)
		}
	}
}

// Whatever the convention, the separator and what stands around, numbers are read as they were written, or it is said that
// there is another reading, which is the right one then.
func TestEveryConvention(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(of ...string) string { return of[random.IntN(len(of))] }
	told := 0
	for range 1000 {
		mark := pick(".", ",")
		group := pick("", "", map[string]string{".": ",", ",": "."}[mark], " ", "\u00a0", "\u202f", "\u2009", "'", "’")
		separator := pick(";", "\t", ",", "|", " ")
		end := pick("\n", "\r\n", "\r")
		decimals, size := random.IntN(5), random.IntN(8)
		quote := pick("", "\"")
		if separator == "," && (mark == "," || group == ",") || separator == " " && group == " " {
			quote = "\""
		}
		var want dataset.Set
		var text strings.Builder
		text.WriteString(pick("", "\ufeff", "A title"+end, "# a comment"+end))
		names := pick("", "row"+separator)
		text.WriteString(pick("", names+"a"+separator+"b"+separator+"c"+end))
		if text.Len() < 6 {
			names = ""
		}
		for i := range 1 + random.IntN(6) {
			var cells []string
			if names != "" {
				cells = append(cells, fmt.Sprint(i+1))
			}
			x := [2]float64{}
			for k := range x {
				x[k] = math.Round((random.Float64()-0.3)*math.Pow10(size+decimals)) / math.Pow10(decimals)
				cells = append(cells, quote+grouped(x[k], random.IntN(2)*decimals, mark, group)+quote)
				x[k], _ = strconv.ParseFloat(strings.NewReplacer(" ", "").Replace(grouped(x[k], decimals, ".", "")), 64)
			}
			y := float64(random.IntN(2))
			cells = append(cells, fmt.Sprint(y))
			text.WriteString(strings.Join(cells, separator) + end)
			want.Add(x[0], x[1], y)
		}
		got, problem := Read(text.String(), 0)
		if problem != nil {
			t.Fatalf("%q: %+v", text.String(), problem)
		}
		if !reflect.DeepEqual(got.Points, want) {
			if got.Choice == nil {
				t.Fatalf("%q is read as %v", text.String(), got.Points)
			}
			if got, _ = Read(text.String(), got.Choice.Mark.Other()); !reflect.DeepEqual(got.Points, want) {
				t.Fatalf("%q is read as %v, neither way right", text.String(), got.Points)
			}
		}
		if got.Choice != nil {
			told++
		}
	}
	if told == 0 || told > 500 {
		t.Errorf("of 1000 texts %d are told to be open", told)
	}
}

// However a header is written, and whatever stands beside the points, a table is read as it was meant, or it is said
// which columns were taken, or it is refused.
func TestNoColumnIsTakenForAnother(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	pick := func(of ...string) string { return of[random.IntN(len(of))] }
	read, told, refused := 0, 0, 0
	for range 3000 {
		separator, beside := pick(",", ";", "\t", " ", "|"), pick("", "", "names", "numbers", "selection", "remarks")
		order := random.Perm(3)
		want := dataset.Set{}
		rows := []string{}
		for i := range 2 + random.IntN(5) {
			values := [3]float64{math.Round(90*random.Float64()) / 10, math.Round(90*random.Float64()) / 10, float64(random.IntN(2))}
			want.Add(values[0], values[1], values[2])
			cells := []string{}
			switch beside {
			case "names":
				cells = append(cells, string(rune('p'+i)))
			case "numbers":
				cells = append(cells, strconv.Itoa(i))
			case "selection":
				cells = append(cells, strconv.Itoa(17*i%10))
			}
			for _, role := range order {
				cells = append(cells, strconv.FormatFloat(values[role], 'f', -1, 64))
			}
			if beside == "remarks" {
				cells = append(cells, pick("good", "bad"))
			}
			rows = append(rows, strings.Join(cells, separator))
		}
		names := []string{}
		if beside != "" && beside != "remarks" {
			if name := pick("", "id", "Unnamed: 0", "-"); name != "-" {
				names = append(names, name)
			}
		}
		for _, role := range order {
			names = append(names, []string{pick("x1", "X1", "x1 (cm)"), "x2", pick("y", "class", "Y")}[role])
		}
		if beside == "remarks" {
			names = append(names, pick("remark", "-"))
		}
		if separator == " " || separator == "\t" {
			for i, name := range names {
				names[i] = strconv.Quote(name)
			}
		}
		header := pick("", "", "# ", "// ", "A title\n") + strings.Join(names, pick(separator, separator, ",", ", ", ";", " ", "\t", "/"))
		text := header + "\n" + strings.Join(rows, "\n") + "\n"
		got, problem := Read(text, 0)
		switch {
		case problem != nil:
			refused++
		case reflect.DeepEqual(got.Points, want):
			read++
		case got.Columns == nil && got.Choice == nil && got.Counted == 0:
			t.Fatalf("%q is read as %v without a word", text, got.Points)
		default:
			told++
		}
	}
	if read < 1000 || told > 300 {
		t.Errorf("of 3000 tables %d are read as meant, %d are told, %d refused", read, told, refused)
	}
}

// grouped writes a number with its decimals, at least least of them, a mark before them and groups of thousands.
func grouped(v float64, least int, mark, group string) string {
	text := strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
	whole, decimals, _ := strings.Cut(text, ".")
	decimals += strings.Repeat("0", max(0, least-len(decimals)))
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + group + whole[i:]
	}
	if v < 0 {
		whole = "-" + whole
	}
	if decimals == "" {
		return whole
	}
	return whole + mark + decimals
}

// Any text is read as points that can be drawn, or has one problem.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"x1,x2,y\n1,2,0\n", "1;2,5;-1\r\n", "\"a\n\"\t1", "\ufeffy,x2,x1\n0,1,2", "1 2 0", "sep=;\n# a\n1.200;1'200;TRUE", ",a,b,c\n0,1,2,0\r",
		"@attribute y {0}\n@attribute x1 x\n1,2", "#N/A,1,2", "\"a\" \"b\" \"c\"\n\"3\" 1 2 0", "1，2，0", "1;05.01.2024;0", "1,50%,0",
		"# y x1 x2\n0,1,2", "y;x1;x2\n0,1,2", "=\"5\",(3),yes;\x1a", "[[1.5 2.5 0]]", "a b\n1 1.5 0", "1.234e-05;10⁻³;1", "x1,x2,y,y\n1,2,0,1", "{\"x1\": 1}", "Sum,1,2,0",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		read, problem := Read(text, 0)
		if problem != nil {
			lines := 1 + strings.Count(text, "\n") + strings.Count(text, "\r")
			if read != nil || problem.Line < 0 || problem.Line > lines || problem.Reason == Contradiction && (problem.Other == nil || problem.Other.Line > problem.Line) {
				t.Fatalf("%+v with %v", problem, read)
			}
			return
		}
		if c := read.Choice; c != nil {
			if other, problem := Read(text, c.Mark.Other()); problem != nil || c.Value == c.Other || *other.Choice != (Choice{c.Mark.Other(), c.Line, c.Cell, c.Other, c.Value}) {
				t.Fatalf("%+v, and otherwise %+v", c, other)
			}
		}
		own := dataset.NewPoints(read.Points)
		if own.Len() == 0 || own.Len() > dataset.MaxOwn || !own.Extent.Valid() || !own.Extent.Contains(read.Points) {
			t.Fatalf("%d points, shown by %v", own.Len(), own.Extent)
		}
		again, problem := Read(Write(dataset.NewPoints(read.Points)), 0)
		if problem != nil || !reflect.DeepEqual(again.Points, read.Points) || again.Choice != nil {
			t.Fatalf("saved, the points are read as %v, %+v", again, problem)
		}
	})
}
