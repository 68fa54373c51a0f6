package table

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// iris returns the rows of iris.csv without its header.
func iris(t *testing.T) [][]string {
	t.Helper()
	text, err := os.ReadFile("testdata/iris.csv")
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		rows = append(rows, strings.Split(line, ","))
	}
	if len(rows) != 150 {
		t.Fatalf("iris.csv has %d rows", len(rows))
	}
	return rows
}

// form writes rows as a file has them, with a header unless it is empty.
func form(header string, rows [][]string, write func(i int, cells []string) string) string {
	text := header
	for i, cells := range rows {
		text += write(i, cells) + "\n"
	}
	return text
}

// chosen is what Guess and Select make of a text.
func chosen(t *testing.T, text string) (*Frame, Selection, *Data) {
	t.Helper()
	f, problem := Parse(text)
	if problem != nil {
		t.Fatalf("%.80q: %+v", text, problem)
	}
	s := f.Guess()
	d, problem := f.Select(s, 0)
	if problem != nil {
		t.Fatalf("%.80q: %+v of %+v", text, problem, s)
	}
	return f, s, d
}

// names are those of columns, "3" for one without a name.
func names(columns []Column) (list []string) {
	for _, c := range columns {
		if c.Name == "" {
			c.Name = strconv.Itoa(c.Number)
		}
		list = append(list, c.Name)
	}
	return list
}

// In each form that iris has, the four measures are the inputs and the species is the class.
func TestIrisInItsForms(t *testing.T) {
	rows := iris(t)
	species := []string{"setosa", "versicolor", "virginica"}
	plain := func(_ int, cells []string) string { return strings.Join(cells, ",") }
	numbered := func(_ int, cells []string) string {
		return strings.Join(cells[:4], ",") + "," + strconv.Itoa(slices.Index(species, cells[4]))
	}
	for name, test := range map[string]struct {
		text    string
		inputs  []string
		target  string
		classes []string
	}{
		"seaborn's": {form("sepal_length,sepal_width,petal_length,petal_width,species\n", rows, plain),
			[]string{"sepal_length", "sepal_width", "petal_length", "petal_width"}, "species", species},
		"UCI's": {form("", rows, func(_ int, cells []string) string { return strings.Join(cells[:4], ",") + ",Iris-" + cells[4] }),
			[]string{"1", "2", "3", "4"}, "5", []string{"Iris-setosa", "Iris-versicolor", "Iris-virginica"}},
		"scikit-learn's file": {form("150,4,setosa,versicolor,virginica\n", rows, numbered), []string{"1", "2", "3", "4"}, "5", species},
		"scikit-learn's frame": {form("sepal length (cm),sepal width (cm),petal length (cm),petal width (cm),target\n", rows, numbered),
			[]string{"sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"}, "target", []string{"0", "1", "2"}},
		"that frame with its index": {form(",sepal length (cm),sepal width (cm),petal length (cm),petal width (cm),target\n", rows, func(i int, cells []string) string {
			return strconv.Itoa(i) + "," + numbered(i, cells)
		}), []string{"sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"}, "target", []string{"0", "1", "2"}},
		"R's": {form("\"Sepal.Length\" \"Sepal.Width\" \"Petal.Length\" \"Petal.Width\" \"Species\"\n", rows, func(i int, cells []string) string {
			return fmt.Sprintf("\"%d\" %s \"%s\"", i+1, strings.Join(cells[:4], " "), cells[4])
		}), []string{"Sepal.Length", "Sepal.Width", "Petal.Length", "Petal.Width"}, "Species", species},
		"R's as CSV": {form("\"\",\"Sepal.Length\",\"Sepal.Width\",\"Petal.Length\",\"Petal.Width\",\"Species\"\n", rows, func(i int, cells []string) string {
			return fmt.Sprintf("\"%d\",%s,\"%s\"", i+1, strings.Join(cells[:4], ","), cells[4])
		}), []string{"Sepal.Length", "Sepal.Width", "Petal.Length", "Petal.Width"}, "Species", species},
		"Kaggle's": {form("Id,SepalLengthCm,SepalWidthCm,PetalLengthCm,PetalWidthCm,Species\n", rows, func(i int, cells []string) string {
			return strconv.Itoa(i+1) + "," + strings.Join(cells[:4], ",") + ",Iris-" + cells[4]
		}), []string{"SepalLengthCm", "SepalWidthCm", "PetalLengthCm", "PetalWidthCm"}, "Species", []string{"Iris-setosa", "Iris-versicolor", "Iris-virginica"}},
		"a German spreadsheet's": {form("Länge;Breite;Länge2;Breite2;Art\r\n", rows, func(_ int, cells []string) string {
			return strings.ReplaceAll(strings.Join(cells, ";"), ".", ",") + "\r"
		}), []string{"Länge", "Breite", "Länge2", "Breite2"}, "Art", species},
		"Weka's": {form("% Iris\n@relation iris\n@attribute sepallength numeric\n@attribute sepalwidth numeric\n@attribute petallength numeric\n"+
			"@attribute petalwidth numeric\n@attribute class {a,b,c}\n@data\n", rows, plain),
			[]string{"sepallength", "sepalwidth", "petallength", "petalwidth"}, "class", species},
		"the species first": {form("species\ta\tb\tc\td\n", rows, func(_ int, cells []string) string {
			return cells[4] + "\t" + strings.Join(cells[:4], "\t")
		}), []string{"a", "b", "c", "d"}, "species", species},
	} {
		_, s, d := chosen(t, test.text)
		if got := names(d.Inputs); !slices.Equal(got, test.inputs) || names([]Column{d.Target})[0] != test.target || s.Regression {
			t.Errorf("%s: the inputs are %q, the target is %+v, a value: %v", name, got, d.Target, s.Regression)
		}
		if !slices.Equal(d.Classes, test.classes) || d.LeftOut != nil || d.Gaps != nil || d.Open != nil || d.Far {
			t.Errorf("%s: %q, without %v, open %+v, far %v", name, d.Classes, d.Gaps, d.Open, d.Far)
		}
		for i, cells := range rows {
			for j, x := range d.Set.X {
				if want, _ := strconv.ParseFloat(cells[j], 64); x[i] != want {
					t.Fatalf("%s: row %d has %v for %v", name, i, x[i], want)
				}
			}
			if d.Set.Y[i] != float64(slices.Index(species, cells[4])) {
				t.Fatalf("%s: row %d is of class %v", name, i, d.Set.Y[i])
			}
		}
	}
}

