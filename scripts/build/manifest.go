package main

import (
	"os"
	"path/filepath"
)

// writeManifest writes what a browser needs to install the page as an app, with
// the names of its pictures, and adds its own name.
func writeManifest(manifest, site string, names names) error {
	text, err := os.ReadFile(manifest)
	if err != nil {
		return err
	}
	text, _ = names.in(text)
	name := filepath.Base(manifest)
	if err := os.WriteFile(filepath.Join(site, name), text, 0o644); err != nil {
		return err
	}
	names[name], err = fingerprint(site, name)
	return err
}
