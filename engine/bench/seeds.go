package bench

import (
	"math"
	"strconv"

	"shallows/engine/config"
)

// Drawn is what a seed draws.
type Drawn string

// What the seeds of a bench draw, by their codes in links.
const (
	Weights Drawn = "weights" // the setting seed
	Points  Drawn = "points"  // the setting dseed
	Both    Drawn = "both"    // both settings, with the same number
)

// Draws lists all that seeds can draw.
var Draws = []Drawn{Weights, Points, Both}

// Seeds are the seeds of each row: List, or where it is empty Count seeds from the row's own on. Of both weights and points
// they count from the weights'.
type Seeds struct {
	Of    Drawn
	Count int // from 1
	List  []uint32
}

// Len returns how many there are.
func (s Seeds) Len() int {
	if len(s.List) > 0 {
		return len(s.List)
	}
	return s.Count
}

// At returns seed number k, from 0, of a row with settings c.
func (s Seeds) At(c config.Config, k int) uint32 {
	switch {
	case len(s.List) > 0:
		return s.List[k]
	case s.Of == Points:
		return c.DataSeed + uint32(k)
	default:
		return c.Seed + uint32(k)
	}
}

// fits returns how many seeds a row with settings c can have.
func (s Seeds) fits(c config.Config) int {
	if len(s.List) > 0 {
		return len(s.List)
	}
	return int(min(MostSeeds, uint64(math.MaxUint32-s.At(c, 0))+1))
}

// Text returns seed number k as links spell it.
func (s Seeds) Text(c config.Config, k int) string { return strconv.FormatUint(uint64(s.At(c, k)), 10) }

// Draw reports whether rows by a setting's values would hold other ones too, as seeds are what it is.
func (s Seeds) Draw(key string) bool {
	switch key {
	case "seed":
		return s.Of != Points && s.Len() > 1
	case "dseed":
		return s.Of == Both || s.Of == Points && s.Len() > 1
	}
	return false
}

// In returns c with seed number k.
func (s Seeds) In(c config.Config, k int) config.Config {
	seed := s.At(c, k)
	if s.Of != Points {
		c.Seed = seed
	}
	if s.Of != Weights {
		c.DataSeed = seed
	}
	return c
}
