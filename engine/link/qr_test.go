package link

import (
	"strings"
	"testing"
)

func TestQRHasItsThreeCorners(t *testing.T) {
	code, ok := QR("https://notes.example/#v=1&data=moons")
	if !ok {
		t.Fatal("no code")
	}
	side := len(code)
	if (side-17)%4 != 0 {
		t.Errorf("%d modules on a side: no QR code has that many", side)
	}
	const corner = "1111111 1000001 1011101 1011101 1011101 1000001 1111111"
	for _, at := range [][2]int{{0, 0}, {side - 7, 0}, {0, side - 7}} {
		var rows []string
		for y := range 7 {
			row := ""
			for x := range 7 {
				row += map[bool]string{true: "1", false: "0"}[code[at[1]+y][at[0]+x]]
			}
			rows = append(rows, row)
		}
		if got := strings.Join(rows, " "); got != corner {
			t.Errorf("at %v: %s", at, got)
		}
	}
}

func TestQRHoldsTheLongestAddressAndNoLonger(t *testing.T) {
	if _, ok := QR(strings.Repeat("x", 2953)); !ok {
		t.Error("no code of 2,953 bytes")
	}
	if _, ok := QR(strings.Repeat("x", 2954)); ok {
		t.Error("a code of 2,954 bytes")
	}
}
