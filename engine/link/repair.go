package link

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"shallows/engine/config"
)

// Links hold letters, digits and "-._~,=&" only, so any other character in one is damage, done on the way by mail, chat
// programs, word processors or HTML. Where that can mean one thing only it is undone; what could mean two stays as it
// is, and the setting that it struck is warned of.

// mostRounds bounds how often an escape that was itself escaped is undone.
const mostRounds = 8

// directive begins what a browser is told behind a fragment, such as #:~:text=moons.
const directive = ":~:"

// Repair returns a fragment, without its '#', as it was before it was damaged. An undamaged one is returned as it is; of
// one that is longer than any the end is left out, and cut reports it.
func Repair(fragment string) (repaired string, cut bool) {
	repaired, _, cut = repair(fragment)
	return repaired, cut
}

// repair does as Repair, and returns the values of keys that had marks around them as they were.
func repair(fragment string) (repaired string, marked map[string]string, cut bool) {
	text, cut := within(fragment)
	text = repeatedly(undoLayer, text)
	text, _, _ = strings.Cut(text, directive)
	text = strings.Map(plain, text)
	text = restoreKeys(text)
	text = cutMarkdown(text)
	text = cutAddress(text)
	text = dropAdded(text)
	text, more := within(text)
	pairs := strings.Split(text, "&")
	marked = map[string]string{}
	for i, pair := range pairs {
		key, value, given, assigned := repairPair(pair)
		if pairs[i] = key; assigned {
			pairs[i] += "=" + value
		}
		if value != given && marked[key] == "" {
			marked[key] = given
		}
	}
	return strings.Join(pairs, "&"), marked, cut || more
}

// repeatedly undoes what may have been done several times, as often as that changes a text.
func repeatedly(undo func(string) string, text string) string {
	for range mostRounds {
		before := text
		if text = undo(text); text == before {
			break
		}
	}
	return text
}

// undoLayer undoes one layer of escapes: percents, then JSON's, then HTML's.
func undoLayer(text string) string { return undoReferences(undoJSON(config.Unescape(text))) }

// undoJSON undoes one layer of JSON's escapes by number, which Go's encoding/json writes for &, < and >: \u0026.
func undoJSON(text string) string {
	const mark, digits = `\u`, 4
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, mark)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		text = after
		code, err := strconv.ParseUint(after[:min(len(after), digits)], 16, 16)
		if err != nil || len(after) < digits || !utf8.ValidRune(rune(code)) {
			b.WriteString(mark)
			continue
		}
		b.WriteRune(rune(code))
		text = after[digits:]
	}
}

// references are the characters that HTML may write as a name, of those that links hold or that stand around them.
var references = map[string]string{
	"amp": "&", "AMP": "&", "equals": "=", "comma": ",", "period": ".", "lowbar": "_", "UnderBar": "_", "hyphen": "-",
	"dash": "-", "num": "#", "bsol": "\\", "nbsp": " ", "NonBreakingSpace": " ", "quot": `"`, "QUOT": `"`, "apos": "'",
	"lt": "<", "LT": "<", "gt": ">", "GT": ">", "quest": "?", "excl": "!", "semi": ";", "colon": ":", "lpar": "(",
	"rpar": ")", "lsqb": "[", "rsqb": "]", "ast": "*", "Tab": "\t", "NewLine": "\n", "shy": "", "ZeroWidthSpace": "",
	"zwj": "", "zwnj": "", "NoBreak": "",
}

// undoReferences undoes one layer of HTML's character references: &amp; &#38; &#x26;. Without its semicolon only that
// of '&' is one, before a key: &ampnet=3.
func undoReferences(text string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "&")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if meant, rest, ok := reference(after); ok {
			b.WriteString(meant)
			text = rest
		} else {
			b.WriteByte('&')
			text = after
		}
	}
}

// longestReference is the number of bytes that are looked at for a reference's end.
const longestReference = 20

// reference reads what follows the '&' of a reference.
func reference(text string) (meant, rest string, ok bool) {
	if after, cut := strings.CutPrefix(text, "amp"); cut && startsWithKey(after) {
		return "&", after, true
	}
	end := strings.IndexByte(text[:min(len(text), longestReference)], ';')
	if end < 0 {
		return "", "", false
	}
	name, rest := text[:end], text[end+1:]
	if digits, numeric := strings.CutPrefix(name, "#"); numeric {
		base := 10
		if strings.HasPrefix(strings.ToLower(digits), "x") {
			digits, base = digits[1:], 16
		}
		code, err := strconv.ParseUint(digits, base, 21)
		if err != nil || !utf8.ValidRune(rune(code)) {
			return "", "", false
		}
		return string(rune(code)), rest, true
	}
	meant, ok = references[name]
	return meant, rest, ok
}

