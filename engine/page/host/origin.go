package host

import (
	"strings"
	"unicode"

	"shallows/engine/link"
)

// Any is every page, as a browser has it that is to tell a message.
const Any = "*"

// key is the key of the query that names the only page that may command this one. It fails closed.
const key = "origin"

// longest is the number of bytes of an address in which the key is looked for; the longest link is shorter.
const longest = 300_000

// Faults of what an address says of its origin, as presentation.<fault> of the locales has them.
const (
	unreadable = "origin"
	hidden     = "hiddenOrigin"
	cut        = "cutOrigin" // too long to be looked at
)

// Around is what an address, from its '?' on, says of the page around this one: the origin that it must have to be heard,
// Any where nothing is said of it, "" for none, and what is wrong with what it says, "" for nothing. The values of the key
// are named. Whether there is a page around is framed; originOf tells the origin of an address as a browser does, "" where
// it has none.
func Around(address string, framed bool, originOf func(string) string) (origin, fault, named string) {
	pairs, _, _ := link.Query(address)
	var values []string
	for _, pair := range pairs {
		if pair.Key == key {
			values = append(values, pair.Value)
		}
	}
	named = strings.Join(values, ", ")
	switch {
	case len(values) > 0:
		if origin = common(values, originOf); origin == "" {
			fault = unreadable
		}
	case len(address) > longest && framed:
		fault = cut
	case len(address) > longest: // of which only a page around could miss something
	case hides(address):
		fault = hidden
	default:
		origin = Any
	}
	return origin, fault, named
}

