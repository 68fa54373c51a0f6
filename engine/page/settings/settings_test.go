package settings

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/page/record"
)

// words puts what is said into words of English.
func words(t *testing.T, said []Said) string {
	t.Helper()
	file, err := os.ReadFile("../../../web/locales/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var texts map[string]string
	if err := json.Unmarshal(file, &texts); err != nil {
		t.Fatal(err)
	}
	text := func(part any) string {
		key, ok := part.(record.Text)
		if !ok {
			return part.(string)
		}
		if texts[key.Key] == "" {
			t.Errorf("no text %s", key.Key)
		}
		return texts[key.Key]
	}
	var list []string
	for _, s := range said {
		value := ""
		for _, part := range s.Value {
			value += text(part)
		}
		list = append(list, text(s.Name)+" "+value)
	}
	return strings.Join(list, "; ")
}

func TestSettingsInWords(t *testing.T) {
	for _, test := range []struct{ link, want string }{
		{"v=1", "Data set Flower; Points 400; Inputs x1, x2; Hidden layers 4; Activation tanh; Learning rate 1.2"},
		{"v=1&data=xor&noise=0.125&net=3,2&act=relu,tanh&lr=0.03&batch=20&steps=7", "Data set XOR; Points 400; Noise 0.125; Inputs x1, x2; Hidden layers 3, 2; Activation ReLU, tanh; Learning rate 0.03; Batch size, 0 = all 20"},
		{"v=1&data=own&n=20&net=0", "Data set Own points; Inputs x1, x2; Hidden layers 0; Learning rate 1.2"},
		{"v=1&slope=0.3&l2=0.0000001&seed=4294967295", "Data set Flower; Points 400; Inputs x1, x2; Hidden layers 4; Activation tanh; Weight seed 4294967295; Learning rate 1.2; L2 penalty 10⁻⁷"},
		{"v=1&data=iris&in=x1,x4&net=0", "Data set Iris; Points 400; Inputs x1 sepal length (cm), x4 petal width (cm); Hidden layers 0; Learning rate 1.2"},
	} {
		c, _ := config.Decode(test.link)
		if got := words(t, Of(c, c.Data.Names(), "data", "n", "in", "net", "act", "lr")); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.link, got, test.want)
		}
	}
}

// Every value that a setting can have has words.
func TestEveryOptionHasWords(t *testing.T) {
	c := config.Default()
	for _, s := range config.Settings {
		for _, option := range s.Options(c) {
			changed, _ := c.With(config.Pair{Key: s.Key, Value: option})
			words(t, Of(changed, changed.Data.Names(), s.Key))
		}
	}
}
