package describe

// grid is the plane as r by r cells, row by row from the top, of two kinds.
type grid struct {
	r  int
	in []bool
}

// region is a connected part of the cells of one kind.
type region struct {
	in     bool
	cells  []int
	border bool // reaches the edge of the plane
	x, y   float64
}

// regions returns the connected parts of g, cells touching at their sides, the largest first found first.
func (g grid) regions() []region {
	var found []region
	seen := make([]bool, len(g.in))
	for start := range g.in {
		if seen[start] {
			continue
		}
		part := region{in: g.in[start]}
		seen[start] = true
		for queue := []int{start}; len(queue) > 0; {
			cell := queue[0]
			queue = queue[1:]
			part.cells = append(part.cells, cell)
			x, y := g.at(cell)
			part.x, part.y = part.x+x, part.y+y
			i, j := cell/g.r, cell%g.r
			part.border = part.border || i == 0 || j == 0 || i == g.r-1 || j == g.r-1
			for _, next := range g.beside(cell) {
				if !seen[next] && g.in[next] == part.in {
					seen[next] = true
					queue = append(queue, next)
				}
			}
		}
		part.x /= float64(len(part.cells))
		part.y /= float64(len(part.cells))
		found = append(found, part)
	}
	return found
}

// beside returns the cells that share a side with a cell.
func (g grid) beside(cell int) []int {
	var found []int
	i, j := cell/g.r, cell%g.r
	if i > 0 {
		found = append(found, cell-g.r)
	}
	if i < g.r-1 {
		found = append(found, cell+g.r)
	}
	if j > 0 {
		found = append(found, cell-1)
	}
	if j < g.r-1 {
		found = append(found, cell+1)
	}
	return found
}

// at is the middle of a cell in the square from -1 to 1, y pointing up.
func (g grid) at(cell int) (x, y float64) {
	r := float64(g.r)
	return (2*float64(cell%g.r)+1)/r - 1, 1 - (2*float64(cell/g.r)+1)/r
}

// without returns g with the regions smaller than least cells counted to what is around them.
func (g grid) without(least int) grid {
	smooth := grid{g.r, append([]bool(nil), g.in...)}
	for _, part := range g.regions() {
		if len(part.cells) < least {
			for _, cell := range part.cells {
				smooth.in[cell] = !part.in
			}
		}
	}
	return smooth
}

// run is a stretch of the edge of the plane along cells of one kind, with its middle.
type run struct {
	in   bool
	x, y float64
}

// edge returns the runs around the edge of the plane; where it is of one kind, that is one.
func (g grid) edge() []run {
	var around []int
	last := g.r - 1
	for k := range last {
		around = append(around, k)
	}
	for k := range last {
		around = append(around, k*g.r+last)
	}
	for k := range last {
		around = append(around, last*g.r+last-k)
	}
	for k := range last {
		around = append(around, (last-k)*g.r)
	}
	// From where one begins on.
	first := 0
	for first < len(around) && g.in[around[first]] == g.in[around[(first+len(around)-1)%len(around)]] {
		first++
	}
	first %= len(around)
	var runs []run
	for from := 0; from < len(around); {
		to := from
		kind := g.in[around[(first+from)%len(around)]]
		for to < len(around) && g.in[around[(first+to)%len(around)]] == kind {
			to++
		}
		x, y := g.at(around[(first+(from+to)/2)%len(around)])
		runs = append(runs, run{kind, x, y})
		from = to
	}
	return runs
}
