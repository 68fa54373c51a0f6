package link

import (
	"strings"
	"unicode"

	"shallows/engine/config"
)

// Bytes and pairs of a query that are read; a whole one is shorter.
const (
	maxQuery      = 16_384
	maxQueryPairs = 200
)

// QueryKeys are the keys of the query; package presentation says what they mean.
var QueryKeys = strings.Fields("ui show hide lock run load theme lang title origin panel lesson page view seq check")

// Asked is a pair of a query.
type Asked struct {
	Key, Value string // as they can only be meant
	Given      string // the value without its escapes alone
}

// Query returns what an address asks for behind the page's name, its '?' and '#' included: the pairs of its query as they
// were before mail, chat programs and HTML wrote its marks in other ways, whether there are more than are read, and its
// fragment, which [Open] repairs.
func Query(address string) (pairs []Asked, cut bool, fragment string) {
	text := repeatedly(undoReferences, strings.TrimPrefix(address, "?")) // which may have &#38; for '&'
	query, fragment, _ := strings.Cut(text, "#")
	query, inside := cutFragment(query)
	if fragment == "" {
		fragment = inside
	}
	if cut = len(query) > maxQuery; cut {
		query = query[:maxQuery]
	}
	query = swallowedKeys.Replace(query)
	// A title may begin with 3D by itself.
	if marked := quotedEquals.Replace(query); !strings.Contains(marked, "=") && (strings.Count(query, "=") > 1 || !strings.HasPrefix(query, "title=")) {
		query = strings.ReplaceAll(marked, equals, "=")
	}
	parts := separate(query)
	if len(parts) > maxQueryPairs {
		parts, cut = parts[:maxQueryPairs], true
	}
	for _, part := range parts {
		pairs = append(pairs, readPair(part)...)
	}
	return pairs, cut, fragment
}

// swallowedKeys are the beginnings of &lang, &lesson and &origin where HTML has a character for them.
var swallowedKeys = strings.NewReplacer("%E2%8C%A9=", "&lang=", "%E2%9F%A8=", "&lang=", "%E3%80%88=", "&lang=", "%E2%89%A4sson=", "&lesson=", "%E2%88%A8igin=", "&origin=")

// cutFragment parts a query from the fragment where the '#' between them was escaped.
func cutFragment(query string) (before, fragment string) {
	for at := 0; ; at++ {
		next := strings.Index(query[at:], "%23")
		if next < 0 {
			return query, ""
		}
		at += next
		rest := query[at+len("%23"):]
		// No further than the key goes, for a query may be all of such marks.
		end := strings.IndexFunc(rest, func(r rune) bool { return r != '_' && !isAlphanumeric(r) })
		if end > 0 && rest[end] == '=' {
			return query[:at], rest
		}
	}
}

// separate parts a query into pairs: at each '&', and where what was one stands before a key.
func separate(query string) (parts []string) {
	begin := 0
	add := func(end int) {
		if part := query[begin:end]; strings.ContainsFunc(part, isAlphanumeric) {
			parts = append(parts, part)
		}
	}
	for i := 0; i < len(query); {
		length := separator(query[i:])
		if length == 0 && query[i] == '&' {
			length = 1
		}
		if length > 0 {
			add(i)
			begin = i + length
		}
		i += max(1, length)
	}
	add(len(query))
	return parts
}

// mostMarks bounds how many marks together are taken for one.
const mostMarks = 12

