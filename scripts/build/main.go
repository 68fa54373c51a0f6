// Command build makes the static site: the page, its web folder, Go's own
// wasm_exec.js and the compiled engine.
//
//	go run ./scripts/build -out dist
//
// Every address in the result is relative, so it can be served from any folder
// of any static server. Run it from the root of the repository.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("build: ")
	out := flag.String("out", "dist", "folder to write; replaced as a whole")
	flag.Parse()
	if err := build(*out); err != nil {
		log.Fatal(err)
	}
}

// build writes the site beside out and then swaps the two, so that a server
// running on out never shows half a site and a failed build leaves the old one.
func build(out string) error {
	next := out + ".next"
	if err := os.RemoveAll(next); err != nil {
		return err
	}
	defer os.RemoveAll(next)
	if err := os.CopyFS(filepath.Join(next, "web"), os.DirFS("web")); err != nil {
		return err
	}
	if err := compile(filepath.Join(next, "main.wasm")); err != nil {
		return err
	}
	if err := copyExec(filepath.Join(next, "web", "wasm_exec.js")); err != nil {
		return err
	}
	if err := writePage("index.html", next); err != nil {
		return err
	}
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	return os.Rename(next, out)
}

// compile builds the engine without symbol table, debug information, local
// paths and repository state: the same source gives the same bytes anywhere.
func compile(out string) error {
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", out, "./wasm")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("go build ./wasm: %w", err)
	}
	return nil
}

// copyExec copies the loader that belongs to the compiler in use: the two must
// be of one version.
func copyExec(out string) error {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("go env GOROOT: %w", err)
	}
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	return os.WriteFile(out, text, 0o644)
}

// The placeholder stands in index.html for the size of main.wasm in bytes. A
// compressing server does not announce the size of what comes out, and the
// progress bar needs it.
const (
	sizePlaceholder = `<meta name="wasm-size" content="0">`
	sizeFormat      = `<meta name="wasm-size" content="%d">`
)

// writePage copies the page into the site and writes the engine's size in it.
func writePage(page, site string) error {
	html, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	engine, err := os.Stat(filepath.Join(site, "main.wasm"))
	if err != nil {
		return err
	}
	if n := bytes.Count(html, []byte(sizePlaceholder)); n != 1 {
		return fmt.Errorf("%s has %s %d times, want once", page, sizePlaceholder, n)
	}
	size := fmt.Appendf(nil, sizeFormat, engine.Size())
	html = bytes.Replace(html, []byte(sizePlaceholder), size, 1)
	return os.WriteFile(filepath.Join(site, filepath.Base(page)), html, 0o644)
}
