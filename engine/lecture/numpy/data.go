package numpy

import (
	"strconv"
	"strings"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/nn"
)

// generators are the data sets in NumPy. They make the draws of package dataset from the same
// stream: an array is filled row by row, so a row of it is what one point draws.
var generators = [...]string{
	dataset.Planar: `
    """The course's flower: class by class an angle t and the radius 4 sin 4t, both with noise."""
    rng = np.random.RandomState(seed)
    classes = []
    for j, size in enumerate([n // 2, n - n // 2]):
        t = np.linspace(j * 3.12, (j + 1) * 3.12, size) + rng.randn(size) * noise
        r = 4 * np.sin(4 * t) + rng.randn(size) * noise
        classes.append([r * np.sin(t), r * np.cos(t), np.full(size, j)])
    return np.hstack(classes)
`,
	dataset.XOR: `
    """Opposite quadrants alike, 0.3 away from the axes. Noise moves a point while its class is decided."""
    rng = np.random.RandomState(seed)
    u = rng.uniform(-5, 5, (n, 4)).T
    x1, x2 = u[:2] + np.where(u[:2] > 0, 0.3, -0.3)
    n1, n2 = u[2:] * noise / 2
    y = (x1 + n1) * (x2 + n2) >= 0
    return x1, x2, y.astype(float)
`,
	dataset.Gauss: `
    """Two clouds: class 1 around (2, 2), then class 0 around (-2, -2)."""
    rng = np.random.RandomState(seed)
    y = np.arange(n) < n // 2
    x1, x2 = np.where(y, 2, -2) + np.sqrt(0.5 + 3.5 * noise) * rng.randn(n, 2).T
    return x1, x2, y.astype(float)
`,
	dataset.Blobs: `
    """A cloud a class, around a circle of radius 3.5."""
    rng = np.random.RandomState(seed)
    parts = []
    for j in range(classes):
        size, t = n * (j + 1) // classes - n * j // classes, 2 * np.pi * j / classes
        x1, x2 = ([3.5 * np.sin(t), 3.5 * np.cos(t)] + (0.5 + noise) * rng.randn(size, 2)).T
        parts.append([x1, x2, np.full(size, j)])
    return np.hstack(parts)
`,
	dataset.Spiral: `
    """A spiral of 1.75 turns a class: the last, then each before it a share of a turn ahead."""
    rng = np.random.RandomState(seed)
    parts = []
    for j in range(classes):
        size = n * (j + 1) // classes - n * j // classes
        along = np.arange(size) / size
        r, t = 5 * along, 1.75 * along * 2 * np.pi + 2 * np.pi * j / classes
        n1, n2 = rng.uniform(-1, 1, (size, 2)).T * noise / 2
        parts.append([r * np.sin(t) + n1, r * np.cos(t) + n2, np.full(size, classes - 1 - j)])
    return np.hstack(parts)
`,
	dataset.Moons: `
    """Two half circles: class 0 the upper, then class 1 the lower, which begins at its centre."""
    rng = np.random.RandomState(seed)
    classes = []
    for j, size in enumerate([n // 2, n - n // 2]):
        t = np.linspace(0, np.pi, size)
        x1, x2 = (np.cos(t), np.sin(t)) if j == 0 else (1 - np.cos(t), 0.5 - np.sin(t))
        n1, n2 = rng.randn(size, 2).T * noise / 2
        classes.append([(x1 + n1 - 0.5) * 10 / 3, (x2 + n2 - 0.25) * 10 / 3, np.full(size, j)])
    return np.hstack(classes)
`,
	dataset.Line: `
    """The two sides of 0.6 x1 + 0.8 x2 = 1, 0.3 away. Noise moves a point while its class is decided."""
    rng = np.random.RandomState(seed)
    x1, x2, n1, n2 = rng.uniform(-5, 5, (n, 4)).T
    away = np.where(0.6 * x1 + 0.8 * x2 > 1, 0.3, -0.3)
    x1, x2 = x1 + 0.6 * away, x2 + 0.8 * away
    y = 0.6 * (x1 + n1 * noise / 2) + 0.8 * (x2 + n2 * noise / 2) > 1
    return x1, x2, y.astype(float)
`,
	dataset.Shell: `
    """A ball, of class 1, inside a shell, of class 0. Noise moves a point while its class is decided."""
    rng = np.random.RandomState(seed)
    u = rng.random_sample((n, 6)).T
    r = np.where(np.arange(n) < n // 2, 2.5 * u[0], 3.5 + 1.5 * u[0])
    height, t = -1 + 2 * u[1], 2 * np.pi * u[2]
    flat = r * np.sqrt(1 - height ** 2)
    x1, x2, x3 = flat * np.sin(t), flat * np.cos(t), r * height
    n1, n2, n3 = (-5 + 10 * u[3:]) * noise / 2
    y = np.hypot(np.hypot(x1 + n1, x2 + n2), x3 + n3) < 2.5
    return x1, x2, x3, y.astype(float)
`,
	dataset.SKCircles: `
    """scikit-learn's make_circles(n, noise=noise, random_state=seed, factor=factor)."""
    rng = np.random.RandomState(seed)
    classes = []
    for j, size in enumerate([n // 2, n - n // 2]):
        t = np.linspace(0, 2 * np.pi, size, endpoint=False)
        classes.append([np.cos(t) * [1, factor][j], np.sin(t) * [1, factor][j], np.full(size, j)])
    x1, x2, y = np.hstack(classes)[:, rng.permutation(n)]
    n1, n2 = noise * rng.randn(n, 2).T
    return x1 + n1, x2 + n2, y
`,
	dataset.SKMoons: `
    """scikit-learn's make_moons(n, noise=noise, random_state=seed)."""
    rng = np.random.RandomState(seed)
    t, u = np.linspace(0, np.pi, n // 2), np.linspace(0, np.pi, n - n // 2)
    upper, lower = [np.cos(t), np.sin(t), 0 * t], [1 - np.cos(u), 1 - np.sin(u) - 0.5, 0 * u + 1]
    x1, x2, y = np.hstack([upper, lower])[:, rng.permutation(n)]
    n1, n2 = noise * rng.randn(n, 2).T
    return x1 + n1, x2 + n2, y
`,
	dataset.SKBlobs: `
    """scikit-learn's make_blobs(n, centers=clusters, cluster_std=noise, random_state=seed), the labels modulo 2."""
    rng = np.random.RandomState(seed)
    centers = rng.uniform(-10, 10, (clusters, 2))
    label = np.sort(np.arange(n) % clusters)
    x1, x2 = (centers[label] + noise * rng.randn(n, 2)).T
    return np.array([x1, x2, label % 2])[:, rng.permutation(n)]
`,
	dataset.SKQuantiles: `
    """scikit-learn's make_gaussian_quantiles(cov=noise, n_samples=n, n_classes=2, random_state=seed)."""
    rng = np.random.RandomState(seed)
    x = np.sqrt(noise) * rng.randn(n, 2).T
    x1, x2 = x[:, np.argsort(np.sum(x ** 2, axis=0))]
    return np.array([x1, x2, np.arange(n) >= n // 2])[:, rng.permutation(n)]
`,
	dataset.Plane: `
    """A value that rises along the diagonal, with noise read elsewhere than at the point."""
    rng = np.random.RandomState(seed)
    x1, x2, n1, n2 = rng.uniform(-6, 6, (n, 4)).T
    return x1, x2, (x1 + n1 * noise / 2 + x2 + n2 * noise / 2) / 10
`,
	dataset.Bumps: `
    """Three hills and three hollows by turns, with noise read elsewhere than at the point."""
    rng = np.random.RandomState(seed)
    x1, x2, n1, n2 = rng.uniform(-6, 6, (n, 4)).T
    y = np.zeros(n)
    for c1, c2, height in [(-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1)]:
        y += height * np.maximum(0, 1 - np.hypot(x1 + n1 * noise / 2 - c1, x2 + n2 * noise / 2 - c2) / 2)
    return x1, x2, y
`,
}

