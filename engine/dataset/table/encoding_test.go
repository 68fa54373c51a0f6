package table

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestEncodingOf(t *testing.T) {
	utf16 := func(order binary.AppendByteOrder, text string) string {
		var file []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			file = order.AppendUint16(file, unit)
		}
		return string(file)
	}
	latin := func(text string) string {
		var file []byte
		for _, r := range text {
			if i := strings.IndexRune("€’–", r); i >= 0 {
				r = rune("\x80\x92\x96"[i/len("€")])
			}
			file = append(file, byte(r))
		}
		return string(file)
	}
	const rows = "\n1.5,2,0\n-2,1e3,1\n"
	for text, want := range map[string]string{
		"":                      "utf-8",
		rows:                    "utf-8",
		"\ufeffx1,x2,y" + rows:  "utf-8",
		"横,纵,类别" + rows:         "utf-8",
		"Größe,Höhe,Art" + rows: "utf-8",
		rows + "\x1a":           "utf-8",
		utf16(binary.LittleEndian, "\ufeffx1\tx2\ty"+rows): "utf-16le",
		utf16(binary.BigEndian, "\ufeff横,纵,类"+rows):        "utf-16be",
		utf16(binary.LittleEndian, "x1\tx2\ty"+rows):       "utf-16le",
		utf16(binary.BigEndian, "x1\tx2\ty"+rows):          "utf-16be",
		utf16(binary.LittleEndian, "横,纵,类"+rows):           "utf-16le",

		"\xba\xe1,\xd7\xdd,\xc0\xe0" + rows:                               "gb18030", // 横,纵,类
		"\xba\xe1\xd7\xf8\xb1\xea\xa3\xac\xd7\xdd\xd7\xf8\xb1\xea" + rows: "gb18030", // 横坐标，纵坐标
		"x\xd7\xf8\xb1\xea,y,A\xc0\xe0" + rows:                            "gb18030", // x坐标,y,A类
		"\xd0\xf2\xba\xc5,a,b,c" + rows:                                   "gb18030", // 序号
		"\xba\xe1,y,\x90\x30\x81\x30\xd7\xdd" + rows:                      "gb18030", // of one, two and four bytes

		latin("Größe;Höhe;Klasse") + rows:          "windows-1252",
		latin("Année;Température (°C);Été") + rows: "windows-1252",
		latin("CRÉÉ;DÉPENSE;c") + rows:             "windows-1252",
		latin("Fläche;Übung;GRÖSSE") + rows:        "windows-1252",
		latin("altezza;è così;città") + rows:       "windows-1252",
		latin("ação;opções;não") + rows:            "windows-1252",
		latin("año;tamaño;¿clase?") + rows:         "windows-1252",
		latin("1’200;2;0\n5;3;1\n"):                "windows-1252",
		latin("1\u00a0200,5;2;0\n"):                "windows-1252",
		"1\xca200,5;2;0\n5;3;1\n":                  "macintosh", // a no-break space
		"\xcatage;b;c" + rows:                      "windows-1252",

		latin("Preis (€);Länge – cm;c") + rows: "windows-1252",
	} {
		if got, problem := EncodingOf([]byte(text)); problem != nil || got != want {
			t.Errorf("%q is %s, %+v, want %s", text, got, problem, want)
		}
	}
	for text, want := range map[string]Reason{
		"PK\x03\x04\x14\x00\x06":                                    Spreadsheet,
		"PK\x03\x04" + strings.Repeat("\x00", MaxFile):              Spreadsheet,
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00":                      Spreadsheet,
		"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">": HTML,
		" <TABLE><tr><td>1</td></tr></table>":                       HTML,
		"\ufeff\n<?xml version=\"1.0\"?>":                           Spreadsheet,
		"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR":                       Encoding,
		"\xff\xd8\xff\xe0\x00\x10JFIF":                              Encoding,
		"%PDF-1.7\n\x00":                                            Encoding,
		"1,2,0\n1,\x002,0\n":                                        Encoding,
		"1,2,0\x07":                                                 Encoding,
		"\xe9t\xe9,\x81,\x9d":                                       Encoding,
		strings.Repeat("1", MaxFile+1):                              Size,
	} {
		if got, problem := EncodingOf([]byte(text)); problem == nil || problem.Reason != want {
			t.Errorf("%.40q is %s, %+v, want %s", text, got, problem, want)
		}
	}
}

// A file has an encoding or a problem, and plain text is always taken for what it is.
func FuzzEncodingOf(f *testing.F) {
	f.Add([]byte("x1,x2,y\n1,2,0\n"))
	f.Add([]byte("\xba\xe1,\x90\x30\x81\x30\xff"))
	f.Add([]byte("\xff\xfe1\x00"))
	f.Fuzz(func(t *testing.T, file []byte) {
		label, problem := EncodingOf(file)
		if (label == "") != (problem != nil) {
			t.Fatalf("%q, %+v", label, problem)
		}
		if plain := !bytes.ContainsFunc(file, func(r rune) bool { return r < ' ' || r > '~' }); plain && problem == nil && label != "utf-8" {
			t.Fatalf("plain text is %s", label)
		}
	})
}
