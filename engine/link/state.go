package link

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"math"
	"strings"

	"shallows/engine/session"
)

// A state in a link is "1." and the base64url, without padding, of a deflated record: the CRC-32 of what follows,
// little-endian; a byte that tells what follows, so that links can come to carry more; then a state, which is
//
//	step, epoch, examples used, optimizer's updates: unsigned varints
//	the parameters, as many of the optimizer's v, as many of its s: float64
//
// These numbers are stored byte by byte, the sign bytes of all of them first: alike, those deflate well.
const (
	stateVersion = "1."
	holdsState   = 1

	maxDeflated = 64 << 10 // bytes of a deflated record
	maxInflated = 1 << 20  // bytes of a record
	maxCount    = 1 << 53  // the numbers of steps that JavaScript tells apart
)

var errDamaged = errors.New("link: damaged state")

// encodeState returns s as a link carries it. A state that is too long for a link goes without what its optimizer
// remembers.
func encodeState(s session.State) string {
	deflated := deflate(record(s))
	if len(deflated) > maxDeflated {
		s.Updates = 0
		s.V, s.S = make([]float64, len(s.V)), make([]float64, len(s.S))
		deflated = deflate(record(s))
	}
	return stateVersion + base64.RawURLEncoding.EncodeToString(deflated)
}

// decodeState reads what encodeState has written. It takes limited time and memory, whatever the text.
func decodeState(text string) (s session.State, err error) {
	text, ok := strings.CutPrefix(text, stateVersion)
	if !ok || base64.RawURLEncoding.DecodedLen(len(text)) > maxDeflated {
		return s, errDamaged
	}
	deflated, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return s, err
	}
	record, err := inflate(deflated)
	if err != nil {
		return s, err
	}
	return readRecord(record)
}

func deflate(record []byte) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		panic(err) // the level is one of the package's own
	}
	w.Write(record) // a Buffer takes everything
	w.Close()
	return b.Bytes()
}

func inflate(deflated []byte) ([]byte, error) {
	r := flate.NewReader(bytes.NewReader(deflated))
	record, err := io.ReadAll(io.LimitReader(r, maxInflated+1))
	if err == nil && len(record) > maxInflated {
		err = errDamaged
	}
	return record, err
}

// record lays out s.
func record(s session.State) []byte {
	b := []byte{crc32.Size: holdsState}
	for _, count := range []int{s.Step, s.Epoch, s.Used, s.Updates} {
		b = binary.AppendUvarint(b, uint64(count))
	}
	for shift := 56; shift >= 0; shift -= 8 {
		for _, values := range [][]float64{s.Parameters, s.V, s.S} {
			for _, v := range values {
				b = append(b, byte(math.Float64bits(v)>>shift))
			}
		}
	}
	binary.LittleEndian.PutUint32(b, crc32.ChecksumIEEE(b[crc32.Size:]))
	return b
}

// readRecord reads what record has laid out. Whether a run can stand in that state is for the session to say.
func readRecord(b []byte) (s session.State, err error) {
	const head = crc32.Size + 1
	if len(b) < head || binary.LittleEndian.Uint32(b) != crc32.ChecksumIEEE(b[crc32.Size:]) || b[crc32.Size] != holdsState {
		return s, errDamaged
	}
	b = b[head:]
	for _, count := range []*int{&s.Step, &s.Epoch, &s.Used, &s.Updates} {
		v, size := binary.Uvarint(b)
		if size <= 0 || v > maxCount {
			return s, errDamaged
		}
		*count, b = int(v), b[size:]
	}
	n := len(b) / 3 / 8
	if len(b) != n*3*8 {
		return s, errDamaged
	}
	for _, values := range []*[]float64{&s.Parameters, &s.V, &s.S} {
		*values = make([]float64, n)
		for i := range n {
			var bits uint64
			for k := range 8 {
				bits = bits<<8 | uint64(b[k*3*n+i])
			}
			(*values)[i] = math.Float64frombits(bits)
		}
		b = b[n:]
	}
	return s, nil
}
