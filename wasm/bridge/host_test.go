//go:build js

package bridge

import "testing"

func TestMessagesOfThePageAround(t *testing.T) {
	p := open(t)
	for _, test := range []struct{ message, want string }{
		{`'{"nnpg":1,"id":1,"type":"explode"}'`, `{"refusal":"no command explode","waits":false}`},
		{`'{"nnpg":1,"id":1,"type":"reset"}'`, `{"refusal":"","waits":true}`},
		{`'['`, `{"refusal":"","waits":true}`},
		{`{}`, `{"error":"wrong arguments: hear(message)"}`},
	} {
		p.expect("hear", test.message, test.want)
	}
}

func TestOriginsAreThoseOfTheBrowser(t *testing.T) {
	for address, want := range map[string]string{
		"HTTPS://München.example:443/week1": "https://xn--mnchen-3ya.example",
		"https://例子.测试/课程":                  "https://xn--fsqu00a.xn--0zwm56d",
		"http://127.1":                      "http://127.0.0.1",
		"http://[::1]:8000/":                "http://[::1]:8000",
		"https://notes.example:99999":       "",
		"https://[::1":                      "",
		"notes.example":                     "",
	} {
		if got := originOf(address); got != want {
			t.Errorf("that of %s is %q, want %q", address, got, want)
		}
	}
}