// extra returns the setting that a set has beside the usual ones, and its value; neither for most.
func extra(c config.Config) (key, value string) {
	switch c.Data {
	case dataset.SKCircles:
		return "factor", number(c.Factor)
	case dataset.SKBlobs:
		return "clusters", strconv.Itoa(c.Clusters)
	case dataset.Blobs, dataset.Spiral:
		return "classes", strconv.Itoa(c.ClassCount())
	}
	return "", ""
}

// rings is the data sets that consist of rings, of one class after the other or of two by turns.
const rings = `
    """Rings around the centre, TURNS. Noise moves a point while its class is decided."""
    rng = np.random.RandomState(seed)
    u = rng.random_sample((n, 4)).T
    inner, outer = np.array(RINGS).T
    k = len(outer)
    ring = np.repeat(np.arange(k), np.diff(np.arange(k + 1) * n // k))
    r = inner[ring] + (outer - inner)[ring] * u[0]
    t = 2 * np.pi * u[1]
    x1, x2 = r * np.sin(t), r * np.cos(t)
    n1, n2 = (-5 + 10 * u[2:]) * noise / 2
    y = np.searchsorted(outer[:-1], np.hypot(x1 + n1, x2 + n2), side="right")CLASS
    return x1, x2, y.astype(float)
`

