import { element } from "../dom.js";
import { letter, math, mn, mo, node, row } from "../math.js";
import { Comparison } from "./check/comparison.js";
import { mistaken, namesOf } from "./check/mistaken.js";
import { Trial } from "./check/trial.js";
import { Lighting } from "./lighting.js";
import { sentence } from "./sentence.js";

/** @typedef {import("../types.js").PanelContext} PanelContext */

/** A check that took longer, in milliseconds, waits until the run is left alone for a while. */
const QUICK = 25;
const WHILE = 300;

/** The gradient check: back-propagation, right or broken, against differences of the cost. */
class CheckPanel {
  id = "check";
  update = () => {};
  unmount = () => {};
  /** The mistake that is made; it stays when the panel is built anew. */
  #mistake = "none";

  /**
   * @param {HTMLElement} host
   * @param {PanelContext} context
   */
  mount(host, context) {
    const { engine, run, pointing } = context;
    const comparison = new Comparison(context);
    const trial = new Trial(context);
    const changes = new Changes(context);
    const radios = engine.mistakes().map((code) => element("input", { type: "radio", name: "check-mistake", value: code, checked: code === this.#mistake }));
    for (const radio of radios) {
      radio.addEventListener("change", () => {
        this.#mistake = radio.value;
        check();
      });
    }
    host.append(element("div", { class: "panel-columns check" },
      element("div", { class: "panel-part check-side" },
        element("p", { class: "panel-lead" }, ...sentence(context.language, "check.lead", { slope: slope() })),
        element("fieldset", { class: "segmented panel-choice", id: "check-mistakes" },
          element("legend", { class: "name", "data-i18n": "check.break" }),
          ...radios.map((radio) => element("label", {}, radio, element("span", { "data-i18n": `check.mistake.${radio.value}` })))),
        comparison.element,
        changes.element),
      trial.element));

    const lighting = new Lighting(host, pointing);
    let timer = 0;
    let took = 0;
    const check = () => {
      const began = performance.now();
      comparison.show(engine.check(this.#mistake), this.#mistake, run.metrics().step);
      took = performance.now() - began;
      changes.show(this.#mistake);
      trial.show(this.#mistake);
      lighting.light();
    };
    this.update = () => {
      clearTimeout(timer);
      if (took <= QUICK) check();
      else timer = setTimeout(check, WHILE);
    };
    this.unmount = () => {
      clearTimeout(timer);
      trial.stop();
      lighting.stop();
    };
  }
}

/** (J(θ + ε) - J(θ - ε)) / 2ε. */
function slope() {
  const cost = (/** @type {string} */ sign) => row(letter("J"), mo("("), letter("θ"), mo(sign), letter("ε"), mo(")"));
  return math(node("mfrac", row(cost("+"), mo("−"), cost("−")), row(mn(2), letter("ε"))));
}

/** The lecture's formulas that a mistake changes, and what it makes of them. */
class Changes {
  #list = element("ul", { class: "panel-list" });
  element = element("section", { class: "panel-part check-changes", id: "check-changes" }, element("h3", { "data-i18n": "check.formulas" }), this.#list);

  /** @param {PanelContext} context */
  constructor(context) {
    this.context = context;
  }

  /** @param {string} mistake */
  show(mistake) {
    const { engine, language, notation, formulas } = this.context;
    const layers = engine.config().net.length + 1;
    const symbols = Array.from({ length: layers }, (_, i) => namesOf(mistake).map((name) => ({ name, layer: layers - i }))).flat();
    const changed = engine.formulas(symbols, notation.targets).flatMap((quantity) => {
      const both = quantity?.formula ? mistaken(quantity.formula, mistake) : null;
      return both ? [both] : [];
    });
    this.element.hidden = mistake === "none";
    const items = changed.map(({ right, wrong }) =>
      element("li", {}, element("ins", {}, formulas.math(wrong)), " ", language.text("check.instead"), " ", element("del", {}, formulas.math(right))));
    this.#list.replaceChildren(...(items.length > 0 ? items : [element("li", {}, language.text("check.unchanged"))]));
  }
}

export const check = new CheckPanel();
