package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// Stylesheets that follow one another in the page, each with nothing but its
// address.
var (
	sheets = regexp.MustCompile(`(?m)(^ *<link rel="stylesheet" href="[^"]*">\n)+`)
	sheet  = regexp.MustCompile(`href="([^"]*)"`)
)

// joinStyles makes one file of stylesheets that follow one another, without
// their comments, and returns the page that names it: where a server answers
// one request after the other, thirty files would wait for each other before
// anything is painted. The file has the name of the first of them. One with an
// id or a medium of its own stays as it is, at its place among the others.
func joinStyles(html []byte, site string) ([]byte, error) {
	var failed []error
	html = sheets.ReplaceAllFunc(html, func(links []byte) []byte {
		all, named := bytes.Buffer{}, sheet.FindAllSubmatch(links, -1)
		for _, match := range named {
			text, err := takeFile(filepath.Join(site, filepath.FromSlash(string(match[1]))))
			failed = append(failed, err)
			all.Write(text)
		}
		name := string(named[0][1])
		short, err := minifyStyle(all.String())
		failed = append(failed, err, os.WriteFile(filepath.Join(site, filepath.FromSlash(name)), short, 0o644))
		return fmt.Appendf(nil, "  <link rel=\"stylesheet\" href=%q>\n", name)
	})
	return html, errors.Join(failed...)
}

// takeFile reads a file and removes it.
func takeFile(file string) ([]byte, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return text, os.Remove(file)
}

// minifyStyle returns a stylesheet without what only its readers need.
func minifyStyle(text string) ([]byte, error) {
	result := api.Transform(text, api.TransformOptions{Loader: api.LoaderCSS, Charset: api.CharsetUTF8, MinifyWhitespace: true})
	if len(result.Errors)+len(result.Warnings) > 0 {
		told := api.FormatMessages(append(result.Errors, result.Warnings...), api.FormatMessagesOptions{})
		return nil, errors.New(strings.Join(told, ""))
	}
	return result.Code, nil
}
