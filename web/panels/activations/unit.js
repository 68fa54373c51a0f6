import { element } from "../../dom.js";
import { decimal, percent } from "../../numerals.js";
import { Plot, roundTicks } from "../../plot.js";
import { svg } from "../../svg.js";

/** @typedef {import("../../types.js").PanelContext} PanelContext */
/** @typedef {import("../../types.js").ActivationCurve} ActivationCurve */

/** Points along a curve, least reach of z, height of a row of ticks. */
const COUNT = 321;
const REACH = 4;
const TICK = 11;

/** One unit at work: its activation, and where the examples' z lie on it. */
export class UnitActivity {
  #select = element("select", { id: "activations-unit", class: "select" });
  #picture = element("div");
  #key = element("p", { class: "legend activations-key" },
    element("span", {}, element("i", { class: "activations-tick one" }), element("span", { "data-i18n": "output.one" })),
    element("span", {}, element("i", { class: "activations-tick zero" }), element("span", { "data-i18n": "output.zero" })));
  #symbol = element("span");
  #saturated = element("p", { id: "activations-saturated" });
  #dead = element("p", { id: "activations-dead" });
  #network = "";
  /** Whether the unit was chosen here, not in the diagram. */
  #led = false;
  /** What the data come of, and whether each training example is of class 1. */
  #origin = "";
  /** @type {boolean[]} */
  #ones = [];

  /** @param {PanelContext} context */
  constructor(context) {
    this.context = context;
    this.element = element("section", { class: "activations-unit" },
      element("div", { class: "panel-head" },
        element("h3", {}, element("label", { for: "activations-unit", "data-i18n": "activations.unit" })), this.#symbol, this.#select),
      element("div", { class: "activations-unit-body" },
        element("div", {}, this.#picture, this.#key),
        element("div", { class: "activations-unit-text" }, this.#saturated, this.#dead)));
    this.#select.addEventListener("change", () => {
      const [layer, to] = this.#chosen();
      this.#led = true;
      context.pointing.choose({ kind: "unit", layer, to, from: 0 });
      this.update();
    });
  }

  /** Lets go of the unit that was chosen here. */
  stop() {
    const [layer, to] = this.#chosen();
    const { chosen } = this.context.pointing;
    if (this.#led && chosen?.layer === layer && chosen.to === to) this.context.pointing.choose(null);
  }

  /** Shows the unit that was chosen in the diagram. */
  follow() {
    const { chosen } = this.context.pointing;
    if (!chosen || chosen.kind === "link" || chosen.layer === 0) return;
    const value = `${chosen.layer},${chosen.to}`;
    if (this.#select.value === value) return;
    this.#select.value = value;
    this.update();
  }

  update() {
    this.#list();
    const { engine, language, formulas } = this.context;
    const [layer, unit] = this.#chosen();
    const activity = engine.activity(layer, unit);
    if (!activity) return;
    const config = engine.config();
    const act = layer > config.net.length ? config.out : (config.act[layer - 1] ?? config.act[0]);
    this.#symbol.replaceChildren(formulas.math({ kind: "symbol", name: "Z", letter: "z", layer, row: unit, col: 0, example: 0, next: false }));
    this.#picture.replaceChildren(this.#plot(act, activity.z));
    this.#saturated.textContent = language.text("activations.saturatedShare", { percent: percent(activity.saturated), flat: decimal(activity.flat) });
    this.#dead.textContent = language.text(activity.dead ? "activations.dead" : "activations.alive");
    this.element.toggleAttribute("data-dead", activity.dead);
  }

  #chosen() {
    return this.#select.value.split(",").map(Number);
  }

  /** Offers the network's units, keeping the one that is chosen. */
  #list() {
    const { engine, language, pointing } = this.context;
    const { net, act, out } = engine.config();
    const network = JSON.stringify([net, act, out]);
    if (network === this.#network) return;
    const before = this.#network === "" && pointing.chosen?.kind === "unit" ? `${pointing.chosen.layer},${pointing.chosen.to}` : this.#select.value;
    this.#network = network;
    this.#select.replaceChildren(...[...net, 1].flatMap((units, l) =>
      Array.from({ length: units }, (_, i) => {
        const output = l === net.length;
        const name = language.text(output ? "part.output" : "part.unit", { layer: l + 1, to: i + 1 });
        return element("option", { value: `${l + 1},${i + 1}` }, `${name}, ${language.text(`option.${output ? out : (act[l] ?? act[0])}`)}`);
      })));
    this.#select.value = before;
    if (this.#select.selectedIndex < 0) this.#select.selectedIndex = 0;
  }

  /**
   * @param {string} activation
   * @param {Float64Array} zs
   */
  #plot(activation, zs) {
    const { engine, language } = this.context;
    const farthest = zs.reduce((most, z) => (Number.isFinite(z) ? Math.max(most, Math.abs(z)) : most), REACH);
    const curve = /** @type {ActivationCurve} */ (
      engine.activations(-farthest, farthest, COUNT).find(({ activation: name }) => name === activation));
    const { low, high } = extent(curve);
    const plot = new Plot({
      x: { low: -farthest, high: farthest, ticks: roundTicks(-farthest, farthest, 6) },
      y: { low, high, ticks: roundTicks(low, high, 4) },
      label: language.text("activations.plotUnit"),
      height: 220, room: { bottom: 20 + 2 * TICK + 6 },
    });
    plot.inside.append(...flatStretches(curve).map(([from, to]) =>
      svg("rect", { class: "activations-flat", x: plot.x(from), y: plot.box.y, width: plot.x(to) - plot.x(from), height: plot.box.h })));
    plot.line(curve.z, curve.g, activation);
    plot.element.append(...this.#ticks(plot, zs));
    return plot.element;
  }

  /** The examples' z as ticks under the curve: class 1 above, class 0 below; values in one row.
   * @param {Plot} plot
   * @param {Float64Array} zs
   */
  #ticks(plot, zs) {
    const { engine, run } = this.context;
    const { data } = engine.config();
    const { origin } = run;
    if (origin !== this.#origin) this.#ones = engine.data().train.map(([, , y]) => y > 0);
    this.#origin = origin;
    const classes = !["plane", "bumps"].includes(data);
    this.#key.hidden = !classes;
    const top = plot.box.y + plot.box.h + 20;
    const rows = { one: "", zero: "" };
    zs.forEach((z, i) => {
      if (!Number.isFinite(z)) return;
      const one = !classes || this.#ones[i];
      rows[one ? "one" : "zero"] += `M${plot.x(z).toFixed(2)} ${top + (one ? 0 : TICK + 1)}v${TICK}`;
    });
    return Object.entries(rows).map(([name, d]) => svg("path", { class: `activations-ticks ${classes ? name : "value"}`, d }));
  }
}

/** What values a plot of a curve spans, with room above and below.
 * @param {ActivationCurve} curve
 */
function extent({ g }) {
  const low = Math.min(-0.2, ...g);
  const high = Math.max(1, ...g);
  const room = 0.08 * (high - low);
  return { low: low - room, high: high + room };
}

/** The stretches of z where |g′| is so small that a unit counts as saturated.
 * @param {ActivationCurve} curve
 */
function flatStretches({ z, prime, flat }) {
  /** @type {[number, number][]} */
  const stretches = [];
  prime.forEach((slope, i) => {
    if (Math.abs(slope) >= flat) return;
    const last = stretches.at(-1);
    if (last && i > 0 && last[1] === z[i - 1]) last[1] = z[i];
    else stretches.push([z[i], z[i]]);
  });
  return stretches;
}

