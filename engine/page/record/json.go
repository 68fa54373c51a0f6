package record

import (
	"fmt"
	"reflect"
	"strconv"
	"unicode/utf8"
)

// JSON returns a record as web/bind.js reads it: a struct is an object of its fields, named as in Go with a small first
// letter, or two of ID; of a Text it is {t: key, a: arguments}, of a Markup {m: …}, of an Encoded what it holds, of a slice
// an array, in which a struct's field Key tells one item from the others. What is nothing (a nil, a Text without a key) is
// null. Equal records give equal bytes. It panics where a field is of another kind than string, bool, int, float64, struct, slice, pointer or interface.
//
// encoding/json would write the same and bring 70 kB to the page.
func JSON(r any) []byte { return Append(nil, r) }

// Append appends what JSON returns of a record.
func Append(b []byte, r any) []byte { return appendValue(b, reflect.ValueOf(r)) }

func appendValue(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Invalid:
		return append(b, "null"...)
	case reflect.String:
		switch v.Type() {
		case markup:
			return append(appendString(append(b, `{"m":`...), v.String()), '}')
		case encoded:
			return append(b, v.String()...)
		}
		return appendString(b, v.String())
	case reflect.Bool:
		return strconv.AppendBool(b, v.Bool())
	case reflect.Int:
		return strconv.AppendInt(b, v.Int(), 10)
	case reflect.Float64: // a number that JSON has
		return strconv.AppendFloat(b, v.Float(), 'g', -1, 64)
	case reflect.Pointer, reflect.Interface:
		return appendValue(b, v.Elem())
	case reflect.Slice:
		b = append(b, '[')
		for i := range v.Len() {
			b = appendValue(separate(b, i), v.Index(i))
		}
		return append(b, ']')
	case reflect.Struct:
		if t, ok := v.Interface().(Text); ok {
			return appendText(b, t)
		}
		b = append(b, '{')
		for i := range v.NumField() {
			b = appendName(separate(b, i), v.Type().Field(i).Name)
			b = appendValue(append(b, ':'), v.Field(i))
		}
		return append(b, '}')
	}
	panic(fmt.Sprintf("record: a field is of kind %v", v.Kind()))
}

var (
	markup  = reflect.TypeFor[Markup]()
	encoded = reflect.TypeFor[Encoded]()
)

// separate appends a comma before all items but the first.
func separate(b []byte, i int) []byte {
	if i > 0 {
		return append(b, ',')
	}
	return b
}

// appendName appends a field's name in Go as a browser has it, in ASCII.
func appendName(b []byte, name string) []byte {
	b = append(b, '"', name[0]|0x20)
	if name == "ID" {
		return append(b, 'd', '"')
	}
	return append(append(b, name[1:]...), '"')
}

func appendText(b []byte, t Text) []byte {
	if t.Key == "" {
		return append(b, "null"...)
	}
	b = appendString(append(b, `{"t":`...), t.Key)
	if len(t.With) > 0 {
		b = append(b, `,"a":{`...)
		for i := 0; i < len(t.With); i += 2 {
			b = appendString(separate(b, i), t.With[i].(string))
			b = appendValue(append(b, ':'), reflect.ValueOf(t.With[i+1]))
		}
		b = append(b, '}')
	}
	return append(b, '}')
}

func appendString(b []byte, text string) []byte {
	b = append(b, '"')
	from := 0                // what has to be appended yet
	for i, r := range text { // of bytes that are no UTF-8 it makes U+FFFD
		if r != '"' && r != '\\' && r >= ' ' && r != utf8.RuneError {
			continue
		}
		b = append(b, text[from:i]...)
		_, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError:
			b = utf8.AppendRune(b, r)
		case r >= ' ':
			b = append(b, '\\', byte(r))
		default:
			b = append(b, `\u00`...)
			b = append(b, "0123456789abcdef"[r>>4], "0123456789abcdef"[r&15])
		}
		from = i + size
	}
	return append(append(b, text[from:]...), '"')
}
