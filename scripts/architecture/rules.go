package main

import (
	"fmt"
	"slices"
	"strings"
)

// Package is what go list says of a package.
type Package struct {
	ImportPath string
	Imports    []string // by the package itself
	Deps       []string // by it and all it imports
}

const (
	module = "shallows/"
	ebiten = "github.com/hajimehoshi/ebiten"
)

// mayImport names, for each package of the module, the others it may import. A
// package that is not here has no place in the design yet, but for the panels:
// the packages in engine/page that are not here, which engine/page may import.
var mayImport = map[string][]string{
	"engine/number":               {},
	"engine/random":               {},
	"engine/nn":                   {"engine/random"},
	"engine/dataset":              {"engine/random"},
	"engine/dataset/table":        {"engine/dataset", "engine/number"},
	"engine/dataset/principal":    {"engine/dataset"},
	"engine/config":               {"engine/nn", "engine/dataset"},
	"engine/config/settingsdoc":   {"engine/config", "engine/nn"},
	"engine/kernel":               {"engine/nn"},
	"engine/kernel/kernelgen":     {},
	"engine/session":              {"engine/config", "engine/kernel", "engine/nn", "engine/dataset", "engine/dataset/principal", "engine/random"},
	"engine/link":                 {"engine/session", "engine/config", "engine/dataset"},
	"engine/bench":                {"engine/number", "engine/link", "engine/session", "engine/config", "engine/nn", "engine/dataset"},
	"engine/bench/pool":           {"engine/bench", "engine/link", "engine/config", "engine/dataset"},
	"engine/lecture":              {"engine/number", "engine/session", "engine/config", "engine/nn", "engine/dataset"},
	"engine/lecture/numpy":        {"engine/session", "engine/config", "engine/nn", "engine/dataset"},
	"engine/lesson":               {"engine/number", "engine/link", "engine/session", "engine/config"},
	"engine/handin":               {"engine/number", "engine/lesson", "engine/link", "engine/session", "engine/config"},
	"engine/scene":                {"engine/number", "engine/session", "engine/config", "engine/nn", "engine/dataset"},
	"engine/describe":             {"engine/nn", "engine/page/record", "engine/scene", "engine/session", "engine/number"},
	"engine/lecture/mathml":       {"engine/dataset", "engine/lecture", "engine/number"},
	"engine/page/record":          {},
	"engine/page/plot":            {"engine/number", "engine/page/record"},
	"engine/page/notice":          panel("engine/bench", "engine/config", "engine/dataset"),
	"engine/page/presentation":    {"engine/bench", "engine/config", "engine/lesson", "engine/link", "engine/page/lessons", "engine/page/notice", "engine/page/panel", "engine/page/record", "engine/page/share/snippet"},
	"engine/page/talk":            panel("engine/link", "engine/page/inspector", "engine/page/notice", "engine/page/presentation", "engine/scene"),
	"engine/page/host":            panel("engine/link", "engine/config", "engine/dataset"),
	"engine/page/lessons":         panel("engine/page/notice", "engine/handin", "engine/lesson", "engine/link", "engine/session", "engine/config"),
	"engine/page/handin":          panel("engine/handin", "engine/lesson", "engine/page/lessons"),
	"engine/page/address":         panel(),
	"engine/page/bench":           panel("engine/bench", "engine/bench/pool", "engine/config", "engine/dataset", "engine/describe", "engine/link", "engine/nn", "engine/page/notice", "engine/scene", "engine/session"),
	"engine/page/labels":          panel("engine/scene"),
	"engine/page/diagnosis":       panel("engine/nn", "engine/session"),
	"engine/page/explain":         panel(),
	"engine/page/readouts":        panel("engine/session"),
	"engine/page/opening":         panel("engine/dataset", "engine/nn", "engine/scene"),
	"engine/page/transport":       panel("engine/bench", "engine/page/notice", "engine/scene", "engine/session"),
	"engine/page/own":             panel("engine/page/keep", "engine/page/notice", "engine/page/own/columns", "engine/config", "engine/dataset", "engine/dataset/table", "engine/session"),
	"engine/page/keep":            {"engine/page/notice", "engine/page/record", "engine/dataset", "engine/dataset/table", "engine/link", "engine/session"},
	"engine/page/own/columns":     panel("engine/page/notice", "engine/dataset", "engine/dataset/table", "engine/nn"),
	"engine/page/controls":        panel("engine/config", "engine/dataset", "engine/nn", "engine/page/notice"),
	"engine/page/inspector":       panel("engine/page/notice", "engine/scene"),
	"engine/page/diagram":         panel("engine/page/inspector", "engine/scene"),
	"engine/page/pointing":        panel("engine/page/diagram", "engine/dataset", "engine/scene", "engine/session"),
	"engine/page/section":         panel("engine/dataset", "engine/session"),
	"engine/page/output":          panel("engine/describe", "engine/dataset", "engine/nn", "engine/scene"),
	"engine/page/run":             {"engine/bench", "engine/link", "engine/lecture", "engine/scene", "engine/session", "engine/config", "engine/dataset"},
	"engine/page/panel":           {"engine/bench", "engine/bench/pool", "engine/dataset", "engine/number", "engine/page/record", "engine/page/run", "engine/lecture", "engine/lecture/mathml", "engine/link", "engine/scene", "engine/session"},
	"engine/page/panel/paneltest": {"engine/bench/pool", "engine/page/panel", "engine/page/run", "engine/link", "engine/scene"},
	"engine/page/grid":            panel("engine/scene"),
	"engine/page/example":         panel(),
	"engine/page/infull":          panel(),
	"engine/page/quantities":      panel("engine/page/grid", "engine/dataset"),
	"engine/page/settings":        {"engine/config", "engine/dataset", "engine/number", "engine/page/record"},
	"engine/page/strip":           {"engine/page/panel", "engine/page/record"},
	"engine/page/figure":          panel("engine/config", "engine/link", "engine/nn", "engine/scene"),
	"engine/page/script":          {"engine/bench", "engine/bench/pool", "engine/config", "engine/dataset", "engine/link", "engine/page/panel", "engine/page/record", "engine/page/run", "engine/session"},
	"engine/page/sheet":           panel("engine/link", "engine/page/figure", "engine/page/readouts", "engine/page/settings"),
	"engine/page/share":           {"engine/bench", "engine/page/figure", "engine/page/keep", "engine/link", "engine/number", "engine/page/notice", "engine/page/panel", "engine/page/presentation", "engine/page/record", "engine/page/settings", "engine/page/share/snippet", "engine/config", "engine/session"},
	"engine/page/share/snippet":   {},
	"engine/page":                 {"engine/bench/pool", "engine/page/own", "engine/page/panel", "engine/page/record", "engine/page/run", "engine/page/address", "engine/page/bench", "engine/page/controls", "engine/page/diagnosis", "engine/page/diagram", "engine/page/explain", "engine/page/inspector", "engine/page/output", "engine/page/pointing", "engine/page/figure", "engine/page/handin", "engine/page/host", "engine/page/labels", "engine/page/lessons", "engine/page/notice", "engine/page/opening", "engine/page/presentation", "engine/page/readouts", "engine/page/script", "engine/page/section", "engine/page/share", "engine/page/sheet", "engine/page/strip", "engine/page/talk", "engine/page/transport", "engine/config", "engine/lecture", "engine/lecture/mathml", "engine/scene"},
	"wasm/bridge":                 {"engine/page", "engine/page/run", "engine/page/script", "engine/scene", "engine/link", "engine/session", "engine/config", "engine/dataset", "engine/dataset/table"},
	"wasm/vector":                 {},
	"wasm/trainer":                {"wasm/vector", "engine/bench/pool", "engine/kernel"},
	"wasm/render":                 {"engine/scene"},
	"wasm":                        {"wasm/bridge", "wasm/render", "wasm/vector", "engine/kernel", "engine/scene", "engine/session", "engine/config"},
}

