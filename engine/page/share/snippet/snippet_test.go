package snippet

import (
	"encoding/xml"
	"maps"
	"net/url"
	"os"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode"
)

const title = "A \"q\" & <b>it</b> 's \\ `t` {y} [z](w)\n*m* $x$ 月"

// called returns the figure of the tests with a title.
func called(title string) Figure {
	return Figure{
		Site: "https://notes.example/nn/", Fragment: "v=1&data=moons&lr=0.5&net=4,4",
		Query: []Pair{{"ui", "figure"}, {"lang", "zh-Hans"}, {"theme", ""}, {"load", "click"}, {"run", "1"}, {"title", title}},
		Title: title, Width: "600", Height: 360, Picture: "moons (1).png",
	}
}

func write(id string, f Figure) string {
	i := slices.IndexFunc(Forms, func(form Form) bool { return form.ID == id })
	return Forms[i].Write(f)
}

// tag is an element as a parser reads it.
type tag struct {
	name       string
	attributes map[string]string
	text       string // directly in it
}

func (t tag) is(name string, attributes map[string]string, text string) bool {
	return t.name == name && maps.Equal(t.attributes, attributes) && t.text == text
}

// read reads HTML as a parser that is not ours does. Of JSX it reads what is HTML as well.
func read(t *testing.T, text string) []tag {
	t.Helper()
	text = strings.NewReplacer("style={{margin: 0}}", "", `style={{border: 0, maxWidth: "100%"}}`, "").Replace(text)
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var tags []tag
	var open []int
	for {
		token, err := d.Token()
		if token == nil {
			if len(open) > 0 || err.Error() != "EOF" {
				t.Fatalf("%v in %s", err, text)
			}
			return tags
		}
		switch token := token.(type) {
		case xml.StartElement:
			attributes := map[string]string{}
			for _, a := range token.Attr {
				attributes[a.Name.Local] = a.Value
			}
			open = append(open, len(tags))
			tags = append(tags, tag{name: token.Name.Local, attributes: attributes})
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if said := strings.TrimSpace(string(token)); len(open) > 0 {
				tags[open[len(open)-1]].text += said
			} else if said != "" {
				t.Errorf("%q beside the elements of %s", said, text)
			}
		default:
			t.Errorf("%T in %s", token, text)
		}
	}
}

// addressed reports how an address differs from that of the figure with some keys of the query.
func addressed(t *testing.T, address string, title string, keys ...string) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatalf("%v in %s", err, address)
	}
	f := called(title)
	want := url.Values{}
	for _, p := range f.Query {
		if value := OneLine(p.Value); value != "" && slices.Contains(keys, p.Key) {
			want[p.Key] = []string{value}
		}
	}
	if u.Scheme+"://"+u.Host+u.Path != f.Site || !reflect.DeepEqual(u.Query(), want) || u.Fragment != f.Fragment {
		t.Errorf("the address is %s, its query %v, want %v", address, u.Query(), want)
	}
	if strings.ContainsAny(address, " \"'()<>[]\\`{|}") {
		t.Errorf("an address ends within %s", address)
	}
}

var (
	inFrame = []string{"ui", "lang", "load", "run", "title"}
	alone   = []string{"lang", "run", "title"}
)

var (
	backslashed = regexp.MustCompile("\\\\([!-/:-@[-`{-~])")
	naked       = regexp.MustCompile("(^|[^\\\\])(\\\\\\\\)*[][<>`*{}$_|~^#&]")
)

// markdownOf returns the text that Markdown shows, and complains where it would show another.
func markdownOf(t *testing.T, text string) string {
	t.Helper()
	if naked.MatchString(text) {
		t.Errorf("Markdown takes something in %s for its own", text)
	}
	return backslashed.ReplaceAllString(text, "$1")
}