// drawn writes n rows of numbers and then a class, which stands first if so asked.
func drawn(n, columns int, classes []string, first bool) string {
	random := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	for i := range n {
		cells := []string{}
		for j := range columns {
			cells = append(cells, fmt.Sprintf("%.4g", math.Pow(3, float64(j%8))*(1.3+random.Float64())))
		}
		class := classes[i%len(classes)]
		if cells = append(cells, class); first {
			cells = append([]string{class}, cells[:columns]...)
		}
		text.WriteString(strings.Join(cells, ",") + "\n")
	}
	return text.String()
}

func TestTablesOfTeaching(t *testing.T) {
	for name, test := range map[string]struct {
		text    string
		inputs  string
		target  string
		classes []string
		value   bool
		leftOut int
		gaps    string // names and rows
		far     bool
	}{
		"banknote": {text: drawn(80, 4, []string{"0", "1"}, false), inputs: "1 2 3 4", target: "5", classes: []string{"0", "1"}, far: true},
		"banknote, named": {text: "variance,skewness,curtosis,entropy,class\n" + drawn(80, 4, []string{"0", "1"}, false),
			inputs: "variance skewness curtosis entropy", target: "class", classes: []string{"0", "1"}, far: true},
		"wine, class first": {text: drawn(90, 13, []string{"1", "2", "3"}, true), inputs: "2 3 4 5 6 7 8 9 10 11 12 13 14", target: "1", classes: []string{"1", "2", "3"}, far: true},
		"wine of scikit-learn": {text: "90,13,class_0,class_1,class_2\n" + drawn(90, 13, []string{"0", "1", "2"}, false),
			inputs: "1 2 3 4 5 6 7 8 9 10 11 12 13", target: "14", classes: []string{"class_0", "class_1", "class_2"}, far: true},
		"social network ads": {text: "User ID,Gender,Age,EstimatedSalary,Purchased\n15624510,Male,19,19000,0\n15810944,Male,35,20000,0\n15668575,Female,26,43000,1\n15603246,Female,27,57000,0\n",
			inputs: "Age EstimatedSalary", target: "Purchased", classes: []string{"0", "1"}, far: true},
		"penguins": {text: "species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex\nAdelie,Torgersen,39.1,18.7,181,3750,MALE\nAdelie,Torgersen,NA,NA,NA,NA,NA\n" +
			"Chinstrap,Dream,46.5,17.9,192,3500,FEMALE\nGentoo,Biscoe,46.1,13.2,211,4500,\nGentoo,Biscoe,50,,230,5700,MALE\n",
			inputs: "bill_length_mm bill_depth_mm flipper_length_mm body_mass_g", target: "species", classes: []string{"Adelie", "Chinstrap", "Gentoo"},
			leftOut: 2, gaps: "bill_length_mm 1, bill_depth_mm 2, flipper_length_mm 1, body_mass_g 1", far: true},
		"titanic": {text: "PassengerId,Survived,Pclass,Name,Sex,Age,SibSp,Fare,Cabin\n1,0,3,\"Braund, Mr. Owen\",male,22,1,7.25,\n2,1,1,\"Cumings, Mrs. John (Florence \"\"B\"\")\",female,38,1,71.2833,C85\n" +
			"3,1,3,\"Heikkinen, Miss. Laina\",female,,0,7.925,\n4,0,1,\"Futrelle, Mr.\",male,35,0,53.1,C123\n",
			inputs: "Pclass Age SibSp Fare", target: "Survived", classes: []string{"0", "1"}, leftOut: 1, gaps: "Age 1", far: true},
		"diagnosis beside an id": {text: "id,diagnosis,radius_mean,texture_mean\n842302,M,17.99,10.38\n842517,M,20.57,17.77\n84300903,B,11.42,20.38\n84348301,B,12.45,15.7\n",
			inputs: "radius_mean texture_mean", target: "diagnosis", classes: []string{"M", "B"}},
		"no before yes":        {text: "hours,nights,passed\n1,2.5,Yes\n2,0.5,No\n3,4,Yes\n4.5,1,No\n", inputs: "hours nights", target: "passed", classes: []string{"No", "Yes"}},
		"FALSE and TRUE":       {text: "a,b,c,alone\n1,2.5,3,TRUE\n2,0.5,1,FALSE\n3,4,1,TRUE\n4.5,1,8,FALSE\n", inputs: "a b c", target: "alone", classes: []string{"FALSE", "TRUE"}},
		"none is a class":      {text: "a,b,harm\n1,2.5,mild\n2,0.5,none\n3,4,severe\n4.5,1,none\n1,1,mild\n2,2,NA\n", inputs: "a b", target: "harm", classes: []string{"mild", "none", "severe"}, leftOut: 1, gaps: "harm 1"},
		"-1 and 1":             {text: drawn(20, 3, []string{"1", "-1"}, false), inputs: "1 2 3", target: "4", classes: []string{"-1", "1"}},
		"one input":            {text: "hours;passed\n1,5;0\n2,25;1\n3,5;1\n4;0\n", inputs: "hours", target: "passed", classes: []string{"0", "1"}},
		"prices":               {text: "rooms,area,price\n3,71.5,210.5\n2,50,180.25\n4,102,333\n1,28,99.5\n", inputs: "rooms area", target: "price", value: true, far: true},
		"Markdown":             {text: "| a | b | kind |\n|---|:--:|---:|\n| 1 | 2.5 | u |\n| 2 | 1 | v |\n| 3 | 1 | u |\n| 4.5 | 1 | v |\n", inputs: "a b", target: "kind", classes: []string{"u", "v"}},
		"pandas, two lines":    {text: "k,a,b,kind\nid,,,\n0,1,2.5,u\n1,2,0.5,v\n2,3,4,u\n3,4.5,1,v\n", inputs: "a b", target: "kind", classes: []string{"u", "v"}},
		"pandas, two levels":   {text: ",sepal,sepal,kind\n,length,width,\n0,1,2.5,u\n1,2,0.5,v\n2,3,4,u\n3,4.5,1,v\n", inputs: "sepal (length) sepal (width)", target: "kind", classes: []string{"u", "v"}},
		"units":                {text: "a,b,kind\ncm,mm,\n1,2.5,u\n2,0.5,v\n3,4,u\n4.5,1,v\n", inputs: "a (cm) b (mm)", target: "kind", classes: []string{"u", "v"}},
		"a row that lacks all": {text: "a,b,kind\n,,u\n1,2.5,u\n2,0.5,v\n3,4,u\n4.5,1,v\n", inputs: "a b", target: "kind", classes: []string{"u", "v"}, leftOut: 1, gaps: "a 1, b 1"},
		"few rooms first":      {text: "rooms,area,price\n3,71.5,210.5\n2,50,180.25\n3,102,333\n2,28,99.5\n", inputs: "rooms area", target: "price", value: true, far: true},
		"few between":          {text: "area,rooms,rent\n71.5,3,210.5\n50,2,180.25\n102,3,333\n28,2,99.5\n", inputs: "area rooms", target: "rent", value: true, far: true},
		"a missing price":      {text: "rooms,area,price\n3,71.5,210.5\n2,50,?\n4,102,333\n1,28,n/a\n1,28,-\n1,NaN,5\n1,null,6\n", inputs: "rooms area", target: "price", value: true, leftOut: 5, gaps: "area 2, price 3", far: true},
		"thousands":            {text: "a\tb\tc\tkind\n1,000\t2.5\t1\tu\n12,500\t3\t2\tv\n900\t1\t2.5\tu\n800\t1\t2\tv\n", inputs: "a b c", target: "kind", classes: []string{"u", "v"}, far: true},
		"two of a kind":        {text: "| a | b | c | kind |\n|---|---|---|---|\n| 1 | 2 | 3 | u |\n| 4 | 1 | 3 | v |\n| 2 | 1 | 3 | u |\n", inputs: "a b c", target: "kind", classes: []string{"u", "v"}},
		"an average class":     {text: "a,b,rank\n1,2.5,average\n2,0.5,low\n3,4,average\n4.5,1,low\n", inputs: "a b", target: "rank", classes: []string{"average", "low"}},
	} {
		f, s, d := chosen(t, test.text)
		gaps := []string{}
		for _, gap := range d.Gaps {
			gaps = append(gaps, fmt.Sprintf("%s %d", gap.Name, gap.Rows))
		}
		if got := strings.Join(names(d.Inputs), " "); got != test.inputs || names([]Column{d.Target})[0] != test.target || s.Regression != test.value {
			t.Errorf("%s: the inputs are %s, the target is %+v, a value: %v", name, got, d.Target, s.Regression)
		}
		if !slices.Equal(d.Classes, test.classes) || len(d.LeftOut) != test.leftOut || strings.Join(gaps, ", ") != test.gaps || d.Far != test.far {
			t.Errorf("%s: %q, without %v for %v, far %v", name, d.Classes, d.LeftOut, gaps, d.Far)
		}
		if d.Set.Len() != f.Len()-test.leftOut || len(d.Set.Y) != d.Set.Len() || len(d.Set.X) != len(d.Inputs) {
			t.Errorf("%s: %d examples of %d rows", name, d.Set.Len(), f.Len())
		}
		for _, y := range d.Set.Y {
			if !test.value && (y < 0 || y >= float64(len(d.Classes)) || y != math.Trunc(y)) {
				t.Errorf("%s: a class of %v", name, y)
			}
		}
	}
}

