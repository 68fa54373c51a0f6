package table

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"shallows/engine/dataset"
)

func TestRead(t *testing.T) {
	want := dataset.Set{X1: []float64{1.5, -2}, X2: []float64{2, 1000}, Y: []float64{0, 1}}
	for name, text := range map[string]string{
		"plain":                    "1.5,2,0\n-2,1e3,1\n",
		"a header":                 "x1,x2,y\n1.5,2,0\n-2,1e3,1",
		"a header in Chinese":      "横坐标,纵坐标,类别\n1.5,2,0\n-2,1e3,1\n",
		"other columns":            ",Y,x2,comment,X1\n7,0,2,\"a, b\",1.5\n8,1,1e3,,-2\n",
		"a byte order mark":        "\ufeff1.5,2,0\n-2,1e3,1\n",
		"lines of Windows":         "x1,x2,y\r\n1.5,2,0\r\n-2,1e3,1\r\n",
		"empty lines":              "\n\n1.5,2,0\n\n-2,1e3,1\n\n",
		"blanks":                   " 1.5 , 2,0 \n-2,\t1e3, 1",
		"quotation marks":          "\"x1\",\"x2\",\"y\"\n\"1.5\",\"2\",\"0\"\n-2,1e3,1",
		"semicolons":               "1.5;2;0\n-2;1e3;1",
		"decimal commas":           "x1;x2;y\n1,5;2;0\n-2;1000,0;1",
		"tabs":                     "1.5\t2\t0\n-2\t1e3\t1",
		"blanks between":           "x1 x2 y\n1.5  2 0\n-2 1e3 1",
		"blanks at the ends":       "1.5 2 0 \n -2 1e3 1  \n",
		"lines of blanks":          "  \n1.5,2,0\n\t \n-2,1e3,1\n ",
		"classes of -1 and 1":      "1.5,2,-1\n-2,1e3,+1",
		"classes as decimals":      "1.5,2,0.0\n-2,1e3,1.0",
		"a true minus sign":        "1.5,2,0\n−2,1000000e−3,1",
		"numbers of another shape": "+1.50,2.,0\n-.2e1,1E+03,1",
	} {
		if got, problem := Read(text); problem != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %+v", name, got, problem)
		}
	}
}

func TestProblems(t *testing.T) {
	rows := strings.Repeat("1,2,0\n", dataset.MaxOwn)
	for text, want := range map[string]Problem{
		"":                              {Reason: Empty},
		"\n\n":                          {Reason: Empty},
		" \n\t\n":                       {Reason: Empty},
		"x1,x2,y\n":                     {Reason: Empty},
		"1,2,0\n1,2\n":                  {Columns, 2, "2"},
		"1,2,0\n1,2,0,5\n":              {Columns, 2, "4"},
		"1,2,0,5\n":                     {Columns, 1, "4"},
		"a,b\n1,2\n":                    {Columns, 1, "2"},
		"y,x2,id,x1\n0,1,2,3\n0,1,2\n":  {Columns, 3, "3"},
		"x1,x2,y\n\n1,2,0\nz,2,0":       {Number, 4, "z"},
		"1,2,0\n1,nan,0":                {Number, 2, "nan"},
		"1,2,0\n-Inf,1,0":               {Number, 2, "-Inf"},
		"1,2,0\n1e999,1,0":              {Number, 2, "1e999"},
		"1,2,0\n0x10,1,0":               {Number, 2, "0x10"},
		"1,2,0\n1_0,1,0":                {Number, 2, "1_0"},
		"1,2,0\n,1,0":                   {Number, 2, ""},
		"1;2;0\n1,2,3;1;0":              {Number, 2, "1,2,3"},
		"1,2,0\n1,2,2":                  {Class, 2, "2"},
		"1,2,0\n1,2,1\n1,2,-1":          {Class, 3, "-1"},
		"1,2,0\n1,2,A":                  {Class, 2, "A"},
		"1,2,0\n1,2,0.5":                {Class, 2, "0.5"},
		"1,2,0\n1,\"2,0\n1,2,0\n":       {Quote, 2, ""},
		"1,2,0\n1,2\"3,0\n":             {Quote, 2, ""},
		"1,2,0\n\"a\nb\",\"c\",0\n":     {Number, 2, "a\nb"},
		"1,2,0\n1,\x00,0\n":             {Number, 2, "\x00"},
		"PK\x03\x04\x14":                {Columns, 1, "1"},
		rows + "\n1,2,0\n":              {Rows, dataset.MaxOwn + 2, ""},
		strings.Repeat("1", MaxBytes+1): {Reason: Size},
		strings.Repeat(",", MaxBytes):   {Columns, 1, fmt.Sprint(MaxBytes + 1)},
	} {
		if set, problem := Read(text); problem == nil || *problem != want || set.Len() != 0 {
			t.Errorf("%.40q: %+v, want %+v", text, problem, want)
		}
	}
	if set, problem := Read(rows); problem != nil || set.Len() != dataset.MaxOwn {
		t.Errorf("%d rows: %+v", dataset.MaxOwn, problem)
	}
}

func TestWrite(t *testing.T) {
	s := dataset.AsOwn(dataset.Set{X1: []float64{0.1, -6}, X2: []float64{-2.00004, 5.9999}, Y: []float64{1, 0}})
	if got, want := Write(s.Set), "x1,x2,y\n0.1,-2,1\n-6,5.9999,0\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// What is saved opens as the same points: wide enough that they need no scaling, or a single place.
func TestSavedOpensAsItWas(t *testing.T) {
	for _, kind := range dataset.Kinds[:len(dataset.Kinds)-1] {
		s := dataset.AsOwn(dataset.Generate(kind, 2000, 1, 3))
		read, problem := Read(Write(s.Set))
		if problem != nil {
			t.Fatalf("%v: %+v", kind, problem)
		}
		if again := dataset.NewPoints(read); !reflect.DeepEqual(again, s) {
			t.Errorf("%v: other points, or in %v", kind, again.Extent)
		}
	}
}

// Any text is read as points that can be drawn, or has one problem.
func FuzzRead(f *testing.F) {
	for _, text := range []string{"x1,x2,y\n1,2,0\n", "1;2,5;-1\r\n", "\"a\n\"\t1", "\ufeffy,x2,x1\n0,1,2", "1 2 0"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, problem := Read(text)
		if problem != nil {
			if s.Len() != 0 || problem.Line < 0 || problem.Line > 1+strings.Count(text, "\n") {
				t.Fatalf("%+v with %d points", problem, s.Len())
			}
			return
		}
		own := dataset.NewPoints(s)
		if own.Len() == 0 || own.Len() > dataset.MaxOwn || !own.Extent.Valid() || !own.Extent.Contains(s) {
			t.Fatalf("%d points, shown by %v", own.Len(), own.Extent)
		}
		again, problem := Read(Write(s))
		if problem != nil || !reflect.DeepEqual(again, s) {
			t.Fatalf("saved, the points are read as %v, %+v", again, problem)
		}
	})
}
