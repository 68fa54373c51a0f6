package link

import (
	"slices"
	"strings"
)

// OfTalk are the keys of a talk, without which an address is that of the whole page.
var OfTalk = []string{"ui", "show", "view", "seq"}

// Whole returns an address without its fragment, and without the lesson, the check or the talk in it: that of the whole page.
func Whole(address string) string {
	address, _, _ = strings.Cut(address, "#")
	page, query, _ := strings.Cut(address, "?")
	gone, pairs := []string{"", "lesson", "page", "check"}, strings.Split(query, "&")
	if slices.Contains(pairs, "ui=present") {
		gone = append(gone, OfTalk...)
	}
	pairs = slices.DeleteFunc(pairs, func(pair string) bool {
		key, _, _ := strings.Cut(pair, "=")
		return slices.Contains(gone, key)
	})
	if len(pairs) == 0 {
		return page
	}
	return page + "?" + strings.Join(pairs, "&")
}
