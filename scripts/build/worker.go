package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// writeWorker writes the service worker, with the list of what it keeps, beside
// the page: there it may serve all of the site.
func writeWorker(site, version string, names names) error {
	script, err := os.ReadFile(filepath.Join("web", "worker", "worker.js"))
	if err != nil {
		return err
	}
	files := map[string]string{}
	for _, name := range names {
		// A document of an opaque origin has no service worker, and only other programs ask for the card.
		if strings.HasPrefix(name, "web/sealed") || strings.HasPrefix(name, "card.") {
			continue
		}
		content, err := os.ReadFile(filepath.Join(site, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		sum := sha256.Sum256(content)
		files[name] = "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
	}
	list, err := json.MarshalIndent(files, "", " ")
	if err != nil {
		return err
	}
	text := fmt.Appendf(nil, "const version = %q;\nconst files = %s;\n%s", version, list, script)
	return os.WriteFile(filepath.Join(site, "sw.js"), text, 0o644)
}
