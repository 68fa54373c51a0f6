package main

import (
	"os"
	"testing"
)

func TestDocumentIsUpToDate(t *testing.T) {
	written, err := os.ReadFile("../../../docs/settings.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(written) != document() {
		t.Error("docs/settings.md differs from the table of settings: run go generate ./engine/config")
	}
}
