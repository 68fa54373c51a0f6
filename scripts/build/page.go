package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"shallows/scripts/build/first"
)

// What stands in index.html for what only the build knows.
const (
	// A compressing server does not announce the size of what comes out, and
	// the progress bar needs it.
	sizePlaceholder = `<meta name="wasm-size" content="0">`
	sizeFormat      = `<meta name="wasm-size" content="%d">`
	// The hash of the page, which names all its files by their content.
	versionPlaceholder = `<meta name="version" content="">`
	versionFormat      = `<meta name="version" content="%s">`
	// The names of the files in web/ that the page asks for as it runs.
	filesPlaceholder = `<script type="application/json" id="files">{}</script>`
	filesFormat      = `<script type="application/json" id="files">%s</script>`
	// What the page shows before its engine has come. A page in one file has its engine.
	firstPlaceholder = `<script type="application/json" id="first">[]</script>`
	firstFormat      = `<script type="application/json" id="first">%s</script>`
)

// What stands in index.html for the templates of the page's parts, which have a
// file each, and for the stylesheets that panels have of their own.
const (
	templatesPlaceholder = "  <!-- web/templates -->\n"
	stylesPlaceholder    = "  <!-- web/templates: styles -->\n"
)

// sharedPlace is what stands in the page and its templates for what several places have, with the word that each has for {}.
var sharedPlace = regexp.MustCompile(`<!-- (web/templates/shared/\w+\.html)(?: ([\w.]+))? -->`)

// readPage reads the page with the templates in web/templates beside it, and
// their stylesheets.
func readPage(page string) ([]byte, error) {
	html, err := os.ReadFile(page)
	if err != nil {
		return nil, err
	}
	web := filepath.Join(filepath.Dir(page), "web")
	sheets, err := filepath.Glob(filepath.Join(web, "templates", "*.css"))
	if err != nil {
		return nil, err
	}
	var styles []byte
	for _, sheet := range sheets {
		styles = fmt.Appendf(styles, "  <link rel=\"stylesheet\" href=\"web/templates/%s\">\n", filepath.Base(sheet))
	}
	if html, err = fill(html, stylesPlaceholder, "%s", styles); err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(web, "templates", "*.html"))
	if err != nil {
		return nil, err
	}
	var templates []byte
	for _, file := range files {
		template, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		templates = append(templates, template...)
	}
	if html, err = fill(html, templatesPlaceholder, "%s", templates); err != nil {
		return nil, err
	}
	html = sharedPlace.ReplaceAllFunc(html, func(place []byte) []byte {
		parts := sharedPlace.FindSubmatch(place)
		shared, failed := os.ReadFile(filepath.Join(filepath.Dir(page), string(parts[1])))
		err = cmp.Or(err, failed)
		return bytes.ReplaceAll(bytes.TrimSpace(shared), []byte("{}"), parts[2])
	})
	return html, err
}

// writePage writes the page into the site and returns its version.
func writePage(html []byte, site, address string, names names) (version string, err error) {
	engine, err := os.Stat(filepath.Join(site, names["main.wasm"]))
	if err != nil {
		return "", err
	}
	html, named := names.in(html)
	files, err := askedFor(names, named)
	if err != nil {
		return "", err
	}
	if html, err = fill(html, sizePlaceholder, sizeFormat, engine.Size()); err != nil {
		return "", err
	}
	if html, err = fill(html, filesPlaceholder, filesFormat, files); err != nil {
		return "", err
	}
	records, err := first.Records()
	if err != nil {
		return "", err
	}
	if html, err = fill(html, firstPlaceholder, firstFormat, records); err != nil {
		return "", err
	}
	for slot, picture := range first.Pictures() {
		if html, err = fill(html, "<!-- first: "+slot+" -->", "%s", picture); err != nil {
			return "", err
		}
	}
	where := []byte{}
	if address != "" {
		if where, err = card(address, names["card.png"]); err != nil {
			return "", err
		}
	}
	if html, err = fill(html, addressPlaceholder, "%s", where); err != nil {
		return "", err
	}
	version = hash(html)
	if html, err = fill(html, versionPlaceholder, versionFormat, version); err != nil {
		return "", err
	}
	return version, os.WriteFile(filepath.Join(site, "index.html"), html, 0o644)
}

// fill puts a value into the one place that is kept for it.
func fill(html []byte, placeholder, format string, value any) ([]byte, error) {
	if n := bytes.Count(html, []byte(placeholder)); n != 1 {
		return nil, fmt.Errorf("the page has %s %d times, want once", placeholder, n)
	}
	return bytes.Replace(html, []byte(placeholder), fmt.Appendf(nil, format, value), 1), nil
}

// askedFor returns as JSON the names of the files in web/ that the page does
// not name, by their paths there.
func askedFor(names names, named []string) ([]byte, error) {
	files := map[string]string{}
	for name, renamed := range names {
		path, inWeb := strings.CutPrefix(name, "web/")
		if inWeb && !slices.Contains(named, name) {
			files[path] = strings.TrimPrefix(renamed, "web/")
		}
	}
	return json.Marshal(files)
}
