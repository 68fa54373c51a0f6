package record

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
)

type inner struct {
	Of     string
	Is     []string
	Count  int
	Limit  *float64
	Answer *int
	Open   *string
}

type outer struct {
	Start  string
	On     bool
	Pages  []inner
	Kept   map[string]inner
	Within *inner
}

func TestReadDoesAsTheLibrary(t *testing.T) {
	for _, text := range []string{
		`{}`, ` { "start" : "v=1" , "on" : true } `, `{"on":false,"unknown":[1,{"a":null}],"start":"x"}`,
		`{"pages":[{"of":"dZ[1]","is":["6","32"],"count":-3},{"limit":0.99,"answer":2,"open":""},{"limit":null}]}`,
		`{"kept":{"a":{"count":1},"":{}},"within":{"of":"\"\\\/\b\f\n\r\tA é中\ud83d\ude00"}}`,
		`{"start":"\ud800","pages":[]}`, `{"pages":[{"limit":1e-3},{"limit":-1.5E+2}]}`,
		`null`, `{"start":null,"pages":null,"kept":null}`,
	} {
		var got, want outer
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			t.Fatal(err)
		}
		if !Read(text, &got) || string(must(json.Marshal(got))) != string(must(json.Marshal(want))) {
			t.Errorf("%s is read as %+v, want %+v", text, got, want)
		}
	}
}

func must(text []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return text
}

func TestWhatDoesNotFitIsLeftOut(t *testing.T) {
	var got outer
	if !Read(`{"start":7,"on":"true","pages":[{"of":[],"is":"x","count":1.5,"limit":"1","answer":{},"open":3}, 4],"kept":[1],"within":5}`, &got) {
		t.Fatal("not read")
	}
	if want := (outer{Pages: []inner{{}, {}}}); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	for _, text := range []string{`7`, `[1]`, `"x"`, `true`} {
		if got := (outer{}); !Read(text, &got) || !reflect.DeepEqual(got, outer{}) {
			t.Errorf("%s is read as %+v", text, got)
		}
	}
}

func TestWhatIsNoJSON(t *testing.T) {
	for _, text := range []string{
		``, `{`, `}`, `{]`, `{"start"}`, `{"start":}`, `{"start":"x`, `{"start":"x\`, `{"start":"x"`, `{"on":tru}`, `{"on":nul}`, `{} x`, `x`, `[1 2]`, `[1,`, `-`,
		strings.Repeat("[", 1_000_000),
	} {
		if Read(text, &outer{}) {
			t.Errorf("%.20s is read", text)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{`{"start":"\u00e9","pages":[{"limit":1}]}`, `{"kept":{"a":{}}}`, `"\ud83d\`, `[[[`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		ok := Read(text, &outer{})
		if json.Valid([]byte(text)) && !ok && strings.Count(text, "[")+strings.Count(text, "{") <= deepest {
			t.Errorf("%q is JSON", text)
		}
	})
}

func TestAValueIsTakenAsItIsWritten(t *testing.T) {
	for _, test := range []struct {
		text string
		want []Member
	}{
		{`{"b": [1, {"a":2}] , "a":null,"__proto__":"\\u0041\"", "b":1e21}`, []Member{{"b", `[1, {"a":2}]`}, {"a", "null"}, {"__proto__", `"\\u0041\""`}, {"b", "1e21"}}},
		{`{}`, nil}, {`[1]`, nil}, {`"x"`, nil},
	} {
		var got []Member
		if ok := Read(test.text, &got); !ok || !slices.Equal(got, test.want) {
			t.Errorf("%s is read as %v, want %v", test.text, got, test.want)
		}
	}
	var items []Encoded
	if ok := Read(`[1, "a", [2] ]`, &items); !ok || !slices.Equal(items, []Encoded{"1", `"a"`, "[2]"}) {
		t.Errorf("the items are %v", items)
	}
}
