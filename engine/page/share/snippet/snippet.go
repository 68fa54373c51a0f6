// Package snippet writes what stands in other people's pages to show the playground there: texts in the languages of
// notes and books. docs/embedding.md says which goes where.
//
// Whatever a title or an address holds, it stays text in the language that it is written into.
package snippet

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// Figure is a run and how it is to be shown.
type Figure struct {
	Site     string // where the playground is, ending in a slash
	Fragment string // the run, as in a link, without the #
	Query    []Pair // keys of the address's query; an empty value is as good as none
	Title    string // names the figure, and stands for it where it cannot be seen
	Width    string // in pixels, or with its unit, such as 100%
	Height   int    // in pixels
	Picture  string // where its still picture is: what is no such place, see [IsPicture], is left out; "" for none
}

// Pair is a key of the query with its value.
type Pair struct{ Key, Value string }

// Get returns the value of a key of the query, "" where there is none.
func (f Figure) Get(key string) string {
	for _, p := range f.Query {
		if p.Key == key {
			return p.Value
		}
	}
	return ""
}

// Form is a language in which a figure is written.
type Form struct {
	ID    string
	write func(Figure) string
	once  func(Figure) string // of a file that the notes need once, nil for none
	path  string              // of that file
}

// Forms are all forms, in the order in which they are offered.
var Forms = []Form{
	{ID: "link", write: link},
	{ID: "html", write: element},
	{ID: "iframe", write: iframe},
	{ID: "markdown", write: picture},
	{ID: "myst", write: myst},
	{ID: "jupyter", write: jupyter},
	{ID: "quarto", write: quarto},
	{ID: "mdx", write: mdx},
	{ID: "hugo", write: hugo, once: shortcode, path: "layouts/shortcodes/nn-playground.html"},
}

// Write returns the text to paste.
func (f Form) Write(of Figure) string { return f.write(of.clean()) }

// Once returns the file that the notes need once, for all figures; "" where they need none.
func (f Form) Once(of Figure) (path, text string) {
	if f.once == nil {
		return "", ""
	}
	return f.path, f.once(of.clean())
}

// clean returns f with one line in each of its texts.
func (f Figure) clean() Figure {
	if !IsPicture(f.Picture) {
		f.Picture = ""
	}
	for _, text := range []*string{&f.Site, &f.Fragment, &f.Title, &f.Width, &f.Picture} {
		*text = OneLine(*text)
	}
	f.Query = slices.Clone(f.Query)
	for i := range f.Query {
		f.Query[i].Value = OneLine(f.Query[i].Value)
	}
	return f
}

// framing are the keys of the query that only mean something in someone else's page.
var framing = []string{"ui", "show", "hide", "lock", "load", "origin"}

// attributes are the keys that are attributes of the element by the same names.
var attributes = []string{"ui", "show", "hide", "lock", "run", "theme", "lang"}

func (f Figure) address(without []string) string {
	var told []Pair
	for _, p := range f.Query {
		if p.Value != "" && !slices.Contains(without, p.Key) {
			told = append(told, p)
		}
	}
	return address(f.Site + query(told) + "#" + f.Fragment)
}

// Talk returns the address with which a talk begins that has views with runs of their own, as package link writes them.
func Talk(site, views string) string {
	return site + query([]Pair{{"ui", "present"}, {"seq", views}})
}

// framed is the run in the frame of someone else's page.
func framed(f Figure) string { return f.address(nil) }

// link is the address of the run in a page of its own.
func link(f Figure) string { return f.address(framing) }

// attribute writes an attribute of HTML with a blank before it.
func attribute(name, value string) string { return " " + name + `="` + html(value) + `"` }

// element writes HTML that is HTML in Markdown too: it holds no empty line, and each tag of the element has a line of
// its own.
func element(f Figure) string {
	told := attribute("config", f.Fragment)
	for _, key := range attributes {
		if value := f.Get(key); value != "" {
			told += attribute(key, value)
		}
	}
	if f.Get("load") == "click" {
		told += attribute("loading", "click")
	}
	still := html(f.Title)
	if f.Picture != "" {
		told += attribute("poster", f.Picture)
		still = "<img" + attribute("src", f.Picture) + attribute("alt", f.Title) + ">"
	}
	return "<script async" + attribute("src", f.Site+"web/embed.js") + "></script>\n" +
		"<nn-playground" + told + attribute("title", f.Title) + f.size() + ">\n" +
		"<a" + attribute("href", link(f)) + ">" + still + "</a>\n" +
		"</nn-playground>"
}

func (f Figure) size() string {
	return attribute("width", f.Width) + attribute("height", strconv.Itoa(f.Height))
}

// sandbox is what a frame may do: the whole page opens in a new tab that is no part of it.
const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox"

// frame writes all of a frame but how its style is written and how it ends.
func frame(f Figure) string {
	return "<iframe" + attribute("src", framed(f)) + attribute("title", f.Title) +
		attribute("sandbox", sandbox) + attribute("loading", "lazy") + f.size()
}

