package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// write makes a file of text under dir.
func write(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// sitePage builds the page of a small site and returns it, its folder and its
// version.
func sitePage(t *testing.T, style string) (html, site, version string) {
	t.Helper()
	site = t.TempDir()
	write(t, site, "main.wasm", "12345")
	write(t, site, "web/css/base.css", style)
	write(t, site, "web/locales/en.json", "{}")
	write(t, site, "web/embed.js", "")
	source := t.TempDir()
	write(t, source, "index.html", sizePlaceholder+versionPlaceholder+filesPlaceholder+firstPlaceholder+addressPlaceholder+stylesPlaceholder+templatesPlaceholder+
		`<!-- first: network --><!-- first: output --><!-- first: cost --><link href="main.wasm"><link href="web/css/base.css"><a href="docs/">`)
	names, err := nameByContent(site)
	if err != nil {
		t.Fatal(err)
	}
	text, err := readPage(filepath.Join(source, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	version, err = writePage(text, site, "", names)
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join(site, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	return string(page), site, version
}

func TestThePageNamesFilesByTheirContent(t *testing.T) {
	html, site, version := sitePage(t, "a{}")
	named := regexp.MustCompile(`href="([^"]+\.[0-9a-f]{16}\.(?:wasm|css))"`).FindAllStringSubmatch(html, -1)
	if len(named) != 2 {
		t.Fatalf("%s has %d hashed names, want 2", html, len(named))
	}
	for _, name := range named {
		if _, err := os.Stat(filepath.Join(site, name[1])); err != nil {
			t.Error(err)
		}
	}
	if !strings.Contains(html, `content="5"`) {
		t.Errorf("%s does not tell the engine's size", html)
	}
	if !strings.Contains(html, `content="`+version+`"`) {
		t.Errorf("%s does not tell its version", html)
	}
	if _, _, other := sitePage(t, "b{}"); other == version {
		t.Error("with another style the version is the same")
	}
}

func TestThePageKnowsTheFilesItAsksForLater(t *testing.T) {
	html, site, _ := sitePage(t, "a{}")
	list := regexp.MustCompile(`id="files">(.*?)</script>`).FindStringSubmatch(html)
	files := map[string]string{}
	if list == nil || json.Unmarshal([]byte(list[1]), &files) != nil {
		t.Fatalf("%s has no list of files", html)
	}
	if len(files) != 1 {
		t.Errorf("%v names more than the locale", files)
	}
	if _, err := os.Stat(filepath.Join(site, "web", files["locales/en.json"])); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(site, "web", "embed.js")); err != nil {
		t.Errorf("what other sites load has another name: %v", err)
	}
}

func TestAPageWithoutItsPlaceholdersIsNotBuilt(t *testing.T) {
	site := t.TempDir()
	write(t, site, "main.wasm", "12345")
	if _, err := writePage([]byte(sizePlaceholder+versionPlaceholder), site, "", names{"main.wasm": "main.wasm"}); err == nil {
		t.Error("no error for a page that cannot know its files")
	}
}

func TestThePageHoldsItsTemplatesAndTheirStyles(t *testing.T) {
	source := t.TempDir()
	write(t, source, "index.html", stylesPlaceholder+"<body>\n<!-- web/templates/shared/d.html readout.step -->\n"+templatesPlaceholder+"</body>")
	write(t, source, "web/templates/a.css", "a {}")
	write(t, source, "web/css/panels.css", "p {}")
	write(t, source, "web/templates/b.html", "<b>100%</b>\n")
	write(t, source, "web/templates/a.html", "<a><!-- web/templates/shared/c.html --></a>\n")
	write(t, source, "web/templates/shared/c.html", "<i>$1</i>\n")
	write(t, source, "web/templates/shared/d.html", "<u>{}, {}</u>\n")
	page, err := readPage(filepath.Join(source, "index.html"))
	if want := "  <link rel=\"stylesheet\" href=\"web/templates/a.css\">\n<body>\n<u>readout.step, readout.step</u>\n<a><i>$1</i></a>\n<b>100%</b>\n</body>"; err != nil || string(page) != want {
		t.Errorf("got %s, %v, want %s", page, err, want)
	}
	write(t, source, "web/templates/b.html", "<!-- web/templates/shared/e.html -->\n")
	if page, err := readPage(filepath.Join(source, "index.html")); err == nil {
		t.Errorf("got %s of what is shared and is not there, want an error", page)
	}
}
