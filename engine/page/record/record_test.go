package record

import (
	"encoding/json"
	"testing"
)

func TestJSON(t *testing.T) {
	type item struct {
		Key  string
		Says Text
	}
	for _, test := range []struct {
		of   any
		want string
	}{
		{struct{}{}, `{}`},
		{struct {
			A      string
			On     bool
			Count  int
			Any    any
			Within *item
		}{"b", true, 3, nil, nil}, `{"a":"b","on":true,"count":3,"any":null,"within":null}`},
		{item{"1", T("check.lead")}, `{"key":"1","says":{"t":"check.lead"}}`},
		{struct{ ID, SizeID string }{"a", "b"}, `{"id":"a","sizeID":"b"}`},
		{item{"1", Text{}}, `{"key":"1","says":null}`},
		{T("check.note", "step", 7, "sub", T("x"), "math", Markup("<b>")), `{"t":"check.note","a":{"step":7,"sub":{"t":"x"},"math":{"m":"<b>"}}}`},
		{struct{ M Markup }{`<mi class="x">`}, `{"m":{"m":"<mi class=\"x\">"}}`},
		{struct{ Rows []item }{[]item{{"1", Text{}}, {"2", Text{}}}}, `{"rows":[{"key":"1","says":null},{"key":"2","says":null}]}`},
		{struct{ Side []any }{[]any{"a", Markup("<b>")}}, `{"side":["a",{"m":"<b>"}]}`},
		{struct{ Of Encoded }{`{"of":[1,2]}`}, `{"of":{"of":[1,2]}}`},
		{struct{ S string }{"a\"\\\n\x01\u2028é\xff"}, `{"s":"a\"\\\u000a\u0001` + "\u2028é\ufffd" + `"}`},
	} {
		if got := string(JSON(test.of)); got != test.want {
			t.Errorf("got %s\nwant %s", got, test.want)
		}
	}
}

// Whatever a text holds, it comes out of the page's own parser as it went in.
func FuzzJSON(f *testing.F) {
	for _, seed := range []string{"", "a\x00\"", "\u2028\\", "😀\xc3"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var back struct{ S string }
		if err := json.Unmarshal(JSON(struct{ S string }{text}), &back); err != nil || back.S != string([]rune(text)) {
			t.Errorf("%q came back as %q, %v", text, back.S, err)
		}
	})
}
