package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// What of index.html is another thing in a single file.
var (
	policy    = regexp.MustCompile(`<meta name="policy" content="[^"]*`)
	linked    = regexp.MustCompile(`(?m)^ *<link .*>\n`)
	inline    = regexp.MustCompile(`(?s)<style>(.*?)</style>`)
	attribute = regexp.MustCompile(`([\w-]+)="([^"]*)"`)
	breaking  = regexp.MustCompile(`(?i)</script|<!--`) // what a script in a page may not hold
	starter   = []byte("  <script async fetchpriority=\"high\" src=\"web/start.js\"></script>\n  <script defer fetchpriority=\"high\" src=\"web/first.js\"></script>\n")
	end       = []byte("</body>")
	licence   = []byte(`<a href="licences.html" target="_blank" rel="noopener" data-i18n="about.licences"></a>`)
)

// writeSingle writes the page as one file that needs no server and asks
// nothing of the network. A link made in it leads to address, if there is one.
func writeSingle(out, address string) error {
	parts, err := os.MkdirTemp("", "shallows-single")
	if err != nil {
		return err
	}
	defer os.RemoveAll(parts)
	if err := writeParts(parts); err != nil {
		return err
	}
	page, err := readPage("index.html")
	if err != nil {
		return err
	}
	if page, err = single(page, parts, address); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	return os.WriteFile(out, page, 0o644)
}

// single returns the page with all that it is made of inside.
func single(page []byte, parts, address string) ([]byte, error) {
	engine, err := os.Stat(filepath.Join(parts, "main.wasm"))
	if err != nil {
		return nil, err
	}
	if page, err = fill(page, sizePlaceholder, sizeFormat, engine.Size()); err != nil {
		return nil, err
	}
	if bytes.Count(page, starter) != 1 || bytes.Count(page, end) != 1 || !policy.Match(page) {
		return nil, fmt.Errorf("index.html has another shape than scripts/build/single.go expects")
	}
	script, err := sealedWhole(parts)
	if err != nil {
		return nil, err
	}

	var styles []string
	for _, style := range inline.FindAllSubmatch(page, -1) {
		styles = append(styles, digest(style[1]))
	}
	page = linked.ReplaceAllFunc(page, func(link []byte) []byte {
		if err != nil {
			return nil
		}
		var inside string
		var style []byte
		inside, style, err = enclose(parts, string(link))
		if style != nil {
			styles = append(styles, digest(style))
		}
		return []byte(inside)
	})
	if err != nil {
		return nil, err
	}
	rules := fmt.Sprintf("default-src 'none'; script-src %s 'wasm-unsafe-eval'; style-src %s; img-src data: blob:; base-uri 'none'; form-action 'none'",
		digest(script), strings.Join(styles, " "))
	page = policy.ReplaceAllLiteral(page, []byte(`<meta http-equiv="Content-Security-Policy" content="`+rules))
	page = bytes.Replace(page, starter, canonical(address), 1)
	texts, err := enclosedLicences(parts)
	if err != nil {
		return nil, err
	}
	page = bytes.Replace(page, licence, texts, 1)
	return bytes.Replace(page, end, fmt.Appendf(nil, "<script>%s</script>\n</body>", script), 1), nil
}

// enclosedLicences returns the page of licences as it stands in a single file,
// which has no other page to lead to.
func enclosedLicences(parts string) ([]byte, error) {
	page, err := os.ReadFile(filepath.Join(parts, "licences.html"))
	if err != nil {
		return nil, err
	}
	_, texts, found := bytes.Cut(page, []byte("</style>"))
	if !found {
		return nil, fmt.Errorf("licences.html has another shape than scripts/build/single.go expects")
	}
	for _, rank := range []string{"3", "2", "1"} { // below the headings of the page
		lower := string(rank[0] + 2)
		texts = bytes.ReplaceAll(texts, []byte("<h"+rank+">"), []byte("<h"+lower+">"))
		texts = bytes.ReplaceAll(texts, []byte("</h"+rank+">"), []byte("</h"+lower+">"))
	}
	return fmt.Appendf(nil, "<details class=\"licences\"><summary data-i18n=\"about.licences\"></summary>%s</details>", texts), nil
}

// enclose returns what stands in a single file for a link element: a style
// sheet, whose text it returns too, an icon, or nothing.
func enclose(parts, link string) (inside string, style []byte, err error) {
	attributes := map[string]string{}
	for _, match := range attribute.FindAllStringSubmatch(link, -1) {
		attributes[match[1]] = match[2]
	}
	switch attributes["rel"] {
	case "icon":
		picture, err := dataURL(filepath.Join(parts, attributes["href"]))
		return fmt.Sprintf("  <link rel=\"icon\" href=%q>\n", picture), nil, err
	case "stylesheet":
		style, err = os.ReadFile(filepath.Join(parts, attributes["href"]))
		if bytes.Contains(style, []byte("</style")) {
			err = fmt.Errorf("%s would end its element", attributes["href"])
		}
		more := ""
		for _, name := range []string{"id", "media"} {
			if value, ok := attributes[name]; ok {
				more += fmt.Sprintf(" %s=%q", name, value)
			}
		}
		return fmt.Sprintf("  <style%s>%s</style>\n", more, style), style, err
	}
	return "", nil, nil
}

// sealedWhole returns the page's script with all that it reads.
func sealedWhole(parts string) ([]byte, error) {
	engine, err := compress(filepath.Join(parts, "main.wasm"))
	if err != nil {
		return nil, err
	}
	pictures, err := readPictures(filepath.Join(parts, "web"))
	if err != nil {
		return nil, err
	}
	more := fmt.Appendf(nil, ",pictures:%s,engine:%q", pictures, base64.StdEncoding.EncodeToString(engine))
	script, err := sealed(parts, more)
	if err == nil && breaking.Match(script) {
		err = fmt.Errorf("the script would end its element")
	}
	return script, err
}

// readPictures returns an object of the icons in dir as data URLs by their
// paths in it.
func readPictures(dir string) ([]byte, error) {
	files, err := filepath.Glob(filepath.Join(dir, "icons", "*.svg"))
	if err != nil {
		return nil, err
	}
	pictures := map[string]string{}
	for _, file := range files {
		url, err := dataURL(file)
		if err != nil {
			return nil, err
		}
		pictures["icons/"+filepath.Base(file)] = url
	}
	return json.Marshal(pictures)
}

// dataURL returns an SVG picture as an address.
func dataURL(file string) (string, error) {
	picture, err := os.ReadFile(file)
	return "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(picture), err
}

// digest names a script or style in a policy.
func digest(text []byte) string {
	sum := sha256.Sum256(text)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
