package bench

import (
	"math"
	"slices"
)

// Summary tells how numbers are spread. Those that are NaN are left out; of none, all but Count is NaN.
type Summary struct {
	Count                             int
	Best, Lower, Median, Upper, Worst float64 // Lower and Upper are the quartiles
}

// Summarise returns the summary of a metric of runs.
func Summarise(results []Result, m Metric) Summary {
	values := make([]float64, len(results))
	for i, r := range results {
		values[i] = m.Of(r.Metrics)
	}
	s := summary(values)
	if m.Rises() {
		s.Best, s.Worst = s.Worst, s.Best
	}
	return s
}

// summary takes less to be better.
func summary(values []float64) Summary {
	sorted := slices.DeleteFunc(slices.Clone(values), math.IsNaN)
	slices.Sort(sorted)
	n := len(sorted)
	if n == 0 {
		nan := math.NaN()
		return Summary{0, nan, nan, nan, nan, nan}
	}
	return Summary{n, sorted[0], Percentile(sorted, 25), Median(sorted), Percentile(sorted, 75), sorted[n-1]}
}

// Percentile returns numpy.percentile(sorted, q) of a number of numbers in order, to the last bit: it lies at (n-1) q/100
// between two of them. The quantiles of gonum/stat are of other definitions.
func Percentile(sorted []float64, q float64) float64 {
	at := float64(len(sorted)-1) * (q / 100)
	i := min(int(at), len(sorted)-1)
	a, b, t := sorted[i], sorted[min(i+1, len(sorted)-1)], at-float64(i)
	if t >= 0.5 {
		return b - float64((b-a)*(1-t))
	}
	return a + float64((b-a)*t)
}

// Median returns numpy.median(sorted) of a number of numbers in order, to the last bit.
func Median(sorted []float64) float64 {
	n := len(sorted)
	if n%2 == 1 {
		return sorted[n/2]
	}
	return (sorted[n/2-1] + sorted[n/2]) / 2
}

// Rate is how often runs reached the goal, of all those that have ended and have a number for it.
type Rate struct {
	Reached, Runs int
	Low, High     float64 // of the share, with 95 % confidence, by Wilson's interval; 0 and 1 without runs
	Steps         float64 // the median of the steps it took, NaN where none did
}

// RateOf returns the rate of runs with a goal of a metric. Those that have no such number are left out.
func RateOf(results []Result, m Metric) Rate {
	var r Rate
	var steps []float64
	for _, result := range results {
		if math.IsNaN(m.Of(result.Metrics)) {
			continue
		}
		r.Runs++
		if result.Reached >= 0 {
			steps = append(steps, float64(result.Reached))
		}
	}
	r.Reached = len(steps)
	r.Low, r.High = Wilson(r.Reached, r.Runs)
	r.Steps = summary(steps).Median
	return r
}

// summary returns the share as pictures have it: its interval in place of quartiles.
func (r Rate) summary() Summary {
	if r.Runs == 0 {
		return summary(nil)
	}
	return Summary{Count: r.Runs, Best: r.High, Lower: r.Low, Median: float64(r.Reached) / float64(r.Runs), Upper: r.High, Worst: r.Low}
}

// Wilson returns the interval in which a share lies with 95 % confidence when it was seen k times among n: unlike the
// usual one it has a width where k is 0 or n. Without any it is 0 to 1.
func Wilson(k, n int) (low, high float64) {
	const z = 1.959963984540054 // 97.5 % of a normal distribution lie below
	if n == 0 {
		return 0, 1
	}
	m, share := float64(n), float64(k)/float64(n)
	middle := (share + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(share*(1-share)/m+z*z/(4*m*m))
	return max(0, middle-half), min(1, middle+half)
}

// Diverged returns how many runs diverged.
func Diverged(results []Result) int {
	n := 0
	for _, r := range results {
		if r.Metrics.Diverged {
			n++
		}
	}
	return n
}

// MedianCurve returns the median cost at each of the plan's Samples, over the runs that went so far; it ends where none did.
func MedianCurve(results []Result) []float64 {
	var median []float64
	for i := 0; ; i++ {
		var costs []float64
		for _, r := range results {
			if i < len(r.Curve) {
				costs = append(costs, r.Curve[i])
			}
		}
		if len(costs) == 0 {
			return median
		}
		median = append(median, summary(costs).Median)
	}
}
