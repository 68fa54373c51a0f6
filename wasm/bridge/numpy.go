//go:build js

package bridge

import "shallows/engine/lecture/numpy"

// numpy returns the run as a program for NumPy.
func (e *Engine) numpy(arguments) any { return numpy.Script(e.learning()) }
