package numpy

import (
	"strings"
	"testing"

	"shallows/engine/config"
	"shallows/engine/session"
)

// train returns the run of a link, which must be valid, after the link's steps.
func train(t *testing.T, link string) *session.Session {
	t.Helper()
	c, warnings := config.Decode(link)
	if len(warnings) != 0 {
		t.Fatalf("%s: %v", link, warnings)
	}
	s := session.New(c)
	s.Step(c.Steps)
	return s
}

// edited returns the default run with a weight typed in after a hundred updates.
func edited(t *testing.T) *session.Session {
	s := train(t, "steps=100&test=20")
	if err := s.SetWeight(1, 2, 1, 0.75); err != nil {
		t.Fatal(err)
	}
	s.Step(10)
	return s
}

func TestScriptReadsAsTheLecture(t *testing.T) {
	const want = `
W1 = rng.randn(4, 2) * 0.01
b1 = np.zeros((4, 1))
W2 = rng.randn(1, 4) * 0.01
b2 = np.zeros((1, 1))

for _ in range(steps):
    A1, A2 = forward(X)
    dW1, db1, dW2, db2 = backward(X, Y, A1, A2)
    W1 -= learning_rate * dW1
    b1 -= learning_rate * db1
    W2 -= learning_rate * dW2
    b2 -= learning_rate * db2

A1, A2 = forward(X)
J = cost(A2, Y)
print(f"cost after {steps} updates: {J:.6f}")
assert abs(J - 0.288083`
	if got := Script(train(t, "steps=1000")); !strings.Contains(got, want) {
		t.Errorf("the program lacks %s:\n%s", want, got)
	}
}

func TestScriptHoldsWhatItsRunNeeds(t *testing.T) {
	const everyPart = "data=moons&n=100&test=10&in=x1,sinx2&net=3,3&act=relu,leaky&slope=0.2&init=rows&scale=0.5&opt=adam&batch=8&l1=0.01&l2=0.02"
	for part, link := range map[string]string{
		"def relu(":                      everyPart,
		"0.2 * Z":                        everyPart,
		"def mini_batches(":              everyPart,
		"np.zeros_like(":                 everyPart,
		"X_test":                         everyPart,
		"l1 * np.sign(W3)":               everyPart,
		"l2 * W3":                        everyPart,
		"np.sin(x2)":                     everyPart,
		"np.tile(rng.randn(1, 2) * 0.5":  everyPart,
		"dA2 = A2 - Y":                   "out=tanh",
		"2 * y.reshape(1, -1) - 1":       "out=tanh",
		"np.log1p(":                      "scale=100&init=randn", // saturated
		"np.full((":                      "init=constant&scale=0.5",
		"% 2 ** 32":                      "batch=64&bseed=4294967290&steps=100",
		"(W1,)":                          "net=0&l2=0.1",
		"rng.uniform(-0.5, 0.5, (4, 2))": "init=uniform&scale=0.5",
		"would not be finite":            "net=0&lr=100&loss=mse&out=linear&steps=1000",
	} {
		if !strings.Contains(Script(train(t, link)), part) {
			t.Errorf("the program of %s lacks %q", link, part)
		}
		if strings.Contains(Script(train(t, "v=1")), part) {
			t.Errorf("the default program holds %q", part)
		}
	}
}

func TestScriptOfAnEditedRunBeginsWithItsParameters(t *testing.T) {
	got := Script(edited(t))
	for _, part := range []string{"No settings lead there", "W1 = np.array([", "cost after 110 updates"} {
		if !strings.Contains(got, part) {
			t.Errorf("the program lacks %q:\n%s", part, got)
		}
	}
	for _, part := range []string{"steps =", "learning_rate", "def backward", "W1 -=", "rng.randn(4"} {
		if strings.Contains(got, part) {
			t.Errorf("the program holds %q:\n%s", part, got)
		}
	}
}
