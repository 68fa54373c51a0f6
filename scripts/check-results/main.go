// Command check-results trains the runs again that students handed in of the lessons, without a browser, and prints CSV: a line for
// each result, with the numbers that replaying came to, and whether it holds.
//
//	go run ./scripts/check-results ada.txt bob.csv > checked.csv
//
// A file is what the page copies or saves, of one student or of many; without files it reads standard input. Results that no
// name stands over are told by the name of their file. docs/lessons.md says what the verdicts mean. It is to be run where the
// lessons are, at the top of the repository.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"shallows/engine/handin"
	"shallows/engine/lesson"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("check-results: ")
	scripts, err := readScripts("web/lessons")
	if err != nil {
		log.Fatal(err)
	}
	text, err := read(os.Args[1:])
	if err != nil {
		log.Fatal(err)
	}
	report, more := check(scripts, text)
	if more > 0 {
		log.Printf("%d results more than are read at once", more)
	}
	fmt.Print(report)
}

// readScripts reads what the lessons do.
func readScripts(folder string) (map[string]lesson.Script, error) {
	scripts := map[string]lesson.Script{}
	for _, id := range lesson.IDs {
		text, err := os.ReadFile(filepath.Join(folder, id+".json"))
		if err != nil {
			return nil, err
		}
		var s lesson.Script
		if err := json.Unmarshal(text, &s); err != nil {
			return nil, err
		}
		scripts[id] = s
	}
	return scripts, nil
}

// read returns what stands in files, each below its name, or else on standard input.
func read(files []string) (string, error) {
	if len(files) == 0 {
		text, err := io.ReadAll(os.Stdin)
		return string(text), err
	}
	var all strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		name := filepath.Base(file)
		fmt.Fprintf(&all, "%s\n%s\n", strings.TrimSuffix(name, filepath.Ext(name)), text)
	}
	return all.String(), nil
}

// check returns what is said of a text, and how many results were left out.
func check(scripts map[string]lesson.Script, text string) (report string, more int) {
	results, more := handin.Read(text)
	c := handin.NewChecker(scripts, results)
	for c.Busy() {
		c.Work(time.Second)
	}
	return handin.Report(c.Outcomes()), more
}
