// Package trim makes a WebAssembly module of Go smaller on its way to a browser.
//
// Go's linker writes memory's first contents in up to 100,000 pieces, because it
// leaves out every eight zeros, which a compressed file holds for nothing; and
// it gives each function tables of files, lines and arguments that only the
// trace of a panic prints. Here the pieces are joined and those tables left
// out. A trace still names the functions.
//
// Code, addresses and what the running program reads of its tables stay as they are.
package trim

import "fmt"

// Module returns the smaller form of a module that Go's linker wrote. It fails
// when the module is not of the form that it knows, as another version of Go
// may write it.
func Module(wasm []byte) ([]byte, error) {
	sections, err := readSections(wasm)
	if err != nil {
		return nil, err
	}
	for i, s := range sections {
		if s.id != dataSection {
			continue
		}
		memory, err := readMemory(s.content)
		if err != nil {
			return nil, err
		}
		if err := leaveOutLines(memory); err != nil {
			return nil, fmt.Errorf("tables of functions: %w", err)
		}
		sections[i].content = writeMemory(memory)
		return writeSections(sections), nil
	}
	return nil, fmt.Errorf("no section of data")
}
