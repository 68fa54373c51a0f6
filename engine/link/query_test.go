package link

import (
	"net/url"
	"strings"
	"testing"
	"time"
)

// written writes pairs and fragment of an address as a browser would.
func written(pairs []Asked, fragment string) string {
	var list []string
	for _, pair := range pairs {
		list = append(list, url.QueryEscape(pair.Key)+"="+url.QueryEscape(pair.Value))
	}
	address := strings.Join(list, "&")
	if address != "" {
		address = "?" + address
	}
	if fragment != "" {
		address += "#" + fragment
	}
	return address
}

func TestDamagedQueriesAreReadAsTheyWere(t *testing.T) {
	for _, damaged := range []string{
		`?lang=zh-Hans&ui=min&panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans&amp;ui=min&amp;panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans&amp;amp;ui=min&amp;amp;panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans&AMP;ui=min&panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans&#38;ui=min&#x26;panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans&amp;#38;ui=min&amp;#038;panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans%26ui=min%26panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans%26amp%3Bui=min%26amp;panel=ledger#v=1&data=moons`,
		`?lang%3Dzh-Hans%26ui%3Dmin%26panel%3Dledger#v=1&data=moons`,
		`?lang=zh-Hans\&ui=min\&panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans%EF%BC%86ui=min%EF%BC%86panel=ledger#v=1&data=moons`,
		`?lang%EF%BC%9Dzh-Hans%EF%BC%86ui%EF%BC%9Dmin%EF%BC%86panel%EF%BC%9Dledger#v=1&data=moons`,
		`?lang=3Dzh-Hans&ui=3Dmin&panel=3Dledger#v=1&data=moons`,
		`?lang=zh-Hans;ui=min;panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans&ui=min&panel=ledger%23v=1&data=moons`,
		`?lang=zh-Hans&amp;ui=min&amp;panel=ledger%23v=1&data=moons`,
		`?lang=zh-Hans&ui=min&panel=ledger%23v=1#v=1&data=moons`,
		`?lang=%22zh-Hans%22&ui=min%20&panel=ledger)#v=1&data=moons`,
		`?lang=zh%E2%80%8B-Hans&ui=%E2%80%8Bmin&panel=ledger.#v=1&data=moons`,
		`?lang=zh-Hans&ui=min&panel=led%0D%0Ager#v=1&data=moons`,
		`?lang=zh-Hans%2526ui=min%2526panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans%252526ui%25253Dmin%252526panel%25253Dledger#v=1&data=moons`,
		`?lang%253Dzh-Hans%2526ui%253Dmin%2526panel%253Dledger#v=1&data=moons`,
		`?lang\=zh-Hans&ui\=min&panel\=ledger#v=1&data=moons`,
		`?l%E2%80%8Bang=zh-Hans&%E2%80%8Bui=min&panel%EF%BB%BF=ledger#v=1&data=moons`,
		`?%E2%80%8Blang=zh-Hans&u%C2%ADi=min&pa%E2%81%A0nel=ledger#v=1&data=moons`,
		`?amplang=zh-Hans&ampui=min&ampamppanel=ledger#v=1&data=moons`,
		`?%EF%BD%8C%EF%BD%81%EF%BD%8E%EF%BD%87=%EF%BD%9A%EF%BD%88-Hans&%EF%BD%95%EF%BD%89%EF%BC%9D%EF%BD%8D%EF%BD%89%EF%BD%8E&panel=%EF%BD%8Cedger#v=1&data=moons`,
		`?%EF%BD%8C%EF%BD%81%EF%BD%8E%EF%BD%87=zh-Hans%EF%BC%86%EF%BD%95%EF%BD%89=min%EF%BC%86panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans<br>&ui=min</a>.&panel=ledger%3C/p%3E#v=1&data=moons`,
		`?lang=zh-Hans&ui=min&lt;br&gt;&panel=ledger%26lt;/b%26gt;.#v=1&data=moons`,
		`?(lang=zh-Hans)&(ui=min)&[panel=ledger]#v=1&data=moons`,
		`?%E2%80%9Clang=zh-Hans%E2%80%9D&%E2%80%9Cui%E2%80%9D=%E2%80%9Cmin%E2%80%9D&%E2%80%98panel%E2%80%99=%E2%80%98ledger%E2%80%99#v=1&data=moons`,
		`?%22lang%22=%22zh-Hans%22&%22ui%22=%22min%22&%27panel%27=%27ledger%27#v=1&data=moons`,
		`??lang=zh-Hans?ui=min?panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans%3Fui=min%253Fpanel=ledger#v=1&data=moons`,
		`?/?lang=zh-Hans&/ui=min&panel=ledger/#v=1&data=moons`,
		`?lang=zh-Hans%0Aui=min%0D%0Apanel=ledger#v=1&data=moons`,
		`?lang=zh-Hans%250Aui=min%250A&panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans%20ui=min%20panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans+ui=min%20panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans|ui=min||panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans{\&}ui=min{\&}panel=ledger#v=1&data=moons`,
		`?lang=zh-Hans\u0026ui=min\u0026panel\u003dledger#v=1&data=moons`,
		`?lang=3Dzh-Hans&ui=3Dmin&panel=ledger#v=1&data=moons`,
		`?LANG=zh-Hans&Ui=MIN&Panel=Ledger#v=1&data=moons`,
		`?lang:zh-Hans&ui:min&panel:%20ledger#v=1&data=moons`,
		`?&&lang=zh-Hans&&ui=min&&&panel=ledger&#v=1&data=moons`,
		`?lang=3Dzh-Hans&ui=3Dmin&panel=3Dledger#v=1&data=moons`,
	} {
		pairs, cut, fragment := Query(damaged)
		if got, want := written(pairs, fragment), "?lang=zh-Hans&ui=min&panel=ledger#v=1&data=moons"; got != want || cut {
			t.Errorf("%s: %s", damaged, got)
		}
	}
	for _, test := range []struct{ damaged, want string }{
		{"?ui=min%E2%9F%A8=en", "?ui=min&lang=en"},
		{"?lang=en%E2%89%A4sson=choosing", "?lang=en&lesson=choosing"},
		{"?hide=data,%0Alr&Lock=Net.", "?hide=data%2Clr&lock=net"},
		{"?page=%22-1%22&view=(-2)&ui=-min", "?page=-1&view=-2&ui=min"},
	} {
		if pairs, _, fragment := Query(test.damaged); written(pairs, fragment) != test.want {
			t.Errorf("%s: %s", test.damaged, written(pairs, fragment))
		}
	}
}

