import { element } from "../../dom.js";
import { math, mo } from "../../math.js";
import { decimal, percent } from "../../numerals.js";
import { Plot, powerTicks, roundTicks } from "../../plot.js";
import { symbol } from "../../references.js";
import { sentence } from "../sentence.js";
import { saturation } from "./statements.js";

/** @typedef {import("../../types.js").PanelContext} PanelContext */
/** @typedef {import("../../types.js").Symmetry} Symmetry */
/** @typedef {import("../../types.js").Flow} Flow */

/** The readings beside the plot, in their order. */
const names = /** @type {const} */ (["distance", "weights", "hiddenBiases", "outputBias", "saturated"]);

/** The symmetry meter: how far apart the first layer's units are over the steps, and how far training has come. */
export class Meter {
  #plot = element("div", { class: "symmetry-plot" });
  #values = Object.fromEntries(names.map((name) => [name, element("dd", { class: "number", id: `symmetry-${name}` })]));
  #caption = element("figcaption", { class: "caption" });
  element = element("div", { class: "symmetry-meter" },
    element("figure", {}, this.#caption, this.#plot),
    element("dl", { class: "readings" },
      ...names.map((name) => element("div", {}, element("dt", { "data-i18n": `symmetry.${name}` }), this.#values[name]))));

  /** @param {PanelContext} context */
  constructor({ language, formulas }) {
    this.language = language;
    this.formulas = formulas;
  }

  /**
   * @param {Symmetry} symmetry
   * @param {Flow[]} flows
   */
  show({ asymmetry, moved, history }, flows) {
    const readings = { distance: asymmetry, ...moved };
    for (const [name, value] of Object.entries(readings)) this.#values[name].textContent = decimal(value);
    this.#values.saturated.textContent = percent(saturation(flows), 0);
    const rows = math(mo("["), this.formulas.symbol(symbol({ name: "W", layer: 1 })), this.formulas.symbol(symbol({ name: "b", layer: 1 })), mo("]"));
    this.#caption.replaceChildren(...sentence(this.language, "symmetry.meter", { rows }));
    this.#draw(history, asymmetry);
  }

  /**
   * @param {Symmetry["history"]} history
   * @param {number} now
   */
  #draw({ step, asymmetry }, now) {
    const last = Math.max(10, step[step.length - 1]);
    const positive = [...asymmetry, now].filter((value) => value > 0 && Number.isFinite(value));
    const low = 10 ** Math.floor(Math.log10(Math.min(1e-7, ...positive)));
    const high = 10 ** Math.ceil(Math.log10(Math.max(1, ...positive)));
    const plot = new Plot({
      x: { low: 0, high: last, ticks: roundTicks(0, last, 4) },
      y: { low, high, ticks: [0, ...powerTicks(low, high, 6)], log: true, zero: true },
      label: this.language.text("symmetry.plot", { distance: decimal(now), step: step[step.length - 1] }),
      room: { right: 16 },
    });
    plot.line(step, asymmetry, "meter");
    plot.dot(step[step.length - 1], now, "meter");
    this.#plot.replaceChildren(plot.element);
  }
}
