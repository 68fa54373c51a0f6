package describe

import (
	"math"
	"strconv"

	"shallows/engine/nn"
	"shallows/engine/number"
	"shallows/engine/page/record"
	"shallows/engine/scene"
	"shallows/engine/session"
)

const (
	// cells along a side of the plane that are looked at.
	side = 48
	// speck is the number of cells below which a region is not spoken of.
	speck = side * side / 250
	// faint is the tone up to which colours are hardly to be seen.
	faint = 0.1
	// same is the difference of tones that is none.
	same = 1e-9
)

// Plane says what the plane shows: which colour lies where and, if that is the network's output, how much of it is right.
func Plane(stage *scene.Stage) []Sentence {
	run := stage.Session()
	shown := stage.Shown()
	output := shown.Layer == run.Network().Layers()
	told := axes(run)
	switch {
	case output && run.Config().Regression():
		told = append(told, surface(valuesOf(stage), run.ValueOf, run.Columns() == 1)...)
	case output && run.Network().Sizes[shown.Layer] > 1:
		told = append(told, classes(stage)...)
	case output:
		told = append(append(told, colours(run)), shape(stage.Tones(side))...)
	default:
		told = append(append(told, say("plane.signs")), shape(stage.Tones(side))...)
	}
	if !output {
		return told
	}
	metrics := run.Metrics()
	switch {
	case run.Train().Len() == 0:
		told = append(told, say("plane.empty"))
	case run.Test().Len() > 0 && !math.IsNaN(metrics.Accuracy):
		told = append(told, say("plane.rightBoth", "accuracy", number.Percent(metrics.Accuracy, 1), "test", number.Percent(metrics.TestAccuracy, 1)))
	case !math.IsNaN(metrics.Accuracy):
		told = append(told, say("plane.right", "accuracy", number.Percent(metrics.Accuracy, 1)))
	}
	return told
}

// axes says what the plane goes along where the data have names for it, or but one column.
func axes(run *session.Session) []Sentence {
	view, names := run.View(), run.Names()
	if view.Principal {
		return nil
	}
	column := func(k int) Sentence {
		j := view.Axes[k]
		symbol := say("option.x" + strconv.Itoa(j+1))
		if name := names.Column(j); name != "" {
			return say("input.named", "symbol", symbol, "name", record.Isolated(name))
		}
		return symbol
	}
	switch {
	case run.Columns() == 1 && names.Target != "":
		return []Sentence{say("plane.graph.named", "across", column(0), "up", record.Isolated(names.Target))}
	case run.Columns() == 1:
		return []Sentence{say("plane.graph", "across", column(0))}
	case names.Column(view.Axes[0]) != "" || names.Column(view.Axes[1]) != "":
		return []Sentence{say("plane.axes", "across", column(0), "up", column(1))}
	}
	return nil
}

// colours says which class has which colour.
func colours(run *session.Session) Sentence {
	if zero, one := run.Names().Class(0), run.Names().Class(1); zero != "" && one != "" {
		return say("plane.classes.named", "one", record.Isolated(one), "zero", record.Isolated(zero))
	}
	return say("plane.classes")
}

// classes says where each class of a softmax is the most probable, or where the one is whose unit the plane shows.
func classes(stage *scene.Stage) []Sentence {
	run := stage.Session()
	K, whole := stage.Session().Config().ClassCount(), stage.Whole()
	g := grid{side, nil}
	counts, x, y := make([]float64, K), make([]float64, K), make([]float64, K)
	Z := stage.Session().Field(side).Z[stage.Session().Network().Layers()]
	for cell := range side * side {
		top := nn.Largest(Z, cell)
		u, v := g.at(cell)
		counts[top], x[top], y[top] = counts[top]+1, x[top]+u, y[top]+v
	}
	share := func(k int) any { return number.Percent(counts[k]/(side*side), 0) }
	if !whole {
		k := stage.Shown().To - 1
		return []Sentence{ofClass(run, "plane.chance", "plane.chance.named", k, "share", share(k))}
	}
	told := []Sentence{say("plane.several")}
	for k, count := range counts {
		if count == 0 {
			told = append(told, ofClass(run, "plane.nowhere", "plane.nowhere.named", k))
		} else {
			told = append(told, ofClass(run, "plane.class", "plane.class.named", k, "share", share(k), "place", place(x[k]/count, y[k]/count)))
		}
	}
	return told
}

// ofClass says something of a class, by its name where it has one.
func ofClass(run *session.Session, key, named string, k int, with ...any) Sentence {
	if name := run.Names().Class(k); name != "" {
		return say(named, append([]any{"class", record.Isolated(name)}, with...)...)
	}
	return say(key, append([]any{"class", k}, with...)...)
}

// valuesOf returns the output over the cells of the plane.
func valuesOf(stage *scene.Stage) []float64 {
	trace := stage.Session().Field(side)
	return trace.A[len(trace.A)-1].Data[:side*side]
}

