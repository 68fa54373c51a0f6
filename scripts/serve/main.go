// Command serve shows a folder of static files on this machine.
//
//	go run ./scripts/serve -port 8080 dist
//
// It prints the address, and moves on to the next free port when the wanted
// one is taken.
package main

import (
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("serve: ")
	host := flag.String("host", "localhost", "address to listen on; 0.0.0.0 lets other machines in")
	port := flag.Int("port", 8080, "first port to try; 0 takes any free one")
	flag.Parse()

	folder := "dist"
	if flag.NArg() > 0 {
		folder = flag.Arg(0)
	}
	if _, err := os.Stat(filepath.Join(folder, "index.html")); err != nil {
		log.Fatalf("%v; run 'make build' first", err)
	}
	listener, err := listen(*host, *port)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("Shallows is at http://%s/ (stop with Ctrl-C)\n",
		net.JoinHostPort(*host, strconv.Itoa(listener.Addr().(*net.TCPAddr).Port)))
	log.Fatal(http.Serve(listener, site(os.DirFS(folder))))
}
