package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestStylesThatFollowOneAnotherBecomeOneFile(t *testing.T) {
	site := t.TempDir()
	write(t, site, "web/css/tokens.css", "/* Colours. */\n:root { --ink: black }\n")
	write(t, site, "web/css/dark.css", ":root { --ink: white }\n")
	write(t, site, "web/css/base.css", "/* What all have. */\na { color: var(--ink) }\n")
	write(t, site, "web/templates/check.css", "@container (width < 40rem) { b { margin: 0 } }\n")
	dark := "  <link rel=\"stylesheet\" id=\"dark\" href=\"web/css/dark.css\" media=\"screen\">\n"
	base := "  <link rel=\"stylesheet\" href=\"web/css/base.css\">\n"
	tokens := "  <link rel=\"stylesheet\" href=\"web/css/tokens.css\">\n"
	page, err := joinStyles([]byte(tokens+dark+base+"  <link rel=\"stylesheet\" href=\"web/templates/check.css\">\n</head>"), site)
	if want := tokens + dark + base + "</head>"; err != nil || string(page) != want {
		t.Errorf("got %s, %v, want %s", page, err, want)
	}
	for name, want := range map[string]string{
		"web/css/tokens.css": ":root{--ink: black }\n",
		"web/css/dark.css":   ":root { --ink: white }\n",
		"web/css/base.css":   "a{color:var(--ink)}@container (width < 40rem){b{margin:0}}\n",
	} {
		if got, err := os.ReadFile(filepath.Join(site, name)); string(got) != want {
			t.Errorf("%s is %q, %v, want %q", name, got, err, want)
		}
	}
	if _, err := os.Stat(filepath.Join(site, "web/templates/check.css")); err == nil {
		t.Error("a file that was joined to another is still there")
	}

	if page, err := joinStyles([]byte(tokens+"  <link rel=\"stylesheet\" href=\"web/css/none.css\">\n"), site); err == nil {
		t.Errorf("got %s with a file that is not there, want an error", page)
	}
	write(t, site, "web/css/base.css", "a { color: red")
	if page, err := joinStyles([]byte(base), site); err == nil {
		t.Errorf("got %s with a rule that does not end, want an error", page)
	}
}
