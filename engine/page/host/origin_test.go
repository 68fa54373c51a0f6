package host

import (
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

const notes = "https://notes.example"

// originOf does as a browser with the addresses of these tests; wasm/bridge asks a browser's own.
func originOf(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Hostname() == "" {
		return ""
	}
	host := strings.ToLower(u.Host)
	for from, to := range map[string]string{"münchen": "xn--mnchen-3ya", "127.1": "127.0.0.1", "例子.测试": "xn--fsqu00a.xn--0zwm56d"} {
		host = strings.ReplaceAll(host, from, to)
	}
	if u.Port() == map[string]string{"http": "80", "https": "443"}[u.Scheme] {
		host = strings.TrimSuffix(host, ":"+u.Port())
	}
	if len(u.Port()) > 4 {
		return ""
	}
	return u.Scheme + "://" + host
}

// named returns the origin that values of origin= name.
func named(values ...string) string {
	query := "?ui=min"
	for _, value := range values {
		query += "&origin=" + url.QueryEscape(value)
	}
	origin, fault, _ := Around(query, true, originOf)
	if (origin == "") != (fault == "origin") {
		return "told is " + fault
	}
	return origin
}

func TestAnOriginIsReadAsABrowserReadsAnAddress(t *testing.T) {
	for _, test := range []struct{ value, origin string }{
		{notes, notes},
		{"http://localhost:8000", "http://localhost:8000"},
		{notes + "/", notes},
		{notes + "/course/week1.html?a=b#c", notes},
		{notes + "//", notes},
		{notes + "?", notes},
		{notes + "#", notes},
		{"HTTPS://Notes.Example", notes},
		{" https://notes.example\n", notes},
		{notes + ":443", notes},
		{"http://notes.example:80/", "http://notes.example"},
		{notes + ":8443/x", notes + ":8443"},
		{"https://münchen.example", "https://xn--mnchen-3ya.example"},
		{"https://例子.测试/课程", "https://xn--fsqu00a.xn--0zwm56d"},
		{"https://notes.example.", "https://notes.example."},
		{"http://[::1]:8000/", "http://[::1]:8000"},
		{"http://127.1", "http://127.0.0.1"},
		{"https://my_notes.example", "https://my_notes.example"},
	} {
		if got := named(test.value); got != test.origin {
			t.Errorf("%s is %s, want %s", test.value, got, test.origin)
		}
	}
}

func TestWhatIsNoOriginIsNobodys(t *testing.T) {
	for _, value := range []string{"", " ", "*", "null", "undefined", "any", "/", "//notes.example", "notes.example", "notes.example:443", "localhost:8000", "https:", "https://", "https:///",
		"https:notes.example", "https:/notes.example", `https:\\notes.example`, "https://*", "https://*.example", "https://*.notes.example/", "https://notes.*",
		"https://a.example,https://b.example", "https://a.example;https://b.example", "https://a.example https://b.example", "https://a.example/ https://b.example/",
		"https://notes.example:*", "https://notes.example:99999", "https://user@notes.example", "https://user:word@notes.example", "https://:word@notes.example", "https://notes.example@b.example",
		"file:///home/me/notes.html", "data:text/html,x", "javascript:0", "about:blank", "blob:https://notes.example/1", "ftp://notes.example", "ws://notes.example", "app://notes",
		"view-source:https://notes.example", "chrome-extension://abcdef", "https://no\tes.example", "https://no\x00tes.example", "https://notes\u202e.example", "https://no\u00adtes.example",
		"https://no tes.example", "https://no%00tes.example", "https://<b>", `"https://notes.example"`, "'https://notes.example'", "[object Object]", "https://[::1", "\xff", "https://notes.example/\xff"} {
		if got := named(value); got != "" {
			t.Errorf("of origin=%q %q is heard", value, got)
		}
	}
}

func TestGivenAgainItHasToNameTheSameOrigin(t *testing.T) {
	for _, test := range []struct {
		values []string
		origin string
	}{
		{nil, Any},
		{[]string{notes, "https://Notes.Example/"}, notes},
		{[]string{notes, "https://other.example"}, ""},
		{[]string{notes, ""}, ""},
		{[]string{"*", notes}, ""},
		{[]string{"*", "*"}, ""},
	} {
		if got := named(test.values...); got != test.origin {
			t.Errorf("%q: %q is heard, want %q", test.values, got, test.origin)
		}
	}
	if _, _, named := Around("?origin=*&origin=x", true, originOf); named != "*, x" {
		t.Errorf("named are %s", named)
	}
}

// address returns the query and the fragment of a link as a browser has them: what is not ASCII is escaped, and so are
// some marks.
func address(link string) string {
	var b strings.Builder
	for _, c := range []byte(link) {
		if c > '~' || strings.IndexByte("\"<> ", c) >= 0 || c == '\'' && !strings.Contains(b.String(), "#") {
			b.WriteString(strings.ToUpper(url.QueryEscape(string([]byte{c}))))
		} else {
			b.WriteByte(c)
		}
	}
	return strings.ReplaceAll(b.String(), "+", "%20")
}

func heard(link string) string {
	origin, _, _ := Around(address(link), true, originOf)
	return origin
}

func TestAKeyThatWasDamagedLetsNoOtherPageIn(t *testing.T) {
	for _, link := range []string{
		"?ori%E2%80%8Bgin=" + notes, "?%E2%80%8Borigin=" + notes, "?ori\u200bgin=" + notes, "?ui=min&\ufefforigin=" + notes, "?or\u00adigin=" + notes, "?origin%253D" + notes,
		"?origin%25253Dhttps%25253A%25252F%25252Fnotes.example", "?ui=min&amporigin=" + notes, `?ui=min&"origin"=` + notes, "?ui=min&%23origin=" + notes, "?origin[]=" + notes, "?origin%5B0%5D=" + notes,
		"?origin:" + notes, "?origin%3A%20" + notes, "?origin " + notes, `?origin\=` + notes, `?o\rigin=` + notes, `?"origin=` + notes + `"`, "?'origin=" + notes + "'", "?(origin=" + notes + ")", "?“origin=" + notes + "”", "?orign=" + notes,
		"?origins=" + notes, "?oirgin=" + notes, "?0rigin=" + notes, "?orig1n=" + notes, "?origni=" + notes, "?rigin=" + notes, "?or igin=" + notes, "?or%0Aigin=" + notes, "?or=%0D%0Aigin=" + notes, "?orign=*", "?origins",
		"?ui=figure%2526origin=" + notes, "?ui=figure%252526origin%25253D" + notes, "?ui=figure%3Borigin=" + notes, "?ui=figure?origin=" + notes, "?ui=figure%0Aorigin=" + notes, "?ui=figure origin=" + notes,
		"?ui=figure+origin=" + notes, "?ui=figureorigin=" + notes, "?ui=figure,origin=" + notes, "?ui=figure|origin=" + notes, `?ui=figure\u0026origin\u003d` + notes, `?ui=figure{\&}origin=` + notes, "?ui=figure&amp%3Borigin=" + notes,
		"?utm=1#&origin=" + notes, "#v=1&origin=" + notes, "#v=1?origin=" + notes, "?ui=figure&#0038;origin=" + notes, "?ui=figure#origin=" + notes, "?ui=figure#v=1%26origin=" + notes, "#v=1&orign=*", "#origin",
		`?ORIGIN\=` + notes, "?ｏｒｉｇｉｎ＝" + notes, "?ｏｒｉｇｉｎ=" + notes, "?Ｏrigin=" + notes, "?οrigin=" + notes, "?оrigin=" + notes, "?oríg\u0301in=" + notes, "?ui=min∨igin=" + notes, "?ui=min&ori=gin=" + notes, "?origin=3D" + notes,
		"?title=Moons%26origin=" + notes, "?title=Moons?origin=" + notes, "?title=Moons;origin=" + notes, "?title=Moons%2526origin%253D" + notes, "?ref=a%26origin=" + notes, "?utm_origin=" + notes,
		"#v=1&z=1.abcd&origin=" + notes, "?z=1.abcd%26origin=" + notes, "?ui=min" + strings.Repeat("&k=1", 100_000),
		"?origin" + "%" + strings.Repeat("25", 40) + "3D" + notes,
	} {
		if got := heard(link); got != "" && got != notes {
			t.Errorf("%.80s is heard by %s", link, got)
		}
	}
}

func TestAKeyThatIsNotDamagedIsRead(t *testing.T) {
	for _, test := range []struct{ link, origin string }{
		{"?origin=" + notes + "&ui=min#v=1", notes},
		{"?ui=min&amp;origin=" + notes + "/course#v=1&z=1.abcd", notes},
		{"?origin=" + notes + "&Origin=" + notes + "/&utm_origin=x", notes},
		{"?origin=" + notes + "&origin=https://other.example", ""},
		{"?Origin=" + notes, notes}, {"?ORIGIN=" + notes, notes}, {"?%20origin=" + notes, notes}, {"?origin%20=" + notes, notes}, {"?amp;amp;origin=" + notes, notes},
	} {
		if got := heard(test.link); got != test.origin {
			t.Errorf("%s is heard by %q, want %q", test.link, got, test.origin)
		}
	}
}

func TestWhatIsSomebodyElsesWordKeepsNobodyOut(t *testing.T) {
	for _, link := range []string{
		"", "#v=1&data=moons", "?ui=figure#v=1", "?ref=original", "?ref=original&ui=figure", "?ref=origin", "?ref=the%20origin&ui=min", "?utm_campaign=origin", "?utm_source=origins", "?utm_source=original=1",
		"?ref=https://origin.example/page", "?ref=https%3A%2F%2Forigin.example%2Fin", "?ref=https://notes.example/origin", "?ref=https://web.archive.org/in/https://a.example", "?from=aboriginal&x=https://a.example",
		"?original=1", "?original_url=https://a.example", "?origin_id=5", "?originator=me", "?ref=https://a.example.org&in=x1", "?q=virgin=1", "?title=The%20origin%20of%20species", "?title=The origin of https://a.example",
		"?title=Origin", "?title=Origin:+where+axes+meet&ui=min", "?title=Moving%20the%20origin%20=%20a%20shift", "?lesson=non-linear&region=1", "?margin=1", "?gin=1", "#v=1&z=1.origin-http_orign", "#v=1&init=zeros&in=x1,x2",
		"#activation=relu&regularization=L1&problem=regression&networkShape=4,2&initZero=false&origami=1",
	} {
		if got := heard(link); got != Any {
			t.Errorf("%s is heard by %q", link, got)
		}
	}
	if origin, fault, _ := Around("?"+strings.Repeat("k=1&", 100_000), false, originOf); origin != "" || fault != "" {
		t.Errorf("where no page is around %q is heard, told is %q", origin, fault)
	}
}

func TestTheSearchForADamagedKeyIsQuick(t *testing.T) {
	for text, times := range map[string]int{"origin": 40_000, "k=1&": 70_000, "amporig": 40_000, "%25": 90_000, "&amp": 70_000, "=": 290_000, "title=": 45_000, "a": 290_000, "&title=origin": 22_000, "origin.": 40_000, "%": 290_000, "%2525": 50_000} {
		began := time.Now()
		hides("?" + strings.Repeat(text, times))
		if took := time.Since(began); took > 1500*time.Millisecond {
			t.Errorf("%s takes %v", text, took)
		}
	}
}

func TestNoLinkOfBeforeHidesAnOrigin(t *testing.T) {
	for _, file := range []string{"../../link/testdata/published.txt", "../../../docs/links.md"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		links := regexp.MustCompile(`#\w+=\S*`).FindAllString(string(text), -1)
		if len(links) < 5 {
			t.Errorf("%s has %v", file, links)
		}
		for _, link := range links {
			if hides("?ui=figure" + link) {
				t.Errorf("%s hides an origin", link)
			}
		}
	}
}