// plain makes a character what it was before a keyboard of full-width forms, a word processor or a shell had it. A
// negative one is left out.
func plain(r rune) rune {
	if half := HalfWidth(r); half != r {
		return half
	}
	switch {
	case r == '‐', r == '‑', r == '‒', r == '–', r == '−':
		return '-'
	case r == '\n', r == '\r', r == '\u2028', r == '\u2029':
		return '\n'
	case r == '\\', r == '^', unicode.In(r, unicode.Cc, unicode.Cf):
		return -1
	case unicode.IsSpace(r), r == '\u2800', r == '\u3164':
		return ' '
	}
	return r
}

// HalfWidth returns a full-width letter or mark as the usual one, others as they are.
func HalfWidth(r rune) rune {
	if r >= '！' && r <= '～' {
		r += '!' - '！'
	}
	return r
}

// swallowed has what stands in a link for '&' and the first letters of a key that HTML has a character for, &reg most of
// all: a careless reader of HTML asks for no semicolon. A test holds it to HTML's table.
var swallowed = map[rune]string{
	'®': "reg",
	'≤': "le",
	'≠': "ne",
	'∈': "in",
	'≺': "pr",
	'≻': "sc",
	'∾': "ac",
}

// restoreKeys writes '&' and the letters where they were swallowed, and '&' for a ';' that parts two pairs, if that makes
// a key. Read as Latin-1, a character has an Â before it.
func restoreKeys(text string) string {
	text = strings.ReplaceAll(text, "Â®", "®")
	var b strings.Builder
	for i, r := range text {
		letters, isSwallowed := swallowed[r]
		if (isSwallowed || r == ';') && startsWithKey(letters+head(text[i+utf8.RuneLen(r):])) {
			b.WriteString("&" + letters)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// startsWithKey reports whether a text begins with a pair of a link: a key, '='.
func startsWithKey(text string) bool {
	end := strings.IndexByte(head(text), '=')
	return end > 0 && isKey(text[:end])
}

// startsLink reports whether a text begins with a pair of a link, perhaps with marks before it.
func startsLink(text string) bool { return startsWithKey(strings.TrimLeft(head(text), opening+" \n")) }

// longestKey is the number of bytes that are looked at for the end of a key.
const longestKey = 40

// head returns as much of a text as is looked at for a key.
func head(text string) string { return text[:min(len(text), longestKey)] }

// isKey knows the keys of links, this page's and those of TensorFlow Playground, in any case.
func isKey(key string) bool {
	_, ok := keyOf(key)
	return ok
}

// keyOf returns the key that a text is but for its case.
func keyOf(text string) (key string, ok bool) {
	control, hides := strings.CutSuffix(text, hidden)
	if text == "v" || text == recordKey || config.Lookup(text) != nil || known(text) || hides && isWord(control) {
		return text, true
	}
	for i := range config.Settings {
		if key := config.Settings[i].Key; strings.EqualFold(key, text) {
			return key, true
		}
	}
	for _, k := range tensorFlowKeys {
		if strings.EqualFold(k.name, text) {
			return k.name, true
		}
	}
	lower := strings.ToLower(text)
	return lower, lower == "v" || lower == recordKey
}

// cutAddress leaves out an address before the link, and a '#' that stands there twice. A '#' behind a link has '&' in its
// place where another link follows, most often the same once more, with its address or without.
func cutAddress(text string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "#")
		switch {
		case !found:
			b.WriteString(text)
			return b.String()
		case b.Len() == 0 && !startsLink(before) && (!strings.Contains(before, "=") || strings.Contains(before, "://")):
		case startsLink(after):
			if scheme := strings.LastIndex(before, "://"); scheme > strings.LastIndexByte(before, '&') {
				before = strings.TrimSuffix(strings.TrimSuffix(before[:scheme], "https"), "http")
			}
			b.WriteString(before + "&")
		default:
			b.WriteString(before + "#")
		}
		text = after
	}
}

// cutMarkdown leaves out what follows a link in Markdown that stands where its text does: v=1](https://…
func cutMarkdown(text string) string {
	before, after, found := strings.Cut(text, "](")
	if found && strings.Contains(before, "=") && (after == "" || strings.Contains("h#/.", after[:1])) {
		return before
	}
	return text
}

// dropAdded leaves out what programs that count visits add behind a link: a query, and keys such as utm_source and
// fbclid.
func dropAdded(text string) string {
	if before, query, found := strings.Cut(text, "?"); found && strings.Contains(query, "=") {
		text = before
		for pair := range strings.SplitSeq(query, "&") {
			if startsWithKey(pair) {
				text += "&" + pair
			}
		}
	}
	if !strings.Contains(text, "utm_") && !strings.Contains(text, "clid=") {
		return text
	}
	return strings.Join(slices.DeleteFunc(strings.Split(text, "&"), func(pair string) bool {
		key, _, _ := strings.Cut(pair, "=")
		return strings.HasPrefix(key, "utm_") || strings.HasSuffix(key, "clid")
	}), "&")
}

// What may stand around a pair in a text: marks of emphasis, brackets, quotation marks, and the ends of sentences.
const (
	opening = "([{<>*_~|`'\"“”„‘’‚«»‹›「『《〈【"
	closing = opening + ends + ">.:;!?#」』》〉】。、"
	ends    = ")]}"
)

// equals stands for a quoted '=' while the others are left out.
const equals = "\x00"

var (
	quotedEquals   = strings.NewReplacer("=3D", equals, "=3d", equals)
	unquotedEquals = strings.NewReplacer("=", "", equals, "=")
)

// repairPair undoes what is done to a pair alone: quoted-printable, which has =3D for '=' and a lone '=' where it breaks a
// line; breaks of lines and blanks; what stands around it in a sentence, which the value that was given has yet.
func repairPair(pair string) (key, value, given string, assigned bool) {
	if strings.Count(pair, "=") > 1 {
		pair = strings.ReplaceAll(pair, "=\n", "")
	}
	if marked := quotedEquals.Replace(pair); marked != pair {
		pair = unquotedEquals.Replace(marked)
	}
	key, value, assigned = strings.Cut(pair, "=")
	key = strings.TrimRight(strings.TrimLeft(join(key, false), opening+ends+"/!?"), "([{<")
	if meant, ok := keyOf(key); ok {
		key = meant
	}
	given = join(value, key != recordKey)
	value = strings.TrimLeft(given, opening+ends)
	if s := config.Lookup(key); s != nil && (s.Kind() == config.Choice || s.Kind() == config.Choices) {
		value = strings.ToLower(value)
	}
	return key, trimEnd(key, value), given, assigned
}

// join takes breaks of lines and blanks out of a text. A blank between two digits may stay: it could part two numbers.
func join(text string, parts bool) string {
	text = strings.Trim(strings.ReplaceAll(text, "\n", ""), " ")
	if !strings.Contains(text, " ") {
		return text
	}
	var b strings.Builder
	words := strings.Fields(text)
	for i, word := range words {
		if i > 0 && parts && isDigit(words[i-1][len(words[i-1])-1]) && isDigit(word[0]) {
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	return b.String()
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// trimEnd leaves out what a sentence or HTML has behind a value. Dots in a row say that the link was cut short, and a
// comma behind a list may have had another item after it.
func trimEnd(key, value string) string {
	marks := closing
	if !isList(key) {
		marks += ","
	}
	if key == recordKey {
		// A record may end in some, or has lost them to Markdown, for which they are emphasis: see mended.
		marks = strings.ReplaceAll(marks, "_", "")
	}
	return trimMarks(value, marks)
}

// trimMarks leaves marks and tags out at the end of a value, unless there are dots in a row among them.
func trimMarks(value, marks string) string {
	trimmed := trimTags(value, func(r rune) bool { return strings.ContainsRune(marks, r) })
	if strings.Contains(value[len(trimmed):], "..") {
		return value
	}
	return trimmed
}

// trimTags leaves marks and tags of HTML out at the end of a text, in any order.
func trimTags(text string, isMark func(rune) bool) string {
	for {
		r, size := utf8.DecodeLastRuneInString(text)
		if tag := lastTag(text); tag > 0 {
			size = tag
		} else if size == 0 || !isMark(r) {
			return text
		}
		text = text[:len(text)-size]
	}
}

// longestTag is the number of bytes that are looked at for the beginning of a tag.
const longestTag = 80

// lastTag returns the length of the tag of HTML that a text ends in, such as <br> or </a>, 0 for none.
func lastTag(text string) int {
	inside, closed := strings.CutSuffix(text[max(0, len(text)-longestTag):], ">")
	if !closed {
		return 0
	}
	at := strings.LastIndexAny(inside, "<>")
	if at < 0 || inside[at] != '<' {
		return 0
	}
	name := strings.TrimPrefix(inside[at+1:], "/")
	if name == "" || !('a' <= name[0] && name[0] <= 'z' || 'A' <= name[0] && name[0] <= 'Z') {
		return 0
	}
	return len("<>") + len(inside) - at - 1
}

// isList reports whether commas part the values of a key.
func isList(key string) bool {
	if s := config.Lookup(key); s != nil {
		return s.MaxItems > 0
	}
	return key == "networkShape"
}
