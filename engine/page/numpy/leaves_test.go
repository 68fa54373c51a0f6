package numpy

import (
	"strings"
	"testing"

	"shallows/engine/page/panel/paneltest"
)

func TestATalkShowsTheProgramLeafByLeaf(t *testing.T) {
	for _, link := range []string{"v=1&steps=30", "v=1&data=spiral&classes=3&out=softmax&net=8,8&opt=adam&batch=32&l2=0.01", "v=1&net=2,2,2,2,2,2&data=xor", "v=1&net=0"} {
		d, p := paneltest.Desk(link), New().(*Panel)
		whole := p.show(d).Code
		d.Presenting = true
		if p.Begin(d); p.show(d).Code == whole {
			t.Errorf("%s: a talk shows all of it", link)
		}
		got := ""
		for {
			leaf := p.leaves[p.at]
			if n := high(leaf); n > lines || n == 0 || strings.HasPrefix(leaf, "\n") || strings.HasSuffix(leaf, "\n") {
				t.Errorf("%s: a leaf of %d lines:\n%s", link, n, leaf)
			}
			if got += leaf; !p.Turn(d, 1) {
				break
			}
		}
		if at, of := p.Steps(); at != of || strings.Join(strings.Fields(got), "") != strings.Join(strings.Fields(p.script), "") {
			t.Errorf("%s: %d of %d leaves are\n%s", link, at, of, got)
		}
		if p.Turn(d, 1) || !p.Turn(d, -1) {
			t.Errorf("%s: beyond the last", link)
		}
	}
}
