package record

import (
	"reflect"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Read fills what into points to from a JSON text, as [JSON] writes one, and reports whether it is JSON. A struct takes
// the members that are named like its fields, a map of strings all, and so does a slice of [Member], in their order; an
// Encoded takes any value. What does not fit its place is left out, so that the text may be anybody's: a pointer to a number
// is nil where there is something else.
func Read(text string, into any) bool {
	r := reader{text: text}
	return r.value(reflect.ValueOf(into).Elem()) && r.next() == 0 && r.at == len(text)
}

// Member is a member of an object.
type Member struct {
	Name  string
	Value Encoded
}

// Members returns those of the object that a JSON text is of, in their order; ok is false where it is of none.
func (e Encoded) Members() (members []Member, ok bool) {
	ok = strings.HasPrefix(string(e), "{") && Read(string(e), &members)
	return members, ok
}

// Items returns those of the array that a JSON text is of; ok is false where it is of none.
func (e Encoded) Items() (items []Encoded, ok bool) {
	ok = strings.HasPrefix(string(e), "[") && Read(string(e), &items)
	return items, ok
}

// Text returns the string that a JSON text is of; ok is false where it is of none.
func (e Encoded) Text() (text string, ok bool) {
	ok = strings.HasPrefix(string(e), `"`) && Read(string(e), &text)
	return text, ok
}

// deepest is how far arrays and objects may lie within one another.
const deepest = 50

// reader is a JSON text that is being read.
type reader struct {
	text      string
	at, depth int
}

// next returns the first byte from here that is no space, 0 at the end.
func (r *reader) next() byte {
	for r.at < len(r.text) && strings.IndexByte(" \t\r\n", r.text[r.at]) >= 0 {
		r.at++
	}
	if r.at == len(r.text) {
		return 0
	}
	return r.text[r.at]
}

// take goes past a text, if it is what comes next.
func (r *reader) take(text string) bool {
	r.next()
	ok := strings.HasPrefix(r.text[r.at:], text)
	if ok {
		r.at += len(text)
	}
	return ok
}

// value reads one value into a place, or into none.
func (r *reader) value(into reflect.Value) bool {
	first := r.next()
	if into.IsValid() && into.Type() == encoded {
		begin := r.at
		ok := r.value(reflect.Value{})
		into.SetString(r.text[begin:r.at])
		return ok
	}
	switch first {
	case '{':
		return r.list("{", "}", r.member(into))
	case '[':
		return r.list("[", "]", r.item(into))
	case '"':
		text, ok := r.string()
		if place := placeOf(into, reflect.String); ok && place.IsValid() {
			place.SetString(text)
		}
		return ok
	case 't', 'f':
		yes := r.take("true")
		if place := placeOf(into, reflect.Bool); place.IsValid() {
			place.SetBool(yes)
		}
		return yes || r.take("false")
	case 'n':
		return r.take("null")
	}
	return r.number(into)
}

// placeOf returns where a value of a kind goes: into itself, a new variable that it points to, or nowhere.
func placeOf(into reflect.Value, kind reflect.Kind) reflect.Value {
	switch {
	case !into.IsValid() || into.Kind() == kind:
		return into
	case into.Kind() == reflect.Pointer && into.Type().Elem().Kind() == kind:
		into.Set(reflect.New(into.Type().Elem()))
		return into.Elem()
	}
	return reflect.Value{}
}

// list reads what stands between two brackets, apart by commas.
func (r *reader) list(opening, closing string, one func() bool) bool {
	r.take(opening)
	if r.depth++; r.depth > deepest {
		return false
	}
	defer func() { r.depth-- }()
	if r.take(closing) {
		return true
	}
	for one() {
		if r.take(closing) {
			return true
		}
		if !r.take(",") {
			return false
		}
	}
	return false
}

// item returns what reads one more item of an array.
func (r *reader) item(into reflect.Value) func() bool {
	list := placeOf(into, reflect.Slice)
	if list.IsValid() && list.Type() == members {
		list = reflect.Value{}
	}
	if list.IsValid() {
		list.Set(reflect.MakeSlice(list.Type(), 0, 0))
	}
	return func() bool {
		if !list.IsValid() {
			return r.value(list)
		}
		item := reflect.New(list.Type().Elem()).Elem()
		ok := r.value(item)
		list.Set(reflect.Append(list, item))
		return ok
	}
}

var members = reflect.TypeFor[[]Member]()

// member returns what reads one more member of an object.
func (r *reader) member(into reflect.Value) func() bool {
	fields, entries := placeOf(into, reflect.Struct), placeOf(into, reflect.Map)
	if entries.IsValid() {
		entries.Set(reflect.MakeMap(entries.Type()))
	}
	return func() bool {
		name, ok := r.string()
		if !ok || !r.take(":") {
			return false
		}
		if into.IsValid() && into.Type() == members {
			one := Member{Name: name}
			ok := r.value(reflect.ValueOf(&one.Value).Elem())
			into.Set(reflect.Append(into, reflect.ValueOf(one)))
			return ok
		}
		if entries.IsValid() {
			entry := reflect.New(entries.Type().Elem()).Elem()
			ok := r.value(entry)
			entries.SetMapIndex(reflect.ValueOf(name), entry)
			return ok
		}
		var place reflect.Value
		for i := 0; fields.IsValid() && i < fields.NumField(); i++ {
			if string(appendName(nil, fields.Type().Field(i).Name)) == `"`+name+`"` {
				place = fields.Field(i)
			}
		}
		return r.value(place)
	}
}

func (r *reader) number(into reflect.Value) bool {
	length := len(r.text[r.at:]) - len(strings.TrimLeft(r.text[r.at:], "+-.0123456789eE"))
	v, err := strconv.ParseFloat(r.text[r.at:r.at+length], 64) // beyond all numbers it is an infinity
	if length == 0 || err != nil && v == 0 {
		return false
	}
	r.at += length
	if place := placeOf(into, reflect.Float64); place.IsValid() {
		place.SetFloat(v)
	} else if place := placeOf(into, reflect.Int); place.IsValid() && v == float64(int(v)) {
		place.SetInt(int64(v))
	}
	return true
}

// escapes are the characters that a text has by another letter, after a backslash.
var escapes = strings.NewReplacer("b", "\b", "f", "\f", "n", "\n", "r", "\r", "t", "\t")

func (r *reader) string() (text string, ok bool) {
	if !r.take(`"`) {
		return "", false
	}
	for {
		length := strings.IndexAny(r.text[r.at:], `"\`)
		if length < 0 || r.at+length+1 >= len(r.text) && r.text[r.at+length] == '\\' {
			return "", false
		}
		text += r.text[r.at : r.at+length]
		r.at += length + 1
		if r.text[r.at-1] == '"' {
			return text, true
		}
		letter := r.text[r.at : r.at+1]
		r.at++
		if letter != "u" {
			text += escapes.Replace(letter)
			continue
		}
		unit := r.unit()
		if utf16.IsSurrogate(unit) && strings.HasPrefix(r.text[r.at:], `\u`) {
			r.at += len(`\u`)
			unit = utf16.DecodeRune(unit, r.unit())
		}
		text += string(unit)
	}
}

// unit reads the four digits of a UTF-16 unit; of anything else it makes U+FFFD.
func (r *reader) unit() rune {
	end := min(r.at+4, len(r.text))
	unit, err := strconv.ParseUint(r.text[r.at:end], 16, 16)
	r.at = end
	if err != nil {
		return '\ufffd'
	}
	return rune(unit)
}
