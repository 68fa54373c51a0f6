package link

import (
	"html"
	"slices"
	"strings"
	"testing"
	"time"

	"shallows/engine/config"
)

func TestRepair(t *testing.T) {
	const moons, net = "v=1&data=moons", "v=1&net=8,8"
	const theirs = "activation=relu&regularization=L1&regDataset=reg-plane"
	for _, test := range []struct{ damaged, want string }{
		// HTML
		{"v=1&amp;data=moons", moons},
		{"v=1&AMP;data=moons", moons},
		{"v=1&amp;amp;data=moons", moons},
		{"v=1&amp;amp;amp;amp;data=moons", moons},
		{"v=1&ampdata=moons", moons},
		{"v=1&#38;data=moons", moons},
		{"v=1&#038;data=moons", moons},
		{"v=1&#x26;data=moons", moons},
		{"v=1&#X26;data=moons", moons},
		{"v=1&amp;#38;data=moons", moons},
		{"v&equals;1&amp;data&#61;moons", moons},
		{"v=1&amp;net=8&comma;8", net},
		{"v=1&amp;net=8&#44;8", net},
		{"v=1&nbsp;&amp;data=moons&gt;", moons},
		{"activation=relu®ularization=L1®Dataset=reg-plane", theirs},
		{"activation=relu%C2%AEularization=L1%C2%AEDataset=reg-plane", theirs},
		{"activation=reluÂ®ularization=L1Â®Dataset=reg-plane", theirs},
		{"v=1∈it=he≠t=8,8", "v=1&init=he&net=8,8"},

		// percent-encoding
		{"v=1%26data=moons", moons},
		{"v=1%26data%3Dmoons", moons},
		{"v%3D1%26data%3Dmoons", moons},
		{"v%253D1%2526data%253Dmoons", moons},
		{"v=1%26amp%3Bdata=moons", moons},
		{"%23v=1&data=moons", moons},
		{"v=1&net=8%2C8", net},
		{"v=1&net=8%252C8", net},

		// escapes of Markdown, TeX, shells
		{`v=1\&data=moons`, moons},
		{`v=1%5C&data=moons`, moons},
		{`v=1\\&data\=moons`, moons},
		{`v=1^&data=moons`, moons},
		{`v=1"&"data=moons`, moons},
		{`\#v=1&data=moons`, moons},
		{`x=false\&activation=relu`, "x=false&activation=relu"},
		{`sinX\_hide=true`, "sinX_hide=true"},

		// what stands around a link in a text
		{"v=1&data=moons.", moons},
		{"v=1&data=moons)", moons},
		{"v=1&data=moons).", moons},
		{"v=1&data=moons>", moons},
		{"v=1&data=moons%3E", moons},
		{"v=1&data=moons*", moons},
		{"v=1&data=moons**", moons},
		{"v=1&data=moons_", moons},
		{"v=1&data=moons,", moons},
		{"v=1&data=moons;", moons},
		{"v=1&data=moons!", moons},
		{"v=1&data=moons?", moons},
		{`v=1&data=moons"`, moons},
		{"v=1&data=moons'", moons},
		{"v=1&data=moons%22", moons},
		{"v=1&data=moons”", moons},
		{"v=1&data=moons%E2%80%9D.", moons},
		{"v=1&data=moons`", moons},
		{"v=1&data=moons]", moons},
		{"v=1&data=moons|", moons},
		{"v=1&data=moons。", moons},
		{"v=1&data=moons）。", moons},
		{"v=1&data=moons》", moons},
		{"<v=1&data=moons>", moons},
		{"v=1&net=8,8)", net},
		{"##v=1&data=moons", moons},
		{"#/v=1&data=moons", moons},
		{"!v=1&data=moons", moons},
		{"https://playground.example/?ui=min#v=1&data=moons", moons},
		{"v=1;data=moons", moons},

		// HTML behind a link
		{"v=1&data=moons<br>", moons},
		{"v=1&data=moons <br /> </p>", moons},
		{"v=1&data=moons</a>.</p>", moons},
		{"v=1&data=moons)</A>", moons},
		{"v=1&data=moons&lt;br&gt;", moons},
		{"v=1&data=moons&amp;lt;/h2&amp;gt;", moons},
		{"v=1&data=moons%3Cbr%3E", moons},
		{"v=1&data=moons%253C%252Fp%253E", moons},
		{`v=1&data=moons\u003cbr\u003e`, moons},
		{"v=1<br>&data=moons", moons},
		{"v=1&net=8,8</b>", net},

		// a link that stands there twice
		{"v=1&data=moons#v=1&data=moons", moons + "&" + moons},
		{"v=1&data=moons https://playground.example/?ui=min#v=1&data=moons", moons + "&" + moons},
		{"v=1&data=moons%23V=1&data=moons#", moons + "&" + moons},

		// blanks, breaks of lines, characters that nobody sees
		{" v=1&data=moons ", moons},
		{"v=1&data=moons%20", moons},
		{"v=1&%20data=moons", moons},
		{"v=1 & data = moons", moons},
		{"v=1&data=mo ons", moons},
		{"v=1&data=mo\r\nons", moons},
		{"v=1&da%0D%0Ata=moons", moons},
		{"v=1&net=8,%208", net},
		{"v=1&n=1\n00", "v=1&n=100"},
		{"v=1&data=moons%C2%A0", moons},
		{"v=1&data=\u200bmoons", moons},
		{"v=1&data=moons%E2%80%8B", moons},
		{"v=1&\ufeffdata=moons", moons},
		{"v=1&data=mo\u00adons", moons},
		{"\u202av=1&data=moons\u202c", moons},

		// keyboards and word processors
		{"v=1＆data＝moons", moons},
		{"ｖ＝１＆ｄａｔａ＝ｍｏｏｎｓ", moons},
		{"v=1%EF%BC%86data%EF%BC%9Dmoons", moons},
		{"v=1&net=8，8", net},
		{"v=1&lr=1e–5", "v=1&lr=1e-5"},
		{"v=1&lr=1e−5", "v=1&lr=1e-5"},

		// mail
		{"v=3D1&data=3Dmoons", moons},
		{"v=3D1&amp;data=3Dmoons", moons},
		{"v=3D1&data=3Dmo=\r\nons", moons},
		{"v=3D1&data=3Dmo=ons", moons},
		{"v=3D1&da=ta=3Dmoons", moons},

		// what counts visits
		{"v=1&data=moons?utm_source=mail&utm_medium=letter", moons},
		{"v=1&data=moons&utm_source=mail", moons},
		{"v=1&data=moons&fbclid=IwAR0", moons},
		{"v=1&data=moons?fbclid=IwAR0", moons},

		// JSON, LaTeX, Markdown, browsers
		{`v=1\u0026data=moons`, moons},
		{`v\u003d1\u0026data\u003Dmoons`, moons},
		{`v=1\\u0026data=moons`, moons},
		{`v=1%5Cu0026data=moons`, moons},
		{`v=1\u0026amp;data=moons\u003e`, moons},
		{`v=1{\&}data=moons`, moons},
		{`v=1{\&}data{=}moons`, moons},
		{"v=1&data=moons](", moons},
		{"v=1&data=moons](https://playground.example/", moons},
		{"v=1&data=moons](https://playground.example/#v=1&data=moons)", moons},
		{"](#v=1&data=moons)", moons},
		{"v=1&data=moons#", moons},
		{"v=1&data=moons#:~:text=the%20moons,stars&lr=5", moons},
		{"v=1&data=moons:~:text=moons", moons},

		// another case
		{"V=1&DATA=MOONS", moons},
		{"v=1&Data=Moons", moons},
		{"V=1;DATA=MOONS", moons},
		{"V=1&NET=8,8", net},
		{"v=1&In=X1,X1sq&Lr=1E-3", "v=1&in=x1,x1sq&lr=1E-3"},
		{"ACTIVATION=relu&Regularization=L1&regdataset=reg-plane", theirs},
		{"v=1&Z=1.aB", "v=1&z=1.aB"},

		// What could mean two things stays, and is warned of.
		{"v=1&n=1 00", "v=1&n=1 00"},
		{"v=1&net=8,8,", "v=1&net=8,8,"},
		{"v=1&lr=0.0...", "v=1&lr=0.0..."},
		{"v=1&lr=0.0…", "v=1&lr=0.0…"},
		{"v=1&colour=blue", "v=1&colour=blue"},
		{"v=1&data=<b>moons</b>", "v=1&data=b>moons"},
		{"v=1&n=1<br>00", "v=1&n=1<br>00"},
		{"v=1&n=100<3>", "v=1&n=100<3"},
		{"v=1&data=moons<br", "v=1&data=moons<br"},
		{"v=1&data=moons<br>...", "v=1&data=moons<br>..."},
	} {
		if got := repaired(test.damaged); got != test.want {
			t.Errorf("%q is read as %q, want %q", test.damaged, got, test.want)
		}
	}
}