// generator writes the function that draws the data, or that holds them where no seed does.
func (w *writer) generator() {
	if !w.config.Data.IsDrawn() {
		w.table()
		return
	}
	parameters := "n, noise, seed"
	if key, _ := extra(w.config); key != "" {
		parameters += ", " + key
	}
	w.define(w.config.Data.String(), parameters)
	text := generators[w.config.Data]
	if list := w.config.Data.Rings(w.config.ClassCount()); list != nil {
		var radii []string
		for _, r := range list {
			radii = append(radii, "["+number(r.Inner)+", "+number(r.Outer)+"]")
		}
		turns, class := "of class 1 and 0 by turns", " % 2 == 0"
		if w.config.ClassCount() > 2 {
			turns, class = "a class each", ""
		}
		text = strings.NewReplacer("RINGS", "["+strings.Join(radii, ", ")+"]", "TURNS", turns, "CLASS", class).Replace(rings)
	}
	w.text.WriteString(strings.TrimPrefix(text, "\n"))
}

// table writes the function that returns data that no seed draws. Names stand in comments, which nothing in a name ends.
func (w *writer) table() {
	const across = 5 // points in a line
	symbols, target := coordinates(w.session.Columns()), "class"
	if w.config.Regression() {
		target = "value"
	}
	w.define(w.config.Data.String(), "")
	w.line(`    """`, w.origin(), ": ", strings.Join(symbols, ", "), " and the ", target, ` of each."""`)
	names := w.session.Names()
	for j, symbol := range symbols {
		w.name(symbol, names.Column(j))
	}
	w.name("the "+target, names.Target)
	for k, name := range names.Classes {
		w.name("class "+strconv.Itoa(k), name)
	}
	w.line("    return np.array([")
	set := w.session.Data()
	for first := 0; first < set.Len(); first += across {
		var points []string
		for i := first; i < min(first+across, set.Len()); i++ {
			point := ""
			for _, x := range set.X {
				point += number(x[i]) + ", "
			}
			points = append(points, "["+point+number(set.Y[i])+"],")
		}
		w.line("        ", strings.Join(points, " "))
	}
	w.line("    ], dtype=float).T")
}

// origin says where data come from that no seed draws.
func (w *writer) origin() string {
	switch {
	case w.config.Data == dataset.Iris:
		return "Irises measured by E. Anderson, published by R. A. Fisher in 1936"
	case w.session.Own().IsPlain():
		return "Points made by hand"
	}
	return "A table"
}

// name says what a symbol or a class is called, if it has a name.
func (w *writer) name(symbol, name string) {
	if name != "" {
		w.line("    # ", symbol, ": ", name)
	}
}

