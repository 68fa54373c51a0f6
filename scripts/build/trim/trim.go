// Package trim makes a WebAssembly module of Go smaller on its way to a browser.
//
// Go's linker writes memory's first contents in up to 100,000 pieces, because it
// leaves out every eight zeros, which a compressed file holds for nothing; and
// it gives each function tables of files, lines and arguments that only the
// trace of a panic prints. Here the pieces are joined and those tables left
// out. A trace still names the functions.
//
// Go's compiler has every jump go by the start of the function, and writes
// program counters and ways out in bytes that differ at each call, which do not
// compress. Here they are written by what is near. What the code computes stays
// the same, bit for bit, and so do addresses and all that the running program
// reads of its tables.
package trim

import (
	"errors"
	"fmt"
)

// Module returns the smaller form of a module that Go's linker wrote. It fails
// when the module is not of the form that it knows, as another version of Go
// may write it.
func Module(wasm []byte) ([]byte, error) {
	sections, err := readSections(wasm)
	if err != nil {
		return nil, err
	}
	done := 0
	for i := range sections {
		s := &sections[i]
		switch s.id {
		case codeSection:
			s.content, err = shortenCode(s.content)
		case dataSection:
			s.content, err = trimData(s.content)
		default:
			continue
		}
		if err != nil {
			return nil, err
		}
		done++
	}
	if done != 2 {
		return nil, errors.New("no code or no data")
	}
	return writeSections(sections), nil
}

// trimData takes the lines from memory and joins its pieces.
func trimData(content []byte) ([]byte, error) {
	memory, err := readMemory(content)
	if err != nil {
		return nil, err
	}
	if err := leaveOutLines(memory); err != nil {
		return nil, fmt.Errorf("tables of functions: %w", err)
	}
	return writeMemory(memory), nil
}
