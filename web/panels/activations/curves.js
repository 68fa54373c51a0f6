import { element } from "../../dom.js";
import { math, mi, mn, mo, node, row } from "../../math.js";
import { decimal, numeral } from "../../numerals.js";
import { Plot } from "../../plot.js";
import { svg } from "../../svg.js";

/** @typedef {import("../../types.js").PanelContext} PanelContext */
/** @typedef {import("../../types.js").ActivationCurve} ActivationCurve */

/** The z on show, and how many of them a curve goes through. */
const REACH = 4;
const COUNT = 321;

const x = { low: -REACH, high: REACH, ticks: [-4, -2, 0, 2, 4] };
const values = { low: -1.5, high: 2.5, ticks: [-1, 0, 1, 2] };
const slopes = { low: -0.1, high: 1.15, ticks: [0, 0.5, 1] };
/** Width of the lane beside the plot in which an activation's range is marked. */
const LANE = 11;

/** The widest first, where lines coincide. */
const order = ["linear", "leaky", "relu", "tanh", "sigmoid"];

/** All activations and their derivatives together, and what sets them apart. */
export class Curves {
  #plots = element("div", { class: "activations-plots" });
  #rows = element("tbody");
  #slope = NaN;

  /** @param {PanelContext} context */
  constructor(context) {
    this.context = context;
    const head = ["activation", "formula", "derivative", "range", "centred"].map((name) =>
      element("th", { scope: "col", "data-i18n": `activations.${name}` }));
    this.element = element("section", { class: "activations-curves" },
      this.#plots,
      element("p", { class: "caption", "data-i18n": "activations.bars" }),
      element("div", { class: "panel-scroll" },
        element("table", { class: "panel-table" }, element("thead", {}, element("tr", {}, ...head)), this.#rows)));
  }

  update() {
    const { engine, language } = this.context;
    const { slope } = engine.config();
    if (slope === this.#slope) return;
    this.#slope = slope;
    const curves = engine.activations(-REACH, REACH, COUNT);
    const drawn = [...curves].sort((a, b) => order.indexOf(a.activation) - order.indexOf(b.activation));
    const room = { right: 8 + LANE * curves.length };
    const g = new Plot({ x, y: values, label: language.text("activations.plot"), room });
    const prime = new Plot({ x, y: slopes, label: language.text("activations.plotPrime"), room: { right: 8 } });
    prime.inside.append(flatBand(prime, curves[0].flat));
    for (const { activation, z, g: value, prime: slope } of drawn) {
      g.line(z, value, activation);
      prime.line(z, slope, activation);
    }
    curves.forEach((curve, lane) => g.element.append(range(g, curve, g.box.x + g.box.w + LANE * (lane + 0.7))));
    this.#plots.replaceChildren(
      figure(math(row(mi("g"), mo("("), mi("z"), mo(")"))), g),
      figure(math(row(node("msup", mi("g"), mo("′")), mo("("), mi("z"), mo(")"))), prime));
    this.#rows.replaceChildren(...curves.map((curve) => this.#row(curve, slope)));
  }

  /**
   * @param {ActivationCurve} curve
   * @param {number} slope
   */
  #row({ activation, low, high, zeroCentred }, slope) {
    const { language } = this.context;
    const { formula, derivative } = written[/** @type {keyof typeof written} */ (activation)](slope);
    const open = low === null || activation === "sigmoid" || activation === "tanh";
    const bounds = `${open ? "(" : "["}${low === null ? "−∞" : decimal(low)}, ${high === null ? "∞" : decimal(high)})`;
    return element("tr", {},
      element("th", { scope: "row" }, element("span", { class: "activations-name" }, sample(activation), language.text(`option.${activation}`))),
      element("td", {}, math(formula)),
      element("td", {}, math(derivative)),
      element("td", { class: "number" }, bounds),
      element("td", {}, language.text(zeroCentred ? "activations.yes" : "activations.no")));
  }
}

/** A short piece of an activation's line, as a key to it.
 * @param {string} activation
 */
export function sample(activation) {
  return svg("svg", { class: "plot-sample", viewBox: "0 0 40 12", "aria-hidden": "true" },
    svg("path", { class: `plot-line ${activation}`, d: "M2 6h36" }));
}

/** @param {Element} caption @param {Plot} plot */
function figure(caption, plot) {
  return element("figure", { class: "activations-plot" }, element("figcaption", {}, caption), plot.element);
}

/** Where a derivative counts as flat.
 * @param {Plot} plot
 * @param {number} flat
 */
function flatBand(plot, flat) {
  const top = plot.y(flat);
  return svg("rect", { class: "activations-flat", x: plot.box.x, y: top, width: plot.box.w, height: plot.y(-flat) - top });
}

/** A bar beside the plot over the values that an activation takes, with its value at 0: in the middle of a range
 * that is centred on zero.
 * @param {Plot} plot
 * @param {ActivationCurve} curve
 * @param {number} at
 */
function range(plot, { activation, g, low, high }, at) {
  const bottom = plot.y(low ?? values.low);
  const top = plot.y(high ?? values.high);
  const arrow = (/** @type {number} */ end, /** @type {number} */ back) => `M${at - 3} ${end + back}L${at} ${end}L${at + 3} ${end + back}`;
  return svg("g", { class: `activations-range ${activation}` },
    svg("path", { class: "activations-bar", d: `M${at} ${bottom}V${top}${high === null ? arrow(top, 4) : ""}${low === null ? arrow(bottom, -4) : ""}` }),
    svg("circle", { cx: at, cy: plot.y(g[(g.length - 1) / 2]), r: 3 }));
}

const a = () => mi("a");
const z = () => mi("z");
/** @param {Node} exponent */
const e = (exponent) => node("msup", mi("e"), exponent);
const minusZ = () => row(mo("−"), z());
/** @param {...Node} choices */
const largest = (...choices) => row(mi("max"), mo("("), ...choices.flatMap((choice, i) => (i > 0 ? [mo(","), choice] : [choice])), mo(")"));
/** A slope below zero and 1 above.
 * @param {number} below
 */
const either = (below) => row(mo("{"), node("mtable",
  node("mtr", node("mtd", numeral(below)), node("mtd", row(z(), mo("<"), mn(0)))),
  node("mtr", node("mtd", mn(1)), node("mtd", row(z(), mo(">"), mn(0))))));

/** Each activation and its derivative, in terms of a where that is what is computed. */
const written = {
  sigmoid: () => ({
    formula: node("mfrac", mn(1), row(mn(1), mo("+"), e(minusZ()))),
    derivative: row(a(), mo("\u2062"), mo("("), mn(1), mo("−"), a(), mo(")")),
  }),
  tanh: () => ({
    formula: node("mfrac", row(e(z()), mo("−"), e(minusZ())), row(e(z()), mo("+"), e(minusZ()))),
    derivative: row(mn(1), mo("−"), node("msup", a(), mn(2))),
  }),
  relu: () => ({ formula: largest(mn(0), z()), derivative: either(0) }),
  leaky: (/** @type {number} */ slope) => ({ formula: largest(row(numeral(slope), z()), z()), derivative: either(slope) }),
  linear: () => ({ formula: z(), derivative: mn(1) }),
};