// define begins a function.
func (w *writer) define(name, parameters string) {
	w.line()
	w.line()
	w.line("def ", name, "(", parameters, "):")
}

// coordinates are the names of so many coordinates.
func coordinates(n int) (names []string) {
	for _, f := range dataset.Coordinates(n) {
		names = append(names, f.String())
	}
	return names
}

// features are the inputs of a network in NumPy that are no coordinates.
var features = map[dataset.Feature]string{
	dataset.X1Sq:  "x1 ** 2",
	dataset.X2Sq:  "x2 ** 2",
	dataset.X1X2:  "x1 * x2",
	dataset.SinX1: "np.sin(x1)",
	dataset.SinX2: "np.sin(x2)",
}

// data writes X and Y, and the examples held out.
func (w *writer) data() {
	c := w.config
	inputs := make([]string, len(c.Inputs))
	for i, f := range c.Inputs {
		if inputs[i] = f.String(); features[f] != "" {
			inputs[i] = features[f]
		}
	}
	columns := strings.Join(coordinates(w.session.Columns()), ", ")
	w.line()
	w.line()
	if !c.Data.IsDrawn() {
		w.line(columns, ", y = ", c.Data.String(), "()")
	} else {
		last := ""
		if key, value := extra(c); key != "" {
			last = ", " + key + "=" + value
		}
		w.line(columns, ", y = ", c.Data.String(), "(", strconv.Itoa(c.N), ", noise=", number(c.Noise), ", seed=", unsigned(c.DataSeed), last, ")")
	}
	w.line("X = np.vstack([", strings.Join(inputs, ", "), "])")
	if w.classes {
		w.line("Y = (y == np.arange(", strconv.Itoa(c.ClassCount()), ")[:, None]).astype(float)  # one-hot: a row a class")
	} else if c.Output == nn.Tanh && !c.Regression() {
		w.line("Y = 2 * y.reshape(1, -1) - 1  # classes are -1 and 1 for a tanh output")
	} else {
		w.line("Y = y.reshape(1, -1)")
	}
	if held := w.session.Test().Len(); held > 0 {
		n := strconv.Itoa(w.session.Train().Len() + held)
		w.line("held = np.random.RandomState(", unsigned(c.DataSeed), ").permutation(", n, ")[:", strconv.Itoa(held), "]  # for testing")
		w.line("X_test, Y_test = X[:, held], Y[:, held]")
		w.line("X, Y = np.delete(X, held, axis=1), np.delete(Y, held, axis=1)")
	}
	if c.Scaling == dataset.Standardised && w.session.Train().Len() > 0 {
		w.standardisation()
	}
	if mean, deviation := w.session.Target(); mean != 0 || deviation != 1 {
		w.target(deviation)
	}
}

// target gives Y the mean 0 and the variance 1.
func (w *writer) target(deviation float64) {
	sigma := "Y.std()"
	if deviation == 1 { // as of one value
		sigma = "1"
	}
	w.line("mu_y, sigma_y = Y.mean(), ", sigma, "  # of the training examples; an output a predicts mu_y + sigma_y * a")
	w.line("Y = (Y - mu_y) / sigma_y")
	if w.session.Test().Len() > 0 {
		w.line("Y_test = (Y_test - mu_y) / sigma_y")
	}
}

// standardisation gives each row of X the mean 0 and the variance 1.
func (w *writer) standardisation() {
	w.line("mu, sigma = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)  # of the training examples")
	X := w.session.Train().Inputs(w.config.Inputs)
	for i := range X.Rows {
		if _, _, constant := dataset.Moments(X.Data[i*X.Stride : i*X.Stride+X.Cols]); constant {
			w.line("sigma[sigma <= ", number(dataset.Constant), " * np.abs(X).max(axis=1, keepdims=True)] = 1  # of a row of one value")
			break
		}
	}
	w.line("X = (X - mu) / sigma")
	if w.session.Test().Len() > 0 {
		w.line("X_test = (X_test - mu) / sigma")
	}
}

func unsigned(v uint32) string { return strconv.FormatUint(uint64(v), 10) }
