package share

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shallows/engine/dataset"
	"shallows/engine/link"
	"shallows/engine/page/keep"
	"shallows/engine/page/notice"
	"shallows/engine/page/panel"
	"shallows/engine/page/panel/paneltest"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

const site = "https://notes.example/nn/"

// dialog is an open dialog before a run.
type dialog struct {
	*Share
	d *panel.Desk
}

// open opens the dialog, in a language where every run is called Run.
func open(fragment string) dialog {
	x := dialog{New([]string{"ledger", "update", "check", "bench"}).(*Share), paneltest.Desk(fragment)}
	x.do("at", site+"index.html?lang=en#v=1", "false")
	x.do("open")
	x.do("called", "Run")
	x.d.Asked()
	return x
}

func (x dialog) do(words ...string) { x.Do(x.d, words) }

// product is what a form gives with these choices: names and values in turn.
func (x dialog) product(form string, chosen ...string) Product {
	x.do("form", form)
	for i := 0; i < len(chosen); i += 2 {
		x.do("choose", chosen[i], chosen[i+1])
	}
	return x.show(x.d).Product
}

// asked is the effects of words, by their names.
func (x dialog) asked(words ...string) []panel.Effect {
	x.d.Asked()
	x.do(words...)
	return x.d.Asked()
}

// says is the status, by its keys.
func (x dialog) says() string {
	var keys []string
	for _, part := range x.status {
		if text, ok := part.(record.Text); ok {
			keys = append(keys, text.Key)
		}
	}
	return strings.Join(keys, " ")
}

func TestTheLinkIsTheRunAsItIsToBeShown(t *testing.T) {
	for _, test := range []struct {
		chosen []string
		want   string
	}{
		{nil, "#v=1&data=moons&net=3&steps=40"},
		{[]string{"lang", "zh-Hans", "theme", "dark", "run", "true", "title", "Moons & <stars>"}, "?lang=zh-Hans&theme=dark&run=1&title=Moons+%26+%3Cstars%3E#v=1&data=moons&net=3&steps=40"},
		{[]string{"lang", "auto", "theme", "auto", "run", "false", "title", " \n\u202e "}, "#v=1&data=moons&net=3&steps=40"},
		{[]string{"lang", "xx", "theme", "<b>", "run", "yes", "ui", "min", "nothing", "1"}, "#v=1&data=moons&net=3&steps=40"},
	} {
		x := open("v=1&data=moons&net=3&steps=40")
		if got := x.product("link", test.chosen...).Text; got != site+test.want {
			t.Errorf("%v: %s", test.chosen, got)
		}
	}
}

func TestInALessonALinkMayLeadToItsPage(t *testing.T) {
	x := open("v=1&data=moons")
	x.Do(x.d, []string{"form", "link"})
	if !x.show(x.d).Choices.Lesson.Absent {
		t.Error("without a lesson there is a choice of one")
	}
	if got := x.product("link", "lesson", "true").Text; got != site+"#v=1&data=moons" {
		t.Errorf("without a lesson: %s", got)
	}
	x.d.Lesson, x.d.Page = "choosing", 3
	if x.show(x.d).Choices.Lesson.Absent {
		t.Error("in a lesson there is no choice of it")
	}
	if got := x.product("link", "theme", "dark").Text; got != site+"?lesson=choosing&page=3&theme=dark#v=1" {
		t.Errorf("of a page: %s", got)
	}
	if got := x.product("link", "lesson", "false").Text; got != site+"?theme=dark#v=1&data=moons" {
		t.Errorf("of the run: %s", got)
	}
}

