package main

import (
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"shallows/scripts/build/trim"
)

// goroot returns the folder of the Go in use.
func goroot() (string, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return "", fmt.Errorf("go env GOROOT: %w", err)
	}
	return strings.TrimSpace(string(root)), nil
}

// inlined are the packages in which functions are written into their callers:
// those that compute for every step, example or pixel, and the runtime, which
// relies on it. Elsewhere that makes a visit load more and wait for nothing
// less: 9 % of the engine as it travels, 1,993,731 bytes against 1,816,904
// when it was measured (make size, with and without this list).
var inlined = []string{
	"runtime", "internal/...", "math", "math/bits", "slices", "sort", "gonum.org/...",
	"shallows/engine/random", "shallows/engine/nn", "shallows/engine/kernel",
	"shallows/engine/dataset", "shallows/engine/session", "shallows/engine/scene",
}

// compile builds an engine, ./wasm or ./wasm/trainer, without local paths and
// repository state: the same source gives the same bytes anywhere. The linker's
// flags "-s -w" leave out the names of functions and debug information.
func compile(goroot, program, out, linkerFlags string) error {
	scratch, err := os.MkdirTemp("", "shallows-build")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	args := []string{"build", "-trimpath", "-buildvcs=false", "-ldflags=" + linkerFlags, "-o", out, "-gcflags=all=-l"}
	for _, packages := range inlined {
		args = append(args, "-gcflags="+packages+"=")
	}
	if overlay, err := writeOverlay(goroot, scratch); err == nil {
		args = append(args, "-overlay", overlay)
	} else {
		// Another version of Go only makes a larger engine; make test and make size refuse it.
		log.Print(err)
	}
	cmd := exec.Command("go", append(args, program)...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("go build %s: %w", program, err)
	}
	return trimEngine(out)
}

// trimEngine replaces the engine by its smaller form.
func trimEngine(file string) error {
	wasm, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	trimmed, err := trim.Module(wasm)
	if err != nil {
		// As above; the tests of package trim refuse it.
		log.Printf("the engine stays as Go wrote it: %v", err)
		return nil
	}
	return os.WriteFile(file, trimmed, 0o644)
}

// compileNamed builds the engine with the names of its functions, by which
// scripts/size.js tells what it consists of.
func compileNamed(out string) error {
	goroot, err := goroot()
	if err != nil {
		return err
	}
	return compile(goroot, "./wasm", out, "-w")
}

// copyExec copies the loader that belongs to the compiler in use: the two must
// be of one version.
func copyExec(goroot, out string) error {
	text, err := os.ReadFile(filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	return os.WriteFile(out, text, 0o644)
}
