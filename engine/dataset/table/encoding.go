package table

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// EncodingOf returns the encoding of a file, as the Encoding Standard calls it: UTF-8, UTF-16 by its byte order mark or
// by the zeros that it leaves in plain text, GB18030, windows-1252 or, for its no-break space, macintosh. It returns a problem for what is no text.
func EncodingOf(file []byte) (label string, problem *Problem) {
	switch {
	case begins(file, "<html", "<!doctype", "<table", "<meta"):
		return "", &Problem{Reason: HTML}
	case begins(file, "PK\x03\x04", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "<?xml"): // a zip archive (.xlsx, .ods, .numbers), a compound file (.xls)
		return "", &Problem{Reason: Spreadsheet}
	case len(file) > MaxFile:
		return "", &Problem{Reason: Size}
	case bytes.HasPrefix(file, []byte{0xff, 0xfe}):
		return "utf-16le", nil
	case bytes.HasPrefix(file, []byte{0xfe, 0xff}):
		return "utf-16be", nil
	}
	if zeros := bytes.Count(file, []byte{0}); zeros > 0 {
		odd := 0
		for i := 1; i < len(file); i += 2 {
			if file[i] == 0 {
				odd++
			}
		}
		switch {
		case 4*zeros < len(file): // of plain text, half the bytes
			return "", &Problem{Reason: Encoding}
		case odd == zeros:
			return "utf-16le", nil
		case odd == 0:
			return "utf-16be", nil
		}
		return "", &Problem{Reason: Encoding}
	}
	// What stands among the control characters of ASCII, but for tab, line ends and the end of a file of DOS, is in no text.
	if bytes.ContainsFunc(file, func(r rune) bool { return r < ' ' && !bytes.ContainsRune([]byte("\t\n\v\f\r\x1a"), r) }) {
		return "", &Problem{Reason: Encoding}
	}
	isChinese, isLikely := chinese(file)
	switch {
	case utf8.Valid(file):
		return "utf-8", nil
	case partsDigits(file, 0xca):
		return "macintosh", nil
	case isLikely:
		return "gb18030", nil
	case !slices.ContainsFunc(file, func(b byte) bool { return strings.IndexByte("\x81\x8d\x8f\x90\x9d", b) >= 0 }):
		return "windows-1252", nil
	case isChinese:
		return "gb18030", nil
	}
	return "", &Problem{Reason: Encoding}
}

// partsDigits reports whether a byte stands between digits wherever it is, and is the only one beyond ASCII, as the no-break
// space of old Macs, 0xCA, that parts thousands.
func partsDigits(file []byte, b byte) bool {
	isDigit := func(i int) bool { return 0 <= i && i < len(file) && '0' <= file[i] && file[i] <= '9' }
	for i, c := range file {
		if c >= 0x80 && (c != b || !isDigit(i-1) || !isDigit(i+1)) {
			return false
		}
	}
	return true
}

// begins reports whether a file begins in one of several ways, those of markup in any case.
func begins(file []byte, ways ...string) bool {
	start := strings.TrimSpace(strings.TrimPrefix(string(file[:min(200, len(file))]), "\ufeff"))
	for _, beginning := range ways {
		if len(start) >= len(beginning) && (start[:len(beginning)] == beginning || beginning[0] == '<' && strings.EqualFold(start[:len(beginning)], beginning)) {
			return true
		}
	}
	return false
}

// chinese reports whether a file is GB18030, and whether it is so with mostly the common characters of GB 2312, not with
// accented letters of Europe that happen to be pairs of it: these are rare characters there, or stand between letters.
func chinese(file []byte) (valid, likely bool) {
	isLetter := func(i int) bool { return i >= 0 && i < len(file) && ('a' <= file[i]|0x20 && file[i]|0x20 <= 'z') }
	common, rare := 0, 0
	for i := 0; i < len(file); {
		pair := append(bytes.Clone(file[i:min(i+4, len(file))]), 0, 0, 0, 0)
		switch lead, next := pair[0], pair[1]; {
		case lead < 0x80:
			i++
		case lead == 0x80 || lead == 0xff:
			return false, false
		case 0x30 <= next && next <= 0x39:
			if pair[2] < 0x81 || pair[3] < 0x30 || 0x39 < pair[3] {
				return false, false
			}
			rare++
			i += 4
		case next < 0x40 || next == 0x7f || next == 0xff:
			return false, false
		default:
			if isCommon := lead < 0xaa || 0xb0 <= lead && lead <= 0xd7; isCommon && lead >= 0xa1 && next >= 0xa1 && !(isLetter(i-1) && isLetter(i+2)) {
				common++
			} else {
				rare++
			}
			i += 2
		}
	}
	return true, common > rare
}
