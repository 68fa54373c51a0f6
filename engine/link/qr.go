package link

import (
	"image/color"

	"github.com/boombuler/barcode/qr"
)

// Code is a QR code: whether each of its modules is dark, row by row, without the quiet zone of
// four modules around it.
type Code [][]bool

// QR returns the QR code of an address, which survives damage to 15 % of it where it has room, else
// to 7 %. It reports false for an address that is too long for a QR code: those hold 2,953 bytes.
func QR(address string) (Code, bool) {
	for _, level := range []qr.ErrorCorrectionLevel{qr.M, qr.L} {
		// Other encodings than bytes are understood by fewer readers.
		picture, err := qr.Encode(address, level, qr.Unicode)
		if err != nil {
			continue
		}
		side := picture.Bounds()
		code := make(Code, side.Dy())
		for y := range code {
			code[y] = make([]bool, side.Dx())
			for x := range code[y] {
				code[y][x] = picture.At(side.Min.X+x, side.Min.Y+y) == color.Black
			}
		}
		return code, true
	}
	return nil, false
}
