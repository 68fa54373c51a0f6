import { vectors } from "../../web/vector.js";
import { Peer } from "./peer.js";

/** What Go tells of a workload, see measure/workload.go.
 * @typedef {{Name: string, Sizes: number[], Hidden: string, LearningRate: number, Batch: number, X: number[],
 *   Y: number[], Order: number[], Parameters: number[]}} Workload */

/** One contestant: every number it gives is of the same work.
 * @typedef {{name: string, train: (updates: number) => void, cost: () => number, evaluate: () => number}} Subject */

/** A sigmoid and a softmax of three classes over the same hidden layers, see measure/outputs.go.
 * @typedef {{Name: string, Batch: number}} Outputs */

const ROUNDS = 41;
const PAIRS = 150; // of slices, for the shortest of them
const CLOCK = 0.1; // milliseconds between two times that a page can tell
const SLICE = 3; // milliseconds: short, so that few of them are interrupted on a busy machine
const WARM = 500; // milliseconds, for the browser's optimising compiler to come
const SIDE = 100;

/** Lets all subjects take turns, in Node or in a page.
 * @param {BufferSource} bytes the program measure
 * @param {string} [only] the name of the one workload to measure
 */
export async function race(bytes, only) {
  // @ts-ignore Go's own shim defines it
  const go = new globalThis.Go();
  /** @type {WebAssembly.Memory} */
  let memory;
  const { instance } = await WebAssembly.instantiate(bytes, { ...go.importObject, ...vectors(() => memory) });
  memory = /** @type {WebAssembly.Memory} */ (instance.exports.mem);
  const told = new Promise((resolve) => Object.assign(globalThis, { measure: resolve }));
  go.run(instance);
  const { workloads, subjects, outputs } = await told;
  const engine = /** @type {any} */ (instance.exports);
  const results = workloads.flatMap((/** @type {Workload} */ w, /** @type {number} */ i) => {
    if (only && w.Name !== only) return [];
    const all = subjects.map((/** @type {string} */ name, /** @type {number} */ s) => ({
      name,
      train: (/** @type {number} */ updates) => engine.train(i, s, updates),
      cost: () => engine.cost(i, s),
      evaluate: () => engine.evaluate(i, s),
    }));
    return [measure(w, [...all, peer(w)])];
  });
  if (only) return { workloads: results, outputs: [], seek: null };
  const shares = outputs.map((/** @type {Outputs} */ o, /** @type {number} */ i) => compare(o, (c, n) => engine.trainOutput(i, c, n)));
  return { workloads: results, outputs: shares, seek: seek(engine) };
}

/** @param {Workload} workload @returns {Subject} */
function peer(workload) {
  const p = new Peer(workload);
  const points = SIDE * SIDE;
  /** @type {((x: number, y: number) => number)[]} */
  const features = [(x) => x, (_, y) => y, (x) => x * x, (_, y) => y * y, (x, y) => x * y, Math.sin, (_, y) => Math.sin(y)];
  const grid = Float64Array.from(features.slice(0, workload.Sizes[0]).flatMap((f) =>
    Array.from({ length: points }, (_, i) => f(6 * ((2 * (i % SIDE)) / SIDE - 1), 6 * ((2 * Math.floor(i / SIDE)) / SIDE - 1)))));
  const units = workload.Sizes.slice(1).flatMap((n) => Array.from({ length: n }, () => new Float64Array(points)));
  return { name: "JavaScript", train: (n) => p.train(n), cost: () => p.cost(), evaluate: () => (p.evaluate(grid, units), 1) };
}

/** @param {Workload} workload @param {Subject[]} subjects */
function measure(workload, subjects) {
  for (const s of subjects) s.train(100);
  const cost = subjects[0].cost();
  for (const s of subjects)
    if (!(Math.abs(s.cost() - cost) <= 1e-9 * cost)) throw new Error(`${workload.Name}: ${s.name} reaches cost ${s.cost()}, ${subjects[0].name} ${cost}`);
  const lots = subjects.map((s) => {
    for (const start = performance.now(); performance.now() - start < WARM; ) s.train(100), s.evaluate();
    return Math.ceil((SLICE * 500) / Math.min(...Array.from({ length: 9 }, () => time(() => s.train(500)) || SLICE)));
  });
  /** @type {number[][]} */ const train = subjects.map(() => []);
  /** @type {number[][]} */ const field = subjects.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    subjects.forEach((s, i) => {
      train[i].push((lots[i] * workload.Batch * 1000) / time(() => s.train(lots[i])));
      let does = 0;
      const spent = time(() => (does = s.evaluate()));
      if (does) field[i].push(spent);
    });
  return {
    name: workload.Name,
    train: Object.fromEntries(subjects.map((s, i) => [s.name, median(train[i])])),
    field: Object.fromEntries(subjects.map((s, i) => [s.name, median(field[i])]).filter(([, spent]) => spent)),
  };
}

/** Nanoseconds an example of a sigmoid and of a softmax of three classes, by the shortest of many slices of some fifty ticks of a page's
 * clock at least, and the throughput of the second by the first's.
 * @param {Outputs} outputs @param {(contender: number, updates: number) => void} train
 */
function compare({ Name, Batch }, train) {
  let lot = Math.ceil(4000 / Batch);
  for (const start = performance.now(); performance.now() - start < WARM; ) train(0, lot), train(1, lot);
  while (time(() => train(0, lot)) < 50 * CLOCK) lot *= 2;
  const shortest = [Infinity, Infinity];
  for (let pair = 0; pair < PAIRS; pair++)
    for (const c of [0, 1]) shortest[c] = Math.min(shortest[c], time(() => train(c, lot)));
  const [sigmoid, softmax] = shortest.map((ms) => (1e6 * ms) / (lot * Batch));
  return { name: Name, sigmoid, softmax, share: sigmoid / softmax };
}

/** Opens the default at step 10000, five times. @param {{seek: () => number}} engine */
function seek(engine) {
  /** @type {number[]} */ const totals = [];
  /** @type {number[]} */ const longests = [];
  for (let i = 0; i < 5; i++) {
    let longest = 0;
    const total = time(() => {
      for (let left = 1; left > 0; ) longest = Math.max(longest, time(() => (left = engine.seek())));
    });
    totals.push(total);
    longests.push(longest);
  }
  return { total: median(totals), longest: median(longests) };
}

/** @param {() => void} work @returns {number} milliseconds */
function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.sort((x, y) => x - y)[numbers.length >> 1];
}
