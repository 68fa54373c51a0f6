package columns

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
)

// reader is a reader before the sheet of a table.
type reader struct {
	*Sheet
	*testing.T
	link string
}

func over(t *testing.T, text string) *reader {
	t.Helper()
	s, problem := Open(text, 0)
	if problem != nil {
		t.Fatalf("%.60q: %+v", text, problem)
	}
	return &reader{s, t, "v=1"}
}

// does does what intents say, which are apart by semicolons, and returns what is shown then.
func (x *reader) does(intents string) Record {
	for _, intent := range strings.Split(intents, ";") {
		x.Do(strings.Fields(intent))
	}
	return x.Sheet.Record(paneltest.Desk(x.link))
}

// chosen is what a record shows to be chosen, in short: the inputs, the target, what it is, and the scaling.
func chosen(r Record) string {
	var inputs []string
	for _, input := range r.Inputs {
		if input.Chosen {
			inputs = append(inputs, plain(input.Name))
		}
	}
	target := "nothing"
	for _, t := range r.Targets[1:] {
		if t.Key == r.Target {
			target = plain(t.Name)
		}
	}
	said := strings.Join(inputs, " ") + " > " + target
	if r.Value {
		said += " value"
	}
	if !r.Standard {
		said += " raw"
	}
	return said
}

// plain writes a text by its key and arguments, lists and names as they are.
func plain(of any) string {
	t, ok := of.(record.Text)
	if !ok {
		return fmt.Sprint(of)
	}
	switch t.Key {
	case "":
		return ""
	case "warning.quoted":
		return plain(t.Get("value"))
	case "own.column":
		if t.Get("number") == 0 {
			return ""
		}
		return "#" + plain(t.Get("number"))
	case "own.sentences", "list.two", "list.next", "list.last":
		return plain(t.Get("a")) + ", " + plain(t.Get("b"))
	}
	said := strings.TrimPrefix(t.Key, "columns.")
	for i := 0; i < len(t.With); i += 2 {
		if value := plain(t.With[i+1]); value != "" && value != "0" {
			said += " " + value
		}
	}
	return said
}

