package bench

import (
	"math"
	"strconv"

	"shallows/engine/config"
)

// Band is how a metric is spread at one value of a setting that varies.
type Band struct {
	Row      int
	Text     string  // the value, as links spell it
	At       float64 // the value as a number, a batch of all that of the examples; of one that is none, its place from 0
	Spread   Summary
	Diverged int // runs
	Ended    int // runs
}

// Bands is a metric against the one setting that varies, with the rows in the order of its values.
type Bands struct {
	Numeric, Log bool // values are numbers; all positive, and apart as by factors
	List         []Band

	// Of the learning rate, the numbers of two bands, -1 for none: between Steepest and the one before it the median falls
	// most for its distance, a usual choice for training (not of a share); at Diverges a run diverges, and at none before it.
	Steepest, Diverges int
}

// Bands returns the bands of a metric, nil unless one setting varies.
func (b *Bench) Bands(m Metric) *Bands {
	if len(b.plan.Vary) != 1 {
		return nil
	}
	a := b.plan.Vary[0]
	s := config.Lookup(a.Key)
	bands := &Bands{Numeric: true, Log: s.Slider.Scale == config.Log, Steepest: -1, Diverges: -1}
	for i, text := range a.Values {
		results := b.Ended(i)
		spread := b.spread(results, m)
		v, err := strconv.ParseFloat(text, 64)
		if a.Key == "batch" && v == 0 { // all of them at once
			v = float64(b.plan.examples(b.rows[i].Config))
		}
		bands.Numeric = bands.Numeric && err == nil
		bands.Log = bands.Log && v > 0
		bands.List = append(bands.List, Band{i, text, v, spread, Diverged(results), len(results)})
	}
	if !bands.Numeric {
		for i := range bands.List {
			bands.List[i].At = float64(i)
		}
	}
	if a.Key == "lr" {
		bands.mark(m)
	}
	return bands
}

// spread returns how a metric of runs is spread.
func (b *Bench) spread(results []Result, m Metric) Summary {
	if m == Share {
		return RateOf(results, b.plan.Goal.Metric).summary()
	}
	return Summarise(results, m)
}

// mark finds where the metric gets better most steeply, and where divergence begins, among ascending values.
func (b *Bands) mark(m Metric) {
	steepest := 0.
	for i, band := range b.List {
		if band.Diverged > 0 && (b.Diverges < 0 || band.At < b.List[b.Diverges].At) {
			b.Diverges = i
		}
		if i == 0 {
			continue
		}
		before := b.List[i-1]
		apart := band.At - before.At
		if b.Log {
			apart = math.Log(band.At / before.At)
		}
		fall := (before.Spread.Median - band.Spread.Median) / apart
		if m.Rises() {
			fall = -fall
		}
		if fall > steepest && band.Diverged == 0 && m != Share {
			steepest, b.Steepest = fall, i
		}
	}
}

// Heat returns the median of a metric, or the share, by the values of the first axis and, in each of these, of the second; nil unless two
// settings vary. Where no run has ended it is NaN.
func (b *Bench) Heat(m Metric) [][]float64 {
	if len(b.plan.Vary) != 2 {
		return nil
	}
	heat := make([][]float64, len(b.plan.Vary[0].Values))
	for i, row := range b.rows {
		if row.Places != nil {
			heat[row.Places[0]] = append(heat[row.Places[0]], b.spread(b.Ended(i), m).Median)
		}
	}
	return heat
}
