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
	"io/fs"
	"log"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/evanw/esbuild/pkg/api"
)

// Of web/ the site has files of these kinds as they stand, and these.
var (
	served = []string{".css", ".json", ".png", ".svg"}
	whole  = []string{"start.js", "first.js", "embed.d.ts"}
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("build: ")
	out := flag.String("out", "dist", "folder to write; replaced as a whole")
	named := flag.String("named", "", "write only the engine, with the names of its functions, to this file")
	single := flag.String("single", "", "write only the page as one file, with everything inside, to this file")
	where := flag.String("address", "", "of the site, for previews of its links; with -single: of the site that links made in the file lead to")
	flag.Parse()
	address, err := readAddress(*where)
	if err != nil {
		log.Fatal(err)
	}
	work := func() error { return build(*out, address) }
	switch {
	case *named != "":
		work = func() error { return compileNamed(*named) }
	case *single != "":
		work = func() error { return writeSingle(*single, address) }
	}
	if err := work(); err != nil {
		log.Fatal(err)
	}
}

// build writes the site beside out and then swaps the two, so that a server
// running on out never shows half a site and a failed build leaves the old one.
// Without an address the page does not say where it is.
func build(out, address string) error {
	next := out + ".next"
	if err := os.RemoveAll(next); err != nil {
		return err
	}
	defer os.RemoveAll(next)
	if err := writeParts(next); err != nil {
		return err
	}
	if err := writeTrainer(next); err != nil {
		return err
	}
	if address != "" {
		if err := writeCard(next); err != nil {
			return err
		}
	}
	page, err := readPage("index.html")
	if err != nil {
		return err
	}
	if page, err = joinStyles(page, next); err != nil {
		return err
	}
	names, err := nameByContent(next)
	if err != nil {
		return err
	}
	if err := writeManifest("manifest.webmanifest", next, names); err != nil {
		return err
	}
	version, err := writePage(page, next, address, names)
	if err != nil {
		return err
	}
	if err := writeWorker(next, version, names); err != nil {
		return err
	}
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	return os.Rename(next, out)
}

// writeParts writes what the page consists of, under plain names.
func writeParts(site string) error {
	if err := copyAssets("web", filepath.Join(site, "web")); err != nil {
		return err
	}
	goroot, err := goroot()
	if err != nil {
		return err
	}
	if err := compile(goroot, "./wasm", filepath.Join(site, "main.wasm"), "-s -w"); err != nil {
		return err
	}
	if err := writeLicences(goroot, site); err != nil {
		return err
	}
	if err := copyExec(goroot, filepath.Join(site, "web", "wasm_exec.js")); err != nil {
		return err
	}
	modules, err := bundle(filepath.Join("web", "main.js"), api.FormatESModule)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(site, "web", "main.js"), modules, 0o644); err != nil {
		return err
	}
	if err := writeSealed(site); err != nil {
		return err
	}
	return writeEmbed(site)
}

// copyAssets copies what is served as it stands: all but the modules, which are
// bundled, and what only their checking needs.
func copyAssets(from, to string) error {
	return fs.WalkDir(os.DirFS(from), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !slices.Contains(served, path.Ext(name)) && !slices.Contains(whole, name) {
			return err
		}
		content, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			return err
		}
		target := filepath.Join(to, name)
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		return os.WriteFile(target, content, 0o644)
	})
}
