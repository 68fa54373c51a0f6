package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
)

// The placeholder stands in index.html for the size of main.wasm in bytes. A
// compressing server does not announce the size of what comes out, and the
// progress bar needs it.
const (
	sizePlaceholder = `<meta name="wasm-size" content="0">`
	sizeFormat      = `<meta name="wasm-size" content="%d">`
)

// named is a file of the site that the page names by a relative address and
// that nothing else names.
var named = regexp.MustCompile(`(?:href|src)="((?:[\w-]+/)*[\w-]+\.(?:css|js|wasm))"`)

// writePage copies the page into the site, with the engine's size, and with the
// names that its files get from their content.
func writePage(page, site string) error {
	html, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	engine, err := os.Stat(filepath.Join(site, "main.wasm"))
	if err != nil {
		return err
	}
	if n := bytes.Count(html, []byte(sizePlaceholder)); n != 1 {
		return fmt.Errorf("%s has %s %d times, want once", page, sizePlaceholder, n)
	}
	size := fmt.Appendf(nil, sizeFormat, engine.Size())
	html = bytes.Replace(html, []byte(sizePlaceholder), size, 1)
	for _, match := range named.FindAllSubmatch(html, -1) {
		name, err := fingerprint(site, string(match[1]))
		if err != nil {
			return err
		}
		html = bytes.ReplaceAll(html, match[0], bytes.Replace(match[0], match[1], []byte(name), 1))
	}
	return os.WriteFile(filepath.Join(site, filepath.Base(page)), html, 0o644)
}

// fingerprint puts the hash of a file's content into its name, so that browsers
// may keep the file for ever, and returns the new name. Both are slash-separated
// and relative to the site.
func fingerprint(site, name string) (string, error) {
	file := filepath.Join(site, filepath.FromSlash(name))
	content, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(content)
	extension := filepath.Ext(name)
	renamed := name[:len(name)-len(extension)] + "." + hex.EncodeToString(sum[:8]) + extension
	return renamed, os.Rename(file, filepath.Join(site, filepath.FromSlash(renamed)))
}
