package main

import (
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

// sitePage writes the page of a small site and returns the page and its folder.
func sitePage(t *testing.T, style string) (html, site string) {
	t.Helper()
	site = t.TempDir()
	write(t, site, "main.wasm", "12345")
	write(t, site, "web/css/base.css", style)
	source := t.TempDir()
	write(t, source, "index.html", sizePlaceholder+`<link href="main.wasm"><link href="web/css/base.css"><a href="docs/">`)
	if err := writePage(filepath.Join(source, "index.html"), site); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join(site, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	return string(page), site
}

func TestThePageNamesFilesByTheirContent(t *testing.T) {
	html, site := sitePage(t, "a{}")
	names := regexp.MustCompile(`href="([^"]+\.[0-9a-f]{16}\.(?:wasm|css))"`).FindAllStringSubmatch(html, -1)
	if len(names) != 2 {
		t.Fatalf("%s has %d hashed names, want 2", html, len(names))
	}
	for _, name := range names {
		if _, err := os.Stat(filepath.Join(site, name[1])); err != nil {
			t.Error(err)
		}
	}
	if !strings.Contains(html, `content="5"`) {
		t.Errorf("%s does not tell the engine's size", html)
	}
	if other, _ := sitePage(t, "b{}"); other == html {
		t.Error("another style has the same name")
	}
}

func TestAPageWithoutItsFilesIsNotBuilt(t *testing.T) {
	source, site := t.TempDir(), t.TempDir()
	write(t, site, "main.wasm", "12345")
	write(t, source, "index.html", sizePlaceholder+`<link href="web/absent.css">`)
	if err := writePage(filepath.Join(source, "index.html"), site); err == nil {
		t.Error("no error for a file that is not there")
	}
}
