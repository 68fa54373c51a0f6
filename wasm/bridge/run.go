//go:build js

package bridge

import (
	"strconv"
	"syscall/js"
	"time"

	"gonum.org/v1/gonum/blas/blas64"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/session"
)

func (e *Engine) run() *session.Session { return e.stage.Session() }

// learning returns the run for what takes training examples. It panics with noExamples when there are none.
func (e *Engine) learning() *session.Session {
	if e.run().Train().Len() == 0 {
		panic(noExamples{})
	}
	return e.run()
}

type noExamples struct{}

// Train does at most n updates, at least one if the run can go on, until the budget in milliseconds is used up or the
// run diverges. It returns the number of updates done.
func (e *Engine) Train(n int, budget float64) int {
	return within(budget, n, e.run().Work(), func() bool { return e.run().Step(1) > 0 })
}

// within calls step up to n times, until the budget in milliseconds is used up or step returns false. It returns how
// often step returned true. Where the clock stands still it is the work, about so many multiplications a step, that ends
// it: clocks of some browsers move but every tenth of a second, and one that was tampered with never does.
func within(budget float64, n, work int, step func() bool) int {
	const most = 1e8 // multiplications while the clock stands still
	start := time.Now()
	var last time.Duration
	done, still := 0, 0
	for done < n && step() {
		done++
		passed := time.Since(start)
		if still++; passed != last {
			last, still = passed, 0
		}
		if passed.Seconds()*1000 >= budget || still*work >= most {
			break
		}
	}
	return done
}

// reset returns to the same initial weights.
func (e *Engine) reset(arguments) any {
	e.run().Reset()
	e.draw()
	return nil
}

// calm starts over with a lower learning rate, by which the run trains: {rate}.
func (e *Engine) calm(arguments) any {
	rate := e.run().Calm()
	e.draw()
	return object("rate", rate)
}

// newWeights starts over with the next seed: {seed}.
func (e *Engine) newWeights(arguments) any {
	seed := e.run().Config().Seed + 1
	c, _ := e.run().Config().With(config.Pair{Key: "seed", Value: strconv.FormatUint(uint64(seed), 10)})
	e.run().Apply(c)
	e.draw()
	return object("seed", seed)
}

// metrics returns {step, epoch, cost, testCost, accuracy, testAccuracy, diverged}, null for what does not apply.
func (e *Engine) metrics(arguments) any {
	m := e.run().Metrics()
	return object(
		"step", m.Step,
		"epoch", m.Epoch,
		"cost", orNull(m.Cost),
		"testCost", orNull(m.TestCost),
		"accuracy", orNull(m.Accuracy),
		"testAccuracy", orNull(m.TestAccuracy),
		"diverged", m.Diverged,
	)
}

// history returns the cost curve, {step, cost, testCost} of typed arrays; a cost that is not there is NaN.
func (e *Engine) history(arguments) any {
	records := e.run().History()
	column := func(value func(session.Record) float64) js.Value {
		values := make([]float64, len(records))
		for i, r := range records {
			values[i] = value(r)
		}
		return float64Array(values)
	}
	return object(
		"step", column(func(r session.Record) float64 { return float64(r.Step) }),
		"cost", column(func(r session.Record) float64 { return r.Cost }),
		"testCost", column(func(r session.Record) float64 { return r.TestCost }),
	)
}

// params returns {layers: [{W: [[…], …], b: […], activation}, …]}, a row of W for each unit.
func (e *Engine) params(arguments) any {
	n := e.run().Network()
	var layers []any
	for l := 1; l < len(n.W); l++ {
		activation := n.Output
		if l < len(n.W)-1 {
			activation = n.Hidden[l-1]
		}
		layers = append(layers, object("W", rows(n.W[l]), "b", array(n.B[l], as), "activation", activation.String()))
	}
	return object("layers", layers)
}

func rows(m blas64.General) []any {
	list := make([]any, m.Rows)
	for i := range list {
		list[i] = array(m.Data[i*m.Stride:i*m.Stride+m.Cols], as)
	}
	return list
}

// setWeight changes one weight, in the lecture's indices: {ok}, false when there is no such weight.
func (e *Engine) setWeight(args arguments) any {
	err := e.run().SetWeight(args.integer(0), args.integer(1), args.integer(2), args.number(3))
	e.draw()
	return object("ok", err == nil)
}

// setBias changes one bias, in the lecture's indices: {ok}, false when there is no such bias.
func (e *Engine) setBias(args arguments) any {
	err := e.run().SetBias(args.integer(0), args.integer(1), args.number(2))
	e.draw()
	return object("ok", err == nil)
}

// predict returns the output for each point.
func (e *Engine) predict(args arguments) any {
	points := elements(args.plain(0))
	x1, x2 := make([]float64, len(points)), make([]float64, len(points))
	for i, point := range points {
		pair := elements(point)
		if len(pair) != 2 {
			panic(wrongArguments{})
		}
		x1[i], x2[i] = number(pair[0]), number(pair[1])
	}
	outputs := make([]float64, len(points))
	e.run().Predict(outputs, x1, x2)
	return array(outputs, as)
}

// data returns the examples, {train: [[x1, x2, y], …], test: […]}.
func (e *Engine) data(arguments) any {
	return object("train", examples(e.run().Train()), "test", examples(e.run().Test()))
}

func examples(s dataset.Set) []any {
	list := make([]any, len(s.Y))
	for i := range list {
		list[i] = []any{s.X1[i], s.X2[i], s.Y[i]}
	}
	return list
}