func repaired(text string) string {
	text, _ = Repair(text)
	return text
}

// Whatever is done to all of a link leaves what it opens.
func TestDamagedLinksOpenAlike(t *testing.T) {
	whole := func(old, new string) func(string) string {
		return func(link string) string { return strings.ReplaceAll(link, old, new) }
	}
	for link := range readPublished(t) {
		link = strings.TrimPrefix(link, "#")
		want := Open(link)
		for name, damage := range map[string]func(string) string{
			"&amp;":            whole("&", "&amp;"),
			"&amp;amp;":        whole("&", "&amp;amp;"),
			"&#38;":            whole("&", "&#38;"),
			"%26":              whole("&", "%26"),
			`\&`:               whole("&", `\&`),
			"＆":                whole("&", "＆"),
			"=3D":              whole("=", "=3D"),
			"%3D":              whole("=", "%3D"),
			"%2C":              whole(",", "%2C"),
			`\_`:               whole("_", `\_`),
			"HTML":             html.UnescapeString,
			"careless HTML":    careless,
			"a full stop":      func(s string) string { return s + "." },
			"a bracket":        func(s string) string { return s + ")" },
			"a quotation mark": func(s string) string { return s + `"` },
			"a blank":          func(s string) string { return s + "%20" },
			"lines":            func(s string) string { return s[:len(s)/2] + "\r\n" + s[len(s)/2:] },
			"campaign":         func(s string) string { return s + "&utm_source=x" },
		} {
			opensAs(t, name, damage(link), want)
		}
	}
}

