package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadAddress(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", ""},
		{"https://notes.example", "https://notes.example/"},
		{"https://notes.example/", "https://notes.example/"},
		{"https://notes.example/shallows", "https://notes.example/shallows/"},
		{"http://localhost:8080/a/", "http://localhost:8080/a/"},
		{"notes.example", "refused"},
		{"/shallows/", "refused"},
		{"https://", "refused"},
		{"file:///tmp/", "refused"},
		{"https://notes.example/?a=b", "refused"},
		{"https://notes.example/#v=1", "refused"},
		{"https://user@notes.example/", "refused"},
	} {
		got, err := readAddress(test.text)
		if err != nil {
			got = "refused"
		}
		if got != test.want {
			t.Errorf("%q is %q, want %q", test.text, got, test.want)
		}
	}
}

// A page tells where it is when that is known, and nothing otherwise.
func TestThePageSaysWhereItIs(t *testing.T) {
	t.Chdir("../..")
	for _, address := range []string{"", "https://notes.example/shallows/"} {
		site := t.TempDir()
		write(t, site, "main.wasm", "12345")
		if address != "" {
			if err := writeCard(site); err != nil {
				t.Fatal(err)
			}
		}
		html, err := readPage("index.html")
		if err != nil {
			t.Fatal(err)
		}
		names, err := nameByContent(site)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := writePage(html, site, address, names); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.Join(site, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		page := string(text)
		for _, always := range []string{`<meta name="description" content="A neural`, `<meta property="og:title" content="Shallows">`, `<meta property="og:description" content="A neural`} {
			if !strings.Contains(page, always) {
				t.Errorf("with address %q the page lacks %s", address, always)
			}
		}
		for _, where := range []string{
			`<link rel="canonical" href="https://notes.example/shallows/">`,
			`<meta property="og:url" content="https://notes.example/shallows/">`,
			`<meta property="og:image" content="https://notes.example/shallows/` + names["card.png"] + `">`,
			`<meta property="og:image:width" content="1440">`,
			`<meta name="twitter:card" content="summary_large_image">`,
		} {
			if strings.Contains(page, where) != (address != "") {
				t.Errorf("with address %q the page has %s: %v", address, where, address == "")
			}
		}
		if address == "" && strings.Contains(page, "canonical") {
			t.Error("a page that does not know its address has a canonical one")
		}
	}
}