// common returns the origin of addresses that are all of it, "" where they are not.
func common(addresses []string, originOf func(string) string) string {
	var origin string
	for i, address := range addresses {
		address = strings.TrimFunc(address, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' })
		one := ""
		if isPlain(address) {
			one = originOf(address)
		}
		if one == "" || i > 0 && one != origin {
			return ""
		}
		origin = one
	}
	return origin
}

// isPlain reports whether a text is an address of the web whose host looks like one: to a browser a pattern or a list has
// a host too.
func isPlain(address string) bool {
	scheme, rest, _ := strings.Cut(strings.ToLower(address), "//")
	end := strings.IndexAny(rest, `/\?#`)
	if end < 0 {
		end = len(rest)
	}
	return (scheme == "http:" || scheme == "https:") && end > 0 &&
		!strings.ContainsFunc(rest[:end], func(r rune) bool {
			return !isWord(r) && !unicode.Is(unicode.M, r) && !strings.ContainsRune("-._:[]", r)
		}) &&
		!strings.ContainsFunc(rest, func(r rune) bool {
			return unicode.IsSpace(r) || r == unicode.ReplacementChar || strings.ContainsRune("\"'`<>()", r) || unicode.In(r, unicode.C, unicode.Pi, unicode.Pf)
		})
}

// hides reports whether an address without a readable key had one before it was damaged on its way: written otherwise,
// swallowed by the pair before it, or behind the '#'. Titles and records are looked at less closely, as they may hold
// anything. Values of other people's keys may: ref=original, not ref=origin=https://notes.example.
func hides(address string) bool {
	var titles []string
	var looked strings.Builder
	begin := 0
	for i := 0; i <= len(address); i++ {
		if i < len(address) && address[i] != '&' && address[i] != '#' && (address[i] != '?' || !strings.HasPrefix(strings.ToLower(address[i+1:min(len(address), i+7)]), "title=")) {
			continue
		}
		part := address[begin:i]
		name, value, _ := strings.Cut(strings.TrimLeft(part, "?&#"), "=")
		switch {
		case strings.EqualFold(name, "title") && part[0] != '#':
			titles = append(titles, value)
			part = part[:1]
		case name == "z" && part[0] != '?' && !strings.ContainsFunc(value, func(r rune) bool { return r != '.' && r != '-' && r != '_' && !isWord(r) }):
			part = part[:1]
		}
		looked.WriteString(part)
		begin = i
	}
	return isDamaged(fold(link.Undone(looked.String()))) || isSwallowed(fold(link.Undone(strings.Join(titles, "\n"))))
}

// other stands for a letter that none of the key's can be.
const other = 'x'

// fold makes a text one of ASCII in which the key can be looked for: small letters, no marks that damage leaves in a word.
func fold(text string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(strings.ReplaceAll(text, "∨", "or"), "\r", "\n") {
		switch r = unicode.ToLower(r); {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '%', r == '&', r == '=':
			b.WriteByte(byte(r))
		case r == '\n', r < unicode.MaxASCII && r >= ' ' && !strings.ContainsRune("\\^\"'`*_~|<>()[]{}-", r):
			b.WriteRune(r)
		case r <= unicode.MaxASCII, strings.ContainsRune("“”„‘’‚«»", r), unicode.In(r, unicode.C, unicode.M):
		case unicode.IsLetter(r):
			b.WriteRune(other)
		case unicode.IsDigit(r):
			b.WriteByte('0')
		default:
			b.WriteByte('.')
		}
	}
	return b.String()
}

// isDamaged reports whether a folded text has what can only be a key that was damaged: the key, or at the beginning of a
// word what is one slip from it, before a '=' or an address, or as a pair by itself.
func isDamaged(text string) bool {
	for i := range text {
		// Of a word with one slip the first letter is o, or it is r, or the second is.
		if text[i] != 'o' && text[i] != 'r' && (i+1 == len(text) || text[i+1] != 'r') {
			continue
		}
		for length := len(key) - 1; length <= len(key)+1 && i+length <= len(text); length++ {
			word, after := text[i:i+length], text[i+length:]
			if !link.Misspells(word, key) || strings.Contains(word, "&") || length == len(key) && strings.Contains(word, "=") {
				continue
			}
			before, shorter := text[:i], strings.TrimSuffix(text[:i], "amp")
			begins := endsWord(before) || endsWord(shorter)
			if (word == key || begins) && isGiven(after) || (endsPair(before) || endsPair(shorter)) && beginsPair(after) {
				return true
			}
		}
	}
	return false
}

// isSwallowed reports whether titles hold the key with an address; the word may stand in them for itself.
func isSwallowed(titles string) bool {
	for {
		_, after, found := strings.Cut(titles, key)
		if !found {
			return false
		}
		titles = after
		marks := after[:len(after)-len(strings.TrimLeftFunc(after, func(r rune) bool { return !unicode.IsLetter(r) && r != '\n' }))]
		if strings.Contains(marks, "=") && strings.HasPrefix(after[len(marks):], "http") {
			return true
		}
	}
}

// isGiven reports whether what follows a word gives it a value: a '=', or an address.
func isGiven(after string) bool {
	marks := strings.IndexFunc(after, func(r rune) bool { return isLetter(r) || strings.ContainsRune("&?#/=", r) })
	if marks >= 0 && after[marks] == '=' {
		return true
	}
	address := strings.TrimLeftFunc(after, func(r rune) bool { return !isLetter(r) && r != '&' })
	rest, web := strings.CutPrefix(address, "http")
	rest = strings.TrimPrefix(rest, "s")
	return web && rest != "" && !isLetter(rune(rest[0]))
}

// endsWord reports whether a word can begin behind a text.
func endsWord(text string) bool { return text == "" || !isWord(rune(text[len(text)-1])) }

// endsPair reports whether a pair can begin behind a text.
func endsPair(text string) bool {
	last := strings.LastIndexFunc(text, func(r rune) bool { return isLetter(r) || strings.ContainsRune("=&?#;\n", r) })
	return last < 0 || text[last] != '=' && !isLetter(rune(text[last]))
}

// beginsPair reports whether a pair of a key alone can end before a text.
func beginsPair(text string) bool {
	first := strings.IndexFunc(text, func(r rune) bool { return isLetter(r) || strings.ContainsRune("=:&#\n", r) })
	return first < 0 || text[first] != '=' && !isLetter(rune(text[first]))
}

func isLetter(r rune) bool { return unicode.IsLetter(r) }
func isWord(r rune) bool   { return unicode.IsLetter(r) || unicode.IsDigit(r) }