// Every mark behind every kind of link leaves what it opens, and so does the link a second time.
func TestMarksBehindALink(t *testing.T) {
	behind := []string{"_", "__", "___", "*", "**", "***", "_**", "**_", "**<br>**", "_</em>_", "</b></p>", "<br>.", "</a>).", ".<br/>", "~~", "`", "``",
		"&lt;br&gt;", "&amp;lt;/a&amp;gt;", "%3Cbr%3E", "%3C/p%3E", "%5F%5F", `\_\_`, `\u003c/p\u003e`, "%20", "\n", "%2A%2A", "&lowbar;", "&ast;&ast;", "#", "](", "**](https://playground.example/)"}
	for _, r := range opening + closing + "," {
		behind = append(behind, string(r))
	}
	links := []string{"v=1&data=moons&net=3&steps=100", "v=1&act=relu", "v=1&in=x1,x2sq", "v=1&net=3,3", "v=1&lr=0.5&l2=1e-05", Fragment(edited(t, "v=1&net=1&lr=0.5", 7)),
		"v=1&lr=0.3&bench=net~1~2~3~seeds~20~steps~1000~goal~accuracy~0.9",
		"activation=relu&dataset=xor&networkShape=4,2&seed=0.5&noise=5", "activation=relu&networkShape=4,2", "activation=tanh&showTestData=true"}
	for link := range readPublished(t) {
		links = append(links, strings.TrimPrefix(link, "#"))
	}
	for _, link := range links {
		key, _, _ := strings.Cut(link[strings.LastIndexByte(link, '&')+1:], "=")
		damaged := map[string]string{"twice": link + "#" + link, "twice, as addresses": "https://a.example/#" + link + "\nhttps://a.example/?ui=min#" + link, "emphasised twice": "**" + link + "**#**" + link + "**"}
		for _, mark := range behind {
			if mark == "," && isList(key) {
				continue
			}
			damaged[mark] = link + mark
			if !strings.Contains(mark, "](") {
				damaged[mark+" on both sides"] = mark + "#" + link + mark
			}
		}
		want := Open(link)
		for name, text := range damaged {
			if repaired(text) != link {
				opensAs(t, name, text, want)
			}
		}
	}
}

