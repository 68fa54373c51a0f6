package page

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	"shallows/engine/config"
	"shallows/engine/page/notice"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
	"shallows/engine/scene"
	"shallows/engine/session"
)

// z is the text of a record with any content.
func z(content []byte, checksum uint32) string {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestCompression)
	w.Write(append(binary.LittleEndian.AppendUint32(nil, checksum), content...))
	w.Close()
	return "1." + base64.RawURLEncoding.EncodeToString(b.Bytes())
}

func sealed(content []byte) string { return z(content, crc32.ChecksumIEEE(content)) }

// state is a record's content: the nine parameters of net=2 at step 0, and what the optimizer remembers.
func state(parameters []float64, v, s float64) []byte {
	values := slices.Concat(parameters, slices.Repeat([]float64{v}, 9), slices.Repeat([]float64{s}, 9))
	b := []byte{1, 0, 0, 0, 0}
	for i := range 8 {
		for _, value := range values {
			b = append(b, byte(math.Float64bits(value)>>(56-8*i)))
		}
	}
	return b
}

// points are a record's content: told so many, of which there may be fewer, with all coordinates made of one byte.
func points(told uint64, is, of int) []byte {
	b := binary.AppendUvarint([]byte{2}, told)
	b = append(b, bytes.Repeat([]byte{byte(of)}, 6*is)...)
	return append(b, make([]byte, (is+7)/8)...)
}

// Links made to do harm: each opens a run that works, and is told once that something was wrong. What could run in a
// browser is opened in one, by test/browser/hostile.test.js.
func TestHostileLinks(t *testing.T) {
	numbers := []string{"n", "noise", "factor", "clusters", "dseed", "test", "net", "slope", "scale", "seed", "lr", "batch", "bseed", "l1", "l2"}
	each := func(value string, but ...string) string {
		var b strings.Builder
		for _, key := range numbers {
			if !slices.Contains(but, key) {
				fmt.Fprintf(&b, "&%s=%s", key, value)
			}
		}
		return b.String()
	}
	counted := func(format string) string {
		var b strings.Builder
		for i := range 10_000 {
			fmt.Fprintf(&b, format, i, i)
		}
		return b.String()
	}
	good := slices.Repeat([]float64{0.5}, 9)
	with := func(value float64) []float64 { return append(slices.Repeat([]float64{0.5}, 8), value) }
	whole := sealed(state(good, 0, 0))

	for name, link := range map[string]string{
		"a megabyte of settings":       "#v=1" + strings.Repeat("&lr=0.5", 150_000),
		"a megabyte of percent signs":  "#" + strings.Repeat("%", 1e6),
		"ten thousand keys of a query": "?" + counted("k%d=%d&"),
		"ten thousand settings":        "#" + counted("k%d=%d&"),
		"keys repeated":                "?" + strings.Repeat("ui=full&ui=min&lang=en&", 500) + "#v=1" + strings.Repeat("&lr=1&net=3", 300),

		"NaN for every number":                          "#v=1" + each("NaN") + "&steps=NaN",
		"numbers beyond all measure":                    "#v=1" + each("1e999", "lr", "scale", "l1", "l2"), // any run with these diverges, as it should
		"numbers below all measure":                     "#v=1" + each("-1e999") + "&steps=-1e999",
		"steps beyond all measure":                      "#v=1&n=10&net=1&steps=1e999",
		"minus zero for every number":                   "#v=1" + each("-0") + "&steps=0x10",
		"Infinity, underscores and other digits":        "#v=1&lr=Infinity&n=1_000&l2=٣&l1=1e-999&noise=１",
		"a network without end":                         "#v=1&net=" + strings.Repeat("64,", 200) + "64",
		"a layer without end":                           "#v=1&net=1e300,99999999999999999999",
		"brackets in brackets":                          "?hide=" + strings.Repeat("[", 1000) + "#v=1&net=" + strings.Repeat("[", 3000) + `&act={"a":{"a":{"a":[]}}}`,
		"a link of TensorFlow Playground":               "#networkShape=" + strings.Repeat("9", 400) + "&learningRate=1e999&noise=-1e999&batchSize=NaN&seed=1e999&percTrainData=1e999&regularization=L1&regularizationRate=1e999&__proto___hide=true",
		"text that turns around":                        "?ui=%E2%80%AEgnp.exe%E2%81%A6&\u200f\u202e=1#v=1&data=%E2%80%AEabc%E2%81%A7",
		"a bomb":                                        "#v=1&net=2&z=" + sealed(make([]byte, 16<<20)),
		"a bomb of points":                              "#v=1&data=own&z=" + sealed(points(5000, 1_000_000, 0)),
		"a record cut short":                            "#v=1&net=2&z=" + whole[:len(whole)-6],
		"a record with another checksum":                "#v=1&net=2&z=" + z(state(good, 0, 0), 12345),
		"a record of another version":                   "#v=1&net=2&z=2" + whole[1:],
		"a record of another network":                   "#v=1&net=3&z=" + whole,
		"two records":                                   "#v=1&net=2&z=" + whole + "&z=" + sealed(state(with(0.25), 0, 0)),
		"a record of more than may be":                  "#v=1&net=2&z=1." + strings.Repeat("A", 1e6),
		"weights that are no numbers":                   "#v=1&net=2&z=" + sealed(state(with(math.NaN()), 0, 0)),
		"infinite weights":                              "#v=1&net=2&z=" + sealed(state(with(math.Inf(-1)), 0, 0)),
		"an optimizer that remembers what is no number": "#v=1&net=2&opt=adam&z=" + sealed(state(good, math.NaN(), -1)),
		"points beyond the plane":                       "#v=1&data=own&z=" + sealed(points(10, 10, 255)),
		"more points than are there":                    "#v=1&data=own&z=" + sealed(points(5000, 3, 0)),
		"a number of points without end":                "#v=1&data=own&z=" + sealed(points(math.MaxUint64, 0, 0)),
		"no points":                                     "#v=1&data=own&z=" + sealed([]byte{2, 0}),
	} {
		p := New(scene.NewStage(session.New(config.Default())))
		p.Do("present", "false", link)
		rest := func() {
			for p.Run().State() != run.Paused {
				p.Turn(0, 1000)
			}
		}
		p.Do("run", "open", link, "1")
		rest()
		notices := p.notices.Record(p.desk).(notice.Record).Notices
		if len(notices) != 1 {
			t.Errorf("%s: %d notices: %s", name, len(notices), record.JSON(notices))
			continue
		}
		told := string(record.JSON(notices))
		if len(told) > 20_000 || strings.ContainsFunc(told, func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) }) {
			t.Errorf("%s: told in %d bytes: %.300s", name, len(told), told)
		}
		if p.Run().Empty() {
			p.Do("run", "open", "v=1&data=xor", "2")
		}
		from := p.Run().Session().At()
		p.Do("run", "step", "2")
		rest()
		if at := p.Run().Session().At(); at != from+2 {
			t.Errorf("%s: from step %d the run gets to %d", name, from, at)
		}
		p.Do("run", "reset")
		p.Do("controls", "set", "lr", "0.25")
		if c := p.Run().Session().Config(); c.LearningRate != 0.25 || p.Run().Session().At() != 0 {
			t.Errorf("%s: the learning rate is %v", name, c.LearningRate)
		}
	}
}
