package main

import (
	"time"

	"shallows/engine/config"
	"shallows/engine/kernel"
	"shallows/engine/session"
)

// seek is the opening of a link that says steps=10000: the page's default, trained in slices.
type seek struct {
	run  *session.Session
	left int
}

func newSeek() *seek {
	kernel.Use(accelerator)
	defer kernel.Use(nil)
	return &seek{session.New(config.Default()), 10000}
}

// slice trains for 8 ms, as the page does between two frames, and returns the updates left.
func (s *seek) slice() int {
	for start := time.Now(); s.left > 0 && time.Since(start) < 8*time.Millisecond; {
		s.left -= s.run.Step(1)
	}
	return s.left
}
