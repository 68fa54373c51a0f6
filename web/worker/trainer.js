/** A worker that trains runs of benches with an engine of its own, wasm/trainer: orders of engine/bench/pool come in, reports
 * go out. scripts/build puts Go's own shim before it.
 */

import { living } from "../throwing.js";
import { vectors } from "../vector.js";

/** Takes an order, trains for a moment and returns a report; "" is none. @type {(order: string) => string} */
let train;
let timer = 0;

/** @param {string} order */
function turn(order) {
  clearTimeout(timer);
  const report = train(order);
  if (!report) return;
  postMessage(report);
  // Orders are heard in between.
  timer = setTimeout(turn, 0, "");
}

/** Starts the engine. @param {WebAssembly.Module} module */
async function start(module) {
  const go = new /** @type {any} */ (self).Go();
  /** @type {WebAssembly.Memory} */
  let memory;
  const instance = await WebAssembly.instantiate(module, { ...go.importObject, ...vectors(() => memory) });
  memory = /** @type {WebAssembly.Memory} */ (instance.exports.mem);
  void go.run(instance);
  train = living(/** @type {any} */ (self).shallowsTrain, go, () => {});
  postMessage("");
}

self.addEventListener("message", (/** @type {MessageEvent} */ { data }) => {
  if (typeof data === "string") turn(data);
  // What goes wrong here is an error of the worker, of which the page hears.
  else start(data).catch((error) => setTimeout(() => { throw error; }));
});
