package kernel

import (
	"fmt"
	"slices"
	"syscall/js"
	"testing"

	"shallows/engine/nn"
)

// inNode is an Accelerator as the page has one. Go's memory is found through a wrapped function,
// which is made with Go's own object at hand.
func inNode(t testing.TB) Accelerator {
	t.Helper()
	js.Global().Call("eval", `{
		const wrap = Go.prototype._makeFuncWrapper;
		Go.prototype._makeFuncWrapper = function (id) {
			globalThis.goMemory = this._inst.exports.mem;
			return wrap.call(this, id);
		};
	}`)
	f := js.FuncOf(func(js.Value, []js.Value) any { return nil })
	f.Release()
	compile := js.Global().Call("eval", `(bytes) =>
		new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory: goMemory } }).exports`)
	return func(module []byte) func(int32) {
		bytes := js.Global().Get("Uint8Array").New(len(module))
		js.CopyBytesToJS(bytes, module)
		exports := compile.Invoke(bytes)
		return func(function int32) { exports.Call(fmt.Sprint(function)) }
	}
}

// On two examples at once the numbers are the same to the last bit.
func TestVectors(t *testing.T) {
	accelerate := inNode(t)
	const m = 2*width + 3
	for _, a := range architectures() {
		n, X, Y := problem(t, a, m)
		n.W[1].Data[0] = 900 // beyond the limits of the functions
		twin := n.Clone()
		one, two := New(n), New(twin)
		two.accelerate(accelerate)
		if vectors := !slices.Contains(a.Hidden, nn.Swish); (two.fast != nil) != vectors {
			t.Fatalf("%s: this machine has vectors: %v, want %v", name(a), two.fast != nil, vectors)
		}
		first := slices.Clone(n.Parameters())
		for _, o := range nn.Optimizers {
			copy(n.Parameters(), first)
			copy(twin.Parameters(), first)
			u, v := nn.NewUpdater(o, 1e-7, n), nn.NewUpdater(o, 1e-7, twin)
			for _, step := range []struct {
				examples int
				nn.Penalty
			}{{2 * width, nn.Penalty{}}, {m, nn.Penalty{}}, {width, nn.Penalty{L2: 0.1}}} {
				one.Step(X, Y, all(step.examples), step.Penalty, u)
				two.Step(X, Y, all(step.examples), step.Penalty, v)
				if !slices.Equal(n.Parameters(), twin.Parameters()) {
					t.Fatalf("%s, %v: the parameters after an update by %d examples differ: %v, %v", name(a), o, step.examples, n.Parameters(), twin.Parameters())
				}
			}
		}
		got, want := twin.NewTrace(m), n.NewTrace(m)
		two.Forward(X, got)
		one.Forward(X, want)
		for l := 1; l <= a.Layers(); l++ {
			if !slices.Equal(got.A[l].Data, want.A[l].Data) {
				t.Errorf("%s: A[%d] is %v, want %v", name(a), l, got.A[l].Data, want.A[l].Data)
			}
		}
	}
}

// Three classes beside one sigmoid over the same hidden layers; make bench tells more precisely.
func BenchmarkVectorOutputs(b *testing.B) {
	Use(inNode(b))
	defer Use(nil)
	BenchmarkOutputs(b)
}
