package first

import "testing"

// What is told before the engine has come is what it tells then, in windows of two sizes: Records compares them.
func TestRecordsAreThoseOfEveryWindow(t *testing.T) {
	text, err := Records()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes: %s", len(text), text)
}
