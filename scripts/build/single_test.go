package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// The page leads to the licences by the link that a single file has the texts in
// place of.
func TestThePageLeadsToTheLicences(t *testing.T) {
	page, err := os.ReadFile("../../index.html")
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(page), string(licence)); n != 1 {
		t.Errorf("the page has the link %d times, want once", n)
	}
}

func TestASingleFileAsksForNothing(t *testing.T) {
	t.Chdir("../..")
	parts := t.TempDir()
	write(t, parts, "main.wasm", "12345")
	write(t, parts, "web/wasm_exec.js", "shim()")
	write(t, parts, "web/locales/en.json", `{"a": "</script>"}`)
	write(t, parts, "web/icons/shallows.svg", "<svg/>")
	write(t, parts, "web/css/dark.css", "a{}")
	write(t, parts, "licences.html", "<style></style><h1>Licences</h1><h2>Go</h2>")
	page := `<meta name="policy" content="default-src 'none'">
  ` + sizePlaceholder + `
  <link rel="icon" href="web/icons/shallows.svg" type="image/svg+xml">
  <link rel="manifest" href="manifest.webmanifest">
  <link rel="stylesheet" id="dark" href="web/css/dark.css" media="screen">
  <style>b{}</style>
  <script async fetchpriority="high" src="web/start.js"></script>
  <script defer fetchpriority="high" src="web/first.js"></script>
<a href="licences.html" target="_blank" rel="noopener" data-i18n="about.licences"></a>
</body>`
	out, err := single([]byte(page), parts, `https://notes.example/?a&"b"`)
	if err != nil {
		t.Fatal(err)
	}
	html := string(out)
	if named := regexp.MustCompile(`(?:href|src)="(?:web/|manifest)[^"]*"`).FindString(html); named != "" {
		t.Errorf("it asks for %s", named)
	}
	for _, want := range []string{
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-`,
		`<style id="dark" media="screen">a{}</style>`,
		`<link rel="canonical" href="https://notes.example/?a&amp;&#34;b&#34;">`,
		digest([]byte("a{}")),
		digest([]byte("b{}")),
		`<h3>Licences</h3><h4>Go</h4></details>`,
		"shim()",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("it lacks %s", want)
		}
	}
	if n := strings.Count(html, "</script>"); n != 1 {
		t.Errorf("its script ends %d times", n)
	}
	for _, shim := range []string{"a = '</SCRIPT>'", "a = '<!-- <script>'"} {
		write(t, parts, "web/wasm_exec.js", shim)
		if _, err := single([]byte(page), parts, ""); err == nil {
			t.Errorf("no error for a page whose script is cut by %s", shim)
		}
	}
}
