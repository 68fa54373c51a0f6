package lecture

import (
	"math"
	"testing"

	"shallows/engine/session"
)

// The formulas of the lecture, for whatever is set.
func TestFormulas(t *testing.T) {
	const deep = "v=1&n=10&net=3,2&act=relu,linear"
	for _, test := range []struct {
		link    string
		targets Targets
		of      Symbol
		want    string
	}{
		{"v=1", OwnTargets, Symbol{Name: X}, "nothing"},
		{"v=1", OwnTargets, Symbol{Name: Z, Layer: 1}, "Z[1] = W[1] X + b[1]"},
		{"v=1", OwnTargets, Symbol{Name: A, Layer: 1}, "A[1] = g[1](Z[1]) = tanh(Z[1])"},
		{"v=1", OwnTargets, Symbol{Name: Z, Layer: 2}, "Z[2] = W[2] A[1] + b[2]"},
		{"v=1", OwnTargets, Symbol{Name: A, Layer: 2}, "A[2] = g[2](Z[2]) = sigmoid(Z[2])"},
		{"v=1", OwnTargets, Symbol{Name: J}, "J = -{1 / m} Σ (y(i) log(a_1[2](i)) + (1 - y(i)) log(1 - a_1[2](i)))"},
		{"v=1", OwnTargets, Symbol{Name: DZ, Layer: 2}, "dZ[2] = A[2] - Y"},
		{"v=1", OwnTargets, Symbol{Name: DW, Layer: 2}, "dW[2] = {1 / m} dZ[2] A[1]^T"},
		{"v=1", OwnTargets, Symbol{Name: DB, Layer: 2}, "db[2] = {1 / m} Σ dz[2](i)"},
		{"v=1", OwnTargets, Symbol{Name: DA, Layer: 1}, "dA[1] = W[2]^T dZ[2]"},
		{"v=1", OwnTargets, Symbol{Name: DZ, Layer: 1}, "dZ[1] = dA[1] * g[1]'(Z[1]) = dA[1] * (1 - A[1]^2)"},
		{"v=1", OwnTargets, Symbol{Name: DW, Layer: 1}, "dW[1] = {1 / m} dZ[1] X^T"},
		{"v=1", OwnTargets, Symbol{Name: W, Layer: 1, Next: true}, "W[1] := W[1] - α dW[1]"},
		{"v=1", OwnTargets, Symbol{Name: B, Layer: 2, Next: true}, "b[2] := b[2] - α db[2]"},

		{deep, OwnTargets, Symbol{Name: A, Layer: 2}, "A[2] = g[2](Z[2]) = Z[2]"},
		{deep, OwnTargets, Symbol{Name: DZ, Layer: 2}, "dZ[2] = dA[2] * g[2]'(Z[2]) = dA[2]"},
		{deep, OwnTargets, Symbol{Name: DZ, Layer: 1}, "dZ[1] = dA[1] * g[1]'(Z[1]) = dA[1] * relu'(Z[1])"},

		{"v=1&loss=mse", OwnTargets, Symbol{Name: J}, "J = {1 / 2 m} Σ (a_1[2](i) - y(i))^2"},
		{"v=1&loss=mse", OwnTargets, Symbol{Name: DA, Layer: 2}, "dA[2] = A[2] - Y"},
		{"v=1&loss=mse", OwnTargets, Symbol{Name: DZ, Layer: 2}, "dZ[2] = dA[2] * g[2]'(Z[2]) = dA[2] * A[2] * (1 - A[2])"},

		{"v=1&net=0&l2=0.1", OwnTargets, Symbol{Name: DW, Layer: 1}, "dW[1] = {1 / m} dZ[1] X^T + λ_2 W[1]"},
		{"v=1&l1=0.1", OwnTargets, Symbol{Name: DW, Layer: 1}, "dW[1] = {1 / m} dZ[1] X^T + λ_1 sign(W[1])"},
		{"v=1&loss=mse&l1=0.1&l2=0.1", OwnTargets, Symbol{Name: J}, "J = {1 / 2 m} Σ (a_1[2](i) - y(i))^2 + " +
			"{λ_2 / 2} (squares(W[1]) + squares(W[2])) + λ_1 (sizes(W[1]) + sizes(W[2]))"},

		{"v=1&opt=momentum", OwnTargets, Symbol{Name: VW, Layer: 1, Next: true}, "vdW[1] := 0.9 vdW[1] + 0.1 dW[1]"},
		{"v=1&opt=momentum", OwnTargets, Symbol{Name: W, Layer: 1, Next: true}, "W[1] := W[1] - α vdW[1]"},
		{"v=1&opt=rmsprop", OwnTargets, Symbol{Name: SB, Layer: 1, Next: true}, "sdb[1] := 0.9 sdb[1] + 0.1 db[1]^2"},
		{"v=1&opt=rmsprop", OwnTargets, Symbol{Name: B, Layer: 1, Next: true}, "b[1] := b[1] - α {db[1] / sqrt(sdb[1]) + ε}"},
		{"v=1&opt=adam", OwnTargets, Symbol{Name: SW, Layer: 1, Next: true}, "sdW[1] := 0.999 sdW[1] + 0.001 dW[1]^2"},
		{"v=1&opt=adam", OwnTargets, Symbol{Name: W, Layer: 1, Next: true},
			"W[1] := W[1] - α {{vdW[1] / 1 - 0.9^t} / sqrt({sdW[1] / 1 - 0.999^t}) + ε}"},

		{"v=1", SignedTargets, Symbol{Name: J}, "J = {1 / m} Σ log(1 + exp(-y(i) z_1[2](i)))"},
		{"v=1", SignedTargets, Symbol{Name: DZ, Layer: 2}, "dZ[2] = A[2] - {Y + 1 / 2}"},
		{"v=1&loss=mse", SignedTargets, Symbol{Name: J}, "J = {1 / 2 m} Σ (a_1[2](i) - {y(i) + 1 / 2})^2"},
		{"v=1&out=tanh", OwnTargets, Symbol{Name: DA, Layer: 2}, "dA[2] = A[2] - Y"},
		{"v=1&out=tanh", SignedTargets, Symbol{Name: DA, Layer: 2}, "dA[2] = A[2] - Y"},
		{"v=1&out=tanh", BinaryTargets, Symbol{Name: DA, Layer: 2}, "dA[2] = A[2] - (2 Y - 1)"},
		{"v=1&data=plane", SignedTargets, Symbol{Name: DA, Layer: 2}, "dA[2] = A[2] - Y"},
	} {
		q := NewLedger(run(t, test.link), test.targets).Quantity(test.of)
		if q == nil {
			t.Errorf("%s has no %v", test.link, test.of)
		} else if got := text(q.Formula); got != test.want {
			t.Errorf("%s, targets %d:\n got %s\nwant %s", test.link, test.targets, got, test.want)
		}
	}
}

