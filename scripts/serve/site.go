package main

import (
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strings"
)

// mediaTypes names what the page consists of. The system's own table is not
// trusted: where it lacks .wasm or maps .js to text/plain, the browser refuses
// to stream the engine or to run a module.
var mediaTypes = map[string]string{
	".css":         "text/css; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".md":          "text/markdown; charset=utf-8",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
}

// encodings are the compressed forms that may lie beside a file, the smaller
// one first.
var encodings = []struct{ name, suffix string }{{"br", ".br"}, {"gzip", ".gz"}}

// hashed is a file with the hash of its content in its name: what is under this
// name never changes.
var hashed = regexp.MustCompile(`\.[0-9a-f]{16}\.\w+$`)

// site serves files with their media types, compressed where the browser
// accepts it and the compressed file is there. The browser asks again for each
// file at each load unless its name has a hash, so a rebuilt page is never
// mixed with a remembered one.
func site(files fs.FS) http.Handler {
	server := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.URL.Path
		if strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		header := w.Header()
		if t, ok := mediaTypes[path.Ext(name)]; ok {
			header.Set("Content-Type", t)
		}
		header.Set("Cache-Control", "no-cache")
		if hashed.MatchString(name) {
			header.Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		header.Set("Vary", "Accept-Encoding")
		for _, e := range encodings {
			if !accepts(r, e.name) {
				continue
			}
			if _, err := fs.Stat(files, strings.TrimPrefix(path.Clean(name), "/")+e.suffix); err == nil {
				header.Set("Content-Encoding", e.name)
				r.URL.Path = name + e.suffix
				break
			}
		}
		server.ServeHTTP(w, r)
	})
}

// accepts reports whether the browser takes an encoding.
func accepts(r *http.Request, encoding string) bool {
	for offer := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(offer), ";")
		if name == encoding && strings.TrimSpace(weight) != "q=0" {
			return true
		}
	}
	return false
}