// opensAs reports where a damaged link does not open as the whole one does.
func opensAs(t *testing.T, name, damaged string, want Opened) {
	t.Helper()
	got := Open(damaged)
	if Fragment(got.Run) != Fragment(want.Run) || got.Steps != want.Steps || !slices.Equal(got.Warnings, want.Warnings) ||
		(got.View == nil) != (want.View == nil) || got.View != nil && *got.View != *want.View {
		t.Errorf("%s: %q opens %s up to %d, warnings %q", name, damaged, Fragment(got.Run), got.Steps, got.Warnings)
	}
}

// What Markdown takes off the end of a record is put back, whatever the record ends in; what no checksum holds for is told.
func TestARecordWithoutItsEnd(t *testing.T) {
	ends := map[string]bool{}
	for steps := range 12 {
		link := Fragment(edited(t, "v=1&n=10&net=1", steps))
		want := Open(link)
		stem := strings.TrimRight(link, "_")
		ends[link[len(stem):]] = true
		for _, end := range []string{"", "_", "__", "___", "____", "**", "_**", ")_.", "=", "</em>"} {
			opensAs(t, end, stem+end, want)
		}
		for _, end := range []string{"A", "-", "_A", "...", "__...", "<br", "<br>A"} {
			short := stem[:len(stem)-1]
			if o := Open(short + end); !slices.Equal(o.Warnings, []config.Warning{{Key: recordKey, Reason: Damaged}}) && Fragment(o.Run) != link {
				t.Errorf("%s opens %s, warnings %q", short+end, Fragment(o.Run), o.Warnings)
			}
		}
	}
	if !ends["__"] || !ends[""] {
		t.Errorf("records end in %v", ends)
	}
}

// Of several records the first counts, as of any key; one that is the same says nothing.
func TestARecordTwice(t *testing.T) {
	link, other := Fragment(edited(t, "v=1&net=2", 5)), zOf(t, "v=1&net=2")
	_, z, _ := strings.Cut(link, "&z=")
	for _, again := range []string{"&z=" + z, "&Z=" + z, "&z=" + z + "&z=" + z + "**", "&z=" + strings.TrimRight(z, "_"), "&net=2&z=" + z} {
		opensAs(t, again, link+again, Open(link))
	}
	o := Open(link + "&z=" + other)
	want := []config.Warning{config.NewWarning(config.Pair{Key: recordKey, Value: other}, z, config.Repeated)}
	if Fragment(o.Run) != link || !slices.Equal(o.Warnings, want) {
		t.Errorf("opens %s, warnings %q, want %q", Fragment(o.Run), o.Warnings, want)
	}
	o = Open("v=1&net=2&z=1.damaged&z=" + z)
	if want := []config.Warning{{Key: recordKey, Reason: Damaged}}; Fragment(o.Run) != "v=1&net=2" || !slices.Equal(o.Warnings, want) {
		t.Errorf("opens %s, warnings %q, want %q", Fragment(o.Run), o.Warnings, want)
	}
}

