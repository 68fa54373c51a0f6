package main

import (
	"encoding/json"
	"syscall/js"

	"shallows/engine/kernel"
	"shallows/wasm/vector"
)

var accelerator kernel.Accelerator = vector.Instantiate

var (
	running    [][]named // by workload
	outputting []outputs
	seeking    *seek
)

// main tells JavaScript what there is to measure. The timing is done there, where the peer in
// JavaScript can take its turns between those of the subjects.
func main() {
	list := workloads()
	var names []string
	for _, w := range list {
		running = append(running, subjects(w))
	}
	for _, s := range running[0] {
		names = append(names, s.Name)
	}
	outputting = newOutputs()
	text, err := json.Marshal(map[string]any{"workloads": list, "subjects": names, "outputs": outputting})
	if err != nil {
		panic(err)
	}
	js.Global().Get("measure").Invoke(js.Global().Get("JSON").Call("parse", string(text)))
	select {}
}

//go:wasmexport train
func train(workload, subject, updates int32) { running[workload][subject].train(int(updates)) }

//go:wasmexport trainOutput
func trainOutput(outputs, contender, updates int32) {
	outputting[outputs].contenders[contender].train(int(updates))
}

//go:wasmexport cost
func costOf(workload, subject int32) float64 { return running[workload][subject].cost() }

//go:wasmexport evaluate
func evaluate(workload, subject int32) int32 {
	if running[workload][subject].evaluate == nil {
		return 0
	}
	running[workload][subject].evaluate()
	return 1
}

//go:wasmexport seek
func seekOn() int32 {
	if seeking == nil || seeking.left == 0 {
		seeking = newSeek()
	}
	return int32(seeking.slice())
}
