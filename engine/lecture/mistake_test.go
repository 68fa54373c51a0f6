package lecture

import (
	"strings"
	"testing"
)

func TestMistakesLeaveTheirPartOutAndOnlyThat(t *testing.T) {
	for _, test := range []struct {
		link    string
		mistake Mistake
		want    string
	}{
		{"v=1", NoMistake, ""},
		{"v=1&net=0", DropMean, "dW[1] = dZ[1] X^T | db[1] = Σ dz[1](i)"},
		{"v=1&net=0&l2=0.5", DropMean, "dW[1] = dZ[1] X^T + λ_2 W[1] | db[1] = Σ dz[1](i)"},
		{"v=1", DropDerivative, "dZ[1] = dA[1]"},
		{"v=1&net=0", DropDerivative, ""},
		{"v=1", ForgetTranspose, "dW[2] = {1 / m} dZ[2] reshape(A[1]) | dW[1] = {1 / m} dZ[1] reshape(X) | dA[1] = reshape(W[2]) dZ[2]"},
		{"v=1", SwapZForA, "dW[2] = {1 / m} dZ[2] Z[1]^T"},
		{"v=1&net=0", SwapZForA, ""},
	} {
		var got []string
		for _, slip := range test.mistake.Slips(NewFullLedger(run(t, test.link), OwnTargets)) {
			got = append(got, text(slip.Wrong))
		}
		if joined := strings.Join(got, " | "); joined != test.want {
			t.Errorf("%s, %v:\n got %s\nwant %s", test.link, test.mistake, joined, test.want)
		}
	}
}

func TestAFormulaIsShownWithoutWhatFollowsFromIt(t *testing.T) {
	slips := DropDerivative.Slips(NewFullLedger(run(t, "v=1"), OwnTargets))
	if got := text(slips[0].Right); got != "dZ[1] = dA[1] * g[1]'(Z[1])" {
		t.Error(got)
	}
}
