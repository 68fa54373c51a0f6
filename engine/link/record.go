package link

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"strings"

	"shallows/engine/config"
	"shallows/engine/dataset"
	"shallows/engine/session"
)

// record is what a link holds beside its settings.
//
// In a link it is "1." and the base64url, without padding, of a deflated sequence of bytes: the CRC-32 of what follows,
// little-endian; a byte that tells what follows, so that links can come to carry more; the points, if it holds some;
// the state, if it holds one.
type record struct {
	points dataset.Points
	state  *session.State // nil for none
}

const recordVersion = "1."

// What a record holds; the values are added.
const (
	holdsState  = 1
	holdsPoints = 2
	holdsTable  = 4 // points that are not drawn
	holdsFrame  = 8 // points that are not plain, see [dataset.Points.IsPlain]
)

const (
	maxDeflated = 128 << 10 // bytes of a deflated record
	maxWhole    = 64 << 10  // bytes of one that holds what an optimizer remembers
	maxInflated = 1 << 20   // bytes of a record
)

var errDamaged = errors.New("link: damaged record")

// encode returns r as a link carries it, and whether a link does: points of many columns may be too many. A state that is too
// long for a link goes without what its optimizer remembers; plain points and the parameters always fit.
func (r record) encode() (text string, fits bool) {
	deflated := deflate(r.bytes())
	if r.state != nil && len(deflated) > maxWhole {
		s := *r.state
		s.Updates = 0
		s.V, s.S = make([]float64, len(s.V)), make([]float64, len(s.S))
		r.state = &s
		deflated = deflate(r.bytes())
	}
	text = base64.RawURLEncoding.EncodeToString(deflated)
	return recordVersion + text, len(deflated) <= maxDeflated
}

// decode reads what encode has written, of at most so many bytes. It takes limited time and memory, whatever the text.
func decode(text string, most int) (r record, err error) {
	text, ok := strings.CutPrefix(text, recordVersion)
	if !ok || base64.RawURLEncoding.DecodedLen(len(text)) > most {
		return r, errDamaged
	}
	deflated, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return r, err
	}
	b, err := inflate(deflated)
	if err != nil {
		return r, err
	}
	return readRecord(b)
}

// mended reads what encode has written where marks may stand behind it. Many a record ends in '_' or "__", which Markdown
// takes for emphasis: it may be without them, or have others behind it. The checksum tells how it was.
func mended(text string) (r record, err error) {
	if r, err = decode(text, maxDeflated); err == nil {
		return r, nil
	}
	text = stem(text)
	for _, lost := range []string{"__", "_", ""} {
		if r, err := decode(text+lost, maxDeflated); err == nil {
			return r, nil
		}
	}
	return r, err
}

// stem returns the text of a record without the marks behind it and without a '_' of its own there.
func stem(text string) string { return trimMarks(text, closing+",=") }

// repeated warns of the records of a link that are others than its first, which counts.
func repeated(records []string) (warnings []config.Warning) {
	if len(records) == 0 {
		return nil
	}
	first := stem(records[0])
	for _, other := range records[1:] {
		if stem(other) != first {
			warnings = append(warnings, config.NewWarning(config.Pair{Key: recordKey, Value: other}, records[0], config.Repeated))
		}
	}
	return warnings
}

func deflate(b []byte) []byte {
	var deflated bytes.Buffer
	w, err := flate.NewWriter(&deflated, flate.BestCompression)
	if err != nil {
		panic(err) // the level is one of the package's own
	}
	w.Write(b) // a Buffer takes everything
	w.Close()
	return deflated.Bytes()
}

func inflate(deflated []byte) ([]byte, error) {
	r := flate.NewReader(bytes.NewReader(deflated))
	b, err := io.ReadAll(io.LimitReader(r, maxInflated+1))
	if err == nil && len(b) > maxInflated {
		err = errDamaged
	}
	return b, err
}

// bytes lays out r.
func (r record) bytes() []byte {
	b := []byte{crc32.Size: 0}
	switch {
	case r.points.Len() == 0:
	case r.points.Drawn():
		b[crc32.Size] += holdsPoints
		b = appendPoints(b, r.points)
	case r.points.IsPlain():
		b[crc32.Size] += holdsTable
		b = appendTable(b, r.points)
	default:
		b[crc32.Size] += holdsFrame
		b = appendFrame(b, r.points)
	}
	if r.state != nil {
		b[crc32.Size] += holdsState
		b = appendState(b, *r.state)
	}
	binary.LittleEndian.PutUint32(b, crc32.ChecksumIEEE(b[crc32.Size:]))
	return b
}

// readRecord reads what bytes has laid out. Whether a run can stand in that state is for the session to say.
func readRecord(b []byte) (r record, err error) {
	const head = crc32.Size + 1
	if len(b) < head || binary.LittleEndian.Uint32(b) != crc32.ChecksumIEEE(b[crc32.Size:]) {
		return record{}, errDamaged
	}
	holds, b := b[crc32.Size], b[head:]
	switch holds &^ holdsState {
	case holdsPoints:
		r.points, b, err = readPoints(b)
	case holdsTable:
		r.points, b, err = readTable(b)
	case holdsFrame:
		r.points, b, err = readFrame(b)
	default:
		if holds != holdsState {
			err = errDamaged
		}
	}
	if err != nil {
		return record{}, err
	}
	if holds&holdsState != 0 {
		r.state = new(session.State)
		*r.state, err = readState(b)
	} else if len(b) > 0 {
		err = errDamaged
	}
	if err != nil {
		return record{}, err
	}
	return r, nil
}
