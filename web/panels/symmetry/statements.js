/** @typedef {import("../../types.js").Config} Config */
/** @typedef {import("../../types.js").Params} Params */
/** @typedef {import("../../types.js").Symmetry} Symmetry */
/** @typedef {import("../../types.js").Flow} Flow */

/** What a run is judged by.
 * @typedef {object} Facts
 * @property {Config} config
 * @property {Params} params
 * @property {number[]} targets of the training examples, as the data have them
 * @property {Symmetry} symmetry
 * @property {Flow[]} flows
 */

/** Initialisations that make all units of a layer alike. */
const ALIKE = ["zeros", "constant", "rows"];
/** The distance, ten times that of a poke, from which on units count as parted. */
const PARTED = 1e-5;
/** The share of its largest distance so far below which units are closing in on each other. */
const CLOSING = 0.5;
/** The share of saturated units and examples that is worth a word. */
const SATURATED = 0.5;

/** What is true of the units of a run, as keys of the texts symmetry.says.<key>.
 * @param {Facts} facts
 */
export function statements(facts) {
  const { config, params, symmetry } = facts;
  const hidden = params.layers.slice(0, -1);
  if (hidden.length === 0) return ["logistic"];
  const said = isZero(facts) ? fromZeros(facts) : ofUnits(config, params, symmetry);
  if (saturation(facts.flows) >= SATURATED) said.push("saturated");
  return said;
}

/** The largest share of saturated units and examples of a hidden layer. One side of ReLU is flat by design, so it
 * does not count.
 * @param {Flow[]} flows
 */
export function saturation(flows) {
  const bounded = flows.slice(0, -1).filter(({ activation }) => activation === "sigmoid" || activation === "tanh");
  return Math.max(0, ...bounded.map(({ saturated }) => saturated));
}

/** Whether all weights and hidden biases are 0 and have been from the start.
 * @param {Facts} facts
 */
function isZero({ params: { layers }, symmetry: { moved } }) {
  const zero = (/** @type {number[]} */ values) => values.every((value) => value === 0);
  return moved.weights === 0 && moved.hiddenBiases === 0 &&
    layers.every(({ W, b }, i) => W.every(zero) && (i === layers.length - 1 || zero(b)));
}

/** From zeros, A[L-1] is g(0) for every example and dA[L-1] is 0. So dW[L] is 0 if g(0) is; else it is a multiple of
 * the mean of dZ[L], as is db[L].
 * @param {Facts} facts
 */
function fromZeros({ config, params: { layers }, targets, symmetry: { moved } }) {
  const whole = config.batch === 0 || config.batch >= targets.length;
  const still = whole && moved.outputBias === 0 && isBalanced(config, targets);
  const moving = layers[layers.length - 2].activation === "sigmoid";
  if (moving) return [still ? "balanced" : "half"];
  return ["frozen", still ? "balanced" : "outputBias"];
}

/** Whether the mean of dZ[L] is 0 while all parameters are: the output then lies in the middle between the classes,
 * unless it is linear, and they have equally many examples.
 * @param {Config} config
 * @param {number[]} targets
 */
function isBalanced({ data, out }, targets) {
  const classes = data !== "plane" && data !== "bumps";
  return classes && out !== "linear" && 2 * targets.reduce((sum, y) => sum + y, 0) === targets.length;
}

/**
 * @param {Config} config
 * @param {Params} params
 * @param {Symmetry} symmetry
 */
function ofUnits({ net, init, scale }, params, { asymmetry, history }) {
  if (net.every((size) => size === 1)) return ["single"];
  if (areCopies(params)) return ["copies"];
  if (net[0] === 1) return ["one"];
  if (scale !== 0 && !ALIKE.includes(init)) return ["random"];
  if (asymmetry >= PARTED) return hasCopies(params) ? ["parted", "rest"] : ["parted"];
  return asymmetry < CLOSING * Math.max(...history.asymmetry) ? ["closing"] : ["nudged"];
}

/** Whether some units of the first layer have equal weights in, equal biases and equal weights out.
 * @param {Params} params
 */
function hasCopies({ layers: [{ W, b }, next] }) {
  const units = W.map((row, i) => JSON.stringify([row, b[i], next.W.map((to) => to[i])]));
  return new Set(units).size < units.length;
}

/** Whether the units of each hidden layer are copies: equal weights in, equal biases, equal weights out.
 * @param {Params} params
 */
function areCopies({ layers }) {
  return layers.slice(0, -1).every(({ W, b }, l) =>
    W.every((row, i) => b[i] === b[0] && row.every((weight, j) => weight === W[0][j])) &&
    layers[l + 1].W.every((row) => row.every((weight) => weight === row[0])));
}