// python returns the strings of a cell, as Python reads those without escapes but of backslashes and quotes.
func python(t *testing.T, text string) (list []string) {
	t.Helper()
	for _, found := range regexp.MustCompile(`"(?:[^"\\]|\\["\\])*"|'[^'\\]*'`).FindAllString(text, -1) {
		inner := found[1 : len(found)-1]
		if found[0] == '"' {
			inner = strings.NewReplacer(`\\`, `\`, `\"`, `"`).Replace(inner)
		}
		list = append(list, inner)
	}
	return list
}

// hugoOf returns the parameters of a call, as Hugo reads them.
func hugoOf(t *testing.T, text string) map[string]string {
	t.Helper()
	call := regexp.MustCompile("^\\{\\{< nn-playground((?: \\w+=(?:\"[^\"\\\\]*\"|`[^`]*`))*) >\\}\\}$").FindStringSubmatch(text)
	if call == nil {
		t.Fatalf("no call: %s", text)
	}
	given := map[string]string{}
	for _, p := range regexp.MustCompile("(\\w+)=(?:\"([^\"\\\\]*)\"|`([^`]*)`)").FindAllStringSubmatch(call[1], -1) {
		given[p[1]] = p[2] + p[3]
	}
	return given
}

// check complains where a form, with a title, is not what it is with any other: each language has the address and the
// title as text, and nothing else.
func check(t *testing.T, given string) {
	t.Helper()
	said := OneLine(given)
	f := called(given)
	frame := map[string]string{"sandbox": sandbox, "loading": "lazy", "width": "600", "height": "360", "title": said}
	for _, form := range Forms {
		text := form.Write(f)
		if i := strings.IndexFunc(text, forbidden); i >= 0 {
			t.Errorf("%s of %q: %q", form.ID, given, text[i:])
		}
		if got, want := strings.Count(text, "\n"), strings.Count(form.Write(called("a")), "\n"); got != want {
			t.Errorf("%s of %q has %d lines, not %d: %s", form.ID, given, got, want, text)
		}
		switch form.ID {
		case "link":
			addressed(t, text, given, alone...)
		case "html":
			tags := read(t, text)
			if len(tags) != 4 || !tags[0].is("script", map[string]string{"async": "async", "src": f.Site + "web/embed.js"}, "") ||
				!tags[1].is("nn-playground", map[string]string{"config": f.Fragment, "ui": "figure", "lang": "zh-Hans", "run": "1", "loading": "click",
					"poster": f.Picture, "title": said, "width": "600", "height": "360"}, "") ||
				!tags[3].is("img", map[string]string{"src": f.Picture, "alt": said}, "") {
				t.Fatalf("of %q: %v", given, tags)
			}
			addressed(t, tags[2].attributes["href"], given, alone...)
		case "iframe", "mdx":
			expression := regexp.MustCompile(`>\{(.*)\}</a>`)
			tags := read(t, expression.ReplaceAllString(text, "></a>"))
			if len(tags) != 4 {
				t.Fatalf("%s of %q: %v", form.ID, given, tags)
			}
			addressed(t, tags[1].attributes["src"], given, inFrame...)
			delete(tags[1].attributes, "src")
			delete(tags[1].attributes, "style")
			if !tags[1].is("iframe", frame, "") {
				t.Errorf("%s of %q: %v", form.ID, given, tags[1])
			}
			addressed(t, tags[3].attributes["href"], given, alone...)
			if form.ID == "iframe" && tags[3].text != said {
				t.Errorf("%s of %q is called %q", form.ID, given, tags[3].text)
			}
			if form.ID == "mdx" {
				if got := python(t, expression.FindStringSubmatch(text)[1]); len(got) != 1 || got[0] != said {
					t.Errorf("%s of %q is called %q", form.ID, given, got)
				}
			}
		case "markdown":
			pictured := regexp.MustCompile(`^\[!\[(.*)\]\(moons%20%281%29\.png\)\]\(([^ ()]*)\)$`).FindStringSubmatch(text)
			if pictured == nil || markdownOf(t, pictured[1]) != said {
				t.Fatalf("of %q: %s", given, text)
			}
			addressed(t, pictured[2], given, alone...)
		case "myst":
			lines := strings.Split(text, "\n")
			addressed(t, strings.TrimPrefix(lines[0], ":::{iframe} "), given, inFrame...)
			if got, want := lines[1:4], []string{":width: 80%", ":title: " + said, ":placeholder: moons%20%281%29.png"}; !slices.Equal(got, want) {
				t.Errorf("of %q: %q, want %q", given, got, want)
			}
			caption := regexp.MustCompile(`^\[(.*)\]\((https:[^ ()]*)\)$`).FindStringSubmatch(lines[4])
			if caption == nil || markdownOf(t, caption[1]) != said || lines[5] != ":::" {
				t.Fatalf("of %q: %s", given, text)
			}
			addressed(t, caption[2], given, alone...)
		case "jupyter":
			strs := python(t, text)
			if len(strs) != 6 || strs[1] != "600" || strs[2] != `sandbox="`+sandbox+`"` || strs[3] != `loading="lazy"` {
				t.Fatalf("of %q: %q", given, strs)
			}
			addressed(t, strs[0], given, inFrame...)
			if extra := read(t, "<p "+strs[4]+"></p>"); !extra[0].is("p", map[string]string{"title": said}, "") {
				t.Errorf("of %q: %q", given, strs[4])
			}
			link := read(t, strs[5])
			addressed(t, link[0].attributes["href"], given, alone...)
			if len(link) != 1 || link[0].text != said {
				t.Errorf("of %q: %q", given, strs[5])
			}
			rest := text
			for _, s := range regexp.MustCompile(`"(?:[^"\\]|\\["\\])*"|'[^'\\]*'`).FindAllString(text, -1) {
				rest = strings.Replace(rest, s, "s", 1)
			}
			if want := "from IPython.display import HTML, IFrame, display\n\ndisplay(\n    IFrame(\n        s,\n        width=s,\n        height=360,\n        extras=[s, s, s],\n    ),\n    HTML(s),\n)"; rest != want {
				t.Errorf("of %q the cell is %s", given, rest)
			}
		case "quarto":
			if text != "::: {.content-visible when-format=\"html\"}\n```{=html}\n"+write("html", f)+"\n```\n:::\n\n::: {.content-visible unless-format=\"html\"}\n"+write("markdown", f)+"\n:::" {
				t.Errorf("of %q: %s", given, text)
			}
		case "hugo":
			got := hugoOf(t, text)
			addressed(t, got["link"], given, alone...)
			delete(got, "link")
			want := map[string]string{"config": f.Fragment, "ui": "figure", "run": "1", "lang": "zh-Hans", "loading": "click", "width": "600", "height": "360", "picture": f.Picture, "title": said}
			if strings.ContainsAny(said, `"\`) {
				want["title"] = strings.ReplaceAll(said, "`", "'")
			}
			if said == "" {
				delete(want, "title")
			}
			if !maps.Equal(got, want) {
				t.Errorf("of %q: %v", given, got)
			}
		default:
			t.Errorf("%s has no test", form.ID)
		}
	}
}