// What a frame shows before anything is chosen.
func TestFrame(t *testing.T) {
	f, problem := Parse("name,size,kind\nu,1.5,a\nv,,b\nw,NA,a\n,4,\n")
	if problem != nil {
		t.Fatal(problem)
	}
	want := []Field{
		{Column: Column{1, "name"}, Content: Words, Missing: 1, Distinct: 3, Values: []string{"u", "v", "w"}},
		{Column: Column{2, "size"}, Content: Numbers, Missing: 2, Distinct: 2, Values: []string{"1.5", "4"}},
		{Column: Column{3, "kind"}, Content: Words, Missing: 1, Distinct: 2, Values: []string{"a", "b"}},
	}
	if !reflect.DeepEqual(f.Fields, want) || f.Len() != 4 {
		t.Errorf("%+v", f.Fields)
	}
	if got := f.Rows(2); !reflect.DeepEqual(got, [][]string{{"u", "1.5", "a"}, {"v", "", "b"}}) {
		t.Errorf("the first rows are %q", got)
	}
	d, problem := f.Select(Selection{Inputs: []int{1}, Target: 2}, 0)
	if problem == nil || problem.Reason != OneClass || problem.Value != "a" {
		t.Errorf("only the first row has both values: %+v, %+v", d, problem)
	}
}

