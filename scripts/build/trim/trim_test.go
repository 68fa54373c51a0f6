package trim

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// build returns the file of testdata/program as Go's linker writes it.
func build(t *testing.T, options ...string) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "program.wasm")
	cmd := exec.Command("go", append(append([]string{"build", "-o", file}, options...), "./testdata/program")...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	wasm, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return wasm
}

// run returns what a module prints in Node, which must end in a failure.
func run(t *testing.T, wasm []byte) (output, trace string) {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "program.wasm")
	if err := os.WriteFile(file, wasm, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js"), file)
	cmd.Env = []string{"PATH=" + os.Getenv("PATH")} // Go's loader refuses large environments
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err == nil || errs.Len() == 0 {
		t.Fatalf("the program did not panic, or Node is missing: %v", err)
	}
	return out.String(), errs.String()
}

func TestProgramDoesTheSame(t *testing.T) {
	for name, options := range map[string][]string{
		"inlined":     {"-ldflags=-s -w", "-trimpath"},
		"not inlined": {"-ldflags=-w", "-gcflags=all=-l"},
	} {
		t.Run(name, func(t *testing.T) {
			whole := build(t, options...)
			trimmed, err := Module(whole)
			if err != nil {
				t.Fatalf("adapt package trim to this version of Go: %v", err)
			}
			want, wantTrace := run(t, whole)
			got, trace := run(t, trimmed)
			// The program prints the file of its source on its last line.
			if last := strings.LastIndex(want, "main.main "); last < 0 || !strings.HasPrefix(want, "32767\n0\n2 1 0 runtime error: integer divide by zero\n") {
				t.Fatalf("unexpected output %q", want)
			} else if want := want[:last] + "main.main ? true\n"; got != want {
				t.Errorf("trimmed prints %q, want %q", got, want)
			}
			if !strings.Contains(wantTrace, "main.go:") || strings.Contains(trace, ".go:") {
				t.Errorf("the trace has lines: %s", trace)
			}
			for _, line := range []string{"panic: assignment to entry in nil map", "main.fails(", "main.main("} {
				if !strings.Contains(trace, line) || !strings.Contains(wantTrace, line) {
					t.Errorf("a trace without %q: %s\n%s", line, trace, wantTrace)
				}
			}
		})
	}
}

func TestModuleIsTheSameEachTime(t *testing.T) {
	whole := build(t, "-trimpath", "-ldflags=-s -w")
	before := bytes.Clone(whole)
	first, err := Module(whole)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(whole, before) {
		t.Error("the module that was given changed")
	}
	again, err := Module(before)
	if err != nil || !bytes.Equal(first, again) {
		t.Errorf("another result, or %v", err)
	}
}

func TestModuleKeepsAllButCodeAndData(t *testing.T) {
	whole := build(t, "-ldflags=-w")
	trimmed, err := Module(whole)
	if err != nil {
		t.Fatal(err)
	}
	want, err := readSections(whole)
	if err != nil {
		t.Fatal(err)
	}
	got, err := readSections(trimmed)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(want) {
		t.Fatalf("%d sections, want %d", len(got), len(want))
	}
	for i, s := range want {
		if s.id != got[i].id || s.id != codeSection && s.id != dataSection && !bytes.Equal(s.content, got[i].content) {
			t.Errorf("section %d differs", s.id)
		}
		if s.id == codeSection && len(got[i].content) > len(s.content)*19/20 {
			t.Errorf("%d bytes of code became %d", len(s.content), len(got[i].content))
		}
	}
}

func TestModuleRefuses(t *testing.T) {
	whole := build(t, "-ldflags=-s -w")
	at := bytes.Index(whole, []byte(magic))
	for name, spoil := range map[string]func(wasm []byte) []byte{
		"nothing":           func(wasm []byte) []byte { return nil },
		"another file":      func(wasm []byte) []byte { return []byte("#!/bin/sh") },
		"no code, no data":  func(wasm []byte) []byte { return wasm[:8] },
		"half a module":     func(wasm []byte) []byte { return wasm[:len(wasm)/2] },
		"one byte too few":  func(wasm []byte) []byte { return wasm[:len(wasm)-1] },
		"another version":   func(wasm []byte) []byte { wasm[at]++; return wasm },
		"another alignment": func(wasm []byte) []byte { wasm[at+6] = 4; return wasm },
	} {
		if trimmed, err := Module(spoil(bytes.Clone(whole))); err == nil {
			t.Errorf("%s: no error, %d bytes", name, len(trimmed))
		}
	}
}
