//go:build !js

package main

import (
	"encoding/json"
	"log"
	"math"
	"os"
	"slices"
	"time"

	"shallows/engine/kernel"
)

var accelerator kernel.Accelerator

// result is what was measured of one workload, by subject: see scripts/bench/race.js, whose numbers
// have the same names.
type result struct {
	Name  string             `json:"name"`
	Train map[string]float64 `json:"train"` // examples a second
	Field map[string]float64 `json:"field"` // milliseconds
}

func main() {
	log.SetFlags(0)
	var results []result
	for _, w := range workloads() {
		results = append(results, measure(w))
	}
	var total, longest []float64
	for range 5 {
		t, l := measureSeek()
		total, longest = append(total, t), append(longest, l)
	}
	answer := map[string]any{
		"workloads": results,
		"seek":      map[string]float64{"total": median(total), "longest": median(longest)},
	}
	if err := json.NewEncoder(os.Stdout).Encode(answer); err != nil {
		log.Fatal(err)
	}
}

const (
	rounds = 41
	slice  = 3 * time.Millisecond
)

// measure lets the subjects take turns.
func measure(w *workload) result {
	list := subjects(w)
	train, field := make([][]float64, len(list)), make([][]float64, len(list))
	updates := make([]int, len(list))
	for _, s := range list {
		s.train(100)
		if first := list[0].cost(); math.Abs(s.cost()-first) > 1e-9*first {
			log.Fatalf("%s: %s reaches cost %v, %s %v", w.Name, s.Name, s.cost(), list[0].Name, first)
		}
	}
	for i, s := range list {
		start := time.Now()
		s.train(100)
		updates[i] = 100 * (1 + int(slice/time.Since(start)))
	}
	for range rounds {
		for i, s := range list {
			start := time.Now()
			s.train(updates[i])
			train[i] = append(train[i], float64(updates[i]*w.Batch)/time.Since(start).Seconds())
			if s.evaluate != nil {
				start = time.Now()
				s.evaluate()
				field[i] = append(field[i], time.Since(start).Seconds()*1000)
			}
		}
	}
	r := result{w.Name, map[string]float64{}, map[string]float64{}}
	for i, s := range list {
		r.Train[s.Name] = median(train[i])
		if s.evaluate != nil {
			r.Field[s.Name] = median(field[i])
		}
	}
	return r
}

// measureSeek returns the milliseconds in all and of the longest slice.
func measureSeek() (total, longest float64) {
	s := newSeek()
	for begin, left := time.Now(), 1; left > 0; total = time.Since(begin).Seconds() * 1000 {
		start := time.Now()
		left = s.slice()
		longest = max(longest, time.Since(start).Seconds()*1000)
	}
	return total, longest
}

func median(numbers []float64) float64 {
	slices.Sort(numbers)
	return numbers[len(numbers)/2]
}
