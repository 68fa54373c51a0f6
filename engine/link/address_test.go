package link

import "testing"

func TestTheWholePage(t *testing.T) {
	for address, want := range map[string]string{
		"https://a.example/":                                        "https://a.example/",
		"https://a.example/#v=1":                                    "https://a.example/",
		"https://a.example/?lesson=choosing&page=2#v=1":             "https://a.example/",
		"https://a.example/?lang=zh&lesson=choosing&theme=dark":     "https://a.example/?lang=zh&theme=dark",
		"https://a.example/?ui=present&show=cost&seq=a&view=2&hl=x": "https://a.example/?hl=x",
		"https://a.example/?check&lang=en#":                         "https://a.example/?lang=en",
		"https://a.example/?ui=min&show=cost":                       "https://a.example/?ui=min&show=cost",
	} {
		if got := Whole(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}
