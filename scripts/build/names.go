package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
)

// Others load these by their plain names.
var plain = []string{"web/embed.js", "web/embed.d.ts"}

// names has the name of each file of the site with the hash of its content, by
// the name without. Both are slash-separated and relative to the site.
//
// So a page gets the files that it was built with or none at all, wherever they
// come from: the server, the browser's cache, what the service worker keeps.
type names map[string]string

// nameByContent renames the files under site.
func nameByContent(site string) (names, error) {
	renamed := names{}
	err := fs.WalkDir(os.DirFS(site), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || slices.Contains(plain, name) {
			return err
		}
		renamed[name], err = fingerprint(site, name)
		return err
	})
	return renamed, err
}

// fingerprint puts the hash of a file's content into its name and returns the
// new one.
func fingerprint(site, name string) (string, error) {
	file := filepath.Join(site, filepath.FromSlash(name))
	content, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	extension := path.Ext(name)
	renamed := name[:len(name)-len(extension)] + "." + hash(content) + extension
	return renamed, os.Rename(file, filepath.Join(site, filepath.FromSlash(renamed)))
}

// hash returns enough of the SHA-256 of a content to tell it from others.
func hash(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:8])
}

// quoted is a file of the site named in HTML or JSON.
var quoted = regexp.MustCompile(`"(?:[\w-]+/)*[\w-]+\.(?:css|html|js|wasm|svg|png|webmanifest)"`)

// in returns text with the new names of the files it names, and which it names.
func (n names) in(text []byte) (out []byte, named []string) {
	out = quoted.ReplaceAllFunc(text, func(match []byte) []byte {
		name := string(match[1 : len(match)-1])
		renamed, ok := n[name]
		if !ok {
			return match
		}
		named = append(named, name)
		return []byte(`"` + renamed + `"`)
	})
	return out, named
}