func TestASnippetIsToldWhatWasChosen(t *testing.T) {
	x := open("v=1&data=xor&steps=5")
	for _, test := range []struct {
		form   string
		chosen []string
		want   []string
	}{
		{"html", nil, []string{`config="v=1&amp;data=xor&amp;steps=5" ui="figure" poster="shallows-xor.png" title="Run" width="100%" height="360"`}},
		{"html", []string{"ui", "min", "show", "network", "run", "true", "width", "645", "title", `"Exclusive" <or>`},
			[]string{`ui="min" show="network" run="1" poster="shallows-xor.png" title="&quot;Exclusive&quot; &lt;or&gt;" width="645" height="420"`, site + "?run=1&amp;title=%22Exclusive%22+%3Cor%3E#"}},
		{"iframe", nil, []string{site + "?ui=min&amp;show=network&amp;run=1&amp;title=%22Exclusive%22+%3Cor%3E#v=1", `width="645" height="420"`}},
		{"mdx", []string{"ui", "full", "height", "７００"}, []string{site + "?show=network&amp;run=1&amp;title=", `height="700"`}},
		{"markdown", []string{"title", "Or", "picture", "or.png"}, []string{"[![Or](or.png)](" + site + "?run=1&title=Or#v=1&data=xor&steps=5)"}},
	} {
		got := x.product(test.form, test.chosen...).Text
		for _, want := range test.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %s, want %s", test.form, got, want)
			}
		}
	}
	if once := x.product("hugo").Once; len(once) != 1 || !strings.HasPrefix(once[0].Text, "<script async src=") {
		t.Errorf("Hugo needs once: %v", once)
	}
}

