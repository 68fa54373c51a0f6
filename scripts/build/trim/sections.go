package trim

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// Numbers of sections.
const (
	codeSection = 10
	dataSection = 11 // memory's first contents
)

// header is what each module begins with: a word and the version of the format.
const header = "\x00asm\x01\x00\x00\x00"

var errShort = errors.New("module ends early")

// section is a part of a module.
type section struct {
	id      byte
	content []byte
}

// readSections takes a module apart. The contents share its bytes.
func readSections(wasm []byte) ([]section, error) {
	rest, found := bytes.CutPrefix(wasm, []byte(header))
	if !found {
		return nil, errors.New("not a WebAssembly module")
	}
	var sections []section
	for r := (reader{rest}); len(r.rest) > 0; {
		id, err := r.take(1)
		if err != nil {
			return nil, err
		}
		content, err := r.sized()
		if err != nil {
			return nil, err
		}
		sections = append(sections, section{id[0], content})
	}
	return sections, nil
}

func writeSections(sections []section) []byte {
	wasm := []byte(header)
	for _, s := range sections {
		wasm = append(wasm, s.id)
		wasm = appendSized(wasm, s.content)
	}
	return wasm
}

// appendSized writes a content after its length.
func appendSized(to, content []byte) []byte {
	return append(binary.AppendUvarint(to, uint64(len(content))), content...)
}

// reader reads a module from its beginning.
type reader struct{ rest []byte }

// take returns the next n bytes.
func (r *reader) take(n uint64) ([]byte, error) {
	if n > uint64(len(r.rest)) {
		return nil, errShort
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken, nil
}

// unsigned reads a number as LEB128, which package binary calls a uvarint.
func (r *reader) unsigned() (uint64, error) {
	value, n := binary.Uvarint(r.rest)
	if n <= 0 {
		return 0, errShort
	}
	r.rest = r.rest[n:]
	return value, nil
}

// signed reads a number as signed LEB128, which is not what package binary calls a varint.
func (r *reader) signed() (int64, error) {
	var value int64
	for shift := 0; shift < 64 && len(r.rest) > 0; shift += 7 {
		part := r.rest[0]
		r.rest = r.rest[1:]
		value |= int64(part&0x7f) << shift
		if part&0x80 == 0 {
			if left := 64 - shift - 7; left > 0 {
				value = value << left >> left // the sign
			}
			return value, nil
		}
	}
	return 0, errShort
}

// skip reads n unsigned numbers.
func (r *reader) skip(n uint64) error {
	for range n {
		if _, err := r.unsigned(); err != nil {
			return err
		}
	}
	return nil
}

// sized reads a content after its length.
func (r *reader) sized() ([]byte, error) {
	n, err := r.unsigned()
	if err != nil {
		return nil, err
	}
	return r.take(n)
}
