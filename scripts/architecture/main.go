// Command architecture fails when a package or a module of web/ imports what the
// design forbids it.
//
//	go run ./scripts/architecture
//
// Imports run one way, as docs/architecture.md draws them, and the engine stays
// free of the browser: it is asked for on this machine, because on js the
// standard library itself imports syscall/js.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("architecture: ")
	host, err := list()
	if err != nil {
		log.Fatal(err)
	}
	js, err := list("GOOS=js", "GOARCH=wasm")
	if err != nil {
		log.Fatal(err)
	}
	var found []string
	for _, p := range host {
		found = append(found, forbiddenReach(p)...)
	}
	for _, p := range js {
		found = append(found, forbiddenImports(p)...)
	}
	web, modules, err := webImports(os.DirFS("web"))
	if err != nil {
		log.Fatal(err)
	}
	found = append(found, web...)
	for _, f := range found {
		log.Print(f)
	}
	if len(found) > 0 {
		os.Exit(1)
	}
	fmt.Printf("architecture: %d packages and %d modules keep to the design\n", len(js), modules)
}

// list describes the packages of the engine and of wasm that the given
// environment builds.
func list(environment ...string) ([]Package, error) {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,Deps", "./engine/...", "./wasm/...")
	cmd.Env = append(os.Environ(), environment...)
	var warnings bytes.Buffer
	cmd.Stderr = &warnings
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w\n%s", err, &warnings)
	}
	var packages []Package
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p Package
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, err
		}
		packages = append(packages, p)
	}
}