// marks are what '&' may have become, besides what escapes of escapes it is.
var marks = []string{`{\&}`, `\u0026`, "&", ";", "?", "^", `\`, "%EF%BC%86"}

// separator returns the length of what a text begins with if that was an '&' before a key, else 0.
func separator(text string) int {
	rest, found := trimMost(text, func(text string) int {
		if n := lengthOf(text, marks...); n > 0 {
			return n
		}
		escape := strings.TrimPrefix(text, "%")
		for escape != text && strings.HasPrefix(escape, "25") {
			escape = escape[len("25"):]
		}
		for _, code := range []string{"26", "3F", "5C", "0D", "0A"} {
			if escape != text && len(escape) >= 2 && strings.EqualFold(escape[:2], code) {
				return len(text) - len(escape) + 2
			}
		}
		return 0
	})
	if !found {
		return 0
	}
	rest, _ = trimMost(rest, func(text string) int { return lengthOf(text, "amp;", "amp%3B") })
	rest, _ = trimMost(rest, func(text string) int { return lengthOf(text, "%20", " ", "\n", "\r", "\t") })
	if key := startingKey(rest); key != "" && strings.HasPrefix(rest[len(key):], "=") {
		return len(text) - len(rest)
	}
	return 0
}

// lengthOf returns the length of the first of some marks that a text begins with, 0 for none.
func lengthOf(text string, marks ...string) int {
	for _, mark := range marks {
		if strings.HasPrefix(text, mark) {
			return len(mark)
		}
	}
	return 0
}

// trimMost leaves out what a text begins with, as often as there is a length of it, but for a bound.
func trimMost(text string, length func(string) int) (rest string, found bool) {
	rest = text
	for range mostMarks {
		n := length(rest)
		if n == 0 {
			break
		}
		rest, found = rest[n:], true
	}
	return rest, found
}

// startingKey returns the key that a text begins with, in any case.
func startingKey(text string) string {
	for _, key := range QueryKeys {
		if len(text) >= len(key) && strings.EqualFold(text[:len(key)], key) {
			return key
		}
	}
	return ""
}

// readPair reads what stands between two '&': more than one pair where marks between them were damaged. Titles, origins and views may hold
// any mark themselves; what other people's keys hold is theirs.
func readPair(pair string) []Asked {
	name, value, assigned := strings.Cut(pair, "=")
	if known := queryKey(name); assigned && (known == "title" || known == "origin" || known == "seq") {
		return []Asked{{known, formDecoded(value), formDecoded(value)}}
	}
	plain := strings.TrimLeftFunc(undone(strings.ReplaceAll(pair, "+", " ")), notAlphanumeric)
	marks := "="
	first := plain
	if at := strings.IndexAny(plain, "=:"); at >= 0 {
		first = plain[:at]
		if plain[at] == ':' {
			marks = "=:"
		}
	}
	if queryKey(first) == "" {
		return []Asked{{formDecoded(name), formDecoded(value), formDecoded(value)}}
	}
	var pairs []Asked
	for _, part := range between(plain) {
		key, value := part, ""
		if at := strings.IndexAny(part, marks); at >= 0 {
			key, value = part[:at], part[at+1:]
		}
		if known := queryKey(key); known != "" {
			key = known
		}
		given := strings.TrimSpace(value)
		if key != "title" && key != "origin" {
			value = bare(value, key)
		}
		pairs = append(pairs, Asked{key, value, given})
	}
	return pairs
}

// between parts a text without escapes into pairs, at marks and blanks before a key that has a '='.
func between(text string) (parts []string) {
	begin := 0
	for i := 0; i < len(text); i++ {
		rest := strings.TrimLeftFunc(text[i:], func(r rune) bool { return notAlphanumeric(r) && !strings.ContainsRune("=:,", r) })
		if len(rest) == len(text)-i {
			continue
		}
		end := len(text) - len(rest)
		for _, key := range []string{rest, strings.TrimPrefix(rest, "amp")} {
			known := startingKey(key)
			if known != "" && strings.HasPrefix(strings.TrimLeftFunc(key[len(known):], func(r rune) bool { return r != '=' && notAlphanumeric(r) }), "=") {
				parts = append(parts, text[begin:i])
				begin = len(text) - len(key)
				break
			}
		}
		i = end - 1
	}
	return append(parts, text[begin:])
}

// queryKey returns the key that a text can only mean, "" for none: in another case, with marks and blanks, after what is
// left of an &amp;.
func queryKey(text string) string {
	letters := strings.Map(func(r rune) rune {
		if notAlphanumeric(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, undone(text))
	for {
		for _, key := range QueryKeys {
			if letters == key {
				return key
			}
		}
		rest := strings.TrimPrefix(letters, "amp")
		if rest == letters {
			return ""
		}
		letters = rest
	}
}

// undone returns a text of an address without any escape, escapes of escapes too, and with full-width letters and marks as
// usual ones.
func undone(text string) string {
	text = repeatedly(func(text string) string { return strings.Map(HalfWidth, undoLayer(text)) }, text)
	text = strings.ReplaceAll(strings.ReplaceAll(text, "=\r\n", ""), "=\n", "")
	return strings.ReplaceAll(quotedEquals.Replace(text), equals, "=")
}

// Undone returns what undone does of a text whose escapes may have been escaped very often.
func Undone(text string) string { return repeatedly(undone, text) }

// formDecoded reads a text as forms write it.
func formDecoded(text string) string {
	return strings.ToValidUTF8(config.Unescape(strings.ReplaceAll(text, "+", " ")), "\ufffd")
}

// bare returns a word, or a list of words, without what a sentence has around it; a number keeps its sign.
func bare(value, key string) string {
	visible := strings.Map(func(r rune) rune {
		if r == '\\' || r == '^' || unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf) {
			return -1
		}
		return r
	}, value)
	begun := strings.TrimLeftFunc(visible, notAlphanumeric)
	if sign := strings.TrimSuffix(visible, begun); strings.HasSuffix(sign, "-") && strings.IndexFunc(begun, unicode.IsDigit) == 0 {
		begun = "-" + begun
	}
	word := trimTags(begun, notAlphanumeric)
	if key == "lang" {
		return word
	}
	return strings.ToLower(word)
}

func isAlphanumeric(r rune) bool  { return unicode.IsLetter(r) || unicode.IsDigit(r) }
func notAlphanumeric(r rune) bool { return !isAlphanumeric(r) }
