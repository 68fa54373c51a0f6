package main

import (
	"os/exec"
	"strings"
	"testing"
)

// Every module that is compiled in stands on the page, ours first, with what it
// asks to be kept.
func TestEveryLicenceIsThere(t *testing.T) {
	t.Chdir("../..")
	root, err := goroot()
	if err != nil {
		t.Fatal(err)
	}
	text, err := licences(root)
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "./wasm")
	cmd.Env = append(cmd.Environ(), "GOOS=js", "GOARCH=wasm")
	list, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	modules := strings.Fields(strings.ReplaceAll(strings.TrimSpace(string(list)), " ", "@"))
	if len(modules) == 0 {
		t.Fatal("no module is compiled in")
	}
	for _, module := range modules {
		if !strings.Contains(page, "<h2>"+strings.ReplaceAll(module, "@", " ")+"</h2>") {
			t.Errorf("the page lacks %s", module)
		}
	}
	for _, want := range []string{
		"The Shallows authors", "The Go Authors", "Additional IP Rights Grant (Patents)", "Apache License",
		"Makoto Matsumoto and Takuji Nishimura", "Gonum Authors", "Florian Sundermann",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks the words %q", want)
		}
	}
	if first := strings.Index(page, "<h2>Shallows</h2>"); first < 0 || strings.Index(page, "<h2>") != first {
		t.Error("our own licence is not the first")
	}
	if strings.Contains(page, "<script") || strings.Contains(page, root) {
		t.Error("the page holds a script, or a path of this machine")
	}
}

func TestAWorkWithoutALicence(t *testing.T) {
	for _, test := range []struct {
		files []string
		want  int // -1 for none
	}{
		{[]string{"a.go"}, -1},
		{[]string{"NOTICE", "sub/LICENSE"}, -1},
		{[]string{"licence.go"}, -1},
		{[]string{"THIRD_PARTY_LICENSES/A-LICENSE"}, -1},
		{[]string{"LICENSE"}, 1},
		{[]string{"LICENCE.md", "a.go"}, 1},
		{[]string{"COPYING", "PATENTS", "NOTICE.txt"}, 3},
		{[]string{"LICENSE", "sub/inner/LICENSE", "sub/NOTICE", "other/LICENSE"}, 3},
		{[]string{"LICENSE", "THIRD_PARTY_LICENSES/A-LICENSE", "THIRD_PARTY_LICENSES/B"}, 3},
	} {
		w := work{name: "m v1", root: t.TempDir()}
		for _, file := range test.files {
			write(t, w.root, file, "text")
		}
		write(t, w.root, "sub/inner/a.go", "")
		w.folders = []string{w.root + "/sub/inner", w.root}
		texts, err := w.texts()
		if test.want < 0 && err == nil || test.want >= 0 && (err != nil || len(texts) != test.want) {
			t.Errorf("%q gives %q, error %v, want %d texts", test.files, texts, err, test.want)
		}
	}
}
