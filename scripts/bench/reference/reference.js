/** A playground as they usually are, to compare the first load with: one script that builds everything when it runs. It is of
 * the size and the work of TensorFlow Playground: inputs, two hidden layers and an output, a small canvas a unit, an SVG of the
 * links, a heat map of 100 by 100 points for which every unit is evaluated, and settings. A library of some 250 kB stands before
 * it, as D3 does there.
 */

const SIZES = [2, 4, 2, 1];
const SIDE = 100;
const REACH = 6;
const EXAMPLES = 200;
const SETTINGS = {
  "Learning rate": ["0.00001", "0.0001", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10"],
  Activation: ["ReLU", "Tanh", "Sigmoid", "Linear"],
  Regularization: ["None", "L1", "L2"],
  "Regularization rate": ["0", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10"],
  "Problem type": ["Classification", "Regression"],
};

let seed = 1;
/** From -1 to 1, the same in every visit. */
function random() {
  seed = (seed * 48271) % 2147483647;
  return (2 * seed) / 2147483647 - 1;
}

/** Weights of a unit, its bias last. @type {number[][][]} */
const layers = SIZES.slice(1).map((units, l) => Array.from({ length: units }, () => Array.from({ length: SIZES[l] + 1 }, random)));
const examples = Array.from({ length: EXAMPLES }, (_, i) => {
  const [label, turn] = [i % 2 === 0 ? 1 : -1, Math.PI * random()];
  const radius = label > 0 ? 2.5 * Math.abs(random()) : 3.5 + 1.5 * Math.abs(random());
  return { x: [radius * Math.sin(turn), radius * Math.cos(turn)], label };
});

/** The activations of all layers. @param {number[]} x */
function forward(x) {
  const all = [x];
  for (const units of layers) {
    const before = all[all.length - 1];
    all.push(units.map((weights) => Math.tanh(before.reduce((sum, a, i) => sum + a * weights[i], weights[before.length]))));
  }
  return all;
}

/** One update by one example. @param {number[]} x @param {number} label */
function learn(x, label) {
  const all = forward(x);
  let error = all[all.length - 1].map((a) => a - label);
  for (let l = layers.length - 1; l >= 0; l--) {
    const dz = error.map((e, j) => e * (1 - all[l + 1][j] ** 2));
    error = all[l].map((_, i) => dz.reduce((sum, d, j) => sum + d * layers[l][j][i], 0));
    layers[l].forEach((weights, j) => weights.forEach((_, i) => (weights[i] -= 0.03 * dz[j] * (all[l][i] ?? 1))));
  }
}

/** An element with attributes, in a parent.
 * @param {Element} parent @param {string} name @param {Record<string, string | number>} attributes
 */
function add(parent, name, attributes = {}) {
  const element = document.createElementNS(parent instanceof SVGElement ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return parent.appendChild(element);
}

/** @param {string} id */
function find(id) {
  return /** @type {Element} */ (document.getElementById(id));
}

/** @param {number} value from -1 to 1 */
function colour(value) {
  const share = Math.min(1, Math.abs(value));
  const [red, green, blue] = value < 0 ? [245, 147, 34] : [8, 119, 189];
  return [232 + share * (red - 232), 234 + share * (green - 234), 235 + share * (blue - 235)];
}

/** Paints values of the plane, of which only each so-many-th is taken.
 * @param {HTMLCanvasElement} canvas @param {Float64Array} values @param {number} every
 */
function paint(canvas, values, every) {
  const side = SIDE / every;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const image = context.createImageData(side, side);
  for (let i = 0; i < side * side; i++) {
    image.data.set([...colour(values[Math.floor(i / side) * every * SIDE + (i % side) * every]), 255], 4 * i);
  }
  context.putImageData(image, 0, 0);
}

/** Where a unit stands in the network, in shares of it. @param {number} l @param {number} i */
function place(l, i) {
  return { x: 0.1 + (0.8 * l) / (SIZES.length - 1), y: (i + 0.5) / Math.max(4, SIZES[l]) };
}

const network = find("network");
const canvases = SIZES.map((units, l) => Array.from({ length: units }, (_, i) => {
  const canvas = /** @type {HTMLCanvasElement} */ (add(network, "canvas", { width: SIDE / 10, height: SIDE / 10 }));
  Object.assign(canvas.style, { left: `${100 * place(l, i).x}%`, top: `${100 * place(l, i).y}%` });
  return canvas;
}));

function drawLinks() {
  const svg = find("links");
  svg.replaceChildren();
  svg.setAttribute("viewBox", "0 0 1000 1000");
  svg.setAttribute("preserveAspectRatio", "none");
  layers.forEach((units, l) => units.forEach((weights, j) => weights.slice(0, -1).forEach((weight, i) => {
    const [from, to] = [place(l, i), place(l + 1, j)];
    const middle = 500 * (from.x + to.x);
    const d = `M${1000 * from.x} ${1000 * from.y}C${middle} ${1000 * from.y} ${middle} ${1000 * to.y} ${1000 * to.x} ${1000 * to.y}`;
    add(svg, "path", { d, fill: "none", stroke: `rgb(${colour(weight).map(Math.round)})`, "stroke-width": 1 + 5 * Math.abs(weight) });
  })));
}

function drawFields() {
  const values = SIZES.map((units) => Array.from({ length: units }, () => new Float64Array(SIDE * SIDE)));
  for (let at = 0; at < SIDE * SIDE; at++) {
    const x = [((at % SIDE) / SIDE) * 2 * REACH - REACH, REACH - (Math.floor(at / SIDE) / SIDE) * 2 * REACH];
    forward(x).forEach((units, l) => units.forEach((a, i) => (values[l][i][at] = l === 0 ? a / REACH : a)));
  }
  canvases.forEach((units, l) => units.forEach((canvas, i) => paint(canvas, values[l][i], 10)));
  paint(/** @type {HTMLCanvasElement} */ (find("field")), values[SIZES.length - 1][0], 1);
}

function drawPoints() {
  const svg = find("points");
  svg.setAttribute("viewBox", `${-REACH} ${-REACH} ${2 * REACH} ${2 * REACH}`);
  for (const { x, label } of examples) add(svg, "circle", { cx: x[0], cy: -x[1], r: 0.12, fill: label > 0 ? "#0877bd" : "#f59322", stroke: "#fff", "stroke-width": 0.03 });
}

/** @type {number[]} */
const costs = [];
function drawCurve() {
  costs.push(examples.reduce((sum, { x, label }) => sum + (forward(x)[SIZES.length - 1][0] - label) ** 2 / 2, 0) / EXAMPLES);
  const context = /** @type {CanvasRenderingContext2D} */ (/** @type {HTMLCanvasElement} */ (find("curve")).getContext("2d"));
  context.clearRect(0, 0, 280, 60);
  context.beginPath();
  costs.forEach((cost, i) => context.lineTo((280 * i) / Math.max(1, costs.length - 1), 60 - 60 * Math.min(1, cost)));
  context.stroke();
}

function draw() {
  drawLinks();
  drawFields();
  drawCurve();
}

let epochs = 0;
function step() {
  for (const { x, label } of examples) learn(x, label);
  find("count").textContent = String(++epochs);
  draw();
}

for (const [name, choices] of Object.entries(SETTINGS)) {
  const label = add(find("settings"), "label");
  label.textContent = name;
  const select = add(label, "select");
  for (const choice of choices) add(select, "option").textContent = choice;
}
for (const name of ["circle", "exclusive or", "Gauss", "spiral"]) {
  const canvas = /** @type {HTMLCanvasElement} */ (add(find("data"), "canvas", { width: SIDE, height: SIDE, title: name }));
  paint(canvas, Float64Array.from({ length: SIDE * SIDE }, random), 2);
}
for (const name of ["Ratio of training to test data", "Noise", "Batch size"]) {
  const label = add(find("data"), "label");
  label.textContent = name;
  add(label, "input", { type: "range" });
}
drawPoints();
draw();
let frame = 0;
find("step").addEventListener("click", step);
find("play").addEventListener("click", () => {
  const go = () => {
    step();
    frame = requestAnimationFrame(go);
  };
  cancelAnimationFrame(frame);
  if (frame === 0) go();
  else frame = 0;
});
document.documentElement.dataset.state = "ready";
