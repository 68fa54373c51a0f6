package main

import (
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
