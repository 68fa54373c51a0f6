package presentation

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shallows/engine/lesson"
	"shallows/engine/link"
	"shallows/engine/page/record"
)

var panels = []string{"ledger", "update", "graph", "check", "numpy"}

func TestWhatAQueryAsksFor(t *testing.T) {
	for _, test := range []struct{ query, want string }{
		{"", "{full [] '' [] [] false}"},
		{"ui=figure&run=1", "{figure [] '' [] [] true}"},
		{"ui=huge&run=2", "{full [] '' [] [] false}"},
		{"ui=&show=&hide=&lock=", "{full [] '' [] [] false}"},
		{"ui=min&show=cost,network", "{min [cost network] '' [] [] false}"},
		{"show=equations", "{full [panel] 'ledger' [] [] false}"},
		{"show=boundary", "{full [output] '' [] [] false}"},
		{"show=check,numpy,update", "{full [panel] 'update' [] [] false}"},
		{"show=check,cost", "{full [cost panel] 'check' [] [] false}"},
		{"show=,,bogus,,output", "{full [output] '' [] [] false}"},
		{"hide=data,act,bogus&lock=lr,net,nets", "{full [] '' [data act] [lr net] false}"},
		{"ui=min&ui=figure", "{min [] '' [] [] false}"},
		{"ui=huge&ui=figure", "{full [] '' [] [] false}"},
	} {
		p, _ := Read("?"+test.query, panels)
		if got := fmt.Sprintf("{%s %v '%s' %v %v %v}", p.Shape, p.Show, p.Panel, p.Hidden, p.Locked, p.Run); got != test.want {
			t.Errorf("%s: %s, want %s", test.query, got, test.want)
		}
	}
}

func TestWhatIsIgnoredIsTold(t *testing.T) {
	for _, test := range []struct {
		query string
		want  string // the key of each sentence, with key and value
	}{
		{"ui=min&show=network,check&theme=dark&lang=zh-TW&load=click&title=Moons&panel=graph&lesson=symmetry&run=0", ""},
		{"lang=en_GB", ""}, {"lang=cmn", ""}, {"lang=auto", ""},
		{"lang=fr", "invalid lang fr"}, {"lang=zhuang", "invalid lang zhuang"},
		{"ui=huge", "invalid ui huge"},
		{"ui=min&ui=full", "repeated ui full"},
		{"show=network,a,b", "invalid show a, invalid show b"},
		{"lock=bogus", "invalid lock bogus"},
		{"load=later", "invalid load later"}, {"run=2", "invalid run 2"},
		{"panel=../../x&lesson=__proto__", "invalid panel ../../x, invalid lesson __proto__"},
		{"ui=present&view=3", ""},
		{"view=0", "invalid view 0"},
		{"ui=present&seq=network*v%3D1%26net%3D3", ""},
		{"view=51", "invalid view 51"}, {"view=-1", "invalid view -1"}, {"view=2.12", ""}, {"view=2.0", "invalid view 2.0"}, {"view=2.x", "invalid view 2.x"},
		{"title=" + strings.Repeat("图", 200), ""},
		{"title=" + strings.Repeat("x", 201), "invalid title " + strings.Repeat("x", 39) + "…"},
		{"lagn=en&gclid=1&utm_source=mail", "unknown lagn en"},
		{"lr=1&n=5", "setting lr 1"},
		{"constructor=1&__proto__=2", ""},
		{"lesson=choosing&page=3", ""}, {"lesson=choosing&page=%EF%BC%93", ""},
		{"lesson=choosing&page=0", "nearest page 0"}, {"lesson=choosing&page=99", "nearest page 99"},
		{"lesson=choosing&page=x", "invalid page x"}, {"lesson=choosing&page=2&page=3", "repeated page 3"},
	} {
		_, ignored := Read("?"+test.query, panels)
		var got []string
		for _, text := range ignored {
			got = append(got, fmt.Sprintf("%s %s %s", strings.TrimPrefix(text.Key, "presentation."), text.With[1], text.With[3]))
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: %q, want %q", test.query, got, test.want)
		}
	}
	// One sentence for all views that cannot be shown.
	p, ignored := Read("?ui=present&seq=movie*v%3D1*cost*v%3D1*graph*nonsense"+strings.Repeat("*graph*v%3D1", 60), panels)
	if len(p.Sequence) != link.MostViews || len(ignored) != 1 || ignored[0].Key != "presentation.views" || ignored[0].Get("count") != 13 {
		t.Errorf("%d views, told is %v", len(p.Sequence), ignored)
	}
	p, ignored = Read("?ui=present&seq=boundary*v%3D1*equations*v%3D1", panels)
	if len(ignored) > 0 || p.Sequence[0].Name != "output" || p.Sequence[1].Name != "ledger" {
		t.Errorf("%v, told is %v", p.Sequence, ignored)
	}
	_, ignored = Read("?theme=", panels)
	if got, want := string(record.JSON(ignored)), `[{"t":"presentation.invalid","a":{"key":"theme","value":"","quoted":{"t":"warning.none"}}}]`; got != want {
		t.Errorf("an empty value: %s, want %s", got, want)
	}
}

