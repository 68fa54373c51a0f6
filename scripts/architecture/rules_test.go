package main

import (
	"slices"
	"testing"
)

func TestForbiddenImports(t *testing.T) {
	for _, test := range []struct {
		name    string
		pack    Package
		message string // "" when the import is allowed
	}{
		{
			"down the design",
			Package{ImportPath: "shallows/engine/nn", Imports: []string{"math", "gonum.org/v1/gonum/blas/blas64", "shallows/engine/random"}},
			"",
		},
		{
			"up the design",
			Package{ImportPath: "shallows/engine/nn", Imports: []string{"shallows/engine/session"}},
			"engine/nn imports engine/session: the design's imports do not run that way",
		},
		{
			"a panel and what panels share",
			Package{ImportPath: "shallows/engine/page/check", Imports: []string{"shallows/engine/page/grid", "shallows/engine/session"}},
			"",
		},
		{
			"the page and a panel",
			Package{ImportPath: "shallows/engine/page", Imports: []string{"shallows/engine/page/check"}},
			"",
		},
		{
			"a panel and another",
			Package{ImportPath: "shallows/engine/page/check", Imports: []string{"shallows/engine/page/graph"}},
			"engine/page/check imports engine/page/graph: the design's imports do not run that way",
		},
		{
			"the engine and JavaScript",
			Package{ImportPath: "shallows/engine/random", Imports: []string{"syscall/js"}},
			"engine/random imports syscall/js: only wasm/bridge and wasm/trainer speak to JavaScript",
		},
		{
			"the bridge and ebiten",
			Package{ImportPath: "shallows/wasm/bridge", Imports: []string{"syscall/js", "github.com/hajimehoshi/ebiten/v2"}},
			"wasm/bridge imports github.com/hajimehoshi/ebiten/v2: only wasm/render draws",
		},
		{
			"a package the design does not know",
			Package{ImportPath: "shallows/engine/util"},
			"engine/util has no place in the design: add it to mayImport and to docs/architecture.md",
		},
	} {
		var want []string
		if test.message != "" {
			want = []string{test.message}
		}
		if got := forbiddenImports(test.pack); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", test.name, got, want)
		}
	}
}

func TestForbiddenReach(t *testing.T) {
	deps := []string{"math", "syscall/js", "github.com/hajimehoshi/ebiten/v2/internal/ui"}
	if got := forbiddenReach(Package{ImportPath: "shallows/engine/scene", Deps: deps}); len(got) != 2 {
		t.Errorf("engine/scene reaches the browser twice, found %q", got)
	}
	if got := forbiddenReach(Package{ImportPath: "shallows/wasm/render", Deps: deps}); got != nil {
		t.Errorf("wasm/render lives in the browser, found %q", got)
	}
}
