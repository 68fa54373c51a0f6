package page

import (
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/lesson"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
)

// source returns the page with its templates.
func source(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	add := func(file string) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	add(root + "index.html")
	templates, err := fs.Glob(os.DirFS(root), "web/templates/*.html")
	if err != nil || len(templates) == 0 {
		t.Fatal(err)
	}
	for _, file := range templates {
		add(root + file)
	}
	return all.String()
}

// locales returns the texts of each language.
func locales(t *testing.T) map[string]map[string]string {
	t.Helper()
	languages := map[string]map[string]string{}
	for _, language := range []string{"en", "zh-Hans"} {
		text, err := os.ReadFile(root + "web/locales/" + language + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var members []record.Member
		if !record.Read(string(text), &members) {
			t.Fatalf("%s is no JSON", language)
		}
		languages[language] = map[string]string{}
		for _, m := range members {
			var value string
			record.Read(string(m.Value), &value)
			languages[language][m.Name] = value
		}
	}
	return languages
}

// explainable are all that has a ?: by the keys of their names, as the table of settings, the panels and the page have them.
func explainable(t *testing.T, html string) []string {
	t.Helper()
	var keys []string
	for i := range config.Settings {
		if config.Settings[i].Group != config.Opening {
			keys = append(keys, "setting."+config.Settings[i].Key)
		}
	}
	for _, name := range names() {
		keys = append(keys, "panel."+name)
	}
	_, readouts, _ := strings.Cut(html, `id="readouts"`)
	readouts, _, _ = strings.Cut(readouts, "</dl>")
	for _, found := range []struct{ text, pattern string }{
		{readouts, `<dt><span data-i18n="([^"]+)"`},
		{html, `<label class="switch".*?<input type="checkbox".*?<span data-i18n="([^"]+)"`},
		{html, `role="tab" id="side-tab-.*? data-i18n="([^"]+)"`},
		{html, `name="picture".*?<span data-i18n="([^"]+)"`},
	} {
		list := regexp.MustCompile(found.pattern).FindAllStringSubmatch(found.text, -1)
		if len(list) < 2 {
			t.Fatalf("%s is found %d times", found.pattern, len(list))
		}
		for _, one := range list {
			keys = append(keys, one[1])
		}
	}
	return keys
}

func TestEachSettingReadoutTabAndSwitchIsExplained(t *testing.T) {
	html, languages := source(t), locales(t)
	ends := regexp.MustCompile(`\S\.(\s|$)|。`)
	show := regexp.MustCompile(`^lessons show (\S+) ([1-5])$`)
	for _, key := range explainable(t, html) {
		d := paneltest.Desk("v=1")
		part := New(d.Stage).parts["explain"]
		part.Do(d, []string{"show", key})
		said := string(record.JSON(part.Record(d)))
		if !strings.Contains(said, fmt.Sprintf(`"name":{"t":%q},"says":{"t":%q}`, key, "explain."+key)) {
			t.Errorf("%s is not explained: %s", key, said)
			continue
		}
		for language, texts := range languages {
			if texts[key] == "" {
				t.Errorf("%s: %s has no name", language, key)
			}
			if text := texts["explain."+key]; len(ends.FindAllString(text, -1)) != 2 {
				t.Errorf("%s: %s is not explained in two sentences: %s", language, key, text)
			}
		}
		var r struct{ Open string }
		record.Read(said, &r)
		if found := show.FindStringSubmatch(r.Open); found == nil || lesson.Named(found[1]) == "" {
			t.Errorf("%s leads to %q", key, r.Open)
		}
		kind, _, _ := strings.Cut(key, ".")
		button := "/explain.html " + key + " "
		switch {
		case kind == "setting":
			button = "/setting.html "
		case kind == "panel":
			button = `data-do="explain show panel"`
		case key == "settings.title" || key == "lessons.title": // of which one is hidden
			button = `data-do="explain show ` + key + `"`
		}
		if !strings.Contains(html, button) {
			t.Errorf("%s has no button", key)
		}
	}
}

// The templates of all kinds of settings have a button, and none is there that explains nothing.
func TestEachButtonExplains(t *testing.T) {
	html := source(t)
	_, fields, _ := strings.Cut(html, `data-bind="each:fields"`)
	fields, _, _ = strings.Cut(fields, "</details>")
	kinds, buttons := strings.Count(fields, "data-kind="), strings.Count(fields, "/setting.html ")
	if kinds == 0 || kinds != buttons {
		t.Errorf("%d kinds of settings have %d buttons", kinds, buttons)
	}
	keys := explainable(t, html)
	for _, found := range regexp.MustCompile(`(?:data-do="explain show |/explain.html )([a-zA-Z]+\.[a-zA-Z0-9.]+)`).FindAllStringSubmatch(html, -1) {
		if !slices.Contains(keys, found[1]) {
			t.Errorf("a button explains %s, which is nothing of the page", found[1])
		}
	}
}

func TestAnExplanationLeadsToItsLesson(t *testing.T) {
	p := windowed(t, "v=1")
	explain := func(words ...string) string {
		p.Do(append([]string{"explain"}, words...)...)
		return string(record.JSON(p.parts["explain"].Record(p.desk)))
	}
	for _, test := range []struct{ intent, want string }{
		{"show nothing", `{"pressed":"false","shown":false,"name":null`},
		{"toggle", `{"pressed":"true","shown":false,"name":null`},
		{"show setting lr", `{"pressed":"true","shown":true,"name":{"t":"setting.lr"}`},
		{"show setting nothing", `{"pressed":"true","shown":true,"name":{"t":"setting.lr"}`},
		{"toggle", `{"pressed":"false","shown":true,"name":{"t":"setting.lr"}`},
		{"show", `{"pressed":"false","shown":true,"name":{"t":"setting.lr"}`},
	} {
		if got := explain(strings.Fields(test.intent)...); !strings.HasPrefix(got, test.want) {
			t.Errorf("%s: %s, want %s", test.intent, got, test.want)
		}
	}
	p.desk.Lesson = "gradient-descent"
	if got := explain("show", "setting.lr"); !strings.HasSuffix(got, `"lesson":null,"open":""}`) {
		t.Errorf("in its lesson it is %s", got)
	}
}
