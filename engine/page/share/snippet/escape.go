package snippet

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// OneLine returns a text of someone else's as one line that shows what it holds: blanks for line breaks and control
// characters, no characters that turn the text around them or that XML forbids, U+FFFD for bytes that are no UTF-8. Marks
// of direction and joiners stay, as Arabic, Persian and emoji need them.
func OneLine(text string) string {
	var b strings.Builder
	blank := false
	for _, r := range text {
		switch {
		case '\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069', r == '\ufffe', r == '\uffff':
		case unicode.IsSpace(r), unicode.IsControl(r), r == '\ufeff':
			blank = true
		default:
			if blank && b.Len() > 0 {
				b.WriteByte(' ')
			}
			blank = false
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Each of the following writes a line so that another language takes it for text.

// escape writes each of some ASCII characters anew.
func escape(text, characters string, write func(c byte) string) string {
	var b strings.Builder
	for _, r := range text {
		if r < unicode.MaxASCII && strings.ContainsRune(characters, r) {
			b.WriteString(write(byte(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// html writes HTML, and the attributes of JSX, which knows the same references. Vue and Liquid look for braces and MkDocs
// for links, code and escapes where others see only HTML, so what makes these is a reference as well.
func html(text string) string { return escape(text, "&<>\"{}[]\\`", reference) }

func reference(c byte) string {
	switch c {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&quot;"
	}
	return "&#" + strconv.Itoa(int(c)) + ";"
}

// markdown writes Markdown, with what Pandoc and MyST add to it.
func markdown(text string) string {
	return escape(text, "\\`*_{}[]<>&~^$|@#", func(c byte) string { return `\` + string(rune(c)) })
}

// quoted writes a string of Python or JavaScript.
func quoted(text string) string {
	if strings.Contains(text, `"`) && !strings.ContainsAny(text, `'\`) {
		return "'" + text + "'"
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// parameter writes a parameter of Hugo's shortcodes. Between backquotes it knows no escapes.
func parameter(text string) string {
	if strings.ContainsAny(text, `"\`) {
		return "`" + strings.ReplaceAll(text, "`", "'") + "`"
	}
	return `"` + text + `"`
}

// address writes an address without the characters that end one in Markdown or in quotes, or a reference to a character.
func address(text string) string { return escape(text, " \"'();<>[]\\^`{|}", percent) }

func percent(c byte) string {
	return "%" + string("0123456789ABCDEF"[c>>4]) + string("0123456789ABCDEF"[c&15])
}

// query writes the pairs of an address's query as forms do.
func query(pairs []Pair) string {
	var b strings.Builder
	write := func(text string) {
		for i := range len(text) {
			switch c := text[i]; {
			case c == ' ':
				b.WriteByte('+')
			case isAlphanumeric(c), strings.IndexByte("*-._", c) >= 0:
				b.WriteByte(c)
			default:
				b.WriteString(percent(c))
			}
		}
	}
	for i, p := range pairs {
		b.WriteByte("?&"[min(i, 1)])
		write(p.Key)
		b.WriteByte('=')
		write(p.Value)
	}
	return b.String()
}

func isAlphanumeric(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' }

// IsPicture reports whether a text is where a picture may be: a file beside the notes, or an address of the web. What a
// browser would take for an address with a scheme of another kind is none, whatever it leaves out in reading one, and
// whatever [OneLine] does.
func IsPicture(text string) bool { return isPlace(text) && isPlace(OneLine(text)) }

func isPlace(text string) bool {
	read := strings.NewReplacer("\t", "", "\n", "", "\r", "", `\`, "/").Replace(strings.TrimFunc(text, func(r rune) bool { return r <= ' ' }))
	if i := strings.IndexAny(read, ":/?#"); i > 0 && read[i] == ':' && isScheme(strings.ToLower(read[:i])) {
		scheme := strings.ToLower(read[:i])
		if read = read[i+1:]; scheme != "http" && scheme != "https" || !strings.HasPrefix(read, "//") {
			return false
		}
	}
	host, named := strings.CutPrefix(read, "//")
	return !named || isHost(host)
}

// isScheme reports whether a text in small letters is the scheme of an address.
func isScheme(text string) bool {
	return 'a' <= text[0] && text[0] <= 'z' && strings.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789+-.") == ""
}

// isHost reports whether an address without its scheme begins with the name of a host, and perhaps a port.
func isHost(text string) bool {
	if i := strings.IndexAny(text, "/?#"); i >= 0 {
		text = text[:i]
	}
	if i := strings.LastIndexByte(text, ':'); i >= 0 && strings.Trim(text[i+1:], "0123456789") == "" {
		text = text[:i]
	}
	for i := range len(text) {
		if c := text[i]; c < utf8.RuneSelf && c != '-' && c != '.' && c != '_' && !isAlphanumeric(c) {
			return false
		}
	}
	return text != ""
}
