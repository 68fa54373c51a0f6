package scene

import "testing"

// The examples of a marked cell stay as they are and all others are faint; a cell of the test examples shows these even where they
// are hidden.
func TestACellMarksItsExamples(t *testing.T) {
	for _, link := range []string{"test=20&steps=50", "data=blobs&classes=4&noise=0.6&test=20&steps=50"} {
		s := newStage(link, 50)
		strong := func(test bool) (n int) {
			for _, in := range s.within(test) {
				if in {
					n++
				}
			}
			return n
		}
		if s.within(false) != nil {
			t.Error("without a cell examples are marked")
		}
		boxes := func() int { return len(s.Picture(OutputSlot).Boxes) }
		all := boxes()
		for _, test := range []bool{false, true} {
			for class, row := range s.session.Confusion(test) {
				for told, count := range row {
					s.SetCell(Cell{test, class + 1, told + 1})
					if got, other := strong(test), strong(!test); got != count || other != 0 {
						t.Errorf("%s, %+v: %d and %d of the other examples are marked, want %d", link, s.Cell(), got, other, count)
					}
				}
			}
		}
		before := s.within(true)
		s.session.Step(100)
		if n := strong(true); n != s.session.Confusion(true)[s.Cell().Class-1][s.Cell().Told-1] {
			t.Errorf("%s: after training %d examples are marked", link, n)
		}
		if after, again := s.within(true), s.within(true); &before[0] == &after[0] || &after[0] != &again[0] {
			t.Errorf("%s: examples are not found anew after training, or without", link)
		}
		if boxes() != all {
			t.Errorf("%d shapes, without a cell %d", boxes(), all)
		}
		s.SetView(View{HideTest: true})
		if boxes() != all {
			t.Error("a cell of hidden test examples does not show them")
		}
		s.SetCell(Cell{})
		if boxes() >= all {
			t.Error("test examples stay in sight")
		}
	}
}
