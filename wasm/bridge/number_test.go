//go:build js

package bridge

import "testing"

func TestNumber(t *testing.T) {
	p := open(t)
	p.expect("number", `"0,03", false`, `0.03`)
	p.expect("number", `"－１．５ｅ－３", false`, `-0.0015`)
	p.expect("number", `"1,000", true`, `1000`)
	p.expect("number", `"zwei", false`, `null`)
	p.expect("number", `"1e999", false`, `null`)
}
