package main

import (
	"bytes"
	"os"
	"testing"
)

func TestSourceIsUpToDate(t *testing.T) {
	committed, err := os.ReadFile("../unrolled.go")
	if err != nil {
		t.Fatal(err)
	}
	written, err := source()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(committed, written) {
		t.Error("unrolled.go is not what kernelgen writes: run go generate ./engine/kernel")
	}
}
