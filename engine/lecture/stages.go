package lecture

// Stage is one step of an update as the lecture takes it.
type Stage struct {
	Name  Symbol   // what the stage is called by; of the update, which fills all parameters, the zero Symbol
	Layer int      // where in the network, 0 for the update
	Fills []Symbol // the quantities it computes, in order
}

// Stages returns the stages of the update in the lecture's order: Z[1], A[1] and so on to J, then
// dZ[L], dW[L], db[L] and so on to db[1], then the update. A stage dZ computes the dA it needs.
func (l *Ledger) Stages() []Stage {
	var stages []Stage
	var pending []Symbol // computed for the next stage
	var update Stage
	for _, q := range l.Quantities {
		switch {
		case q.Next:
			update.Fills = append(update.Fills, q.Symbol)
		case q.Name == DA:
			pending = append(pending, q.Symbol)
		case q.Name == J:
			stages = append(stages, Stage{q.Symbol, l.network.Layers(), []Symbol{q.Symbol}})
		case q.Formula != nil:
			stages = append(stages, Stage{q.Symbol, q.Layer, append(pending, q.Symbol)})
			pending = nil
		}
	}
	return append(stages, update)
}