// What the numbers leave open can be read either way, and that is told.
func TestOpenNumbers(t *testing.T) {
	f, problem := Parse("a;b;c;kind\n1,500;2;3;u\n2,250;1;1;v\n950;1;1;u\n")
	if problem != nil {
		t.Fatal(problem)
	}
	s := f.Guess()
	d, problem := f.Select(s, 0)
	if problem != nil || d.Open == nil || d.Open.Line != 2 || d.Open.Cell != "1,500" {
		t.Fatalf("%+v, %+v", d, problem)
	}
	other, problem := f.Select(s, d.Open.Mark.Other())
	if problem != nil || d.Set.X[0][0] != d.Open.Value || other.Set.X[0][0] != d.Open.Other {
		t.Errorf("%v and %v, %+v", d.Set.X[0], other.Set.X[0], problem)
	}
}

// Each is refused, with what is wrong.
func TestHostileTables(t *testing.T) {
	wide := func(columns int) string {
		return strings.Repeat("a,", columns) + "y\n" + strings.Repeat(strings.Repeat("1,", columns)+"0\n", 3)
	}
	for name, test := range map[string]struct {
		text   string
		reason Reason
		line   int
	}{
		"1,001 columns":         {wide(1001), Choose, 1},
		"ragged":                {"a,b,c,kind\n1,2,3,u\n1,2,3,4,v\n1,2,u\n", Columns, 3},
		"a short row":           {"a,b,c,kind\n1,2,3,u\n1,2\n2,2,3,v\n", Columns, 3},
		"5,001 rows":            {drawn(5001, 3, []string{"0", "1"}, false), Rows, 5001},
		"20,000 rows":           {drawn(20000, 3, []string{"0", "1"}, false), Rows, 5001},
		"one class":             {"a,b,c,class\n1,2,3,u\n3,4,5,u\n", OneClass, 0},
		"all missing":           {"a,b,c,class\n1,NA,3,u\nNA,4,5,v\n?,2,2,u\n1,,4,v\n", NoRows, 0},
		"a huge cell":           {"a,b,c,class\n1,2,3,u\n" + strings.Repeat("9", 500) + ",4,5,v\n1,2,3,u\n4,5,5,v\n", Number, 3},
		"a huge number":         {"a,b,c,class\n1,2,3,u\n1e300,4,5,v\n1,2,3,u\n4,5,5,v\n", Range, 3},
		"a huge class":          {"a,b,c,class\n1,2,3,u\n1,4,5," + strings.Repeat("v", 81) + "\n", Long, 0},
		"a huge name":           {"a," + strings.Repeat("b", 81) + ",c,class\n1,2,3,u\n1,4,5,v\n", Long, 0},
		"binary":                {"\x7fELF\x02\x01\x00\x00\x00,1,2\n", Encoding, 0},
		"mixed":                 {"a,b,c,class\n1,2,3,u\nfew,4,5,v\n1,2,3,u\n4,5,5,v\n", Number, 3},
		"a percentage":          {"a,b,c,class\n1,2,3,u\n2,40%,5,v\n1,2,3,u\n4,5,5,v\n", Unit, 3},
		"numbers of two styles": {"a;b;c;class\n1,5;2;3;u\n2.5;4;5;v\n", Contradiction, 3},
		"a sum":                 {"name,a,b,class\nq,1,2,0\nr,3,4,1\nTotal,4,6,1\n", Total, 4},
		"words alone":           {"a,b\nu,v\nw,x\n", NoInputs, 0},
		"too large":             {strings.Repeat("1,2,3,0\n", MaxBytes/8+1), Size, 0},
		"nothing":               {"", Empty, 0},
	} {
		f, problem := Parse(test.text)
		if problem == nil {
			var d *Data
			if d, problem = f.Select(f.Guess(), 0); problem == nil {
				t.Errorf("%s: read as %+v", name, d)
				continue
			}
		}
		if problem.Reason != test.reason || problem.Line != test.line {
			t.Errorf("%s: %+v", name, problem)
		}
	}
}

func TestSelectionsThatMakeNoData(t *testing.T) {
	f, problem := Parse("name,a,b,kind\n" + func() (rows string) {
		for i := range 12 {
			rows += fmt.Sprintf("n%d,%d,%d.5,%c\n", i, i, 2*i, 'u'+i%2)
		}
		return rows
	}())
	if problem != nil {
		t.Fatal(problem)
	}
	for _, test := range []struct {
		s    Selection
		want Reason
	}{
		{Selection{Target: 3}, NoInputs},
		{Selection{Inputs: []int{1, 2}, Target: -1}, NoTarget},
		{Selection{Inputs: []int{1, 2}, Target: 2}, TargetInput},
		{Selection{Inputs: []int{0, 1}, Target: 3}, Number},
		{Selection{Inputs: []int{1, 2}, Target: 0}, ManyClasses},
		{Selection{Inputs: []int{1}, Target: 2}, ManyClasses},
		{Selection{Inputs: []int{1}, Target: 3, Regression: true}, Number},
	} {
		if _, problem := f.Select(test.s, 0); problem == nil || problem.Reason != test.want {
			t.Errorf("%+v: %+v, want %s", test.s, problem, test.want)
		}
	}
	if d, problem := f.Select(Selection{Inputs: []int{2}, Target: 1, Regression: true}, 0); problem != nil || d.Set.Y[11] != 11 || d.Set.X[0][11] != 22.5 || d.Classes != nil {
		t.Errorf("%+v, %+v", d, problem)
	}
}

