package main

import (
	"errors"
	"fmt"
	"net"
	"strconv"
	"syscall"
)

// portsTried bounds the search for a free port.
const portsTried = 100

// listen takes the first free port from port on. Port 0 is any free one.
func listen(host string, port int) (net.Listener, error) {
	for p := port; p < port+portsTried; p++ {
		l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(p)))
		if err == nil || !errors.Is(err, syscall.EADDRINUSE) {
			return l, err
		}
	}
	return nil, fmt.Errorf("ports %d to %d are all taken", port, port+portsTried-1)
}
