package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fakeRoot is a GOROOT that holds one file.
func fakeRoot(t *testing.T, source string) string {
	root := t.TempDir()
	file := filepath.Join(root, filepath.FromSlash(templateFile))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	return root
}

func TestOverlayTakesOutTheOneCall(t *testing.T) {
	root, err := goroot()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := writeOverlay(root, dir); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(templateFile)))
	if err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(filepath.Join(dir, "exec.go"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(after), ".MethodByName(") {
		t.Error("the linker still keeps every exported method")
	}
	if strings.Count(string(before), "\n") != strings.Count(string(after), "\n") {
		t.Error("more than a line differs")
	}
}

func TestOverlayFailsWhenGoIsAnother(t *testing.T) {
	for _, source := range []string{"package template\n", methodCall + "\n" + methodCall + "\n"} {
		if _, err := writeOverlay(fakeRoot(t, source), t.TempDir()); err == nil {
			t.Errorf("no error for %q", source)
		}
	}
}