func iris(t *testing.T) string {
	text, err := os.ReadFile("../../../dataset/table/testdata/iris.csv")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

const (
	penguins = "species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex\nAdelie,Torgersen,39.1,18.7,181,3750,MALE\nAdelie,Torgersen,NA,NA,NA,NA,NA\n" +
		"Chinstrap,Dream,46.5,17.9,192,3500,FEMALE\nGentoo,Biscoe,46.1,13.2,211,4500,\nGentoo,Biscoe,50,,230,5700,MALE\nGentoo,Biscoe,51,15,231,5701,MALE\n"
	ads = "User ID,Gender,Age,EstimatedSalary,Purchased\n15624510,Male,19,19000,0\n15810944,Male,35,20000,0\n15668575,Female,26,43000,1\n15603246,Female,27,57000,0\n"
)

// What is chosen at first and after some intents, and what is said to come of it.
func TestWhatComesOfIt(t *testing.T) {
	for _, test := range []struct{ text, intents, chosen, says string }{
		{iris(t), "", "sepal_length sepal_width petal_length petal_width > species", "says.classes 150 4 3 setosa, versicolor, virginica"},
		{iris(t), "input 0 false;input 1 false", "petal_length petal_width > species", "says.classes 150 2 3 setosa, versicolor, virginica"},
		{iris(t), "target 3", "sepal_length sepal_width petal_length > petal_width value", "says.value 150 3 petal_width"},
		{iris(t), "target 3;target 2", "sepal_length sepal_width petal_width > petal_length value", "says.value 150 3 petal_length"},
		{iris(t), "target 3;as class", "sepal_length sepal_width petal_length > petal_width", ""},
		{iris(t), "standard false;input 0 false", "sepal_width petal_length petal_width > species raw", "says.classes 150 3 3 setosa, versicolor, virginica"},
		{iris(t), "target 4;as value", "sepal_length sepal_width petal_length petal_width > species", "says.classes 150 4 3 setosa, versicolor, virginica"}, // words are no values
		{iris(t), "none;input 2 true;input 0 true", "sepal_length petal_length > species", "says.classes 150 2 3 setosa, versicolor, virginica"},
		{iris(t), "none;all", "sepal_length sepal_width petal_length petal_width > species", "says.classes 150 4 3 setosa, versicolor, virginica"},
		{iris(t), "input 4 true;input 9 true;input x true;target 77;mark ?;dance;", "sepal_length sepal_width petal_length petal_width > species", "says.classes 150 4 3 setosa, versicolor, virginica"},
		{ads, "", "Age EstimatedSalary > Purchased", "says.classes 4 2 2 0, 1"},
		{ads, "target 1", "Age EstimatedSalary Purchased > Gender", "says.classes 4 3 2 Male, Female"}, // what was the target is an input
		{ads, "input 2 false;target 1", "EstimatedSalary > Gender", "says.classes 4 1 2 Male, Female"},
		{ads, "standard false;input 3 false;input 3 true", "Age EstimatedSalary > Purchased raw", "says.classes 4 2 2 0, 1"},
		{penguins, "", "bill_length_mm bill_depth_mm flipper_length_mm body_mass_g > species", "says.classes 4 4 3 Adelie, Chinstrap, Gentoo"},
		{"1,2\n3,4\n", "", "#1 > #2 value", "says.value 2 1 #2"},
		{"1,2\n3,4\n", "standard false", "#1 > #2 value raw", "says.value 2 1 #2"},
		{"a,b,c,d\n5,6,7,0\n5,6,8,1\n", "as class", "a b c > d", "says.classes 2 3 2 0, 1"},
	} {
		x := over(t, test.text)
		r := x.does(test.intents)
		if got := chosen(r); got != test.chosen || plain(r.Says) != test.says || r.Unusable != (test.says == "") {
			t.Errorf("%.20q, %s: %s says %q", test.text, test.intents, got, plain(r.Says))
		}
		data, standard := x.Chosen(paneltest.Desk("v=1"))
		if (data == nil) != r.Unusable || data != nil && standard != r.Standard {
			t.Errorf("%.20q, %s: chosen are %v, standardised %v", test.text, test.intents, data, standard)
		}
	}
}

// Rows without a value are counted and told by their columns; without these columns they stay.
func TestWhatIsLeftOut(t *testing.T) {
	for intents, want := range map[string]string{
		"":                             "leftOut 2 gap bill_length_mm 1, gap bill_depth_mm 2, gap flipper_length_mm 1, gap body_mass_g 1",
		"none;input 2 true":            "leftOut 1 gap bill_length_mm 1",
		"none;input 2 true;target 6":   "leftOut 2 gap bill_length_mm 1, gap sex 2",
		"none;input 3 true;target 2":   "leftOut 2 gap bill_depth_mm 2, gap bill_length_mm 1",
		"input 2 false;input 3 false;": "leftOut 1 gap flipper_length_mm 1, gap body_mass_g 1",
	} {
		if r := over(t, penguins).does(intents); plain(r.LeftOut) != want {
			t.Errorf("%s: %s", intents, plain(r.LeftOut))
		}
	}
	if r := over(t, iris(t)).does(""); r.LeftOut.Key != "" {
		t.Errorf("of a whole table: %v", r.LeftOut)
	}
}

// What cannot be used is told at once, with what to change, and the table stays.
func TestWhatIsWrong(t *testing.T) {
	wide := func(n int) string {
		var names, values []string
		for j := range n {
			names, values = append(names, fmt.Sprintf("a%d", j)), append(values, fmt.Sprintf("%d.5", j))
		}
		row := strings.Join(values, ",")
		return strings.Join(names, ",") + ",class\n" + row + ",u\n" + row + ",v\n"
	}
	for _, test := range []struct{ link, text, intents, want string }{
		{"", iris(t), "none", "problem.inputs.none 16 10 80"},
		{"", iris(t), "target -1", "problem.target.none 16 10 80"},
		{"", wide(17), "", ""},
		{"", wide(17), "all", "problem.inputs.many 17 16 10 80"},
		{"", "a,b,c,class\n1,2,3,u\n3,4,5,u\n", "", "problem.class.one class u 16 10 80"},
		{"", "a,b,class\n1,2,u\n3,4,\n1,NA,v\n", "", "problem.class.one class u 16 10 80"},
		{"", "a,b,c\n1,,u\n,2,v\n", "", "problem.rows.none b 16 10 80"},
		{"", "id,a,b\n" + func() (text string) {
			for i := range 12 {
				text += fmt.Sprintf("k%d,%d,%d\n", i, i, i*i)
			}
			return text
		}(), "target 0", "problem.class.many id 16 10 80"},
		{"", "a,b,c,class\n1,2,3,u\nfew,4,5,v\n1,2,3,u\n4,5,5,v\n", "", "own.problem.number 3 few own.column.named 1 a own.in own.column.named 1 a 5000, without a"},
		{"", "a,b,c,class\n1,2,3,u\nfew,4,5,v\n1,2,3,u\n4,5,5,v\n", "input 0 false", ""},
		{"", "a,class\n1,u\nfew,v\n1,u\n4,v\n", "", "own.problem.number 3 few own.column.named 1 a own.in own.column.named 1 a 5000"},
		{"", "a," + strings.Repeat("b", 81) + ",c,class\n1,2,3,u\n1,4,5,v\n", "", "problem.name.long " + strings.Repeat("b", 39) + "… 16 10 80"},
		{"v=1&net=57,57", wide(16), "", "problem.parameters 16 4333 4096"},
		{"v=1&net=57,57", wide(16), "none;input 1 true", ""},
		{"", "a,b,date,class\n1,40%,2,u\n2,3%,3,v\n", "", ""},
		{"", "a,b,date,class\n1,40%,2,u\n2,3%,3,v\n", "input 1 true", "own.problem.unit 2 40% own.column.named 2 b own.in own.column.named 2 b 5000, without b"},
	} {
		x := over(t, test.text)
		x.link = "v=1&" + test.link
		if r := x.does(test.intents); plain(r.Problem) != test.want || r.Unusable != (test.want != "") || (r.Says.Key == "") != r.Unusable {
			t.Errorf("%.20q, %s: %s", test.text, test.intents, plain(r.Problem))
		}
	}
}

// What was decided without asking is told: columns that are no inputs, names that have changed, classes that are one.
func TestNotes(t *testing.T) {
	names, cells := "", ""
	for j := range 40 {
		names, cells = names+fmt.Sprintf("a%d,", j), cells+"1.5,"
	}
	wide := names + "class\n" + cells + "u\n" + cells + "v\n"
	for _, test := range []struct{ text, intents, want string }{
		{iris(t), "none", ""},
		{iris(t), "target 2", ""},
		{"a,ticket,few,class\n1,A/5,2,u\n2,B/3,,v\n3,7,,u\n4,8,,v\n5,9,,v\n", "", "mixed cell ticket 2 A/5, sparse own.column.named 3 few"},
		{"a,ticket,few,class\n1,A/5,2,u\n2,B/3,,v\n3,7,,u\n4,8,,v\n5,9,,v\n", "input 1 true", "sparse own.column.named 3 few"},
		{"a,b,a,class\n1,2,3,a b\n3,4,5,v\n1,1,1,a  b\n", "", "renamed a (2), alike a b"},
		{"a,b,c,class\n1,2,3,Yes\n3,4,5,NO\n1,1,1,yes\n1,1,1,no\n1,1,1,maybe\n", "target 3", "case Yes, NO, yes, no"},
		{wide, "input 0 false;input 17 true;target 20;target 40", "beyond 16 own.column.named 17 a16, own.column.named 19 a18, own.column.named 20 a19, own.column.named 21 a20, " +
			"own.column.named 22 a21, own.column.named 23 a22, own.column.named 24 a23, own.column.named 25 a24, own.column.named 26 a25, own.column.named 27 a26, own.column.named 28 a27, more 12"},
	} {
		x := over(t, test.text)
		if r := x.does(test.intents); plain(r.Notes) != test.want {
			t.Errorf("%.20q, %s: %s", test.text, test.intents, plain(r.Notes))
		}
	}
	if got := plain(over(t, "a,b,kind\n1,#REF!,u\n2,3,v\n4,5,u\n").does("").LeftOut); got != "leftOut 1 gap.sign b 1 #REF!" {
		t.Error(got)
	}
	x := over(t, "a,b,a,class\n1,2,3,u\n3,4,5,v\n1,,1,u\n")
	if got := plain(x.Says()); got != "says.classes 2 3 2 u, v, leftOut 1 gap b 1, renamed a (2)" {
		t.Error(got)
	}
}

// What is no table of numbers opens no sheet.
func TestWhatOpensNoSheet(t *testing.T) {
	for text, want := range map[string]string{
		"":                           "own.problem.empty 5000",
		"a,b\nu,v\nw,x":              "problem.inputs.none 16 10 80",
		"a,b,c\n1,2\n1,2,3\n4,5,6\n": "own.problem.columns.named 2 2",
		"name,a,b,class\nq,1,2,0\nr,3,4,1\nTotal,4,6,1\n": "own.problem.total 4",
		strings.Repeat("1,2,0\n", 5001):                   "own.problem.rows 5001 5000",
		"1,2\x00,3":                                       "own.problem.encoding 5000",
	} {
		s, problem := Open(text, 0)
		if s != nil || strings.Fields(plain(Wrong(problem)))[0] != strings.Fields(want)[0] {
			t.Errorf("%.20q: %v", text, plain(Wrong(problem)))
		}
	}
}

// The first rows stand there as they were read, with what each column is for.
func TestTheFirstRows(t *testing.T) {
	r := over(t, penguins).does("")
	if got := plain(r.Size); got != "size 5 6 7" || len(r.Rows) != 5 {
		t.Errorf("%s, %d rows", got, len(r.Rows))
	}
	roles, cells := "", ""
	for i, h := range r.Head {
		roles += plain(h.Name) + " " + h.Role + ", "
		cells += fmt.Sprint(plain(r.Rows[1].Cells[i].Text), r.Rows[1].Cells[i].Missing, " ")
	}
	if want := "species target, island , bill_length_mm input, bill_depth_mm input, flipper_length_mm input, body_mass_g input, sex , "; roles != want {
		t.Error(roles)
	}
	if want := "Adeliefalse Torgersenfalse NAtrue NAtrue NAtrue NAtrue NAtrue "; cells != want {
		t.Error(cells)
	}
	if cell := r.Rows[3].Cells[6]; plain(cell.Text) != "blank" || !cell.Missing {
		t.Errorf("an empty cell is %+v", cell)
	}
	var holds []string
	for _, input := range r.Inputs {
		holds = append(holds, fmt.Sprint(plain(input.Holds), input.Useless))
	}
	if got, want := strings.Join(holds, ", "), "words 3true, words 3true, missing numbers 1false, missing numbers 2false, missing numbers 1false, missing numbers 1false, missing words 2 2true"; got != want {
		t.Errorf("the columns hold %s", got)
	}
	wide := strings.Repeat("1,", 999) + "2\n" + strings.Repeat("2,", 999) + "3\n"
	if r := over(t, wide).does(""); len(r.Head) != 40 || len(r.Rows[0].Cells) != 40 || len(r.Inputs) != 1000 {
		t.Errorf("of 1,000 columns %d are shown, %d can be chosen", len(r.Head), len(r.Inputs))
	}
}

// Where the numbers can be read in two ways, the reader says which.
func TestReadings(t *testing.T) {
	x := over(t, "a;b;c;kind\n1,500;2;3;u\n2,250;1;1;v\n950;1;1;u\n")
	r := x.does("")
	if len(r.Readings) != 2 || plain(r.Open) != "open 2 1,500" {
		t.Fatalf("%+v, %s", r.Readings, plain(r.Open))
	}
	for _, reading := range r.Readings {
		chosen := x.does("mark " + reading.Key)
		data, _ := x.Chosen(paneltest.Desk("v=1"))
		if got := fmt.Sprint(data.Set.X[0][0]); got != reading.Text {
			t.Errorf("%s is read as %s", reading.Text, got)
		}
		for _, other := range chosen.Readings {
			if other.Chosen != (other.Key == reading.Key) {
				t.Errorf("%s: %+v", reading.Key, chosen.Readings)
			}
		}
	}
}

// Whether inputs are standardised is not asked where it may not be chosen, and is advised where it helps.
func TestScaling(t *testing.T) {
	d := paneltest.Desk("v=1")
	d.Locked = []string{"scaling"}
	if r := over(t, ads).Record(d); !r.Given || !r.Far {
		t.Errorf("%+v", r)
	}
	if r := over(t, iris(t)).does(""); r.Given || r.Far {
		t.Errorf("%+v", r)
	}
	x := over(t, "rooms,area,price\n3,71.5,210.5\n2,50,180.25\n4,102,333\n1,28,99.5\n")
	x.does("")
	if data, standard := x.Chosen(d); data.Set.Y[0] != 210.5 || !standard {
		t.Errorf("a number to predict is %v", data.Set.Y[0])
	}
	if r := x.does("standard false"); !r.Far {
		t.Error("as it stands it trains as well")
	}
	if data, standard := x.Chosen(d); data.Set.Y[0] != 210.5 || standard {
		t.Errorf("as it stands it is %v", data.Set.Y[0])
	}
}