// Whatever a text is, it is a frame with data or refused; a table of the plane is read as Read reads it.
func TestFramesOfAnyText(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	pieces := []string{"1", "2.5", "-3", ",", ",", "\n", "\n", ";", "\t", "a", "setosa", "NA", "", "\"", "x1", "y", "class", "1,5", "#", "%", "TRUE", "no", " "}
	read := 0
	for range 5000 {
		text := ""
		for range 3 + random.IntN(40) {
			text += pieces[random.IntN(len(pieces))]
		}
		f, problem := Parse(text)
		if problem != nil {
			continue
		}
		s := f.Guess()
		d, problem := f.Select(s, 0)
		if problem != nil {
			continue
		}
		read++
		if d.Set.Len()+len(d.LeftOut) != f.Len() || len(d.Set.X) != len(s.Inputs) || len(d.Inputs) != len(s.Inputs) || !s.Regression && len(d.Classes) < 2 {
			t.Fatalf("%q: %+v of %+v", text, d, s)
		}
	}
	if read < 30 {
		t.Errorf("only %d of the texts make data", read)
	}
}

// Where commas part cells and decimals, rows are longer than the header, which is no title then.
func TestDecimalsPartedLikeCells(t *testing.T) {
	for text, want := range map[string]Problem{
		"sl,sw,pl,species\n5,1,3,5,1,4,setosa\n4,9,3,0,1,4,setosa\n7,0,3,2,4,7,virginica\n": {Reason: Decimals, Line: 2, Value: "7", Names: []string{"sl", "sw", "pl", "species"}},
		"hours,passed\n2,5,1,0\n1,25,0,0\n":                                                 {Reason: Decimals, Line: 2, Value: "4", Names: []string{"hours", "passed"}},
		"hours,score,passed\n2,5,1,0\n1,25,0,0\n":                                           {Reason: Decimals, Line: 2, Value: "4", Names: []string{"hours", "score", "passed"}},
		"a,b,c\n1.5,2,0,1,3\n1.5,2,0,1,3\n":                                                 {Reason: Columns, Line: 2, Value: "5", Names: []string{"a", "b", "c"}},
	} {
		if _, problem := Parse(text); problem == nil || !reflect.DeepEqual(*problem, want) {
			t.Errorf("%q: %+v", text, problem)
		}
	}
}

// A column that is called the class stays it, be it one of too many values; one that is called otherwise and counts is an input.
func TestWhatNamesSay(t *testing.T) {
	rows := func(n int, row func(i int) string) (text string) {
		for i := range n {
			text += row(i) + "\n"
		}
		return text
	}
	for name, test := range map[string]struct{ text, inputs, target string }{
		"classes 0 to 10": {"class,a,b,few\n" + rows(44, func(i int) string { return fmt.Sprintf("%d,%d.5,%d.25,%d", i%11, i, i*i, i%2) }), "a b few", "class"},
		"20 words":        {"a,b,class,kind\n" + rows(40, func(i int) string { return fmt.Sprintf("%d.5,%d.25,w%d,%c", i, i*i, i%20, 'u'+i%2) }), "a b", "class"},
		"names of rows":   {"label,a,b,kind\n" + rows(30, func(i int) string { return fmt.Sprintf("w%d,%d.5,%d.25,%c", i, i, i*i, 'u'+i%2) }), "a b", "kind"},
		"labels alone":    {"label,a,b\n" + rows(30, func(i int) string { return fmt.Sprintf("w%d,%d.5,%d.25", i, i, i*i) }), "a b", "label"},
		"a price beside":  {"category,a,price\n" + rows(40, func(i int) string { return fmt.Sprintf("w%d,%d.5,%d.25", i%20, i, i*i) }), "a", "price value"},
		"a target":        {"target,a,b\n" + rows(30, func(i int) string { return fmt.Sprintf("%d,%d.5,%d.25", 3*i, i, i*i) }), "a b", "target value"},
		"y first":         {"y,x1,x2,sex\n" + rows(30, func(i int) string { return fmt.Sprintf("%d.5,%d.5,%d.25,%c", 3*i, i, i*i, 'f'+i%2) }), "x1 x2", "y value"},
		"x and y":         {"x,y,z\n" + rows(30, func(i int) string { return fmt.Sprintf("%d.5,%d.5,%d.25", 3*i, i, i*i) }), "x y", "z value"},
		"x1 counts":       {"x1,x2,x3,y\n" + rows(30, func(i int) string { return fmt.Sprintf("%d,%d.5,%d.25,%d", i, i, i*i, i%2) }), "x1 x2 x3", "y"},
		"length counts":   {"length,b,bought\n" + rows(30, func(i int) string { return fmt.Sprintf("%d,%d.5,%s", i, i, []string{"yes", "no"}[i%2]) }), "length b", "bought"},
		"no counts":       {"No,b,c,bought\n" + rows(30, func(i int) string { return fmt.Sprintf("%d,%d.5,%d,%d", i, i, i*i, i%2) }), "b c", "bought"},
		"Sr. No. counts":  {"Sr. No.,b,c,bought\n" + rows(30, func(i int) string { return fmt.Sprintf("%d,%d.5,%d,%d", i+1, i, i*i, i%2) }), "b c", "bought"},
		"a third kind":    {"a,b,level\n" + rows(30, func(i int) string { return fmt.Sprintf("%d.5,%d,%s", i, i*i, []string{"0", "1", "3+"}[i%3]) }), "a b", "level"},
		"sample counts":   {"Sample,b,c,bought\n" + rows(30, func(i int) string { return fmt.Sprintf("%d,%d.5,%d,%d", i+1, i, i*i, i%2) }), "b c", "bought"},
		"sample measures": {"Sample,b,c,bought\n" + rows(30, func(i int) string { return fmt.Sprintf("%d,%d.5,%d,%d", 7*i%30, i, i*i, i%2) }), "Sample b c", "bought"},
		"a yes and a no":  {"a,b,c,bought\n" + rows(30, func(i int) string { return fmt.Sprintf("%d,%d.5,%d,%s", i, i, i*i, []string{"yes", "no"}[i%2]) }), "a b c", "bought"},
	} {
		f, problem := Parse(test.text)
		if problem != nil {
			t.Errorf("%s: %+v", name, problem)
			continue
		}
		s := f.Guess()
		inputs := []Column{}
		for _, column := range s.Inputs {
			inputs = append(inputs, f.Fields[column].Column)
		}
		target := names([]Column{f.Fields[s.Target].Column})[0]
		if s.Regression {
			target += " value"
		}
		if got := strings.Join(names(inputs), " "); got != test.inputs || target != test.target {
			t.Errorf("%s: the inputs are %s, the target is %s", name, got, target)
		}
	}
}

