package main

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

// writeSealed writes the page a second time as classic scripts, for documents
// of an opaque origin: a frame with sandbox="allow-scripts" alone, a file
// opened from disk. There a browser loads modules and answers fetch only where
// the server allows it by a header; classic scripts need none.
//
//	web/sealed.js         all modules, the JSON files they read, Go's shim
//	web/sealed-engine.js  main.wasm, compressed, as text
func writeSealed(site string) error {
	web := filepath.Join(site, "web")
	page, err := sealed(site, nil)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(web, "sealed.js"), page, 0o644); err != nil {
		return err
	}
	engine, err := compress(filepath.Join(site, "main.wasm"))
	if err != nil {
		return err
	}
	text := fmt.Appendf(nil, "window.shallowsSealed.engine=%q;\n", base64.StdEncoding.EncodeToString(engine))
	return os.WriteFile(filepath.Join(web, "sealed-engine.js"), text, 0o644)
}

// sealed returns all modules, the JSON files they read and Go's shim as one
// classic script. More is added to the object that the modules find these in.
func sealed(site string, more []byte) ([]byte, error) {
	web := filepath.Join(site, "web")
	files, err := readJSON(web)
	if err != nil {
		return nil, err
	}
	shim, err := os.ReadFile(filepath.Join(web, "wasm_exec.js"))
	if err != nil {
		return nil, err
	}
	modules, err := bundle(filepath.Join("web", "main.js"), api.FormatIIFE)
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, "window.shallowsSealed={files:%s%s};\n%s\n%s", files, more, shim, modules), nil
}

// readJSON returns an object of all JSON files under dir by their paths in it.
func readJSON(dir string) ([]byte, error) {
	files := map[string]json.RawMessage{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".json" {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, path))
		if err != nil {
			return err
		}
		var short bytes.Buffer
		if err := json.Compact(&short, text); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		files[path] = short.Bytes()
		return nil
	})
	if err != nil {
		return nil, err
	}
	return json.Marshal(files)
}

// compress returns a file as gzip.
func compress(file string) ([]byte, error) {
	plain, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