// panel returns what a panel may import, with more of its own.
func panel(more ...string) []string {
	return append(more, "engine/page/panel", "engine/page/record", "engine/page/run", "engine/page/plot", "engine/lecture", "engine/lecture/mathml", "engine/number")
}

// byPanels is what the lecture's panels may import.
var byPanels = panel("engine/page/example", "engine/page/grid", "engine/page/infull", "engine/page/quantities", "engine/lecture/numpy", "engine/config", "engine/dataset", "engine/nn", "engine/scene", "engine/session")

func isPanel(name string) bool {
	inner, ok := strings.CutPrefix(name, "engine/page/")
	return ok && mayImport[name] == nil && !strings.Contains(inner, "/")
}

// forbiddenImports returns what p itself imports against the design, one
// sentence each.
func forbiddenImports(p Package) []string {
	name := strings.TrimPrefix(p.ImportPath, module)
	allowed, known := mayImport[name]
	if isPanel(name) {
		allowed, known = byPanels, true
	}
	if !known {
		return []string{fmt.Sprintf("%s has no place in the design: add it to mayImport and to docs/architecture.md", name)}
	}
	var found []string
	for _, i := range p.Imports {
		inner, ours := strings.CutPrefix(i, module)
		switch {
		case ours && !slices.Contains(allowed, inner) && !(name == "engine/page" && isPanel(inner)):
			found = append(found, fmt.Sprintf("%s imports %s: the design's imports do not run that way", name, inner))
		case i == "syscall/js" && name != "wasm/bridge" && name != "wasm/trainer":
			found = append(found, name+" imports syscall/js: only wasm/bridge and wasm/trainer speak to JavaScript")
		case strings.HasPrefix(i, ebiten) && name != "wasm/render" && name != "wasm":
			found = append(found, fmt.Sprintf("%s imports %s: only wasm/render draws", name, i))
		}
	}
	return found
}

// forbiddenReach returns what p reaches, through whatever it imports, that only
// exists in a browser.
func forbiddenReach(p Package) []string {
	name := strings.TrimPrefix(p.ImportPath, module)
	if !strings.HasPrefix(name, "engine/") {
		return nil
	}
	var found []string
	for _, d := range p.Deps {
		if d == "syscall/js" || strings.HasPrefix(d, ebiten) {
			found = append(found, fmt.Sprintf("%s reaches %s: the engine runs on any platform", name, d))
		}
	}
	return found
}