// Columns that hold several cells that are no numbers, or stand behind the first MaxInputs, are no inputs by themselves.
func TestColumnsInDoubt(t *testing.T) {
	f, s, d := chosen(t, "Survived,Ticket,Age,Share,Cabin\n0,A/5 21171,22,12%,\n1,PC 17599,38,5%,\n1,113803,26,$3,7\n1,373450,35,4%,\n0,330877,54,9%,\n")
	if got := strings.Join(names(d.Inputs), " "); got != "Age" || names([]Column{d.Target})[0] != "Survived" {
		t.Errorf("the inputs are %s, the target is %+v", got, d.Target)
	}
	for column, want := range []Doubt{NoDoubt, Mixed, NoDoubt, Mixed, Sparse} {
		if got := f.Doubt(column); got != want {
			t.Errorf("column %d is doubted for %d", column, got)
		}
	}
	if first := f.Fields[1].First; *first != (Cell{2, "A/5 21171"}) || f.Fields[1].Odd != 2 {
		t.Errorf("the first cell that is no number is %+v", first)
	}
	_, s, d = chosen(t, drawn(20, 20, []string{"u", "v"}, false))
	if len(s.Inputs) != MaxInputs || s.Inputs[15] != 15 || d.Target.Number != 21 {
		t.Errorf("of 20 columns %v are inputs", s.Inputs)
	}
}

// Where a formula failed, or went to infinity, there is no value; that is counted, and an example given.
func TestFormulasThatFailed(t *testing.T) {
	text := "a,b,kind\n1,2.5,u\n#DIV/0!,1,v\n2,#¡VALOR!,u\n3,inf,v\n4,Err:502,u\n5,#REF!,v\n#N/A,2,v\n####,3,u\n6,7,v\n"
	_, _, d := chosen(t, text)
	if want := []Gap{{Column{1, "a"}, 3, "#DIV/0!"}, {Column{2, "b"}, 4, "#¡VALOR!"}}; !reflect.DeepEqual(d.Gaps, want) || d.Set.Len() != 2 {
		t.Errorf("%+v", d.Gaps)
	}
	if _, problem := Read("1,2,0\n#VALUE!,1,1\n", 0); problem == nil || problem.Reason != Missing {
		t.Errorf("%+v", problem)
	}
}

// What a cell says in quotation marks stays as it stands there.
func TestCellsThatEndWithSemicolons(t *testing.T) {
	for text, want := range map[string][]string{
		"1,2,3,\"a;\"\n4,5,6,\"a\"\n":             {"a;", "a"},
		"1,2,3,\"&amp;\"\n4,5,6,\"&lt;\"\n":       {"&amp;", "&lt;"},
		"1,2,3,a;\n4,5,6,b;\n":                    {"a", "b"},
		"1,2,3,a&amp;\n4,5,6,b\n7,8,9,a\n1,1,1,b": {"a&amp;", "b", "a"},
		"1,2,3,0;\n4,5,6,1;\n7,8,9,1\n1,2,1,0\n":  {"0", "1"},
	} {
		if _, _, d := chosen(t, "a,b,c,class\n"+text); !slices.Equal(d.Classes, want) {
			t.Errorf("%q: %q", text, d.Classes)
		}
	}
}