func TestSizes(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, " ": 0, "160": 160, "4000": 4000, "６４５": 645, "600,0": 600, "600.4": 600, "1,200": 1200, "1.200": 1200, "1 200": 1200, "+300": 300,
		"159": -1, "159.4": -1, "4001": -1, "0": -1, "-300": -1, "1e9": -1, "1e300": -1, "100%": -1, "wide": -1, "0x200": -1, "Inf": -1, "300px": -1,
	} {
		got, ok := size(text)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("size(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestWhatNoFigureCanHaveIsToldAndKept(t *testing.T) {
	for _, test := range []struct{ form, name, value, problem, mended string }{
		{"html", "width", "12", "share.noSize", "600"},
		{"iframe", "height", "tall", "share.noSize", ""},
		{"html", "picture", "javascript:alert(1)", "share.noPicture", "moons.png"},
		{"markdown", "picture", "data:x", "share.noPicture", ""},
	} {
		x := open("v=1")
		p := x.product(test.form, test.name, test.value)
		if p.Problem.Key != test.problem || p.Text != "" || !p.Useless || !p.Fileless || !p.Stillless {
			t.Errorf("%s=%s: %+v", test.name, test.value, p)
		}
		field := reflect.ValueOf(x.show(x.d).Choices).FieldByName(strings.ToUpper(test.name[:1]) + test.name[1:]).Interface().(Field)
		if field.Value != test.value || field.Wrong != "true" {
			t.Errorf("%s=%s: the field is %+v", test.name, test.value, field)
		}
		for _, button := range []string{"copy", "save", "still", "once"} {
			if asked := x.asked(button); len(asked) > 0 {
				t.Errorf("%s=%s: %s asks for %v", test.name, test.value, button, asked)
			}
		}
		if p := x.product(test.form, test.name, test.mended); p.Problem.Key != "" || p.Text == "" {
			t.Errorf("%s=%s: mended it is %+v", test.name, test.value, p)
		}
		// A form without the field minds nothing of it.
		if p := x.product("link", test.name, test.value); p.Problem.Key != "" {
			t.Errorf("%s=%s: the link is %+v", test.name, test.value, p)
		}
	}
}

func TestAPictureWithoutANameOfTheReadersIsCalledAfterItsRun(t *testing.T) {
	x := open("v=1")
	again := func(fragment string) string {
		x.do("close")
		x.d = paneltest.Desk(fragment)
		x.do("open")
		return x.show(x.d).Choices.Picture.Value
	}
	x.do("form", "markdown")
	if got := x.show(x.d).Choices.Picture.Value; got != "shallows-planar.png" {
		t.Errorf("first it is %s", got)
	}
	if got := again("v=1&data=xor"); got != "shallows-xor.png" {
		t.Errorf("of another run it is %s", got)
	}
	x.do("choose", "picture", "")
	if got := again("v=1&data=moons"); got != "" {
		t.Errorf("taken away it is %s", got)
	}
	if got := x.show(x.d).Product; !strings.HasPrefix(got.Text, "[Run](") || !got.Stillless {
		t.Errorf("without a picture it is %+v", got)
	}
}

func TestAPictureBesideTheNotesShowsWhatTheFigureShows(t *testing.T) {
	for _, test := range []struct {
		form              string
		chosen            []string
		part, theme, name string
	}{
		{"html", nil, "output", "auto", "shallows-planar.png"},
		{"html", []string{"ui", "full", "theme", "dark"}, "whole", "dark", "shallows-planar.png"},
		{"myst", []string{"show", "network", "picture", "images/net.png?v=1#a"}, "network", "auto", "net.png"},
		{"quarto", []string{"show", "check"}, "equations", "auto", "shallows-planar.png"},
		{"markdown", []string{"part", "cost", "colours", "light", "theme", "dark", "picture", "images/"}, "cost", "light", "images/"},
	} {
		x := open("v=1")
		x.product(test.form, test.chosen...)
		asked := x.asked("still")
		if len(asked) != 1 || asked[0].Name != "still" {
			t.Fatalf("%s asks for %v", test.form, asked)
		}
		p := asked[0].With.(Picture)
		if p.Kind != Bitmap || p.Part != test.part || p.Theme != test.theme || p.Name != test.name || p.Scale != 2 || p.Caption != nil {
			t.Errorf("%s %v: %+v", test.form, test.chosen, p)
		}
	}
}

func TestPictures(t *testing.T) {
	x := open("v=1&net=5,3&lr=0.5&steps=2")
	wait := 0
	last := func(words ...string) Picture {
		asked := slices.DeleteFunc(x.asked(words...), func(e panel.Effect) bool { return e.Name == "sight" && words[0] == "form" })
		if len(asked) == 0 {
			return Picture{}
		}
		later, ok := asked[0].With.(panel.Later)
		if len(asked) != 1 || !ok || !x.show(x.d).Busy {
			t.Fatalf("%v asks for %v", words, asked)
		}
		wait = later.Milliseconds
		asked = x.asked(strings.Fields(later.Intent)[1:]...)
		if len(asked) != 1 || asked[0].Name != "paint" || x.show(x.d).Busy {
			t.Fatalf("%s asks for %v", later.Intent, asked)
		}
		return asked[0].With.(Picture)
	}
	p := last("form", "png")
	if p.Kind != Bitmap || p.Part != "whole" || p.Scale != 2 || p.Caption == nil || p.Caption.Title != "Run" || p.Caption.Link != site+"#v=1&net=5,3&lr=0.5&steps=2" {
		t.Errorf("a picture: %+v", p)
	}
	if wait != 0 {
		t.Errorf("another form waits %d ms", wait)
	}
	if p := last("choose", "caption", "false"); p.Caption != nil || wait != pause {
		t.Errorf("without a caption, while somebody may be typing for %d ms: %+v", wait, p)
	}
	old := x.asked("choose", "scale", "3")
	if asked := append(x.asked("choose", "scale", "1"), x.asked(strings.Fields(old[0].With.(panel.Later).Intent)[1:]...)...); len(asked) != 1 || asked[0].Name != "later" {
		t.Errorf("what somebody typed over is painted: %v", asked)
	}
	if asked := x.asked("copy"); len(asked) != 2 || asked[0].Name != "paint" || asked[1].Name != "copyPicture" {
		t.Errorf("what waits is painted before it is copied: %v", asked)
	}
	if asked := x.asked("save"); len(asked) != 1 || asked[0].Name != "savePicture" {
		t.Errorf("saved: %v", asked)
	}
	if p := last("choose", "part", "equations"); p.Part != "equations" {
		t.Errorf("a part: %+v", p)
	}
	if asked := x.asked("choose", "part", "equations"); len(asked) > 0 {
		t.Errorf("the same again asks for %v", asked)
	}
	if p := last("form", "svg"); p.Kind != Drawing {
		t.Errorf("in vectors: %+v", p)
	}
	if p := last("form", "html"); p.Kind != "" {
		t.Errorf("no picture: %+v", p)
	}
	p = last("form", "qr")
	if p.Kind != Bitmap || p.Part != "code" || p.Theme != "light" || p.Address != site+"#v=1&net=5,3&lr=0.5&steps=2" {
		t.Errorf("a code: %+v", p)
	}
}

func TestTheSummarySaysHowFarTheRunIs(t *testing.T) {
	for link, want := range map[string]string{
		"v=1":                    "option.planar · setting.n 400 · setting.in option.x1, option.x2 · setting.net 4 · setting.act option.tanh · setting.lr 1.2 · readout.step 0 · readout.cost 0.693048 · readout.accuracy 59.8%",
		"v=1&data=own":           "option.own · setting.in option.x1, option.x2 · setting.net 4 · setting.act option.tanh · setting.lr 1.2 · readout.step 0",
		"v=1&data=plane&net=0":   "",
		"v=1&lr=0.5&opt=adam":    "",
		"v=1&lr=100&steps=10000": "",
	} {
		var got string
		for _, part := range summary(paneltest.Desk(link)) {
			switch part := part.(type) {
			case record.Text:
				got += part.Key
			case int:
				got += strconv.Itoa(part)
			case string:
				got += part
			}
		}
		if want != "" && got != want {
			t.Errorf("%s: %s, want %s", link, got, want)
		}
		if strings.Contains(got, "accuracy") == (link == "v=1&data=own" || link == "v=1&data=plane&net=0") {
			t.Errorf("%s: %s", link, got)
		}
	}
}

func TestALongLinkSaysSo(t *testing.T) {
	x := open("v=1&net=8,8,8&opt=adam&lr=0.01&steps=20")
	if err := x.d.Session().SetWeight(1, 1, 1, 0.5); err != nil {
		t.Fatal(err)
	}
	text := x.product("link").Text
	if len(text) <= long || x.says() != "notice.longLink" {
		t.Fatalf("%d characters: %s", len(text), x.says())
	}
	if length := x.status[0].(record.Text).Get("length"); length != len(text) {
		t.Errorf("it says %v of %d", length, len(text))
	}
	x.do("copied")
	if x.says() != "share.copied notice.longLink" {
		t.Errorf("copied: %s", x.says())
	}
	if p := x.product("qr"); p.Problem.Key != "share.tooLongForCode" || p.Problem.Get("length") != len(text) || len(p.Shown) > 0 {
		t.Errorf("the code is %+v", p)
	}
	x.do("form", "png")
	if caption := x.next.Caption; caption.Link != site {
		t.Errorf("the caption leads to %s", caption.Link)
	}
}

func TestWhatButtonsAskFor(t *testing.T) {
	x := open("v=1&data=bumps")
	for _, test := range []struct {
		form, button string
		want         panel.Effect
	}{
		{"link", "copy", panel.Effect{Name: "copy", With: panel.Copy{Text: site + "#v=1&data=bumps", Shown: "share-text", Part: "share"}}},
		{"qr", "copy", panel.Effect{Name: "copyPicture", With: struct{}{}}},
		{"qr", "save", panel.Effect{Name: "savePicture", With: File{"shallows-bumps.qr.png", "image/png"}}},
		{"png", "save", panel.Effect{Name: "savePicture", With: File{"shallows-bumps.png", "image/png"}}},
		{"svg", "copy", panel.Effect{Name: "copyPicture", With: struct{}{}}},
		{"svg", "save", panel.Effect{Name: "savePicture", With: File{"shallows-bumps.svg", "image/svg+xml"}}},
		{"weights", "save", panel.Effect{Name: "save", With: panel.Save{Name: "shallows-bumps.json", Type: "application/json", Text: x.product("weights").Text}}},
		{"curve", "save", panel.Effect{Name: "save", With: panel.Save{Name: "shallows-bumps.csv", Type: "text/csv", Text: x.product("curve").Text}}},
		{"hugo", "once", panel.Effect{Name: "copy", With: panel.Copy{Text: x.product("hugo").Once[0].Text, Shown: "share-once", Part: "share"}}},
	} {
		x.do("form", test.form)
		x.settle(x.d)
		if got := x.asked(test.button); len(got) != 1 || got[0] != test.want {
			t.Errorf("%s, %s: %v, want %v", test.form, test.button, got, test.want)
		}
	}
	if x.do("form", "curve"); x.says() != "" {
		t.Errorf("it says %s", x.says())
	}
	if x.do("save"); x.says() != "share.saved" {
		t.Errorf("saved it says %s", x.says())
	}
	for form, button := range map[string]string{"link": "save", "html": "save", "iframe": "still", "png": "still", "markdown": "once", "curve": "anything"} {
		x.do("form", form)
		if got := x.asked(button); len(got) > 0 {
			t.Errorf("%s, %s: %v", form, button, got)
		}
	}
}

func TestTheStatusSaysWhatCameOfIt(t *testing.T) {
	x := open("v=1")
	for _, test := range []struct {
		form  string
		words []string
		want  string
	}{
		{"html", []string{"copied"}, "share.copied"},
		{"html", []string{"selected"}, "share.selected"},
		{"svg", []string{"selected"}, "share.selected"},
		{"png", []string{"selected"}, "share.pictureSelected"},
		{"qr", []string{"selected"}, "share.pictureSelected"},
		{"png", []string{"saved", "a.png"}, "share.saved"},
	} {
		x.do("form", test.form)
		if x.says() != "" {
			t.Errorf("%s first says %s", test.form, x.says())
		}
		if x.do(test.words...); x.says() != test.want {
			t.Errorf("%s %v: %s", test.form, test.words, x.says())
		}
	}
	x.do("at", site, "true")
	if x.do("saved", "a.png"); x.says() != "share.savedFramed" {
		t.Errorf("in a frame: %s", x.says())
	}
}

func TestAClosedDialogShowsAndDoesNothing(t *testing.T) {
	x := open("v=1")
	x.do("close")
	if got := record.JSON(x.Record(x.d)); string(got) != "{}" {
		t.Errorf("it shows %s", got)
	}
	for _, words := range [][]string{{"form", "png"}, {"choose", "title", "x"}, {"copy"}, {"called", "x"}, {"copied"}, {"saved", "x"}} {
		if asked := x.asked(words...); len(asked) > 0 {
			t.Errorf("%v asks for %v", words, asked)
		}
	}
	asked := x.asked("open")
	if len(asked) != 2 || asked[0].With != (panel.Dialog{Element: "share-dialog", First: ":checked"}) || asked[1].With.(Words).Then != "share called" || x.form.id != "link" {
		t.Errorf("opened again it asks for %v at %s", asked, x.form.id)
	}
}

func TestTheRunWaitsMeanwhile(t *testing.T) {
	x := dialog{New([]string{"ledger", "update", "check", "bench"}).(*Share), paneltest.Desk("v=1")}
	x.d.Run.Play()
	for range 2 {
		x.do("open")
		if state := x.d.Run.State(); state != run.Paused {
			t.Errorf("open, the run is %s", state)
		}
	}
	for range 2 {
		x.do("close")
		if state := x.d.Run.State(); state != run.Playing {
			t.Errorf("closed, the run is %s", state)
		}
		x.d.Run.Play()
	}
}

func TestARunIsCalledAfterItsDataAndUnits(t *testing.T) {
	for link, want := range map[string]string{
		"v=1&net=5,3":        `{"t":"share.name","a":{"data":{"t":"option.planar"},"units":"5 + 3"}}`,
		"v=1&net=1":          `{"t":"share.name","a":{"data":{"t":"option.planar"},"units":"1"}}`,
		"v=1&data=xor&net=0": `{"t":"share.shallowName","a":{"data":{"t":"option.xor"}}}`,
	} {
		if got := string(record.JSON(nameOf(paneltest.Desk(link)))); got != want {
			t.Errorf("%s: %s", link, got)
		}
	}
}

func TestTitlesAndPicturesAreNoLongerThanTheirFields(t *testing.T) {
	x := open("v=1")
	x.do("choose", "title", strings.Repeat("😀", 150))
	if got := x.chosen["title"]; got != strings.Repeat("😀", 100) {
		t.Errorf("%d characters are left", len([]rune(got)))
	}
	x.do("choose", "picture", strings.Repeat("x", 500))
	if got := x.chosen["picture"]; len(got) != 400 {
		t.Errorf("%d characters are left", len(got))
	}
}

func TestTheWeightsAreTheVeryWeights(t *testing.T) {
	for _, fragment := range []string{"v=1&net=3&test=25&steps=30", "v=1&net=0&in=x1", "v=1&data=own", "v=1&lr=100&init=constant&scale=100&steps=3", "v=1&net=2,2&act=leaky,tanh&l2=0.0000001"} {
		x := open(fragment)
		text := x.product("weights").Text
		var file struct {
			Link     string
			Settings map[string]any
			Step     int
			Cost     *float64
			Layers   []struct {
				Layer      int
				Activation string
				W          [][]float64
				B          []float64
			}
		}
		if err := json.Unmarshal([]byte(text), &file); err != nil {
			t.Fatalf("%s: %v in %s", fragment, err, text)
		}
		n, m := x.d.Session().Network(), x.d.Session().Metrics()
		again := link.Open(file.Link[strings.IndexByte(file.Link, '#'):])
		if again.Run.Step(again.Steps); !slices.Equal(again.Run.Network().Parameters(), n.Parameters()) {
			t.Errorf("%s: the link is %s", fragment, file.Link)
		}
		if file.Step != m.Step || file.Cost != nil && *file.Cost != m.Cost {
			t.Errorf("%s: step %d, cost %v", fragment, file.Step, file.Cost)
		}
		for l, layer := range file.Layers {
			if layer.Layer != l+1 || !slices.Equal(layer.B, n.B[l+1]) || !slices.Equal(slices.Concat(layer.W...), n.W[l+1].Data) {
				t.Errorf("%s: layer %d differs", fragment, l+1)
			}
		}
		if len(file.Layers) != n.Layers() {
			t.Errorf("%s: %d layers", fragment, len(file.Layers))
		}
	}
	const want = `{
  "link": "https://notes.example/nn/#v=1&net=1&init=zeros",
  "settings": {
    "data": "planar",
    "n": 400,
    "noise": 0.2,`
	if got := open("v=1&net=1&init=zeros").product("weights").Text; !strings.HasPrefix(got, want) || !strings.HasSuffix(got, `
  "step": 0,
  "cost": 0.6931471805599467,
  "testCost": null,
  "layers": [
    {
      "layer": 1,
      "activation": "tanh",
      "W": [
        [0, 0]
      ],
      "b": [0]
    },
    {
      "layer": 2,
      "activation": "sigmoid",
      "W": [
        [0]
      ],
      "b": [0]
    }
  ]
}
`) {
		t.Errorf("it is written as\n%s", got)
	}
}

func TestTheCurveIsTheCurve(t *testing.T) {
	x := open("v=1&net=3&test=25&steps=30")
	rows, err := csv.NewReader(strings.NewReader(x.product("curve").Text)).ReadAll()
	if err != nil || !slices.Equal(rows[0], []string{"step", "cost", "test_cost"}) || len(rows) != 32 {
		t.Fatalf("%v, %d rows, %v", err, len(rows), rows[0])
	}
	same := func(text string, v float64) bool {
		read, err := strconv.ParseFloat(text, 64)
		return err == nil && read == v
	}
	for i, r := range x.d.Session().History() {
		if row := rows[i+1]; row[0] != strconv.Itoa(r.Step) || !same(row[1], r.Cost) || !same(row[2], r.TestCost) {
			t.Errorf("%v is not %v", row, r)
		}
	}
	if got := open("v=1&steps=1").product("curve").Text; !strings.HasSuffix(got, ",\n") {
		t.Errorf("without test examples the curve is %s", got)
	}
}

func TestDigits(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 0.1: "0.1", -2.5: "-2.5", 1e-6: "0.000001", 1e-7: "1e-7", -1.25e-10: "-1.25e-10", 5e-324: "5e-324", 1e20: "100000000000000000000", 1e21: "1e+21", 1.5e300: "1.5e+300"} {
		if got := digits(v, ""); got != want {
			t.Errorf("%v is written %s, want %s", v, got, want)
		}
	}
}

