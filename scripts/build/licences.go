package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// work is something that the engine is compiled of and that others own: a
// module, or Go with its library and its wasm_exec.js.
type work struct {
	name    string   // path and version
	root    string   // its folder
	folders []string // of the packages that are compiled in
}

// legal is a text that has to go where the work goes.
var legal = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|third[_-]?party)[^/]*$`)

// granting is one of them that says what may be done with the work.
var granting = regexp.MustCompile(`(?i)^(licen[cs]e|copying)`)

// writeLicences writes the page of all licences into the site.
func writeLicences(goroot, site string) error {
	page, err := licences(goroot)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(site, "licences.html"), page, 0o644)
}

// licences returns a page with the licence of this project and those of all
// that the engine is compiled of.
func licences(goroot string) ([]byte, error) {
	works, err := compiledIn(goroot)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString(`<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>Shallows: licences 许可证</title>
<style>body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif } pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem }</style>
<h1>Licences <span lang="zh-Hans">许可证</span></h1>
<p>Shallows, and what it is made of. <span lang="zh-Hans">Shallows 以及其中所含软件的许可证。</span></p>
`)
	for _, w := range append([]work{{name: "Shallows", root: "."}}, works...) {
		texts, err := w.texts()
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "<h2>%s</h2>\n", html.EscapeString(w.name))
		for _, file := range texts {
			text, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			name, err := filepath.Rel(w.root, file)
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(&b, "<h3>%s</h3>\n<pre>%s</pre>\n", html.EscapeString(filepath.ToSlash(name)), html.EscapeString(strings.ToValidUTF8(string(text), "\ufffd")))
		}
	}
	return b.Bytes(), nil
}

// texts returns the legal texts of w: in its folder, in those of its packages
// and between them. A folder of such a name is one of texts.
func (w work) texts() ([]string, error) {
	folders := []string{w.root}
	for _, folder := range w.folders {
		for folder != w.root && strings.HasPrefix(folder, w.root) {
			folders = append(folders, folder)
			folder = filepath.Dir(folder)
		}
	}
	slices.Sort(folders)
	var texts []string
	granted := false
	for _, folder := range slices.Compact(folders) {
		entries, err := os.ReadDir(folder)
		if err != nil {
			return nil, err
		}
		for _, entry := range entries {
			name := filepath.Join(folder, entry.Name())
			if !legal.MatchString(entry.Name()) || filepath.Ext(name) == ".go" {
				continue
			}
			granted = granted || folder == w.root && !entry.IsDir() && granting.MatchString(entry.Name())
			err := filepath.WalkDir(name, func(file string, inside fs.DirEntry, err error) error {
				if err == nil && !inside.IsDir() {
					texts = append(texts, file)
				}
				return err
			})
			if err != nil {
				return nil, err
			}
		}
	}
	if !granted {
		return nil, fmt.Errorf("%s comes without its licence in %s", w.name, w.root)
	}
	return texts, nil
}

// compiledIn returns what the engine is compiled of beside this module: Go
// first, then modules by their names.
func compiledIn(goroot string) ([]work, error) {
	cmd := exec.Command("go", "list", "-deps", "-json=Dir,Standard,Module", "./wasm")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	list, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list ./wasm: %w", err)
	}
	version, err := os.ReadFile(filepath.Join(goroot, "VERSION"))
	if err != nil {
		return nil, err
	}
	release, _, _ := strings.Cut(string(version), "\n")
	works := []work{{name: "Go: its library and wasm_exec.js, " + release, root: goroot}}
	decoder := json.NewDecoder(bytes.NewReader(list))
	for {
		var p struct {
			Dir      string
			Standard bool
			Module   *struct {
				Path, Version, Dir string
				Main               bool
			}
		}
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		switch {
		case p.Standard:
			works[0].folders = append(works[0].folders, p.Dir)
		case p.Module == nil || p.Module.Dir == "":
			return nil, fmt.Errorf("%s is of no module whose licence could be read", p.Dir)
		case !p.Module.Main:
			name := p.Module.Path + " " + p.Module.Version
			i := slices.IndexFunc(works, func(w work) bool { return w.name == name })
			if i < 0 {
				i = len(works)
				works = append(works, work{name: name, root: p.Module.Dir})
			}
			works[i].folders = append(works[i].folders, p.Dir)
		}
	}
	slices.SortFunc(works[1:], func(a, b work) int { return strings.Compare(a.name, b.name) })
	return works, nil
}
