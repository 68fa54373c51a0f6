package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheWorkerKeepsWhatThePageIsMadeOf(t *testing.T) {
	t.Chdir("../..")
	site := t.TempDir()
	write(t, site, "main.0123456789abcdef.wasm", "12345")
	write(t, site, "web/sealed.0123456789abcdef.js", "")
	names := names{"main.wasm": "main.0123456789abcdef.wasm", "web/sealed.js": "web/sealed.0123456789abcdef.js"}
	if err := writeWorker(site, "v", names); err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile(filepath.Join(site, "sw.js"))
	if err != nil {
		t.Fatal(err)
	}
	// printf 12345 | openssl dgst -sha256 -binary | base64
	if want := `"main.0123456789abcdef.wasm": "sha256-WZRHGrsBESr8wYFZ9sx0tPURuZgG2lmzyvWpwXPKz8U="`; !strings.Contains(string(script), want) {
		t.Errorf("the worker does not keep %s", want)
	}
	if strings.Contains(string(script), "sealed.0123456789abcdef") {
		t.Error("the worker keeps what no page that it serves asks for")
	}
}