func TestCellInFull(t *testing.T) {
	s := run(t, "v=1&n=10&net=2&act=relu&init=constant&scale=0.5&lr=1")
	if err := s.SetBias(1, 1, -0.25); err != nil {
		t.Fatal(err)
	}
	l := NewLedger(s, OwnTargets)
	for _, test := range []struct {
		of   Symbol
		want string
	}{
		{Symbol{Name: W, Layer: 1, Row: 1, Col: 2}, "w_12[1] = 0.5"},
		{Symbol{Name: Y, Example: 3}, "y(3) = 0"},
		{Symbol{Name: Z, Layer: 1, Row: 1, Example: 10}, "z_1[1](10) = w_11[1] x_1(10) + w_12[1] x_2(10) + b_1[1] = 0.5·0.5105 + 0.5·2.750 - 0.25 = 1.380"},
		{Symbol{Name: A, Layer: 1, Row: 1, Example: 10}, "a_1[1](10) = relu(z_1[1](10)) = relu(1.380) = 1.380"},
		{Symbol{Name: DZ, Layer: 2, Row: 1, Example: 10}, "dz_1[2](10) = a_1[2](10) - y(10) = 0.8183 - 1 = -0.1817"},
		{Symbol{Name: DA, Layer: 1, Row: 2, Example: 10}, "da_2[1](10) = w_12[2] dz_1[2](10) = 0.5·(-0.1817) = -0.09083"},
		{Symbol{Name: DZ, Layer: 1, Row: 2, Example: 10}, "dz_2[1](10) = da_2[1](10) relu'(z_2[1](10)) = (-0.09083) relu'(1.630) = -0.09083"},
		{Symbol{Name: DB, Layer: 2, Row: 1}, "db_1[2] = {1 / m} Σ dz_1[2](i) = {1 / 10} (0.8833 + 0.8163 + 0.5 + … - 0.1817) = 0.1306"},
		{Symbol{Name: DW, Layer: 1, Row: 2, Col: 1}, "dw_21[1] = {1 / m} Σ dz_2[1](i) x_1(i) = {1 / 10} (0.4417·1.083 + 0.4082·1.409 + 0·(-1.935) + … + (-0.09083)·0.5105) = 0.1575"},
		{Symbol{Name: W, Layer: 1, Row: 2, Col: 1, Next: true}, "w_21[1] := w_21[1] - α dw_21[1] = 0.5 - 1·0.1575 = 0.3425"},
		{Symbol{Name: DW, Layer: 1, Row: 3, Col: 1}, "nothing"},
		{Symbol{Name: DW, Layer: 1}, "nothing"},
		{Symbol{Name: Z, Layer: 1, Row: 1, Example: 11}, "nothing"},
		{Symbol{Name: Alpha}, "nothing"},
	} {
		if got := text(l.Cell(test.of)); got != test.want {
			t.Errorf("\n got %s\nwant %s", got, test.want)
		}
	}
}

