package trim

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// What Go's runtime keeps of each function; runtime/symtab.go, runtime/runtime2.go
// (_func) and internal/abi/symtab.go describe it, and https://go.dev/s/go12symtab
// the idea. A function's record begins with numbers of four bytes, of which some
// are places of tables in pctab; more of these and places of other data follow.
const (
	entryField     = 0
	nameField      = 4
	pcspField      = 16
	fileField      = 20
	lineField      = 24
	pcdataCount    = 28
	unitField      = 32
	startLineField = 36
	funcdataCount  = 43
	recordSize     = 44

	// Tables by program counter, of those that follow the record.
	unsafePointTable = 0 // where a thread may be interrupted: WebAssembly has one, which never is
	inlineTable      = 2
	argLiveTable     = 3
	maxTables        = 5

	// Data of another kind, after them.
	inlineData   = 3
	argData      = 5
	argLiveData  = 6
	wrapperData  = 7
	maxData      = 8
	noData       = ^uint32(0)
	functabEntry = 8
)

// magic begins the header of the tables: their version, two zeros, that a
// program counter counts by one, that an address has eight bytes.
const magic = "\xf1\xff\xff\xff\x00\x00\x01\x08"

// tables are the runtime's tables of functions, as parts of memory.
type tables struct {
	names     []byte // of functions, each with a zero at the end
	units     []byte // of each unit of compilation: where its files' names are
	files     []byte // names of files
	counters  []byte // pctab: tables by program counter, of all functions
	functions []byte // pclntable: functab, entry and place of each record, then the records
	count     int    // of functions
}

// leaveOutLines takes from the tables of functions in memory what only a trace
// prints beside their names: files, lines, arguments, calls that were written
// into their callers.
func leaveOutLines(memory []byte) error {
	t, err := findTables(memory)
	if err != nil {
		return err
	}
	records, err := t.records()
	if err != nil {
		return err
	}
	kept := make([]byte, 1, len(t.counters)) // place 0 means that there is no table
	places := map[uint32]uint32{0: 0}
	keep := func(field []byte) error {
		place := binary.LittleEndian.Uint32(field)
		if _, done := places[place]; !done {
			table, err := t.counterTable(place)
			if err != nil {
				return err
			}
			places[place] = uint32(len(kept))
			kept = append(kept, table...)
		}
		binary.LittleEndian.PutUint32(field, places[place])
		return nil
	}
	for _, r := range records {
		for _, field := range []int{fileField, lineField, unitField, startLineField} {
			binary.LittleEndian.PutUint32(r.fields[field:], 0)
		}
		for i, table := range r.tables {
			if i == unsafePointTable || i == inlineTable || i == argLiveTable {
				binary.LittleEndian.PutUint32(table, 0)
			}
		}
		for i, data := range r.data {
			if i == inlineData || i == argData || i == argLiveData || i == wrapperData {
				binary.LittleEndian.PutUint32(data, noData)
			}
		}
		for _, field := range append([][]byte{r.fields[pcspField:]}, r.tables...) {
			if err := keep(field); err != nil {
				return err
			}
		}
	}
	clear(t.units)
	clear(t.files)
	clear(t.counters[copy(t.counters, kept):])
	return nil
}

// findTables finds the tables by their header.
func findTables(memory []byte) (tables, error) {
	if n := bytes.Count(memory, []byte(magic)); n != 1 {
		return tables{}, fmt.Errorf("%d headers of tables, want one", n)
	}
	start := bytes.Index(memory, []byte(magic))
	rest := memory[start:]
	number := func(i int) uint64 { return binary.LittleEndian.Uint64(rest[8*i:]) }
	const numbers = 9
	if len(rest) < 8*numbers {
		return tables{}, errShort
	}
	// After the magic: functions, files, an unused number, and where the five
	// tables begin, of which each ends where the next begins.
	var places [6]uint64
	copy(places[:], []uint64{number(4), number(5), number(6), number(7), number(8), uint64(len(rest))})
	for i := range 5 {
		if places[i] < 8*numbers || places[i] > places[i+1] {
			return tables{}, errors.New("tables in another order")
		}
	}
	part := func(i int) []byte { return rest[places[i]:places[i+1]] }
	t := tables{names: part(0), units: part(1), files: part(2), counters: part(3), functions: part(4), count: int(number(1))}
	if t.count <= 0 || t.count > len(t.functions)/functabEntry {
		return tables{}, errShort
	}
	return t, nil
}

// record is what is known of a function. Its parts are parts of memory.
type record struct {
	fields       []byte
	tables, data [][]byte
}

// records returns the record of every function. It fails when any does not look
// like one: these are the runtime's own, which no other program is to know.
func (t tables) records() ([]record, error) {
	records := make([]record, t.count)
	for i := range records {
		entry := t.functions[functabEntry*i:]
		place := uint64(binary.LittleEndian.Uint32(entry[4:]))
		if place+recordSize > uint64(len(t.functions)) {
			return nil, errShort
		}
		fields := t.functions[place:]
		tables, data := int(binary.LittleEndian.Uint32(fields[pcdataCount:])), int(fields[funcdataCount])
		name := int(binary.LittleEndian.Uint32(fields[nameField:]))
		switch {
		case !bytes.Equal(fields[entryField:entryField+4], entry[:4]):
			return nil, fmt.Errorf("function %d has another entry in its record", i)
		case tables > maxTables || data > maxData || recordSize+4*(tables+data) > len(fields):
			return nil, fmt.Errorf("function %d has %d tables and %d data", i, tables, data)
		case name >= len(t.names) || name > 0 && t.names[name-1] != 0:
			return nil, fmt.Errorf("function %d has no name", i)
		}
		rest := fields[recordSize:]
		next := func(n int) (numbers [][]byte) {
			for ; n > 0; n-- {
				numbers = append(numbers, rest[:4])
				rest = rest[4:]
			}
			return numbers
		}
		records[i] = record{fields: fields[:recordSize], tables: next(tables), data: next(data)}
	}
	return records, nil
}

// counterTable returns the table at a place of pctab: steps of the value and of
// the program counter by turns, to a value that makes no step, unless it is the first.
func (t tables) counterTable(place uint32) ([]byte, error) {
	if uint64(place) >= uint64(len(t.counters)) {
		return nil, fmt.Errorf("table at %d of %d", place, len(t.counters))
	}
	from := t.counters[place:]
	r := reader{from}
	for first := true; ; first = false {
		if step, err := r.unsigned(); err != nil {
			return nil, err
		} else if step == 0 && !first {
			return from[:len(from)-len(r.rest)], nil
		}
		if _, err := r.unsigned(); err != nil {
			return nil, err
		}
	}
}