// The link to the run on show is one to the whole page.
func TestTheLinkToTheRun(t *testing.T) {
	x := dialog{New([]string{"ledger", "update", "check"}).(*Share), paneltest.Desk("v=1&data=xor")}
	if asked := x.asked("run", site+"?lang=zh&lesson=choosing&page=3#v=1"); len(asked) != 1 || asked[0].With != (panel.Copy{Text: site + "?lang=zh#v=1&data=xor", Part: "share"}) {
		t.Errorf("asks for %v", asked)
	}
}

// The page's own link is copied without the dialog.
func TestALinkByItself(t *testing.T) {
	x := dialog{New([]string{"ledger", "update", "check", "bench"}).(*Share), paneltest.Desk("v=1")}
	for _, test := range []struct{ link, came, want string }{
		{site + "#v=1", "copied", "{notice.copied []} false"},
		{site + "#v=1", "selected", "{notice.copy [link " + site + "#v=1]} true"},
		{site + strings.Repeat("x", long), "copied", "{notice.copied []} false, {notice.longLink [length 2025]} false"},
	} {
		if asked := x.asked("link", test.link); len(asked) != 1 || asked[0].With != (panel.Copy{Text: test.link, Part: "share"}) {
			t.Errorf("asks for %v", asked)
		}
		var said []string
		for _, e := range x.asked(test.came) {
			n := e.With.(notice.Notice)
			said = append(said, fmt.Sprint(n.Text, n.Lasting))
		}
		if got := strings.Join(said, ", "); got != test.want {
			t.Errorf("%s %s: %s, want %s", test.link, test.came, got, test.want)
		}
		if asked := x.asked(test.came); len(asked) > 0 {
			t.Errorf("nothing was to be copied, yet %v", asked)
		}
	}
}