// Columns that are called alike get numbers; classes that are shown alike are one, and that is told; codes are text.
func TestWhatIsCalledAlike(t *testing.T) {
	f, _, d := chosen(t, "x,X,x,x (2),,class,\n1,2,3,4,5,u,\n3,4,5,6,7,v,\n")
	if got := names(d.Inputs); !slices.Equal(got, []string{"x", "X (3)", "x (4)", "x (2)"}) || !slices.Equal(f.Renamed, []string{"X (3)", "x (4)"}) {
		t.Errorf("the inputs are %q, renamed %q", got, f.Renamed)
	}
	for text, want := range map[string]struct{ classes, alike []string }{
		"1,2,3,a b\n2,3,4,a\u00a0b\n3,4,5,a  b\n4,5,6,c\u200b\n":      {[]string{"a b", "c"}, []string{"a b"}},
		"1,2,3,01\n2,3,4,1\n3,4,5,10\n1,2,3,01\n2,3,4,1\n3,4,5,10\n":  {[]string{"01", "1", "10"}, nil},
		"1,2,3,1\n2,3,4,1.0\n3,4,5,2\n1,2,3,2\n1,1,1,1\n":             {[]string{"1", "2"}, []string{"1"}},
		"1,2,3,می\u200cخواهم\n2,3,4,👩\u200d🏫\n3,4,5,क\u094d\u200dष\n": {[]string{"می\u200cخواهم", "👩\u200d🏫", "क\u094d\u200dष"}, nil},
	} {
		_, _, d := chosen(t, "a,b,c,class\n"+text)
		if p := d.Points(); !slices.Equal(d.Classes, want.classes) || !slices.Equal(d.Alike, want.alike) || !slices.Equal(p.Names.Classes, want.classes) && len(want.alike) == 0 {
			t.Errorf("%q: %q, alike are %q", text, d.Classes, d.Alike)
		}
	}
}

