package trim

import (
	"bytes"
	"slices"
	"testing"
)

const entry = 0x1005_0000

// conventional returns a function by Go's convention with two places to go on:
// the code before the end of the first block, and the one after.
func conventional(first, second []instruction) function {
	const unwind, loop, last, place1, place0 = 1, 2, 3, 4, 5
	void := []byte{noResult}
	return function{1, []byte{4, typeI64}, slices.Concat([]instruction{
		with(opGetGlobal, stackGlobal), with(opSet, stackLocal),
		{opBlock, unwind, void}, {opLoop, loop, void}, {opBlock, last, void}, {opBlock, place1, void}, {opBlock, place0, void},
		with(opGet, resumeLocal), {op: opBrTable, rest: []byte{3, 0, 1, 1, 2}}, {op: opEnd, block: place0},
	}, first, []instruction{{op: opEnd, block: place1}}, second, []instruction{
		{op: opEnd, block: last}, {op: opEnd, block: loop}, {op: opUnreachable}, {op: opEnd, block: unwind}, with(opI32Const, 1), {op: opEnd},
	})}
}

// jump goes to a place by the start of the loop.
func jump(place int64) []instruction {
	return []instruction{with(opI32Const, place), with(opSet, resumeLocal), {op: opBr, block: 2}}
}

func op(codes ...byte) (code []instruction) {
	for _, c := range codes {
		code = append(code, instruction{op: c})
	}
	return code
}

func TestShorten(t *testing.T) {
	const own, moved = 3, 4 // a local, before and after
	load := func(offset byte) instruction { return instruction{op: 0x29, rest: []byte{3, offset}} }
	store := func(offset byte) instruction { return instruction{op: 0x37, rest: []byte{3, offset}} }
	stack, stackMoved := with(opGet, 1), with(opGet, 2)
	address := func(by int64) []instruction {
		return []instruction{stack, {op: opI64Extend}, with(opI64Const, by), {op: opI64Add}, {op: opI32Wrap}}
	}
	with32 := func(by int64) []instruction {
		return []instruction{stackMoved, with(opI32Const, by), {op: opI32Add}}
	}
	condition := []instruction{{op: opIf, block: 9, rest: []byte{noResult}}}
	for name, test := range map[string]struct{ first, want []instruction }{
		"jump on":                   {jump(1), []instruction{{op: opBr, block: 4}}},
		"jump on by the same block": {jump(2), []instruction{{op: opBr, block: 4}}},
		"jump far on":               {jump(3), []instruction{{op: opBr, block: 3}}},
		"jump back":                 {jump(0), jump(0)},
		"jump on if":                {slices.Concat(condition, jump(1), []instruction{{op: opEnd, block: 9}}), []instruction{{op: opBrIf, block: 4}}},
		"jump back if":              {slices.Concat(condition, jump(0), []instruction{{op: opEnd, block: 9}}), slices.Concat(condition, jump(0), []instruction{{op: opEnd, block: 9}})},
		"leave an if from within":   {append(condition, instruction{op: opBr, block: 9}, instruction{op: opEnd, block: 9}), append(condition, instruction{op: opBr, block: 9}, instruction{op: opEnd, block: 9})},
		"unwind":                    {[]instruction{{op: opBrIf, block: 1}}, []instruction{{opIf, -1, []byte{noResult}}, with(opI32Const, 1), {op: opReturn}, {op: opEnd, block: -1}}},
		"program counter":           {[]instruction{with(opI64Const, entry+7)}, []instruction{with(opGet, 1), with(opI64Const, 7), {op: opI64Add}}},
		"counter of the next":       {[]instruction{with(opI64Const, entry+0x10000)}, []instruction{with(opI64Const, entry+0x10000)}},
		"counter of the last":       {[]instruction{with(opI64Const, entry-1)}, []instruction{with(opI64Const, entry-1)}},
		"local":                     {[]instruction{with(opGet, own), with(opTee, own)}, []instruction{with(opGet, moved), with(opTee, moved)}},
		"address":                   {append(address(8), instruction{op: opDrop}), append(with32(8), instruction{op: opDrop})},
		"address before":            {append(address(-8), load(16)), append(with32(-8), load(16))},
		"no sum":                    {[]instruction{stack, {op: opI64Extend}, {op: opI32Wrap}}, []instruction{stackMoved}},
		"load":                      {append(address(8), load(16)), []instruction{stackMoved, load(24)}},
		"load by another":           {[]instruction{with(opGet, own), with(opI32Const, 8), {op: opI32Add}, load(0)}, []instruction{with(opGet, moved), with(opI32Const, 8), {op: opI32Add}, load(0)}},
		"store":                     {append(address(8), with(opI64Const, -1), store(0)), []instruction{stackMoved, with(opI64Const, -1), store(8)}},
		"store a local":             {append(address(100), with(opGet, own), store(20)), []instruction{stackMoved, with(opGet, moved), store(120)}},
		"store a sum":               {slices.Concat(address(8), op(opI32Add), []instruction{store(0)}), slices.Concat(with32(8), op(opI32Add), []instruction{store(0)})},
	} {
		got := conventional(test.first, jump(1)).shorten(entry)
		want := conventional(test.want, jump(1))
		want.groups, want.locals = 2, []byte{1, typeI64, 4, typeI64}
		want.code = slices.Concat([]instruction{with(opI64Const, entry), with(opSet, 1), with(opGetGlobal, stackGlobal), with(opSet, 2)}, want.code[2:])
		if !bytes.Equal(got.write(), want.write()) {
			t.Errorf("%s:\n%v, want\n%v", name, got.code, want.code)
		}
	}
}

func TestShortenLeavesJumpsWhenTheirPlaceIsRead(t *testing.T) {
	f := conventional(append(jump(1), with(opGet, resumeLocal)), nil)
	if got := f.shorten(entry); len(got.code) != len(f.code)+2 {
		t.Errorf("%v", got.code)
	}
	f = conventional(append(jump(1), with(opSet, resumeLocal), with(opI32Const, 0), with(opGet, resumeLocal)), nil)
	if got := f.shorten(entry); len(got.code) != len(f.code) {
		t.Errorf("a call by a table counts: %v", got.code)
	}
}

func TestFunctionIsReadAsWritten(t *testing.T) {
	f := conventional(jump(1), append(jump(0), with(opI64Const, -1<<63), with(opI32Const, -65), instruction{op: opMore, rest: []byte{10, 0, 0}}))
	content := f.write()
	again, err := readFunction(content)
	if err != nil || !bytes.Equal(again.write(), content) {
		t.Errorf("%v, %v, want %v", again, err, f)
	}
	for n := range content {
		if _, err := readFunction(content[:n]); err == nil {
			t.Errorf("no error for %d of %d bytes", n, len(content))
		}
	}
	for name, content := range map[string][]byte{
		"more":                {0, opEnd, opEnd},
		"branch to no block":  {0, opBr, 1, opEnd},
		"unknown":             {0, 0x06, opEnd},
		"unknown conversion":  {0, opMore, 8, opEnd},
		"block of no end":     {0, opBlock, noResult, opEnd},
		"a number cut short":  {0, opI32Const, 0x80},
		"a number too large":  {0, opI64Const, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0, opEnd},
		"a table of no entry": {0, opBrTable},
	} {
		if f, err := readFunction(content); err == nil {
			t.Errorf("%s: %v", name, f)
		}
	}
}