// The choices name what the page knows: its languages and the panels that have a name.
func TestChoicesNameWhatThereIs(t *testing.T) {
	files, _ := filepath.Glob("../../../web/locales/*.json")
	languages := []string{"auto"}
	for _, file := range files {
		languages = append(languages, strings.TrimSuffix(filepath.Base(file), ".json"))
	}
	if got := choices["lang"].options; !slices.Equal(got, languages) {
		t.Errorf("languages %v, want %v", got, languages)
	}
	english, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	var texts map[string]string
	if err := json.Unmarshal(english, &texts); err != nil {
		t.Fatal(err)
	}
	for name, c := range choices {
		for _, option := range c.options {
			if c.named == nil {
				continue
			}
			if key := c.named(option).Key; texts[key] == "" {
				t.Errorf("%s %s has no text %s", name, option, key)
			}
		}
		if _, ok := texts["share.choice."+name]; !ok {
			t.Errorf("no text for %s", name)
		}
	}
	for _, g := range groups {
		for _, f := range g.forms {
			if texts["share.form."+f.id] == "" || texts["share.hint."+f.id] == "" {
				t.Errorf("no texts for %s", f.id)
			}
			for _, name := range f.choices {
				if _, ok := choices[name]; !ok {
					t.Errorf("%s has no choice %s", f.id, name)
				}
			}
		}
	}
}