// What programs write around a table, and where it is not quite one.
func TestWhatProgramsWrite(t *testing.T) {
	for text, want := range map[string]string{
		// Databases draw lines.
		"+---+-----+------+\n| a | b   | kind |\n+---+-----+------+\n| 1 | 2.5 | u    |\n| 2 | 3.5 | v    |\n+---+-----+------+\n":                           "a b kind: 1 2.5 u, 2 3.5 v",
		"+---+-----+------+\n| a | b   | kind |\n+---+-----+------+\n| 1 | 2.5 | u    |\n| 2 | 3.5 | v    |\n+---+-----+------+\n2 rows in set (0.00 sec)\n": "a b kind: 1 2.5 u, 2 3.5 v",
		" a | b | kind \n---+---+------\n 1 | 2 | u\n 3 | - | v\n(2 rows)\n":                                                                                 "a b kind: 1 2 u, 3 - v",
		" a | b | kind \n---+---+------\n 1 | 2 | u\n 3 | - | v\n":                                                                                           "a b kind: 1 2 u, 3 - v",
		// Years, and numbers beside a name of the class, are names too.
		"Country,2019,2020,2021\nA,1.5,2,3\nB,2.5,3,4\n": "Country 2019 2020 2021: A 1.5 2 3, B 2.5 3 4",
		"0,1,2,3,target\n5,6,7,8,u\n6,7,8,9,v\n":         "0 1 2 3 target: 5 6 7 8 u, 6 7 8 9 v",
		"1,2,3,u\n2,3,4,v\n":                             "   : 1 2 3 u, 2 3 4 v",
		"1.5,2,target\n2,3,other\n3,4,other\n":           "  : 1.5 2 target, 2 3 other, 3 4 other",
		"#Exported,2024-01-05,u\na,b,c\n1,2,0\n":         "a b c: 1 2 0",
		"class,1,2\nclass,2,3\n":                         "  : class 1 2, class 2 3",
		// A unit is no cell of its own, nor is a currency.
		"height,weight,sex\n180 cm,80 kg,m\n165 cm,60 kg,f\n": "height weight sex: 180 cm 80 kg m, 165 cm 60 kg f",
		"price;size;city\n1.200 €;50;A\n900 €;40;B\n":         "price size city: 1.200 € 50 A, 900 € 40 B",
		// All of a row in quotation marks, once more.
		"\"a,b,kind\"\n\"1.5,2,\"\"u\"\"\"\n\"3,4,v\"\n": "a b kind: 1.5 2 u, 3 4 v",
		// pandas, three lines of names.
		",mean,mean\n,a,b\nkind,,\nu,1.0,2.0\nv,2.0,3.0\n": " mean (a) mean (b): kind  , u 1.0 2.0, v 2.0 3.0",
		// R's types of a tibble, and cells that a spreadsheet merged.
		"# A tibble: 2 x 3\n      a     b kind\n  <dbl> <dbl> <chr>\n1   1.5   2   u\n2   2.5   3   v\n": " a b kind: 1 1.5 2 u, 2 2.5 3 v",
		"Sepal,,Petal,,\nlength,width,length,width,species\n1,2,3,4,u\n2,3,4,5,v\n":                      "length (Sepal) width (Sepal) length (Petal) width (Petal) species: 1 2 3 4 u, 2 3 4 5 v",
		"'a','b','kind'\n'1','2','the u'\n'3','4','v'\n":                                                 "a b kind: 1 2 the u, 3 4 v",
		"|a|b|kind|\n|-+-+-|\n|1|2|u|\n|---+---+---|\n|3|4|v|\n":                                         "a b kind: 1 2 u, 3 4 v",
		// Weka's names may have blanks, and not every @ is Weka's.
		"@relation r\n@attribute 'a b' real\n@ATTRIBUTE \"c\" real\n@attribute kind{u,v}\n@data\n1,2,u\n3,4,v\n": "a b c kind: 1 2 u, 3 4 v",
		"@user,a,b\nx,1,0\ny,2,1\n":                 "@user a b: x 1 0, y 2 1",
		"a,b,kind\n1,2,u\n# 3,4,v\n#5,6,v\n7,8,v\n": "a b kind: 1 2 u, 7 8 v",
	} {
		f, problem := Parse(text)
		if problem != nil {
			t.Errorf("%q: %+v", text, problem)
			continue
		}
		var head, rows []string
		for _, field := range f.Fields {
			head = append(head, field.Name)
		}
		for _, cells := range f.Rows(9) {
			rows = append(rows, strings.Join(cells, " "))
		}
		if got := strings.Join(head, " ") + ": " + strings.Join(rows, ", "); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
	for text, want := range map[string]Problem{
		"tag,a,kind\nred,1,u\n#blue,2,v\n":            {Reason: Comment, Line: 3, Value: "blue"},
		"a,b,kind\n1,000,2,u\n2,500,3,v\n3,100,4,u\n": {Reason: Decimals, Line: 2, Value: "4", Names: []string{"a", "b", "kind"}},
	} {
		if _, problem := Parse(text); problem == nil || !reflect.DeepEqual(*problem, want) {
			t.Errorf("%q: %+v", text, problem)
		}
	}
}

// A last row without a name that is the sum of the others, or their mean beneath row names, is no example.
func TestSumsWithoutAName(t *testing.T) {
	for text, want := range map[string]bool{
		"size,rooms,age,price\n1,2,3,40\n4,5,7,20\n2,2,2,31\n5,1,2,17\n12,10,14,108\n": true,
		"size,rooms,age,price\n1,2,3,40\n4,5,7,20\n2,2,2,31\n5,1,2,17\n12,10,14,107\n": false,
		"name,size,rooms,price\nA,1,2,40\nB,4,5,20\nC,2,2,31\n,7,9,91\n":               true,
		"name,size,rooms,price\nA,1,2,40\nB,4,5,21\nC,4,2,32\n,3,3,31\n":               true, // means
		"a,b,class\n1,2,0\n4,5,1\n2,2,0\n3,7,1\n2,4,1\n1,1,0\n13,21,3\n":               true,
		"a,b,class\n1,2,0\n4,5,1\n2,2,0\n3,7,1\n2,4,1\n1,1,0\n13,21,1\n":               false,
		"name,site,a,b,kind\nA,p,1,2,u\nB,q,3,4,v\nC,r,2,3,u\nD,,2,3,v\n":              false,
		"x,y\n-2,-8\n-1,-1\n1,1\n2,8\n0,0\n":                                           false,
		"a,b,y\n0,0,0\n0,1,1\n1,0,1\n1,1,2\n":                                          false,
		"Region,Q1,Q2\nN,10,20.5\nS,20,30\nW,5,5\nE,1,1\n,36,56.5\n":                   true,
		"Region,Q1,Q2\nN,10,20.5\nS,20,30\nW,5,5\nE,1,1\n,36,56\n":                     false,
		"Region,Q1,Q2\nN,10,20.5\nS,20,30\nW,5,5\nE,1,1\nX,36,56.5\n":                  false,
		"Q1,Q2\n0,0\n0,0\n0,0\n0,0\n0,0\n":                                             false,
	} {
		f, problem := Parse(text)
		if problem != nil {
			t.Fatal(problem)
		}
		_, problem = f.Select(f.Guess(), 0)
		if got := problem != nil && problem.Reason == Total && problem.Line == strings.Count(text, "\n"); got != want {
			t.Errorf("%q: %+v", text, problem)
		}
	}
}

// Rows at the end that have the mean of all columns above, or their spread, are no examples, nor are the extremes beneath them.
func TestSummariesWithoutAName(t *testing.T) {
	iris, err := os.ReadFile("testdata/iris.csv")
	if err != nil {
		t.Fatal(err)
	}
	var numbers []string
	for _, line := range strings.Split(strings.TrimSpace(string(iris)), "\n") {
		numbers = append(numbers, line[:strings.LastIndex(line, ",")]+"\n")
	}
	flowers := strings.Join(numbers, "")
	const means, exactly, spread = "5.8,3.1,3.8,1.2\n", "5.843333,3.057333,3.758,1.199333\n", "0.828,0.436,1.765,0.762\n"
	line := func(text string) int {
		f, problem := Parse(text)
		if problem != nil {
			t.Fatal(problem)
		}
		if _, problem = f.Select(f.Guess(), 0); problem != nil && problem.Reason == Total {
			return problem.Line
		}
		return 0
	}
	for text, want := range map[string]int{
		flowers + means:   152,
		flowers + exactly: 152,
		flowers + exactly + spread + "4.3,2.0,1.0,0.1\n7.9,4.4,6.9,2.5\n":          152,
		flowers + "876.5,458.6,563.7,179.9\n" + means:                              152,
		flowers + "4.3,2.0,1.0,0.1\n":                                              0, // a small flower
		flowers + "5.8,3.1,3.8,1.3\n":                                              0,
		"a,b,class\n1,7,0\n4,5,1\n2,2,0\n3,9,1\n2.5,5.75,0.5\n":                    0, // by chance, maybe
		"a,b,class\n1.21,7.5,0\n4.27,5.11,1\n2.2,2,0\n3.1,9,1\n2.695,5.9025,0.5\n": 6,
		"a,b,c\n0,0,0\n0,0,9\n0,9,0\n9,0,0\n0,0,0\n0,0,0\n0,0,0\n0,0,0\n1,1,1\n":   0,
		"a,b\n1.01,1.02\n2.03,2.04\n3.05,3.06\n4.07,4.08\n5.09,5.1\n9.11,9.12\n":   0,
	} {
		if got := line(text); got != want {
			t.Errorf("%q: line %d, want %d", text[max(0, len(text)-60):], got, want)
		}
	}
	for n := 6; n < len(numbers); n += 7 {
		if got := line(strings.Join(numbers[:n], "")); got != 0 {
			t.Errorf("of %d flowers line %d is taken for a summary", n, got)
		}
	}
}
