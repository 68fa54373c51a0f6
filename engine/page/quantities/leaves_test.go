package quantities

import (
	"strings"
	"testing"

	"shallows/engine/lecture"
	"shallows/engine/page/panel/paneltest"
)

func TestLeavesKeepTogetherWhatBelongsTogether(t *testing.T) {
	for _, test := range []struct{ link, want string }{
		{"v=1", "X | W[1] b[1] | Z[1] A[1] | W[2] b[2] Z[2] A[2] | Y J | dZ[2] dW[2] db[2] | dA[1] dZ[1] | dW[1] db[1] | W[1]' | b[1]' | W[2]' b[2]'"},
		{"v=1&net=0", "X | W[1] b[1] Z[1] A[1] | Y J | dZ[1] dW[1] db[1] | W[1]' b[1]'"},
		{"v=1&net=20", "X | W[1] | b[1] | Z[1] | A[1] | W[2] b[2] Z[2] A[2] | Y J | dZ[2] dW[2] db[2] | dA[1] | dZ[1] | dW[1] | db[1] | W[1]' | b[1]' | W[2]' b[2]'"},
		{"v=1&net=1&opt=momentum", "X | W[1] b[1] Z[1] A[1] | W[2] b[2] Z[2] A[2] | Y J | dZ[2] dW[2] db[2] | dA[1] dZ[1] | dW[1] db[1] | " +
			"vdW[1] vdb[1] | vdW[1]' vdb[1]' | W[1]' b[1]' | vdW[2] vdb[2] | vdW[2]' vdb[2]' | W[2]' b[2]'"},
	} {
		all := lecture.NewLedger(paneltest.Desk(test.link).Session(), lecture.OwnTargets).Quantities
		var leaves []string
		for _, leaf := range Leaves(all) {
			var names []string
			for _, q := range all[leaf.From:leaf.To] {
				names = append(names, Name(q.Symbol))
			}
			leaves = append(leaves, strings.Join(names, " "))
		}
		if got := strings.Join(leaves, " | "); got != test.want {
			t.Errorf("%s:\n%s, want\n%s", test.link, got, test.want)
		}
	}
	if leaves := Leaves(nil); len(leaves) > 0 {
		t.Errorf("of nothing %v", leaves)
	}
}
