//go:build js

package bridge

import numbers "shallows/engine/number"

// number returns the number that a text typed in means, null where it means none. In a whole number a single mark may
// part thousands.
func (e *Engine) number(args arguments) any {
	v, ok := numbers.Parse(args.text(0), boolean(args.at(1)))
	if !ok {
		return nil
	}
	return v
}
