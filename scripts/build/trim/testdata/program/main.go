// Command program leans on what the runtime keeps of functions: it unwinds and
// grows stacks, collects garbage that only stacks hold, defers and recovers.
// It prints what came of it and ends in a panic.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type tree struct{ left, right *tree }

// grow returns a tree of a depth, which only the stack holds while it grows.
func grow(depth int) *tree {
	if depth == 0 {
		return &tree{}
	}
	left := grow(depth - 1)
	if depth == 12 {
		runtime.GC()
	}
	return &tree{left, grow(depth - 1)}
}

func (t *tree) size() int {
	if t == nil {
		return 0
	}
	return 1 + t.left.size() + t.right.size()
}

// deep recurses until the stack was moved many times, with a pointer into itself on each turn.
func deep(n int, above *int) int {
	own := n
	if n == 0 {
		runtime.GC()
		return *above
	}
	return deep(n-1, &own) + *above - own
}

// recovered returns what a division ends in, with deferred calls of every kind around it.
func recovered(by int) (text string) {
	defer func() { text += fmt.Sprint(recover()) }()
	for i := range 3 {
		defer func() { text += fmt.Sprint(i, " ") }()
	}
	var numbers []int
	if by > 0 {
		numbers[by] = 1
	}
	return fmt.Sprint(1 / by)
}

//go:noinline
func fails(m map[string]int) {
	m["a"] = 1
}

func main() {
	fmt.Println(grow(14).size())
	fmt.Println(deep(3_000, new(int)))
	fmt.Println(recovered(0))
	fmt.Println(recovered(7))
	sums := make([]int, 50)
	var all sync.WaitGroup
	for i := range sums {
		all.Go(func() {
			for range 20 {
				sums[i] += grow(6).size()
				runtime.Gosched()
			}
		})
	}
	all.Wait()
	runtime.GC()
	fmt.Println(sums[0], sums[49])
	pc, file, _, ok := runtime.Caller(0)
	fmt.Println(runtime.FuncForPC(pc).Name(), file, ok)
	fails(nil)
}
