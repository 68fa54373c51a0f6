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
	"path/filepath"
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
	goroot, err := goroot()
	if err != nil {
		return err
	}
	if err := compile(goroot, filepath.Join(next, "main.wasm"), "-s -w"); err != nil {
		return err
	}
	if err := copyExec(goroot, filepath.Join(next, "web", "wasm_exec.js")); err != nil {
		return err
	}
	if err := writeSealed(next); err != nil {
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
