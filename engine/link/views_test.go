package link

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func presentable(v TalkView) bool {
	return slices.Contains([]string{"network", "cost", "graph"}, v.Name) && Sound(v.Run)
}

func TestViewsOfATalk(t *testing.T) {
	many := func(n int) string { return strings.TrimSuffix(strings.Repeat("cost*v=1*", n), "*") }
	state := Fragment(Open("v=1&data=own&z=1.tooshort").Run)
	for _, test := range []struct {
		text, want string
		ignored    int
	}{
		{"network*v=1*graph*v=1&net=3&steps=20", "[{network v=1} {graph v=1&net=3&steps=20}]", 0},
		{"cost*" + state, "[{cost " + state + "}]", 0},
		{"", "[]", 1},
		{"network", "[]", 1},
		{"network*", "[]", 1},
		{"network*v=1*", "[{network v=1}]", 1},
		{"movie*v=1*cost*v=1", "[{cost v=1}]", 1},
		{"cost*v=1&lr=fast*cost*v=2*cost*v=1&seq=cost", "[]", 3}, // of another kind, version and key
		{"cost*v=1&n=99999999", "[]", 1},
		{"cost*v=1&data=own&z=1.AAAA", "[]", 1},
		{"cost*seq=cost*v=1", "[]", 2},
		{"cost*#v=1", "[]", 1},
		{"cost*activation=tanh&batchSize=10&dataset=xor", "[]", 1}, // a link of TensorFlow Playground
		{many(50), "", 0},
		{many(51), "", 1},
		{many(5000), "", 4950},
	} {
		views, ignored := ReadViews(test.text, presentable)
		got := fmt.Sprint(views)
		if len(views) > 3 {
			got = ""
		}
		if got != test.want || ignored != test.ignored || len(views) > MostViews {
			t.Errorf("%.60s: %s, %d ignored, want %s, %d", test.text, got, ignored, test.want, test.ignored)
		}
	}
}

// What is read of any text reads the same again, and each of its runs opens without a warning.
func FuzzViews(f *testing.F) {
	for _, seed := range []string{"network*v=1*graph*v=1&net=3&steps=20", "cost*v=1&lr=fast", "cost*v=1*", "cost*v=1&z=1.AAAA", "cost*%76=1", "***"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		views, _ := ReadViews(text, presentable)
		again, ignored := ReadViews(WriteViews(views), presentable)
		if len(views) > 0 && (ignored > 0 || !slices.Equal(again, views)) {
			t.Errorf("%q reads %v, then %v", text, views, again)
		}
		if len(views) > 0 && len(text) < 200 {
			if o := Open(views[0].Run); len(o.Warnings) > 0 {
				t.Errorf("%q warns of %v", views[0].Run, o.Warnings)
			}
		}
	})
}

func TestViewsStandInAQuery(t *testing.T) {
	const views = "network*v=1&net=3,2*graph*v=1&lr=0.5&steps=20"
	for _, query := range []string{
		"?ui=present&seq=network*v%3D1%26net%3D3%2C2*graph*v%3D1%26lr%3D0.5%26steps%3D20",
		"?ui=present&amp;seq=network*v%3D1%26net%3D3%2C2*graph*v%3D1%26lr%3D0.5%26steps%3D20&view=2#v=1",
	} {
		pairs, _, _ := Query(query)
		if len(pairs) < 2 || pairs[1].Key != "seq" || pairs[1].Value != views {
			t.Errorf("%s: %v", query, pairs)
		}
	}
}
