package share

import (
	"fmt"
	"strings"
	"testing"

	"shallows/engine/link"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/presentation"
	"shallows/engine/page/record"
)

// list is the views of a talk as the dialog shows them.
func (x dialog) list() string {
	var list []string
	for _, v := range x.show(x.d).Talk.Views {
		list = append(list, v.Name.Key+" "+v.Run)
	}
	return strings.Join(list, ", ")
}

func TestATalkIsMadeOfViews(t *testing.T) {
	x := open("v=1&net=3")
	x.d.Picture = "output"
	if p := x.product("talk"); p.Text != "" || !p.Useless || x.show(x.d).Choices.View.Value != "output" {
		t.Errorf("at first: %+v", p)
	}
	x.do("add")
	x.do("choose", "view", "check")
	x.do("close")
	x.d = paneltest.Desk("v=1&data=xor&steps=2")
	x.d.Site = site
	x.do("open")
	x.do("add")
	if got, want := x.list(), "output.title v=1&net=3, panel.check v=1&data=xor&steps=2"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	x.do("up", "1")
	x.do("up", "0")
	x.do("up", "7")
	x.do("remove", "x")
	asked := x.asked("copy")
	if want := site + "?ui=present&seq=check*v%3D1%26data%3Dxor%26steps%3D2*output*v%3D1%26net%3D3"; len(asked) != 1 || asked[0].With.(panel.Copy).Text != want {
		t.Errorf("copied is %v, want %s", asked, want)
	}
	if asked := x.asked("remove", "0"); fmt.Sprint(asked) != "[{keep {talk output*v=1&net=3}}]" || x.list() != "output.title v=1&net=3" {
		t.Errorf("kept is %v, on show %s", asked, x.list())
	}
	for range 60 {
		x.do("add")
	}
	if r := x.show(x.d); len(r.Talk.Views) != 50 || fmt.Sprint(r.Status) != fmt.Sprint([]any{record.T("share.talkFull", "most", 50)}) {
		t.Errorf("full: %d views, %v", len(r.Talk.Views), r.Status)
	}
}

func TestTheBenchIsAViewWithItsRuns(t *testing.T) {
	x := open("v=1&net=3")
	x.do("form", "talk")
	x.do("choose", "view", "bench")
	x.do("add")
	x.d.Bench = "lr~0.1~1~seeds~2~steps~100"
	x.do("add")
	x.do("choose", "view", "cost")
	x.do("add")
	x.d.Bench, x.d.Beside = "", "lr~0.1~1~seeds~2~steps~100~from~net~4"
	x.do("choose", "view", "bench")
	x.do("add")
	kept := link.WriteViews(x.views)
	if want := "bench*v=1&net=3*bench*v=1&net=3&bench=lr~0.1~1~seeds~2~steps~100*cost*v=1&net=3*bench*v=1&net=3&bench=lr~0.1~1~seeds~2~steps~100~from~net~4"; kept != want {
		t.Errorf("%s, want %s", kept, want)
	}
	if views, ignored := presentation.ReadViews(kept, x.presentable); len(views) != 4 || ignored > 0 {
		t.Errorf("%v, ignored are %d", views, ignored)
	}
	for _, damaged := range []string{"cost*v=1&bench=seeds~2", "bench*v=1&bench=lr~fast", "bench*v=1&bench=seeds~2&bench=seeds~3", "bench*v=9&bench=seeds~2"} {
		if views, _ := presentation.ReadViews(damaged, x.presentable); len(views) > 0 {
			t.Errorf("%s is read as %v", damaged, views)
		}
	}
}

func TestTheBrowserKeepsTheViewsOfATalk(t *testing.T) {
	x := open("v=1")
	asked := x.asked("form", "talk")
	if string(record.JSON(asked[0])) != `{"name":"recall","with":{"keys":["talk"],"then":"share views"}}` {
		t.Errorf("it asks for %v", asked)
	}
	x.do("views", "cost*v=1&net=3*movie*v=1*ledger*v=1*")
	if got, want := x.list(), "cost.title v=1&net=3, panel.ledger v=1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	x.do("views", "network*v=1")
	if got := x.list(); !strings.HasPrefix(got, "cost.title") {
		t.Errorf("what is there is gone: %s", got)
	}
}
