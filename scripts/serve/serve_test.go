package main

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

func TestSiteNamesMediaTypes(t *testing.T) {
	files := fstest.MapFS{
		"index.html":  {Data: []byte("<title>page</title>")},
		"main.wasm":   {Data: []byte("\x00asm\x01\x00\x00\x00")},
		"web/page.js": {Data: []byte("export {};")},
	}
	server := httptest.NewServer(site(files))
	defer server.Close()

	for address, want := range map[string]string{
		"/":            "text/html",
		"/main.wasm":   "application/wasm",
		"/web/page.js": "text/javascript",
	} {
		r, err := http.Get(server.URL + address)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if got := r.Header.Get("Content-Type"); r.StatusCode != http.StatusOK || !strings.HasPrefix(got, want) {
			t.Errorf("GET %s = %d with type %q, want %q", address, r.StatusCode, got, want)
		}
		if got := r.Header.Get("Cache-Control"); got != "no-cache" {
			t.Errorf("GET %s may be remembered: Cache-Control = %q", address, got)
		}
	}

	r, err := http.Get(server.URL + "/absent.wasm")
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if r.StatusCode != http.StatusNotFound {
		t.Errorf("GET of an absent file = %d, want 404", r.StatusCode)
	}
}

func TestSiteSendsWhatTheBrowserAccepts(t *testing.T) {
	files := fstest.MapFS{
		"index.html":     {Data: []byte("page")},
		"index.html.br":  {Data: []byte("brotli page")},
		"index.html.gz":  {Data: []byte("gzip page")},
		"web/page.js":    {Data: []byte("script")},
		"web/page.js.gz": {Data: []byte("gzip script")},
		"web/page.css":   {Data: []byte("style")},
	}
	server := httptest.NewServer(site(files))
	defer server.Close()

	for _, test := range []struct{ address, accepted, encoding, body string }{
		{"/", "gzip, deflate, br", "br", "brotli page"},
		{"/", "gzip, br;q=0", "gzip", "gzip page"},
		{"/", "identity", "", "page"},
		{"/web/page.js", "br, gzip", "gzip", "gzip script"},
		{"/web/page.css", "br, gzip", "", "style"},
	} {
		request, err := http.NewRequest(http.MethodGet, server.URL+test.address, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Accept-Encoding", test.accepted)
		r, err := http.DefaultTransport.RoundTrip(request)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r.Body)
		r.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Header.Get("Content-Encoding"); got != test.encoding || string(body) != test.body {
			t.Errorf("GET %s accepting %q = %q with encoding %q, want %q with %q",
				test.address, test.accepted, body, got, test.body, test.encoding)
		}
		if got := r.Header.Get("Content-Type"); !strings.HasPrefix(got, "text/") {
			t.Errorf("GET %s accepting %q has the type %q", test.address, test.accepted, got)
		}
	}
}

func TestWhatHasAHashInItsNameIsRemembered(t *testing.T) {
	files := fstest.MapFS{"main.0123456789abcdef.wasm": {}, "main.wasm": {}}
	server := httptest.NewServer(site(files))
	defer server.Close()
	for address, remembered := range map[string]bool{"/main.0123456789abcdef.wasm": true, "/main.wasm": false} {
		r, err := http.Get(server.URL + address)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if got := r.Header.Get("Cache-Control"); strings.Contains(got, "immutable") != remembered {
			t.Errorf("GET %s: Cache-Control = %q", address, got)
		}
	}
}

func TestListenMovesOnFromATakenPort(t *testing.T) {
	taken, err := listen("127.0.0.1", 0)
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port

	next, err := listen("127.0.0.1", port)
	if err != nil {
		t.Fatal(err)
	}
	defer next.Close()
	if got := next.Addr().(*net.TCPAddr).Port; got <= port {
		t.Errorf("port %d was taken, got %d", port, got)
	}
}

func TestListenReportsAnAddressItCannotHave(t *testing.T) {
	if l, err := listen("192.0.2.1", 0); err == nil { // TEST-NET-1: never this machine's
		l.Close()
		t.Error("no error for an address of another machine")
	}
}