// What can be chosen is what the page's address knows, of its shapes all but that for an audience, which has a button of its own
// and the whole window, and of its tabs all but that of the equations.
func TestChoicesAreThoseOfTheAddress(t *testing.T) {
	read := func(name string) string {
		file, err := os.ReadFile("../../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(file)
	}
	address := read("engine/page/presentation/presentation.go")
	for _, name := range []string{"ui", "theme", "run"} {
		options := strings.Join(choices[name].options, " ")
		if name == "ui" {
			options += " present"
		}
		want := `{"` + name + `", "` + options + `", false}`
		if !strings.Contains(address, want) {
			t.Errorf("the address knows no %s", want)
		}
	}
	if want := "longestTitle = " + strconv.Itoa(choices["title"].most); !strings.Contains(address, want) {
		t.Errorf("the address knows no %s", want)
	}
}

// Whatever is typed, the page goes on.
func FuzzChoose(f *testing.F) {
	for _, g := range groups {
		for _, form := range g.forms {
			f.Add(form.id, "title", "<b>\xff\u202e")
			f.Add(form.id, "picture", "javascript:x")
			f.Add(form.id, "width", "1e400")
		}
	}
	f.Fuzz(func(t *testing.T, form, name, value string) {
		x := open("v=1&n=20&net=1")
		x.product(form, name, value)
		for _, button := range []string{"copy", "save", "still", "once", value} {
			x.do(button)
		}
		record.JSON(x.Record(x.d))
		for _, effect := range x.d.Asked() {
			record.JSON(effect)
		}
	})
}

// Of a table that is too much for a link there is a file, and no link without it.
func TestARunThatNoLinkHolds(t *testing.T) {
	x := open("v=1")
	listed := func() bool {
		return slices.ContainsFunc(x.show(x.d).Groups[3].Forms, func(f Form) bool { return f.Key == "file" })
	}
	if listed() {
		t.Error("a file is offered of a run that a link holds")
	}
	random := rand.New(rand.NewPCG(1, 2))
	set := dataset.NewSet(10, 2500)
	for i := range 2500 {
		x := make([]float64, 10)
		for j := range x {
			x[j] = random.NormFloat64()
		}
		set.Append(float64(i%2), x...)
	}
	x.d.Run.ReplacePoints(dataset.NewPoints(set))
	if !listed() {
		t.Error("no file is offered")
	}
	for _, form := range []string{"link", "qr", "html", "markdown"} {
		if p := x.product(form); p.Problem.Key != "share.large" || !p.Useless {
			t.Errorf("%s: %+v", form, p)
		}
	}
	want := panel.Effect{Name: "save", With: panel.Save{Name: "shallows-own.csv", Type: "text/csv", Text: keep.Write(x.d.Session())}}
	if p := x.product("file"); p.Problem.Key != "" || p.Fileless || !p.Useless || !p.Textless {
		t.Errorf("the file: %+v", p)
	}
	if asked := x.asked("save"); !slices.Equal(asked, []panel.Effect{want}) || x.says() != "share.saved" {
		t.Errorf("saving asks for %d effects and says %s", len(asked), x.says())
	}
	x.do("close")
	if asked := x.asked("link", site); len(asked) != 1 || asked[0].With.(notice.Notice).Do != "share keep" {
		t.Errorf("copying the link asks for %v", asked)
	}
	if asked := x.asked("keep"); !slices.Equal(asked, []panel.Effect{want}) {
		t.Errorf("keeping it asks for %d effects", len(asked))
	}
	x.do("form", "file")
	x.d.Run.Open("v=1")
	if x.do("open"); x.form.id != "link" {
		t.Errorf("over another run the form is %s", x.form.id)
	}
}