// Hostile lengths take no more than a few tries.
func TestMarksWithoutEnd(t *testing.T) {
	z := wrapped(make([]byte, maxInflated))
	start := time.Now()
	for _, text := range []string{
		strings.Repeat("_", maxLink), strings.Repeat("<a>", maxLink/3), strings.Repeat(">", maxLink), strings.Repeat("<", maxLink), strings.Repeat("#", maxLink), strings.Repeat("#v=1", maxLink/4),
		"z=" + strings.Repeat("_", maxLink-2), "z=1." + strings.Repeat("*_", maxLink/2-2), "v=1" + strings.Repeat("&z="+z+"__", maxPairs-1), "v=1" + strings.Repeat("#z="+z+"_", maxPairs-1),
	} {
		Open(text)
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("ten links took %v", took)
	}
}

// careless reads a text as one does that asks for no semicolon behind the longest name it knows.
func careless(text string) string {
	var b strings.Builder
	for text != "" {
		var after int
		meant := text[:1]
		if text[0] == '&' {
			for after = min(len(text), 12); after > 1; after-- {
				if meant = html.UnescapeString(text[:after] + ";"); !strings.HasPrefix(meant, "&") && !strings.HasSuffix(meant, ";") {
					break
				}
				meant = text[:1]
			}
		} else {
			after = 1
		}
		b.WriteString(meant)
		text = text[after:]
	}
	return b.String()
}

// Every key whose beginning HTML has a character for is read all the same, with and without the semicolon that HTML
// asks for behind most names.
func TestKeysThatHTMLSwallows(t *testing.T) {
	keys := []string{"v", recordKey}
	for _, s := range config.Settings {
		keys = append(keys, s.Key)
	}
	for _, k := range tensorFlowKeys {
		keys = append(keys, k.name)
	}
	found := 0
	for _, key := range keys {
		want := "v=1&" + key + "=7"
		for end := 1; end <= len(key); end++ {
			for _, semicolon := range []string{"", ";"} {
				character := html.UnescapeString("&" + key[:end] + semicolon)
				if strings.HasPrefix(character, "&") || strings.HasSuffix(character, ";") {
					continue
				}
				found++
				damaged := "v=1" + html.UnescapeString("&"+key[:end]+semicolon) + key[end:] + "=7"
				if got := repaired(damaged); got != want {
					t.Errorf("%q (%U) is read as %q, want %q", damaged, []rune(character), got, want)
				}
			}
		}
	}
	if found == 0 {
		t.Error("HTML has a character for none of the keys, not even for regularization")
	}
}

// What damage is left switches nothing on.
func TestDamageSwitchesNothingOn(t *testing.T) {
	const clean = "activation=tanh&x=false&y=true&sinX=false&showTestData=false&discretize=false&initZero=false"
	want := Open(clean)
	for _, damage := range []string{`\`, `\\`, ")", "*", "%5C", ".", "%20", `"`, "%22", "%E2%80%8B", "\u200b", "'", "&amp;", "%0A", `\u005c`, "{", "}", "#", "]("} {
		got := Open(strings.ReplaceAll(clean, "&", damage+"&") + damage)
		if Fragment(got.Run) != Fragment(want.Run) || *got.View != *want.View {
			t.Errorf("with %q behind each pair %s opens, want %s", damage, Fragment(got.Run), Fragment(want.Run))
		}
	}
	for _, rest := range []string{"<b", "¤", "</span", "…", "\ufffd", "%ff"} {
		o := Open("sinX=false" + rest)
		if strings.Contains(Fragment(o.Run), "sinx1") || len(o.Warnings) != 2 {
			t.Errorf("sinX=false%s opens as %s, warnings %q", rest, Fragment(o.Run), o.Warnings)
		}
	}
}

