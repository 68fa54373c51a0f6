package lessons

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shallows/engine/lesson"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
)

var languages = []string{"en", "zh-Hans"}

// files returns the lesson of a name and what it says in each language.
func files(t *testing.T, id string) (lesson.Script, []words) {
	t.Helper()
	var s lesson.Script
	var said []words
	for _, language := range languages {
		does, says, ok := read(file(t, id+".json"), file(t, language+"/"+id+".json"))
		if !ok {
			t.Fatalf("%s cannot be read in %s", id, language)
		}
		s, said = does, append(said, says)
	}
	return s, said
}

func TestThereAreTheFilesOfTheLessons(t *testing.T) {
	want := make([]string, len(lesson.IDs))
	for i, id := range lesson.IDs {
		want[i] = id + ".json"
	}
	slices.Sort(want)
	for _, in := range []string{"", "en", "zh-Hans"} {
		found, err := filepath.Glob(filepath.Join(folder, in, "*.json"))
		if err != nil {
			t.Fatal(err)
		}
		for i := range found {
			found[i] = filepath.Base(found[i])
		}
		expect(t, in, found, want)
	}
}

func TestEachLessonHasItsParts(t *testing.T) {
	for _, id := range lesson.IDs {
		s, said := files(t, id)
		var kinds []string
		for i, page := range s.Pages {
			kind := "text"
			switch {
			case page.Task != nil:
				kind = "task"
				if page.Open == nil || len(page.Task) == 0 {
					t.Errorf("%s has no beginning or nothing to do", id)
				}
			case page.Tries != nil:
				kind = "tries"
				if len(page.Tries) < 2 || len(page.Tries) > 3 {
					t.Errorf("%s has %d things to try", id, len(page.Tries))
				}
			case page.Answer != nil:
				kind = "question"
				if len(said[0].Pages[i].Choices) != lesson.Choices || *page.Answer < 0 || *page.Answer >= lesson.Choices {
					t.Errorf("%s has no answer %d", id, *page.Answer)
				}
			}
			kinds = append(kinds, kind)
			if !slices.Contains([]string{"", "network", "output", "cost"}, page.Picture) {
				t.Errorf("%s, page %d: there is no picture %s", id, i+1, page.Picture)
			}
			for _, formula := range page.Formulas {
				if _, ok := readSymbol(strings.TrimPrefix(formula, "shape "), 1); !ok {
					t.Errorf("%s asks for %s", id, formula)
				}
			}
			if (said[0].Pages[i].Solved != "") != (page.Task != nil) {
				t.Errorf("%s, page %d: what is said of a task", id, i+1)
			}
		}
		expect(t, id, kinds, []string{"text", "text", "question", "tries", "task"}) // the question before the trying
	}
}

// texts are all that a page says, in order.
func texts(w words, i int) []string {
	page := w.Pages[i]
	list := append([]string{page.Heading}, page.Text...)
	for _, c := range page.Choices {
		list = append(list, c.Text, c.Why)
	}
	for _, one := range page.Tries {
		list = append(list, one.Label, one.Look)
	}
	if page.Solved != "" {
		list = append(list, page.Solved)
	}
	return list
}

func TestEachLessonSaysTheSameInEveryLanguage(t *testing.T) {
	ticked := regexp.MustCompile("`[^`]+`")
	named := func(text string) []string {
		list := ticked.FindAllString(text, -1)
		slices.Sort(list)
		return slices.Compact(list)
	}
	for _, id := range lesson.IDs {
		_, said := files(t, id)
		for i := range said[0].Pages {
			english, chinese := texts(said[0], i), texts(said[1], i)
			if len(english) != len(chinese) {
				t.Errorf("%s, page %d: %d texts and %d", id, i+1, len(english), len(chinese))
				continue
			}
			for k, text := range english {
				if strings.TrimSpace(text) == "" || strings.TrimSpace(chinese[k]) == "" {
					t.Errorf("%s, page %d has an empty text", id, i+1)
				}
				expect(t, "the symbols of "+text, named(chinese[k]), named(text))
			}
		}
	}
}

