// Command build makes the static site: the page, its web folder, Go's own
// wasm_exec.js and the compiled engine.
//
//	go run ./scripts/build -out dist
//
// Every address in the result is relative, so it can be served from any folder
// of any static server. Run it from the root of the repository.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("build: ")
	out := flag.String("out", "dist", "folder to write; replaced as a whole")
	named := flag.String("named", "", "write only the engine, with the names of its functions, to this file")
	flag.Parse()
	work := func() error { return build(*out) }
	if *named != "" {
		work = func() error { return compileNamed(*named) }
	}
	if err := work(); err != nil {
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
	modules, err := bundle(filepath.Join("web", "main.js"), api.FormatESModule)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(next, "web", "main.js"), modules, 0o644); err != nil {
		return err
	}
	if err := writeSealed(next); err != nil {
		return err
	}
	if err := writeEmbed(next); err != nil {
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
