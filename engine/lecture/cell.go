package lecture

// Cell returns how a cell of the ledger is found, in symbols and then with numbers, such as
//
//	z_2 = w_21 x_1 + w_22 x_2 + b_2 = 0.42·1.30 + 0.11·0.50 + 0.01 = 0.61
//
// A long sum shows its first terms and its last. The answer is nil when there is no such cell.
func (l *Ledger) Cell(s Symbol) Expression {
	value, ok := l.Value(s)
	if !ok || l.Quantity(s) == nil {
		return nil
	}
	steps := l.steps(s)
	if steps == nil {
		return Equals{s, Number(value)}
	}
	symbols := steps[len(steps)-1]
	numbers := l.numbers(symbols, 0)
	switch numbers.(type) {
	case Number, Rounded:
		return equation(s, []Expression{symbols, numbers})
	}
	result := l.number(s)
	if _, rounded := result.(Rounded); !rounded {
		result = l.result(value, numbers)
	}
	return equation(s, []Expression{symbols, numbers, result})
}

// series returns the terms 1 to n of a sum, all of them or the first and the last.
func series(n int, term func(k int) Expression) []Expression {
	const most, first = 8, 3
	var terms []Expression
	for k := 1; k <= n; k++ {
		if n > most && k == first+1 {
			terms = append(terms, Ellipsis{})
			k = n
		}
		terms = append(terms, term(k))
	}
	return terms
}