// shape says which colour lies where, for tones as of [scene.Stage.Tones].
func shape(tones []float64) []Sentence {
	low, high := bounds(tones)
	if high-low < same {
		return []Sentence{say("plane.same")}
	}
	raw := grid{side, make([]bool, len(tones))}
	for cell, tone := range tones {
		raw.in[cell] = tone >= 0
	}
	g := raw.without(speck)
	told := []Sentence{form(g)}
	blue := 0
	for _, in := range g.in {
		if in {
			blue++
		}
	}
	if blue > 0 && blue < len(tones) {
		told = append(told, say("plane.share", "share", number.Percent(float64(blue)/float64(len(tones)), 0)))
	}
	if max(high, -low) < faint {
		told = append(told, say("plane.faint"))
	}
	return told
}

// form says which colour lies where, by how often the colours take turns around the edge of the plane.
func form(g grid) Sentence {
	runs := g.edge()
	var blue, orange []region // that do not reach the edge
	for _, part := range g.regions() {
		switch {
		case part.border:
		case part.in:
			blue = append(blue, part)
		default:
			orange = append(orange, part)
		}
	}
	switch len(runs) {
	case 1:
		return around(runs[0].in, blue, orange)
	case 2:
		return besides(divided(g), blue, orange)
	case 4:
		return besides(saddle(g, runs), blue, orange)
	}
	return besides(say("plane.sectors", "sectors", len(runs)/2), blue, orange)
}

// around says what lies within a colour that is all around the edge of the plane.
func around(in bool, blue, orange []region) Sentence {
	outer, inner, own := "orange", blue, orange
	if in {
		outer, inner, own = "blue", orange, blue
	}
	switch {
	case len(inner) == 0:
		return say("plane.all." + outer)
	case len(inner) == 1 && len(own) == 1:
		return say("plane.ring." + outer)
	case len(inner) == 1 && len(own) == 0:
		return say("plane.inside."+outer, "place", place(inner[0].x, inner[0].y))
	}
	return say("plane.islands."+outer, "islands", len(inner))
}

// besides adds to a sentence what lies off the edge of the plane.
func besides(s Sentence, blue, orange []region) Sentence {
	if islands := len(blue) + len(orange); islands > 0 {
		return say("plane.besides", "said", s, "islands", islands)
	}
	return s
}

// straight is how far, as a share of half a side, the boundary may be from a line on the average and be called one.
const straight = 1.5 / side

// divided says on which sides of a boundary that crosses the plane once the colours lie, and whether it is a straight
// line.
func divided(g grid) Sentence {
	var n, sx, sy, sxx, sxy, syy float64 // of the boundary: the middles between cells that differ
	var bx, by, ox, oy, blue float64
	for cell, in := range g.in {
		x, y := g.at(cell)
		if in {
			bx, by, blue = bx+x, by+y, blue+1
		} else {
			ox, oy = ox+x, oy+y
		}
		for _, next := range g.beside(cell) {
			if next > cell && g.in[next] != in {
				u, v := g.at(next)
				u, v = (x+u)/2, (y+v)/2
				n, sx, sy, sxx, sxy, syy = n+1, sx+u, sy+v, sxx+u*u, sxy+u*v, syy+v*v
			}
		}
	}
	orange := float64(len(g.in)) - blue
	towards := [2]float64{bx/blue - ox/orange, by/blue - oy/orange}
	vx, vy, vxy := sxx/n-sx*sx/n/n, syy/n-sy*sy/n/n, sxy/n-sx*sy/n/n
	// The smaller eigenvalue of the covariance is the mean square distance from the best line, its eigenvector the
	// line's normal.
	mean, half := (vx+vy)/2, math.Hypot((vx-vy)/2, vxy)
	key := "plane.curve"
	if math.Sqrt(max(0, mean-half)) < straight {
		key = "plane.line"
		turn := math.Atan2(2*vxy, vx-vy)/2 + math.Pi/2
		normal := [2]float64{math.Cos(turn), math.Sin(turn)}
		if normal[0]*towards[0]+normal[1]*towards[1] < 0 {
			normal = [2]float64{-normal[0], -normal[1]}
		}
		towards = normal
	}
	return say(key,
		"blue", say("half."+direction(towards[0], towards[1])),
		"orange", say("rest."+direction(-towards[0], -towards[1])))
}

// saddle says where on the edge two regions of each colour lie, and which of them are one between the others.
func saddle(g grid, runs []run) Sentence {
	pieces := map[bool]int{}
	for _, part := range g.regions() {
		if part.border {
			pieces[part.in]++
		}
	}
	key := "plane.crossing"
	switch {
	case pieces[true] == 1:
		key = "plane.through.blue"
	case pieces[false] == 1:
		key = "plane.through.orange"
	}
	if !runs[0].in {
		runs = append(runs[1:], runs[0])
	}
	at := func(k int) Sentence { return say("place." + direction(runs[k].x, runs[k].y)) }
	return say(key, "blue1", at(0), "blue2", at(2), "orange1", at(1), "orange2", at(3))
}

// bounds returns the least and the largest value there is.
func bounds(values []float64) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if v < low {
			low = v
		}
		if v > high {
			high = v
		}
	}
	return low, high
}
