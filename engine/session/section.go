package session

import (
	"slices"

	"shallows/engine/dataset"
	"shallows/engine/dataset/principal"
	"shallows/engine/nn"
)

// View is which plane through data of other columns than two is shown: along two columns, counted from 0, with the others
// held, or along the first two principal components. Points of the plane have none but the plane itself.
type View struct {
	Axes      [2]int
	Held      []float64 // one a column of where the others are; nil for the means of the training examples
	Principal bool
}

// Places are where examples lie in the plane that is shown, in its coordinates. Data of a single column have that across and
// their targets up.
type Places struct {
	P1, P2 []float64
	Off    []float64 // how far from it, in deviations of the columns; nil where all lie in it
}

// Columns returns how many coordinates the examples have.
func (s *Session) Columns() int {
	if own := s.own.Points(); s.config.Data == dataset.Own && own.Len() > 0 {
		return len(own.X)
	}
	return s.config.Data.Columns()
}

// IsFlat reports whether the examples are points of the plane.
func (s *Session) IsFlat() bool { return s.Columns() == 2 }

// View returns what is shown of data that are not flat, as it was asked for.
func (s *Session) View() View { return s.view }

// Held returns where each column is held that is no axis; nil of flat data.
func (s *Session) Held() []float64 { return s.held }

// Share returns how much of the variance of standardised columns the plane of the first two principal components has, from 0
// to 1; 0 while another plane is shown.
func (s *Session) Share() float64 { return s.share }

// Look shows another plane through data that are not flat. Columns that there are not are replaced by those that tell most, see
// [dataset.Set.Telling], and columns take the place of components where data have none.
func (s *Session) Look(v View) {
	s.look(v)
	s.version++
}

func (s *Session) look(v View) {
	s.section, s.held, s.share, s.field, s.row = nil, nil, 0, examples{}, examples{}
	defer func() {
		s.place(&s.train)
		s.place(&s.test)
	}()
	if s.IsFlat() {
		s.view = View{Axes: [2]int{0, 1}}
		return
	}
	X := s.train.Set.Columns()
	standard := dataset.NewStandardisation(X)
	n := s.Columns()
	if standard.Mean == nil {
		standard = dataset.Standardisation{Mean: make([]float64, n), Deviation: slices.Repeat([]float64{1}, n)}
	}
	if a := &v.Axes; a[0] == a[1] || min(a[0], a[1]) < 0 || max(a[0], a[1]) >= max(2, n) {
		v.Axes = s.train.Set.Telling(s.config.Regression())
	}
	if s.held = v.Held; len(v.Held) != n {
		s.held, v.Held = standard.Mean, nil
	}
	section := dataset.Slice(v.Axes[0], v.Axes[1], s.held, standard.Deviation)
	if v.Principal {
		components, ok := principal.Of(X)
		if v.Principal = ok; ok {
			section, s.share = components.Section(), components.Share[0]+components.Share[1]
		}
	}
	s.view, s.section = v, &section
	s.shown = dataset.Fit(placed(section, s.train.Set, s.test.Set))
	if n == 1 {
		s.shown.X2 = s.upright()
	}
}

// upright returns between what targets the plane of a single column goes up: those of classes with room for marks.
func (s *Session) upright() dataset.Interval {
	const below, above = 0.1, 0.2
	switch {
	case s.config.Regression():
		return dataset.Fit(dataset.Set{X: [][]float64{nil, s.heights(slices.Concat(s.train.Y, s.test.Y))}}).X2
	case s.config.Output == nn.Tanh:
		return dataset.Interval{Low: -1 - above, High: 1 + above}
	}
	return dataset.Interval{Low: -below, High: 1 + above}
}

// heights returns how high targets lie there: values in the unit of the data. Of a softmax each example's class has the target
// 1; so that classes do not cover one another, nor the output, they lie on lines above it.
func (s *Session) heights(Y []float64) []float64 {
	const lines = 0.15 // how high all of them are; upright has room for more
	up := make([]float64, len(Y))
	for i, y := range Y {
		up[i] = s.ValueOf(y)
		if s.config.Output == nn.Softmax {
			up[i] = 1 + lines*(y+1)/float64(s.config.ClassCount())
		}
	}
	return up
}

// placed returns where sets lie in a section, as one of the plane.
func placed(section dataset.Section, sets ...dataset.Set) dataset.Set {
	all := dataset.NewSet(2, 0)
	for _, set := range sets {
		p1, p2, _ := section.Places(set)
		all.X[0], all.X[1] = append(all.X[0], p1...), append(all.X[1], p2...)
	}
	return all
}

// Points returns the examples at places of the plane that is shown, without targets.
func (s *Session) Points(p1, p2 []float64) dataset.Set {
	if s.section == nil {
		return dataset.Set{X: [][]float64{p1, p2}}
	}
	return s.section.Points(p1, p2)
}

// Places returns where the training examples lie, and those held out.
func (s *Session) Places() (train, test Places) { return s.train.places, s.test.places }

// place notes where examples lie, in the section or, without one, in the plane that they are of.
func (s *Session) place(e *examples) {
	switch {
	case e.Len() == 0:
		e.places = Places{}
	case s.section == nil:
		e.places = Places{P1: e.Set.X[0], P2: e.Set.X[1]}
	case s.Columns() == 1:
		e.places = Places{P1: e.Set.X[0], P2: s.heights(e.Y)}
	default:
		p1, p2, off := s.section.Places(e.Set)
		e.places = Places{p1, p2, off}
	}
}
