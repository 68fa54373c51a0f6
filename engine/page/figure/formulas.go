package figure

import (
	"slices"

	"shallows/engine/lecture"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// equations is the forward pass as the lecture's equations, layer by layer, with the weights and biases of the moment.
func equations(d *panel.Desk) []Group {
	n := d.Session().Network()
	var l *lecture.Ledger
	if !d.Run.Empty() {
		l = lecture.NewFullLedger(d.Session(), lecture.OwnTargets)
	}
	var groups []Group
	for layer := 1; layer <= n.Layers(); layer++ {
		name, activation := d.Layer(layer)
		w, b := n.W[layer], n.B[layer]
		groups = append(groups, Group{[]any{name, ", ", activation}, []Line{
			{[]record.Markup{forward(d, l, lecture.Z, layer), forward(d, l, lecture.A, layer)}},
			{[]record.Markup{valued(d, lecture.W, layer, w.Rows, w.Cols, w.Data), valued(d, lecture.B, layer, len(b), 1, b)}},
		}})
	}
	return groups
}

// forward is how a quantity of the forward pass is found, its symbol alone where there are no examples.
func forward(d *panel.Desk, l *lecture.Ledger, name string, layer int) record.Markup {
	s := lecture.Symbol{Name: name, Layer: layer}
	if l == nil {
		return d.Math(s)
	}
	return d.Math(l.Quantity(s).Formula)
}

// valued is a parameter with its numbers.
func valued(d *panel.Desk, name string, layer, rows, cols int, values []float64) record.Markup {
	numbers := lecture.Matrix{Rows: rows, Cols: cols, Values: slices.Clone(values)}
	return d.Math(lecture.Equals{lecture.Symbol{Name: name, Layer: layer}, numbers})
}
