// Command bench-run trains the runs of a bench, without a browser, and prints a line of CSV for each, or for each row.
//
//	go run ./scripts/bench-run [-rows] 'v=1&bench=net~1~2~3~seeds~20~steps~1000~goal~accuracy~0.9' > runs.csv
//
// It takes an address of the page or what follows its '#'. The numbers are those of the page, bit for bit; docs/bench.md
// tells what a bench is. What a link has that cannot be used is told on standard error, and so is the progress.
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"runtime"
	"strings"
	"time"

	"shallows/engine/bench"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench-run: ")
	rows := flag.Bool("rows", false, "print a line for each row, with medians and quartiles, not for each run")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("takes one link with a bench in it, such as 'v=1&bench=net~1~2~3~seeds~20~steps~1000'")
	}
	plan, warnings, err := open(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	for _, w := range warnings {
		log.Print(w)
	}
	began := time.Now()
	b := train(plan, runtime.NumCPU(), func(ended, runs int, share float64) {
		left := time.Duration(bench.Remaining(float64(time.Since(began)), share))
		fmt.Fprintf(os.Stderr, "\r%d of %d runs, %v to go ", ended, runs, left.Round(time.Second))
	})
	fmt.Fprintln(os.Stderr)
	if err := write(os.Stdout, b, *rows); err != nil {
		log.Fatal(err)
	}
}

func write(w io.Writer, b *bench.Bench, rows bool) error {
	if rows {
		return b.WriteLinesCSV(w)
	}
	return b.WriteCSV(w)
}

// open reads the plan of a link, and says in sentences what of it was not taken as given.
func open(address string) (plan bench.Plan, warnings []string, err error) {
	fragment := address
	if _, after, found := strings.Cut(address, "#"); found {
		fragment = after
	}
	opened, decoded := bench.OpenLink(fragment)
	if decoded == nil {
		return plan, nil, fmt.Errorf("there is no bench in this link: add one, such as &%s=net~1~2~3~seeds~20~steps~1000", bench.Key)
	}
	plan = *decoded
	for _, w := range opened.Warnings {
		sentence := fmt.Sprintf("%s=%s is left out: %s", w.Key, w.Value, w.Reason)
		if w.Used != "" {
			sentence = fmt.Sprintf("%s=%s is taken as %s: %s", w.Key, w.Value, w.Used, w.Reason)
		}
		warnings = append(warnings, sentence)
	}
	if e := plan.Excess(); e != nil {
		return plan, warnings, e
	}
	return plan, warnings, nil
}

// train makes all runs, so many at once, and tells each time how far it is.
func train(plan bench.Plan, threads int, tell func(ended, runs int, share float64)) *bench.Bench {
	b := bench.Open(plan, bench.InOrder)
	runs := b.Runs()
	toDo, done := make(chan *bench.Job), make(chan *bench.Job)
	for range threads {
		go func() {
			for j := range toDo {
				for !j.Done() {
					j.Turn(1e9)
				}
				done <- j
			}
		}()
	}
	next, open := b.Next(), toDo
	for !b.Done() {
		if next == nil {
			open = nil // nothing is sent any more
		}
		select {
		case open <- next:
			next = b.Next()
		case j := <-done:
			b.Put(j.Row, j.Seed, j.Result())
			ended, share := b.Progress()
			tell(ended, runs, share)
		}
	}
	close(toDo)
	return b
}