func TestWhatIsNotDamagedStaysAsItIs(t *testing.T) {
	for _, address := range []string{
		``,
		`#v=1`,
		`?ui=figure&title=A+%26+B`,
		`?title=a%26lang%3Den&ui=min#v=1`,
		`?title=50+%25%3B+%23v%3D1+%28old%29.`,
		`?show=network%2Cledger&hide=data%2Clr&lock=net&run=1&load=click&theme=dark`,
		`?origin=https%3A%2F%2Fnotes.example&ui=min`,
		`?utm_source=mail&fbclid=IwAR0_x-1`,
		`?title=A%3B+ui+%3D+min&ref=https%3A%2F%2Fa.example%2F%3Fui%3Dmin%26lang%3Dzh`,
		`?title=What+lock%3Dnet+does%0Aand+ui%3D`,
		`?origin=https%3A%2F%2Fnotes.example%2F%3Fui%3Dmin`,
		`?UIs=min&Xui=1`,
		`?uis=min&data=moons`,
		`?title=3D+plots`,
		`?title=3D+plots&ui=min`,
		`?ref=3D&ui=min`,
	} {
		if pairs, _, fragment := Query(address); written(pairs, fragment) != address {
			t.Errorf("%s: %s", address, written(pairs, fragment))
		}
	}
}

func TestNoKnownKeyIsLostWithoutAWord(t *testing.T) {
	for _, mark := range []string{"&", "&amp;", "&amp", "%26", "%2526", ";", "?", "%3F", "%0A", " ", "+", "%20", "|", `{\&}`, `\&`, "＆", `\u0026`, "&&", "&%20", ", ", "&#38;", "&amp;#38;", "%26amp%3B"} {
		for _, equal := range []string{"=", "%3D", "%253D", `\=`, "＝", "=3D", " = ", "%20=%20", "%EF%BC%9D", `\u003d`, "&equals;", "&#61;"} {
			text := "?ui" + equal + "min" + mark + "lang" + equal + "en" + mark + "run" + equal + "1"
			pairs, _, _ := Query(text)
			for _, key := range []string{"ui", "lang", "run"} {
				if read := written(pairs, ""); !strings.Contains(read, key) {
					t.Errorf("%s is read as %s", text, read)
				}
			}
		}
	}
}

func TestALongQueryIsReadQuickly(t *testing.T) {
	for _, text := range []string{"k=1&", "ui=min?", "ui=", "%25", "&amp;", "title=", "ui=min%2526", "lang ", `\u0026`, "&", ";?", "&#38;"} {
		began := time.Now()
		_, cut, _ := Query("?" + strings.Repeat(text, 300_000/len(text)))
		if !cut && strings.Trim(text, "&;?#38amp") != "" {
			t.Errorf("%s is read to its end", text)
		}
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("%s takes %v", text, took)
		}
	}
	began := time.Now()
	for _, text := range []string{"%23", "%23k"} { // as in a text that is handed in, where no browser cuts
		Query("?" + strings.Repeat(text, 1_000_000))
	}
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("signs of fragments without one take %v", took)
	}
}

func FuzzQuery(f *testing.F) {
	f.Add("?lang=zh-Hans%2526ui=min\\&panel=ledger#v=1")
	f.Add("?title=3D+plots&\xff%ff=;?^amp;lang=")
	f.Fuzz(func(t *testing.T, address string) {
		if pairs, _, _ := Query(address); len(pairs) > 100*maxQueryPairs {
			t.Errorf("%d pairs", len(pairs))
		}
	})
}
