package notice

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/page/panel"
	"shallows/engine/page/record"
)

// seen are the keys of the texts on show, in their order.
func seen(n *Notices) string {
	var list []string
	for _, item := range n.Record(nil).(Record).Notices {
		text := item.Text.Key
		for _, fault := range item.Faults {
			text += " " + fault.Text.Key
		}
		list = append(list, text)
	}
	return strings.Join(list, ", ")
}

func TestNoticesOnShow(t *testing.T) {
	for _, test := range []struct{ said, want string }{
		{"a", "a"},
		{"a b c", "a, b, c"},
		{"a b c d", "b, c, d"},
		{"a b a", "b, a"},
	} {
		n, d := &Notices{}, &panel.Desk{}
		for _, key := range strings.Fields(test.said) {
			n.Do(d, []string{"say", key})
		}
		if got := seen(n); got != test.want {
			t.Errorf("%s: %s, want %s", test.said, got, test.want)
		}
	}
}

func TestANoticeGoes(t *testing.T) {
	n, d := &Notices{}, &panel.Desk{}
	n.Do(d, []string{"say", "notice.copied"})
	n.Do(d, []string{"say", "notice.longLink", "length", "3000"})
	n.Do(d, []string{"say", "notice.update"})
	if got, want := string(record.JSON(d.Asked())), `[{"name":"later","with":{"milliseconds":8000,"intent":"notices dismiss 1","unused":"notice-1"}},`+
		`{"name":"later","with":{"milliseconds":8000,"intent":"notices dismiss 2","unused":"notice-2"}}]`; got != want {
		t.Errorf("%s, want %s: the last one stays", got, want)
	}
	if got := string(record.JSON(n.Record(d).(Record).Notices[1].Text)); got != `{"t":"notice.longLink","a":{"length":"3000"}}` {
		t.Errorf("its argument is lost: %s", got)
	}
	n.Do(d, []string{"dismiss", "1"})
	n.Do(d, []string{"dismiss", "7"})
	others := *n
	if others.Dismiss(""); seen(&others) != "notice.update" {
		t.Errorf("without those that have no button on show are %s", seen(&others))
	}
	if got := seen(n); got != "notice.longLink, notice.update" {
		t.Errorf("on show are %s", got)
	}
	if got := n.Act("3"); got != "reload" || seen(n) != "notice.longLink" {
		t.Errorf("the button does %q, then on show are %s", got, seen(n))
	}
	if got := n.Act("3"); got != "" {
		t.Errorf("a button that is gone does %q", got)
	}
	if !d.Still {
		t.Error("pictures have nothing to do with notices")
	}
}

// What stays until dismissed is not pushed out by what goes by itself.
func TestWhatLastsStays(t *testing.T) {
	n, d := &Notices{}, &panel.Desk{}
	n.Show(d, Notice{Text: record.T("a"), Lasting: true})
	for _, key := range []string{"b", "c", "d"} {
		n.Show(d, Say(key))
	}
	if got := seen(n); got != "a, c, d" {
		t.Errorf("on show are %s", got)
	}
}

func TestOneOfAName(t *testing.T) {
	n, d := &Notices{}, &panel.Desk{}
	n.Show(d, Notice{Text: record.T("a"), Name: "x"})
	n.Show(d, Notice{Text: record.T("b"), Name: "x"})
	if got := seen(n); got != "a" {
		t.Errorf("on show are %s", got)
	}
	n.Dismiss("x")
	n.Show(d, Notice{Text: record.T("b"), Name: "x"})
	if got := seen(n); got != "b" {
		t.Errorf("on show are %s", got)
	}
}

func TestFaultsAreToldTogether(t *testing.T) {
	fault := func(count int) (faults []record.Text) {
		for i := range count {
			faults = append(faults, record.T(fmt.Sprint("f", i)))
		}
		return faults
	}
	n, d := &Notices{}, &panel.Desk{}
	n.Fault(d, nil)
	if got := seen(n); got != "" {
		t.Errorf("without faults: %s", got)
	}
	n.Fault(d, fault(1))
	if got := seen(n); got != "f0" {
		t.Errorf("one: %s", got)
	}
	n.Fault(d, append(fault(2), fault(2)...))
	if got := seen(n); got != "notice.faults f0 f1" {
		t.Errorf("two, twice: %s", got)
	}
	n.Fault(d, nil)
	if got := seen(n); got != "notice.faults f0 f1" {
		t.Errorf("none once more: %s", got)
	}
	if got := d.Asked(); len(got) != 0 {
		t.Errorf("they stay: %v", got)
	}
	n.Brief = true
	n.Fault(d, fault(1000))
	items := n.Record(d).(Record).Notices[0].Faults
	if last := items[len(items)-1].Text; len(items) != 101 || last.Key != "notice.moreFaults" || last.With[1] != 900 {
		t.Errorf("a thousand: %d, the last is %v", len(items), last)
	}
	if got := d.Asked(); len(got) != 1 || got[0].With.(panel.Later).Milliseconds != 8000*102 {
		t.Errorf("they go: %v", got)
	}
}

func TestWarnings(t *testing.T) {
	for _, test := range []struct {
		warning config.Warning
		want    string
	}{
		{config.Warning{Key: "lr", Value: "fast", Used: "1.2", Reason: config.Invalid},
			`warning.invalid name=setting.lr key=lr value=fast quoted="fast" used=1.2`},
		{config.Warning{Key: "lr", Used: "1.2", Reason: config.Invalid},
			`warning.invalid name=setting.lr key=lr value=empty quoted=empty used=1.2`},
		{config.Warning{Key: "data", Value: "<img src=x>", Used: "planar", Reason: config.Invalid},
			`warning.invalid name=setting.data key=data value=<img src=x> quoted="<img src=x>" used=option.planar`},
		{config.Warning{Key: "act", Value: "x", Used: "tanh,relu", Reason: config.Invalid},
			`warning.invalid name=setting.act key=act value=x quoted="x" used=tanh,relu`},
		{config.Warning{Key: "col\u202eour", Value: "blue", Reason: config.Unknown},
			"warning.unknown name=col\ufffdour key=col\ufffdour value=blue quoted=\"blue\" used=empty"},
		{config.Warning{Reason: config.TooLong}, `warning.long name= key= value=empty quoted=empty used=empty`},
	} {
		text := Warned(test.warning)
		got := text.Key
		for i := 0; i < len(text.With); i += 2 {
			value := text.With[i+1]
			if of, ok := value.(record.Text); ok {
				switch {
				case of.Key == "warning.none":
					value = "empty"
				case of.Key == "warning.quoted":
					value = fmt.Sprintf(`"%s"`, of.With[1])
				default:
					value = of.Key
				}
			}
			got += fmt.Sprintf(" %s=%s", text.With[i], value)
		}
		if got != test.want {
			t.Errorf("%s, want %s", got, test.want)
		}
	}
}

func TestShort(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", ""}, {"moons", "moons"},
		{strings.Repeat("x", 40), strings.Repeat("x", 40)},
		{strings.Repeat("图", 41), strings.Repeat("图", 39) + "…"},
		{"a\u202eb\x00c\u200fd", "a\ufffdb\ufffdc\ufffdd"},
		{"\xff", "\ufffd"},
		{"👩\u200d🏫 ❤️\u200d🔥 می\u200cخ a\u200db", "👩\u200d🏫 ❤️\u200d🔥 می\u200cخ a\ufffdb"},
	} {
		if got := Short(test.text); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}