// What a record names is a text of the page.
func TestTheTextsThere(t *testing.T) {
	text, err := os.ReadFile("../../../web/locales/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var locale map[string]string
	if err := json.Unmarshal(text, &locale); err != nil {
		t.Fatal(err)
	}
	key := regexp.MustCompile(`"t":"([^"]*)"`)
	v := begin(t, "v=1")
	for _, id := range lesson.IDs {
		v.do("choose", id)
		for range v.part.open.script.Pages {
			for _, found := range key.FindAllStringSubmatch(string(record.JSON(v.record())), -1) {
				if _, ok := locale[found[1]]; !ok {
					t.Errorf("%s: there is no text %s", id, found[1])
				}
			}
			if v.page().Next.Key == "lessons.next" {
				v.do("turn", "next")
			}
		}
	}
}

func TestConditionsInWords(t *testing.T) {
	v := begin(t, "v=1")
	goalsOf := func(id string) []string {
		v.do("choose", id)
		for v.page().Next.Key == "lessons.next" {
			v.do("turn", "next")
		}
		var list []string
		for _, g := range v.page().Goals {
			list = append(list, strings.ReplaceAll(string(record.JSON(struct{ Says, Now any }{g.Says, g.Now})), `"`, ""))
		}
		return list
	}
	expect(t, "choosing", strings.Join(goalsOf("choosing"), "\n"), `{says:{t:condition.keep,a:{names:[{t:group.data},{t:condition.and},{t:setting.in}]}},now:null}
{says:{t:condition.is,a:{name:{t:measure.hiddenUnits},value:[4]}},now:null}
{says:{t:condition.typed,a:{value:}},now:null}
{says:{t:condition.atLeast,a:{name:{t:readout.accuracy},value:99.0%}},now:50.0%}`)
	expect(t, "vectorising", len(goalsOf("vectorising")), 2)
	says := goalsOf("vectorising")[0]
	for _, want := range []string{"<mo>(</mo><mn>6</mn><mo>,</mo><mn>32</mn><mo>)</mo>", "now:{m:<math><mrow><mo>(</mo><mn>4</mn><mo>,</mo><mn>400</mn>"} {
		if !strings.Contains(says, want) {
			t.Errorf("%s has no %s", says, want)
		}
	}
}

func TestSymbolsAreReadAsTheLessonsWriteThem(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"W[1]", "{{W 1 0 0 0 false} W}"},
		{"w_21[1]", "{{W 1 2 1 0 false} w}"},
		{"dz_2[1](i)", "{{dZ 1 2 0 7 false} dz}"},
		{"b_1[1]", "{{b 1 1 0 0 false} b}"},
		{"A[0]", "{{X 0 0 0 0 false} A}"},
		{"A[1]", "{{A 1 0 0 0 false} A}"},
		{"z", "{{Z 0 0 0 0 false} z}"},
		{"x_1", "{{X 0 1 0 0 false} x}"},
		{"W[1]'", "{{W 1 0 0 0 true} W}"},
		{"J", "{{J 0 0 0 0 false} J}"},
		{"α", "{{α 0 0 0 0 false} α}"},
	} {
		got, ok := readSymbol(test.text, 7)
		if !ok {
			t.Errorf("%s is not read", test.text)
		}
		expect(t, test.text, got, test.want)
	}
	for _, text := range []string{"", "g′", "W[", "toString", "W[1] X", "i", "w_j", "Dz", "B"} {
		if s, ok := readSymbol(text, 7); ok {
			t.Errorf("%q is read as %v", text, s)
		}
	}
}

func TestTextWithSymbols(t *testing.T) {
	d := paneltest.Desk("v=1")
	short := func(text string) string {
		var line strings.Builder
		for _, piece := range inline(d, text) {
			if markup, ok := piece.(record.Markup); ok {
				piece = "<" + regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(markup), "") + ">"
			}
			line.WriteString("|" + piece.(string))
		}
		return line.String()
	}
	for _, test := range []struct{ text, want string }{
		{"no symbol", "|no symbol"},
		{"`X`, also called `A[0]`.", "|<X,>| also called |<A[0].>"},
		{"in a row (`Y`); then", "|in a row |<(Y);>| then"},
		{"`w_j^T`’s", "|<wjT’>|s"},
		{"即 `Y`。第 `i` 个（`X`）", "|即 |<Y。>|第 |<i>| 个|<（X）>"},
		{"`X`", "|<X>"},
		{"`X``Y`", "|<X>|<Y>"},
		{"`X`(`Y`)", "|<X>|<(Y)>"},
		{"", ""},
	} {
		expect(t, test.text, short(test.text), test.want)
	}
}
