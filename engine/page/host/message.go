package host

import (
	"slices"
	"strings"
	"unicode/utf16"

	"shallows/engine/page/record"
)

// longestName is that of an id or of a type, in UTF-16 units.
const longestName = 64

// request is a command that waits, or several that became one and are answered alike.
type request struct {
	name    string
	command *command
	ids     []record.Encoded
	payload record.Encoded

	steps    int
	fragment *string // of a link
	settings []record.Member
	theme    string
}

// read reads a message, {nnpg: 1, id, type, payload} and nothing else.
func read(text string) (r *request, ok bool) {
	var members []record.Member
	if !record.Read(text, &members) {
		return nil, false
	}
	r = &request{payload: "null"}
	version := record.Encoded("")
	for _, m := range members {
		switch m.Name {
		case "nnpg":
			version = m.Value
		case "id":
			r.ids = []record.Encoded{m.Value}
		case "type":
			r.name, _ = name(m.Value)
		case "payload":
			r.payload = m.Value
		default:
			return nil, false
		}
	}
	if version != "1" || r.name == "" || r.ids == nil {
		return nil, false
	}
	_, named := name(r.ids[0])
	return r, named || isNumber(r.ids[0])
}

// name reads a text of a few characters.
func name(value record.Encoded) (text string, ok bool) {
	text, ok = value.Text()
	if units := len(utf16.Encode([]rune(text))); !ok || units == 0 || units > longestName {
		return "", false
	}
	return text, true
}

// isNumber reports whether a JSON text is of a number.
func isNumber(value record.Encoded) bool {
	return value != "" && strings.IndexByte("-0123456789", value[0]) >= 0
}

// field returns the one member of an object, by its name.
func field(payload record.Encoded, name string) (value record.Encoded, ok bool) {
	members, ok := payload.Members()
	if !ok || len(members) != 1 || members[0].Name != name {
		return "", false
	}
	return members[0].Value, true
}

// spelt returns a value as JavaScript makes a text of it, which joins the items of arrays by commas.
func spelt(value record.Encoded) string {
	if text, ok := value.Text(); ok {
		return text
	}
	if strings.HasPrefix(string(value), "{") {
		return "[object Object]"
	}
	list, ok := value.Items()
	if !ok {
		return string(value)
	}
	var texts []string
	for _, item := range list {
		text := ""
		if item != "null" {
			text = spelt(item)
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, ",")
}

// put has a member stand in a list, in the place of an earlier one of its name.
func put(list []record.Member, one record.Member) []record.Member {
	for i := range list {
		if list[i].Name == one.Name {
			list = slices.Clone(list)
			list[i] = one
			return list
		}
	}
	return append(list, one)
}
