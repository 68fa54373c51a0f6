package main

import (
	"errors"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// bundle returns a module with all it imports as one script of the format: one
// request instead of a hundred that wait for one another.
func bundle(module string, format api.Format) ([]byte, error) {
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{module},
		Bundle:            true,
		Format:            format,
		Target:            api.ES2022,
		Charset:           api.CharsetUTF8,
		MinifyWhitespace:  true,
		MinifySyntax:      true,
		MinifyIdentifiers: true,
		// A sealed page has no address of its own to read files from; it never asks.
		LogOverride: map[string]api.LogLevel{"empty-import-meta": api.LogLevelSilent},
	})
	if len(result.Errors) > 0 {
		return nil, errors.New(strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), ""))
	}
	return result.OutputFiles[0].Contents, nil
}
