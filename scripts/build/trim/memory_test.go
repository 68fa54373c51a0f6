package trim

import (
	"bytes"
	"testing"
)

func TestMemoryIsWrittenAndRead(t *testing.T) {
	long := func(parts ...any) (memory []byte) {
		for _, part := range parts {
			switch part := part.(type) {
			case int:
				memory = append(memory, make([]byte, part)...)
			case string:
				memory = append(memory, part...)
			}
		}
		return memory
	}
	for name, test := range map[string]struct {
		memory []byte
		pieces byte
	}{
		"empty":            {nil, 0},
		"zeros":            {long(100), 0},
		"one":              {long("a"), 1},
		"short gap":        {long("a", gap-1, "b"), 1},
		"long gap":         {long("a", gap, "b"), 2},
		"far":              {long(1<<20, "a", 3*gap, "bc", 2, "d", gap, "e"), 3},
		"63 and 64 before": {long(64, "a"), 1},
		"zeros at the end": {long(63, "a", 8), 1},
	} {
		data := writeMemory(test.memory)
		if data[0] != test.pieces {
			t.Errorf("%s: %d pieces, want %d", name, data[0], test.pieces)
		}
		got, err := readMemory(data)
		if want := bytes.TrimRight(test.memory, "\x00"); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes, %v, want %d", name, len(got), err, len(want))
		}
	}
}

func TestPiecesMayComeInAnyOrder(t *testing.T) {
	memory, err := readMemory([]byte{2, 0, opI32Const, 3, opEnd, 1, 'b', 0, opI32Const, 0, opEnd, 2, 'a', 'c'})
	if want := "ac\x00b"; err != nil || string(memory) != want {
		t.Errorf("%q, %v, want %q", memory, err, want)
	}
}

func TestMemoryRefuses(t *testing.T) {
	for name, data := range map[string][]byte{
		"nothing":          {},
		"another memory":   {1, 1, opI32Const, 0, opEnd, 1, 'a'},
		"a computed place": {1, 0, 0x23, 0, opEnd, 1, 'a'},
		"no end":           {1, 0, opI32Const, 0, 0, 1, 'a'},
		"too few bytes":    {1, 0, opI32Const, 0, opEnd, 2, 'a'},
		"too few pieces":   {2, 0, opI32Const, 0, opEnd, 1, 'a'},
		"more":             {1, 0, opI32Const, 0, opEnd, 1, 'a', 0},
		"before memory":    {1, 0, opI32Const, 0x7f, opEnd, 1, 'a'},
		"far beyond":       {1, 0, opI32Const, 0xff, 0xff, 0xff, 0xff, 0x7, opEnd, 1, 'a'},
	} {
		if memory, err := readMemory(data); err == nil {
			t.Errorf("%s: no error, %d bytes", name, len(memory))
		}
	}
}
