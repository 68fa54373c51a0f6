package dataset

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// A name that could change what is around it, or that cannot be told from another, is not kept as it is.
func TestHostileNames(t *testing.T) {
	for given, want := range map[string]string{
		"sepal length":                "sepal length",
		"  a\t\n b ":                  "a b",
		"\u202egnp.exe\u202c":         "gnp.exe",
		"a\u200bb\ufeff\u00ad":        "ab",
		"a\x00\x1b[31mb":              "a[31mb",
		"<img src=x onerror=y>":       "<img src=x onerror=y>", // markup is text wherever it is shown
		"a\xffb":                      "ab",
		"\u3164":                      "", // a filler
		"鸢尾 花":                        "鸢尾 花",
		strings.Repeat("x", 80):       strings.Repeat("x", 80),
		strings.Repeat("é", 500):      strings.Repeat("é", 79) + "…",
		"\u2067":                      "",
		"👩\u200d🏫 \u200d👩\u200d":      "👩\u200d🏫 👩",
		"می\u200cخواهم a\u200cb":      "می\u200cخواهم ab",
		"क\u094d\u200d\u200dष":        "क\u094d\u200dष",
		"heart \u2764\ufe0f at heart": "heart \u2764 at heart",
	} {
		n := Names{Inputs: []string{"z", given}}.Clean()
		if got := n.Column(1); got != want || !n.Valid() {
			t.Errorf("%q is shown as %q, want %q", given, got, want)
		}
		if n := (Names{Inputs: []string{"z", given}}); n.Valid() != (given == want) {
			t.Errorf("%q is valid: %v", given, n.Valid())
		}
	}
}

func TestNamesAreToldApart(t *testing.T) {
	long := strings.Repeat("x", MaxName)
	n := Names{Inputs: []string{"a", "A", "", "", "a", long, long}, Target: "a\u200b", Classes: []string{"a", "a", "b"}}.Clean()
	want := Names{
		Inputs: []string{"a", "A (2)", "", "", "a (3)", long, long[:MaxName-4] + " (2)"}, Target: "a (4)",
		Classes: []string{"a", "a (2)", "b"},
	}
	if !reflect.DeepEqual(n, want) || !n.Valid() {
		t.Errorf("got %q", n)
	}
	if utf8.RuneCountInString(n.Column(6)) != MaxName || n.Column(-1) != "" || n.Column(7) != "" || n.Class(2) != "b" || n.Class(3) != "" {
		t.Errorf("got %q", n)
	}
	if none := (Names{Inputs: []string{"", "\u200b"}, Classes: []string{""}}.Clean()); !none.Equal(Names{}) || none.Inputs != nil {
		t.Errorf("no names are %q", none)
	}
}
