package main

import (
	"os"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

// writeTrainer writes what workers train benches with: the engine without a
// page, and the worker's script with Go's shim before it. A single file goes
// without, as a document of an opaque origin can have no workers.
func writeTrainer(site string) error {
	goroot, err := goroot()
	if err != nil {
		return err
	}
	web := filepath.Join(site, "web")
	if err := compile(goroot, "./wasm/trainer", filepath.Join(web, "trainer.wasm"), "-s -w"); err != nil {
		return err
	}
	shim, err := os.ReadFile(filepath.Join(web, "wasm_exec.js"))
	if err != nil {
		return err
	}
	script, err := bundle(filepath.Join("web", "worker", "trainer.js"), api.FormatIIFE)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(web, "trainer.js"), append(shim, script...), 0o644)
}
