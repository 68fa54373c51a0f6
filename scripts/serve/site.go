package main

import (
	"io/fs"
	"net/http"
	"path"
)

// mediaTypes names what the page consists of. The system's own table is not
// trusted: where it lacks .wasm or maps .js to text/plain, the browser refuses
// to stream the engine or to run a module.
var mediaTypes = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".md":   "text/markdown; charset=utf-8",
	".png":  "image/png",
	".svg":  "image/svg+xml",
	".wasm": "application/wasm",
}

// site serves files with their media types. The browser asks again for each
// file at each load, so a rebuilt page is never mixed with a remembered one.
func site(files fs.FS) http.Handler {
	server := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if t, ok := mediaTypes[path.Ext(r.URL.Path)]; ok {
			w.Header().Set("Content-Type", t)
		}
		w.Header().Set("Cache-Control", "no-cache")
		server.ServeHTTP(w, r)
	})
}
