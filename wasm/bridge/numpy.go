//go:build js

package bridge

import "time"

// numpy returns the run as a program for NumPy, which asserts the page's cost as far as settleNumpy has found out that
// it can.
func (e *Engine) numpy(arguments) any { return e.twin.Script(e.learning()) }

// settleNumpy spends some milliseconds on finding that out, and returns whether it is done.
func (e *Engine) settleNumpy(args arguments) any {
	end := time.Now().Add(time.Duration(args.number(0) * float64(time.Millisecond)))
	return e.twin.Follow(e.learning(), func() bool { return time.Now().Before(end) })
}