// iframe writes a frame. The link below it is what remains where frames are taken out.
func iframe(f Figure) string {
	return `<figure style="margin: 0">` + "\n" +
		frame(f) + ` style="border: 0; max-width: 100%"></iframe>` + "\n" +
		"<figcaption><a" + attribute("href", link(f)) + ">" + html(f.Title) + "</a></figcaption>\n" +
		"</figure>"
}

// mdx writes a frame, as React runs no scripts in pages that it shows without loading them anew.
func mdx(f Figure) string {
	return "<figure style={{margin: 0}}>\n" +
		"  " + frame(f) + ` style={{border: 0, maxWidth: "100%"}} />` + "\n" +
		"  <figcaption><a" + attribute("href", link(f)) + ">{" + quoted(f.Title) + "}</a></figcaption>\n" +
		"</figure>"
}

// picture writes Markdown.
func picture(f Figure) string {
	title := markdown(f.Title)
	if f.Picture != "" {
		title = "![" + title + "](" + address(f.Picture) + ")"
	}
	return "[" + title + "](" + link(f) + ")"
}

// mystColumn is the width in pixels of the column of Jupyter Book 2, whose figures take parts of it.
const mystColumn = 750

// myst writes for mystmd and Jupyter Book 2, where a figure is 60% as high as the column is wide. Sphinx knows no such
// directive: there the HTML is right.
func myst(f Figure) string {
	width := f.Width
	if pixels, err := strconv.Atoi(width); err == nil {
		width = strconv.Itoa(int(math.Round(min(float64(pixels)/mystColumn, 1)*100))) + "%"
	}
	still := ""
	if f.Picture != "" {
		still = ":placeholder: " + address(f.Picture) + "\n"
	}
	return ":::{iframe} " + framed(f) + "\n" +
		":width: " + width + "\n" +
		":title: " + f.Title + "\n" +
		still +
		"[" + markdown(f.Title) + "](" + link(f) + ")\n" +
		":::"
}

// jupyter writes a cell. IPython writes the extras into its HTML as they are. The link is for notebooks shown without
// frames; it is no Markdown, as nbconvert's knows fewer escapes.
func jupyter(f Figure) string {
	alone := "<a" + attribute("href", link(f)) + ">" + html(f.Title) + "</a>"
	return strings.Join([]string{
		"from IPython.display import HTML, IFrame, display",
		"",
		"display(",
		"    IFrame(",
		"        " + quoted(framed(f)) + ",",
		"        width=" + quoted(f.Width) + ",",
		"        height=" + strconv.Itoa(f.Height) + ",",
		"        extras=[" + quoted(`sandbox="`+sandbox+`"`) + ", " + quoted(`loading="lazy"`) + ", " + quoted(`title="`+html(f.Title)+`"`) + "],",
		"    ),",
		"    HTML(" + quoted(alone) + "),",
		")",
	}, "\n")
}

func quarto(f Figure) string {
	return "::: {.content-visible when-format=\"html\"}\n" +
		"```{=html}\n" +
		element(f) + "\n" +
		"```\n" +
		":::\n" +
		"\n" +
		"::: {.content-visible unless-format=\"html\"}\n" +
		picture(f) + "\n" +
		":::"
}

// hugo writes a call of the shortcode.
func hugo(f Figure) string {
	given := []Pair{{"config", f.Fragment}}
	for _, key := range attributes {
		given = append(given, Pair{key, f.Get(key)})
	}
	if f.Get("load") == "click" {
		given = append(given, Pair{"loading", "click"})
	}
	given = append(given, Pair{"title", f.Title}, Pair{"width", f.Width}, Pair{"height", strconv.Itoa(f.Height)}, Pair{"picture", f.Picture}, Pair{"link", link(f)})
	call := "{{< nn-playground"
	for _, p := range given {
		if p.Value != "" {
			call += " " + p.Key + "=" + parameter(p.Value)
		}
	}
	return call + " >}}"
}

// shortcode writes what hugo calls.
func shortcode(f Figure) string {
	keys := `"config"`
	for _, key := range slices.Concat(attributes, []string{"loading", "title", "width", "height"}) {
		keys += ` "` + key + `"`
	}
	return "<script async" + attribute("src", f.Site+"web/embed.js") + "></script>\n" +
		`<nn-playground{{ range $key := slice ` + keys + ` }}{{ with $.Get $key }} {{ $key }}="{{ . }}"{{ end }}{{ end }}{{ with .Get "picture" }} poster="{{ . }}"{{ end }}>` + "\n" +
		`<a href="{{ .Get "link" }}">{{ with .Get "picture" }}<img src="{{ . }}" alt="{{ $.Get "title" }}">{{ else }}{{ .Get "title" }}{{ end }}</a>` + "\n" +
		"</nn-playground>\n"
}
