package numpy

import (
	"html"
	"slices"
	"strings"

	"shallows/engine/page/record"
)

var keywords = strings.Fields("assert def for if import as in return else not or and")

// highlighted is a Python program with its texts, comments, keywords and numbers marked.
func highlighted(program string) record.Markup {
	var b strings.Builder
	for program != "" {
		kind, n := piece(program)
		text := html.EscapeString(program[:n])
		if kind != "" {
			text = `<span class="python-` + kind + `">` + text + `</span>`
		}
		b.WriteString(text)
		program = program[n:]
	}
	return record.Markup(b.String())
}

// piece returns what a program begins with, "" for what is plain, and how long that is.
func piece(program string) (kind string, length int) {
	word := len(program) - len(strings.TrimLeftFunc(program, inWord))
	switch first := program[0]; {
	case first == '"' || word == 1 && strings.ContainsRune("rf", rune(first)) && strings.HasPrefix(program[1:], `"`):
		return "text", text(program)
	case first == '#':
		return "comment", past(program, 0, "\n")
	case '0' <= first && first <= '9':
		if strings.HasSuffix(program[:word], "e") && word < len(program) && strings.ContainsRune("+-", rune(program[word])) {
			word++
			word += len(program[word:]) - len(strings.TrimLeftFunc(program[word:], inWord))
		}
		return "number", word
	case slices.Contains(keywords, program[:word]):
		return "keyword", word
	}
	return "", max(1, word)
}

// inWord reports whether a character is part of a name or a number; in neither is a dot at the beginning.
func inWord(r rune) bool {
	return r == '.' || r == '_' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

// text is how long the string is with which a program begins.
func text(program string) int {
	from := strings.IndexByte(program, '"')
	if strings.HasPrefix(program[from:], `"""`) {
		return past(program, from+3, `"""`)
	}
	return past(program, from+1, `"`)
}

// past is where a program goes on after a text that comes next from a place on, its end if there is none.
func past(program string, from int, text string) int {
	if i := strings.Index(program[from:], text); i >= 0 {
		return from + i + len(text)
	}
	return len(program)
}
