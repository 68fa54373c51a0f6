package link

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"shallows/engine/config"
)

// Whatever a link holds and however long it is, it opens quickly, with few warnings of which one tells that it was cut.
func TestLongLinks(t *testing.T) {
	const length = 2 << 20
	for _, piece := range []string{
		"k=1&", "v=1&", "lr=1&", "&", ";", "®", ";lr=1", "&amp;", "&amp", "%", "%25", "%2525", "=", "=3D", "k==3D1&", "?", "?a=1", "#", "#a=1", "\n", " ", "a b", "\\", "(", "=\n",
		"networkShape=1&", "x_hide=1&", "utm_a=1&", "clid=1&", "z=1&", "\\u0026", "{\\&}", "](", "K=1&", ":~:text=",
	} {
		began := time.Now()
		o := Open(strings.Repeat(piece, length/len(piece)))
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("%q without end takes %v", piece, took)
		}
		if len(o.Warnings) > maxPairs+10 {
			t.Errorf("%q without end makes %d warnings", piece, len(o.Warnings))
		}
		if !slices.ContainsFunc(o.Warnings, func(w config.Warning) bool { return w.Reason == config.TooLong }) {
			t.Errorf("%q without end is cut without a word: %q", piece, o.Warnings)
		}
	}
}

// What stands before the end that is cut off counts.
func TestCutLinks(t *testing.T) {
	var keys strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&keys, "&k%d=1", i)
	}
	for _, rest := range []string{keys.String(), "&z=1." + strings.Repeat("A", 1<<20), "&" + strings.Repeat("x", 1<<20)} {
		o := Open("v=1&data=moons&net=3" + rest)
		if link := Fragment(o.Run); link != "v=1&data=moons&net=3" {
			t.Errorf("%.20q… opens %s", rest, link)
		}
		if last := o.Warnings[len(o.Warnings)-1]; last.Reason != config.TooLong {
			t.Errorf("%.20q… warns %q at the end", rest, last)
		}
	}
}
