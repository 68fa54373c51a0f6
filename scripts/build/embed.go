package main

import (
	"os"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

// writeEmbed writes the script that other sites load under its plain name: one
// classic script, as a module would need a header of this server.
func writeEmbed(site string) error {
	script, err := bundle(filepath.Join("web", "embed.js"), api.FormatIIFE)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(site, "web", "embed.js"), script, 0o644)
}