// Every cell's formula, worked out, gives the cell's number, in whatever notation.
func TestCellsAddUp(t *testing.T) {
	for _, link := range []string{
		"v=1&n=10&batch=5&steps=7",
		"v=1&n=10&batch=6&net=0&l2=0.1&steps=1",
		"v=1&n=10&batch=8&net=3,2&act=relu,leaky&init=he&lr=0.1&opt=adam&l1=0.01&steps=4",
		"v=1&n=10&batch=8&net=3,2&act=swish&init=he&lr=0.1&steps=4",
		"v=1&n=10&batch=4&net=2,3&act=sigmoid,linear&loss=mse&init=xavier&opt=rmsprop&lr=0.01&steps=3",
		"v=1&n=10&batch=3&out=tanh&init=xavier&opt=momentum&lr=0.1&l1=0.01&l2=0.02&steps=3",
		"v=1&n=10&batch=7&data=plane&init=xavier&lr=0.1&steps=3",
	} {
		for _, targets := range []Targets{OwnTargets, BinaryTargets, SignedTargets} {
			addUp(t, run(t, link), targets)
		}
	}
}

// addUp works out every cell of the ledger of a run.
func addUp(t *testing.T, s *session.Session, targets Targets) {
	t.Helper()
	const tolerance = 1e-12 // of numbers around 1; logarithms of a against those of z
	l := NewLedger(s, targets)
	for _, q := range l.Quantities {
		for i := 1; i <= q.Rows; i++ {
			for j := 1; j <= q.Cols; j++ {
				chain := l.Cell(q.Cell(i, j)).(Equals)
				worked := work(t, l.numbers(chain[max(len(chain)-2, 1)], 0))
				if want := q.Value(i, j); !(math.Abs(worked-want) <= tolerance) {
					t.Errorf("%s, targets %d: %s, worked out %v", s.Config().Encode(), targets, text(chain), worked)
				}
			}
		}
	}
}
