package link

import (
	"strings"

	"shallows/engine/config"
)

// MostViews is how many views a talk has that an address holds.
const MostViews = 50

// TalkView is one of them: what is on show, and the fragment of the run that it begins with, "" for the run there is.
type TalkView struct{ Name, Run string }

// between views, and between a view's name and its run, stands a mark that no fragment has and that forms leave as it is.
const betweenViews = "*"

// ReadViews reads what WriteViews has written. Views are left out that are not sound, and those beyond MostViews: ignored is
// their number.
func ReadViews(text string, sound func(TalkView) bool) (views []TalkView, ignored int) {
	parts := strings.Split(text, betweenViews)
	for ; len(parts) > 0; parts = parts[min(2, len(parts)):] {
		if len(views) < MostViews && len(parts) > 1 && sound(TalkView{parts[0], parts[1]}) {
			views = append(views, TalkView{parts[0], parts[1]})
		} else {
			ignored++
		}
	}
	return views, ignored
}

// WriteViews writes views as a text that the query of an address holds.
func WriteViews(views []TalkView) string {
	var parts []string
	for _, v := range views {
		parts = append(parts, v.Name, v.Run)
	}
	return strings.Join(parts, betweenViews)
}

// Sound reports whether a fragment is one of this page and can be read to the letter, with nothing to warn of. No run is made for that.
func Sound(fragment string) bool {
	settings, records := cut(fragment)
	pairs, long := config.Split(settings)
	if repaired, _ := Repair(fragment); repaired != fragment || fragment == "" || long || isTensorFlow(pairs) || len(records) > 1 {
		return false
	}
	if _, warnings := config.Decode(settings); len(warnings) > 0 {
		return false
	}
	for _, text := range records {
		if _, err := decode(text, maxDeflated); err != nil {
			return false
		}
	}
	return true
}