// Any text is repaired within what it is, and a repaired one is whole.
func FuzzRepair(f *testing.F) {
	for link := range readPublished(f) {
		f.Add(strings.TrimPrefix(link, "#"))
	}
	for _, text := range []string{"v=1&amp;amp;data=mo ons.", "&#x110000;&#xffffffffff;&#;&;", "v=3D1&da=ta=3Dmoons", "®®ularization=L1#?=", "%2525252525252525", "=\n=\n", `\u0026\ud800\u00`, "V=1&DATA=Moons", ":~:", "](=](", `{\&}`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := repaired(text)
		if len(got) > 3*len(text)+4 {
			t.Errorf("%q grows to %q", text, got)
		}
		if strings.Trim(text, plainCharacters) == "" && !strings.Contains(strings.ToUpper(text), "=3D") && !slices.ContainsFunc(strings.Split(text, "&"), oddPair) && got != text {
			t.Errorf("%q becomes %q", text, got)
		}
		// A link that is made of it is left as it is.
		run := Open(text).Run
		if link := Fragment(run); repaired(link) != link {
			t.Errorf("%q becomes %q", link, repaired(link))
		}
	})
}

// plainCharacters are those of links.
const plainCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~,=" + "&"

// oddPair reports whether there are marks at an end of a pair or its value that a sentence may have put there, or one of
// another program that counts visits.
func oddPair(pair string) bool {
	key, value, _ := strings.Cut(pair, "=")
	meant, isKey := keyOf(key)
	s := config.Lookup(meant)
	if isKey && (meant != key || s != nil && value != strings.ToLower(value)) {
		return true
	}
	return strings.HasPrefix(key, "amp") || strings.HasPrefix(key, "utm_") || strings.HasSuffix(key, "clid") ||
		key != strings.TrimLeft(key, "_~") || value != strings.TrimLeft(value, "_~") || value != strings.TrimRight(value, "_~.,")
}

// Every link that a run makes is read as it is.
func TestUndamagedLinks(t *testing.T) {
	for link := range readPublished(t) {
		link = strings.TrimPrefix(link, "#")
		if got := repaired(link); got != link {
			t.Errorf("%s becomes %s", link, got)
		}
	}
	for _, s := range []string{"v=1&data=spiral&test=30&net=8,8&init=he&lr=0.03&opt=adam&batch=32", "v=1&data=bumps&lr=1e-5&net=6&opt=momentum&batch=7", "v=1&in=x1,x2,x1sq,sinx2&act=relu,tanh&net=3,3"} {
		for steps := range 40 {
			link := Fragment(edited(t, s, steps))
			if got := repaired(link); got != link {
				t.Errorf("%s becomes %s", link, got)
			}
		}
	}
}

// What cannot be read is told as it was given; marks around what can be say nothing.
func TestAWarningHasWhatWasGiven(t *testing.T) {
	for _, test := range []struct{ fragment, value string }{
		{"v=1&data=__proto__", "__proto__"}, {"v=1&lr=%3Cb%3E", "<b>"}, {"v=1&act=*Tanh2*", "*Tanh2*"}, {"v=1&lr=fast", "fast"}, {"v=1&net=(a,b)", "(a,b)"}, {"v=1&lr=", ""},
		{"v=1&lr=_x_&lr=*y*", "_x_"},
	} {
		warnings := Open(test.fragment).Warnings
		if len(warnings) == 0 || warnings[len(warnings)-1].Value != test.value && warnings[0].Value != test.value {
			t.Errorf("%s warns of %v, want %s", test.fragment, warnings, test.value)
		}
	}
	if warnings := Open("v=1&data=_moons_&lr=(0.1)").Warnings; len(warnings) != 0 {
		t.Errorf("warned is of %v", warnings)
	}
}