// forbidden reports what no text for others may hold: half characters, control characters but ends of lines, what turns
// the text around it.
func forbidden(r rune) bool {
	return r != '\n' && unicode.IsControl(r) || '\u2028' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069' || r == '\ufffe' || r == '\uffff'
}

// hostile are titles that mean to get out of where they stand.
var hostile = []string{title, "\xff", "a\xf0\x28b", "\u202egnp.exe\u202c", "\u2066x", "\x00\x01\x1b[31m\x7f\u0085", "a\u2028b\u2029c\ufeff", "\ufffe\uffff",
	`"`, `'`, `\`, `\"`, `\'"`, "`", "```\n:::", "$$", "{{ x }}", "{% x %}", "{{< x >}}", ">}}", "</a></figure><script>", "-->", "]]>", "&quot;&lt;", "&#34;",
	"](x)", "![x](y)", "{iframe}", ":name: x", `"""`, `'''`, `\n`, `\N{BULLET}`, `\x41`, "${x}", "{x}", "*/", "//", "#", "=", "\u0627\u200d\u200c", "👩‍🏫", "a\n\n\u2028b", "a\r\n\nb", ""}

func TestWhateverTheTitleEachTextKeepsItsForm(t *testing.T) {
	for i, one := range hostile {
		check(t, one)
		if runtime.GOOS == "js" {
			continue // a text is the same text there, and takes ten times as long
		}
		for _, other := range hostile[:i] {
			check(t, one+other)
			check(t, other+" "+one)
		}
	}
}

func FuzzTitle(f *testing.F) {
	for _, seed := range hostile {
		f.Add(seed)
	}
	f.Fuzz(check)
}

// Whatever a fragment or an address holds, they end where they should.
func FuzzAddress(f *testing.F) {
	for _, seed := range hostile {
		f.Add(seed, "moons.png")
		f.Add("v=1", seed)
	}
	f.Fuzz(func(t *testing.T, fragment, picture string) {
		figure := called("Moons")
		figure.Fragment, figure.Picture = fragment, picture
		for _, form := range Forms {
			text := form.Write(figure)
			if i := strings.IndexFunc(text, forbidden); i >= 0 {
				t.Errorf("%s: %q", form.ID, text[i:])
			}
			switch form.ID {
			case "html":
				tags := read(t, text)
				if tags[1].attributes["config"] != OneLine(fragment) || tags[1].attributes["poster"] != "" && tags[1].attributes["poster"] != OneLine(picture) {
					t.Errorf("%v", tags[1])
				}
			case "iframe":
				if tags := read(t, text); len(tags) != 4 || tags[3].text != "Moons" {
					t.Errorf("%v", tags)
				}
			case "markdown":
				if !regexp.MustCompile(`^\[(!\[Moons\]\([^ ()]+\)|Moons)\]\([^ ()]+\)$`).MatchString(text) {
					t.Errorf("%s", text)
				}
			case "jupyter":
				if strs := python(t, text); len(strs) != 6 || strings.ContainsAny(strs[0], ` "'\`) {
					t.Errorf("%q", strs)
				}
			case "hugo":
				hugoOf(t, text)
			}
		}
		if IsPicture(picture) {
			if u, err := url.Parse(OneLine(picture)); err == nil && u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
				t.Errorf("%q is taken for a picture", picture)
			}
		}
	})
}

func TestOneLine(t *testing.T) {
	for _, test := range [][2]string{
		{"", ""}, {"a", "a"}, {" a\t\nb  ", "a b"}, {"\u00a0\u3000x\ufeff", "x"}, {"a\x00\x1bb\u0085c", "a b c"}, {"a\u2028b\u2029c", "a b c"},
		{"\u202egnp.exe\u202c", "gnp.exe"}, {"a \u2066 b", "a b"}, {"a\ufffe\uffffb", "ab"}, {"\xff", "\ufffd"}, {"ا\u200dب\u200f", "ا\u200dب\u200f"}, {"👩‍🏫", "👩‍🏫"},
	} {
		if got := OneLine(test[0]); got != test[1] {
			t.Errorf("OneLine(%q) = %q, want %q", test[0], got, test[1])
		}
	}
}

func TestWhatIsNotSaidIsLeftOut(t *testing.T) {
	f := called("Moons")
	f.Query, f.Picture, f.Width = nil, "", "100%"
	for id, want := range map[string]string{
		"link":     "https://notes.example/nn/#v=1&data=moons&lr=0.5&net=4,4",
		"markdown": "[Moons](https://notes.example/nn/#v=1&data=moons&lr=0.5&net=4,4)",
		"html": `<script async src="https://notes.example/nn/web/embed.js"></script>` + "\n" +
			`<nn-playground config="v=1&amp;data=moons&amp;lr=0.5&amp;net=4,4" title="Moons" width="100%" height="360">` + "\n" +
			`<a href="https://notes.example/nn/#v=1&amp;data=moons&amp;lr=0.5&amp;net=4,4">Moons</a>` + "\n</nn-playground>",
		"hugo": `{{< nn-playground config="v=1&data=moons&lr=0.5&net=4,4" title="Moons" width="100%" height="360" link="https://notes.example/nn/#v=1&data=moons&lr=0.5&net=4,4" >}}`,
		"myst": ":::{iframe} https://notes.example/nn/#v=1&data=moons&lr=0.5&net=4,4\n:width: 100%\n:title: Moons\n[Moons](https://notes.example/nn/#v=1&data=moons&lr=0.5&net=4,4)\n:::",
	} {
		if got := write(id, f); got != want {
			t.Errorf("%s: %s\nwant %s", id, got, want)
		}
	}
}

func TestHugoHasAFileForAllItsCalls(t *testing.T) {
	form := Forms[len(Forms)-1]
	path, text := form.Once(called(title))
	if path != "layouts/shortcodes/nn-playground.html" {
		t.Errorf("at %s", path)
	}
	for key := range hugoOf(t, form.Write(called(title))) {
		if !strings.Contains(text, `"`+key+`"`) {
			t.Errorf("%s is not in %s", key, text)
		}
	}
}

func TestAPictureIsAFileBesideTheNotesOrAnAddressOfTheWeb(t *testing.T) {
	for _, picture := range []string{"javascript:alert(1)", "JavaScript:alert(1)", " javascript:x", "java\nscript:x", "java\tscript:x", "\x01javascript:x", "java\u202escript:x", "\ufeffjavascript:x",
		"data:image/png;base64,AAAA", "data:text/html,<script>", "vbscript:x", "blob:https://x/1", "file:///etc/passwd", `C:\pictures\x.png`, "about:blank", "mailto:x", "https://", "https:x", "http:///",
		"//", "https://a b/x.png", "https://x@y/", "ftp://x/y.png"} {
		if IsPicture(picture) {
			t.Errorf("%q is taken for a picture", picture)
		}
		with, without := called("Moons"), called("Moons")
		with.Picture, without.Picture = picture, ""
		for _, form := range Forms {
			if got, want := form.Write(with), form.Write(without); got != want {
				t.Errorf("%s with %q: %s", form.ID, picture, got)
			}
		}
	}
	for _, picture := range []string{"", "moons.png", "moons (1).png", "月.png", "../images/moons.png", "/moons.png", "./a:b.png", "https://notes.example/moons.png?a=1&b=2", "http://localhost:8000/x.png",
		"HTTPS://月.example/x.png", "//notes.example/x.png", "javascript&colon;x", "javascript%3Ax", "moons.png?a:b", "#x"} {
		if !IsPicture(picture) {
			t.Errorf("%q is taken for no picture", picture)
		}
	}
	// Markdown knows references to characters in addresses.
	f := called("Moons")
	f.Picture = "javascript&colon;x"
	if got := write("markdown", f); !strings.Contains(got, "(javascript&colon%3Bx)") {
		t.Errorf("got %s", got)
	}
}

// docs/embedding.md shows what is written, and every form of it.
func TestTheGuideShowsEachFormAsItIsWritten(t *testing.T) {
	guide, err := os.ReadFile("../../../../docs/embedding.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]string{}
	for _, found := range regexp.MustCompile("(?s)<!-- snippet: ([^\n]*) -->\n(?:```\\w+\n(.*?)\n```|````\\w+\n(.*?)\n````)\n").FindAllSubmatch(guide, -1) {
		shown[string(found[1])] = string(found[2]) + string(found[3])
	}
	f := Figure{
		Site: "https://playground.example/", Fragment: "v=1&data=moons&init=xavier&lr=0.03&opt=adam", Query: []Pair{{"ui", "figure"}},
		Title: "Moons, four tanh units", Width: "600", Height: 360, Picture: "moons.png",
	}
	written := map[string]string{}
	for _, form := range Forms {
		written[form.ID] = form.Write(f)
		if _, once := form.Once(f); once != "" {
			written[form.ID+", once"] = strings.TrimRight(once, "\n")
		}
	}
	for name, text := range written {
		if shown[name] != text {
			t.Errorf("%s is written as\n%s\nand shown as\n%s", name, text, shown[name])
		}
	}
	if len(shown) != len(written) {
		t.Errorf("%d forms are shown, %d written", len(shown), len(written))
	}
}