func TestThePageOfALessonIsTheNearestThereIs(t *testing.T) {
	for _, test := range []struct{ query, page, ignored string }{
		{"lesson=choosing", "", ""}, {"page=4&lesson=choosing", "4", ""}, {"lesson=choosing&page=4&page=2", "4", "presentation.repeated"},
		{"lesson=choosing&page=0", "1", "presentation.nearest"}, {"lesson=choosing&page=99", "5", "presentation.nearest"},
		{"lesson=choosing&page=99999999999999999999", "5", "presentation.nearest"}, {"lesson=choosing&page=1.5", "", "presentation.invalid"},
		{"lesson=choosing&page=x", "", "presentation.invalid"}, {"lesson=choosing&page=", "", "presentation.invalid"},
		{"lesson=choosing&page=-1", "1", "presentation.nearest"}, {"page=3", "3", "presentation.pageless"},
	} {
		p, ignored := Read("?"+test.query, panels)
		told := ""
		for _, text := range ignored {
			told += text.Key
		}
		if p.Page != test.page || told != test.ignored {
			t.Errorf("%s: page %q, ignored %q", test.query, p.Page, told)
		}
	}
}

func TestWhereOwnPointsMayBeDrawn(t *testing.T) {
	for _, test := range []struct {
		query string
		want  bool
	}{{"", true}, {"ui=min&lock=lr", true}, {"ui=figure", false}, {"hide=n,data", false}, {"lock=data", false}} {
		if p, _ := Read("?"+test.query, panels); p.Drawn != test.want {
			t.Errorf("%s: %v", test.query, p.Drawn)
		}
	}
}

func TestWhatThePageIsTold(t *testing.T) {
	p, ignored := Read("?panel=graph&amp;lesson=choosing&theme=dark%26lang=zh-TW&title=A%20%26%20B&origin=*&origin=x#v=1", panels)
	if p.Open != "graph" || p.Lesson != "choosing" || p.Theme != "dark" || p.Lang != "zh-TW" || p.Title != "A & B" || len(ignored) > 0 {
		t.Errorf("%+v, ignored are %v", p, ignored)
	}
	if _, ignored := Read("?"+strings.Repeat("a=1&", 300), panels); len(ignored) != 1 || ignored[0].Key != "presentation.long" {
		t.Errorf("of a long query is told %v", ignored)
	}
}

// The keys are those that package link knows in damaged queries.
func TestTheKeys(t *testing.T) {
	for i, k := range parameters {
		if len(link.QueryKeys) != len(parameters) || link.QueryKeys[i] != k.key {
			t.Errorf("package link has %v", link.QueryKeys)
		}
	}
}

// The guide has every key of the query, with its values.
func TestTheGuideHasTheTable(t *testing.T) {
	text, err := os.ReadFile("../../../docs/protocol.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "| key | values, the default first | meaning |\n|---|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	var keys []string
	for row := range strings.SplitSeq(table, "\n") {
		cells := strings.Split(row, "|")
		var words []string
		for _, match := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(cells[2], -1) {
			words = append(words, match[1])
		}
		key := strings.Trim(cells[1], " `")
		keys = append(keys, key)
		k, _ := known(key)
		if k == nil {
			t.Errorf("%s is no key", key)
			continue
		}
		if key == "lesson" || key == "page" {
			for _, word := range words {
				if !k.can(word, panels) {
					t.Errorf("there is no %s %s", key, word)
				}
			}
		}
		if key == "page" && len(words) != lesson.Pages {
			t.Errorf("the guide has pages %v of %d", words, lesson.Pages)
		}
		if k.values == "" || key == "panel" {
			continue
		}
		values := strings.Fields(k.values)
		if !k.list && values[0] != words[0] {
			t.Errorf("the default of %s is %s, the guide says %s", key, values[0], words[0])
		}
		if slices.Sort(values); !slices.Equal(values, slices.Sorted(slices.Values(words))) {
			t.Errorf("%s can be %v, the guide says %v", key, values, words)
		}
	}
	if len(keys) != len(parameters) {
		t.Errorf("the guide has %v", keys)
	}
}
