package config

import "strings"

// Warning tells that a setting was not taken as given. It holds codes and values; the page has the words.
type Warning struct {
	Key    string // empty when the whole fragment is meant
	Value  string // as given, cut short when long
	Used   string // what was used instead; empty when the key was ignored
	Reason Reason
}

// NewWarning returns a warning that a pair of a link was not taken as given. Its texts are made fit to be shown: valid
// UTF-8, cut short.
func NewWarning(given Pair, used string, reason Reason) Warning {
	return Warning{brief(given.Key), brief(given.Value), brief(used), reason}
}

// Reason says why a value was not taken as given.
type Reason string

// The reasons for a warning.
const (
	Fine     Reason = ""         // taken as given, no warning
	Unknown  Reason = "unknown"  // no setting has this key
	Invalid  Reason = "invalid"  // not a value of this setting: the default is used
	Clamped  Reason = "clamped"  // beyond a limit: the nearest allowed value is used
	Repeated Reason = "repeated" // given more than once: the first counts
	Version  Reason = "version"  // made for another version: read as version 1
	TooLong  Reason = "long"     // the end of the fragment was not read
	More     Reason = "more"     // as many keys as Value says, beyond those told, are no settings
)

// brief makes untrusted text fit to be shown: valid UTF-8 of at most 40 characters.
func brief(text string) string {
	const most = 40
	count := 0
	for i := range text {
		if count == most {
			text = text[:i] + "…"
			break
		}
		count++
	}
	return strings.ToValidUTF8(text, "\ufffd")
}
