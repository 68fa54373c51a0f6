package main

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
)

// shim names, for each module of web/ that binds the page to the engine, the
// others it may import. The modules that are not here hold what has yet to move
// to engine/page: they may import the shim, and the shim may not import them.
var shim = map[string][]string{
	"bind.js":            {"assets.js", "lines.js", "grid.js"},
	"grid.js":            {},
	"copying.js":         {},
	"page.js":            {"bind.js", "emitter.js", "loop.js"},
	"lines.js":           {},
	"pointing.js":        {},
	"events.js":          {"bind.js", "dom.js", "keyboard.js", "modal.js"},
	"effects.js":         {"assets.js", "bind.js", "clipboard.js", "dom.js", "history.js", "saving.js", "storage.js"},
	"keyboard.js":        {"bind.js", "modal.js"},
	"own.js":             {"dom.js", "embedding/frame.js", "keyboard.js", "modal.js"},
	"modal.js":           {},
	"address.js":         {"history.js"},
	"clipboard.js":       {},
	"saving.js":          {},
	"share.js":           {"clipboard.js", "dom.js", "embedding/frame.js", "saving.js", "site.js"},
	"site.js":            {},
	"dom.js":             {},
	"language.js":        {"dom.js", "languages.js", "message.js", "assets.js", "emitter.js", "preference.js"},
	"preference.js":      {"history.js", "query.js", "embedding/frame.js", "storage.js"},
	"loop.js":            {"clock.js", "embedding/sight.js"},
	"clock.js":           {},
	"history.js":         {"query.js"},
	"languages.js":       {},
	"query.js":           {},
	"assets.js":          {},
	"emitter.js":         {},
	"storage.js":         {},
	"embedding/frame.js": {},
	"workers.js":         {"assets.js"},
	"worker/worker.js":   {},
	"worker/trainer.js":  {"throwing.js", "vector.js"},
}

// imported finds what a module runs; what a comment takes a type of is no import.
var imported = regexp.MustCompile(`(?m)^(?:import|export) (?:[^"]* from )?"(\.[^"]*)"|(?:=|await|return) import\("(\.[^"]*)"`)

// webImports returns what the modules of web/ import against the design, one
// sentence each, and how many modules there are.
func webImports(web fs.FS) (found []string, modules int, err error) {
	seen := map[string]bool{}
	err = fs.WalkDir(web, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".js" {
			return err
		}
		modules++
		seen[name] = true
		allowed, bound := shim[name]
		if !bound {
			return nil
		}
		text, err := fs.ReadFile(web, name)
		for _, match := range imported.FindAllStringSubmatch(string(text), -1) {
			if other := path.Join(path.Dir(name), match[1]+match[2]); !slices.Contains(allowed, other) {
				found = append(found, fmt.Sprintf("web/%s imports web/%s: the shim's imports do not run that way", name, other))
			}
		}
		return err
	})
	for _, name := range slices.Sorted(maps.Keys(shim)) {
		if err == nil && !seen[name] {
			found = append(found, fmt.Sprintf("web/%s is in the design and not in web/", name))
		}
	}
	return found, modules, err
}
