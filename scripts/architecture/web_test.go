package main

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestTheShimImportsNothingThatDecides(t *testing.T) {
	web := fstest.MapFS{}
	for name := range shim {
		web[name] = &fstest.MapFile{}
	}
	web["run.js"] = &fstest.MapFile{Data: []byte(`import { Page } from "./page.js";`)}
	web["bind.js"] = &fstest.MapFile{Data: []byte("/** @type {import(\"./types.js\").A} */\nimport { Language } from \"./language.js\";\nimport { Run } from \"./run.js\";\n")}
	found, modules, err := webImports(web)
	if want := len(shim) + 1; err != nil || modules != want {
		t.Errorf("%d modules, want %d: %v", modules, want, err)
	}
	if all := strings.Join(found, "\n"); len(found) != 2 || !strings.Contains(all, "web/bind.js imports web/run.js: the shim's imports do not run that way") {
		t.Errorf("found %q", found)
	}
	delete(web, "emitter.js")
	if found, _, _ := webImports(web); !strings.Contains(strings.Join(found, "\n"), "web/emitter.js is in the design and not in web/") {
		t.Errorf("found %q", found)
	}
}
