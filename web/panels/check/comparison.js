import { element, icon, say } from "../../dom.js";
import { letter, math, mo, row } from "../../math.js";
import { decimal, numeral } from "../../numerals.js";
import { symbol } from "../../references.js";
import { sentence } from "../sentence.js";

/** @typedef {import("../../types.js").PanelContext} PanelContext */
/** @typedef {import("../../types.js").GradientCheck} GradientCheck */
/** @typedef {import("../../types.js").CheckedMatrix} CheckedMatrix */

const icons = { right: "tick", wrong: "close", unclear: "unclear" };

/** The gradient of back-propagation against the numerical one, matrix by matrix. */
export class Comparison {
  #verdict = element("p", { class: "check-verdict", id: "check-verdict", role: "status" });
  #body = element("tbody");
  #note = element("p", { class: "caption" });
  element = element("section", { class: "panel-part check-comparison" },
    this.#verdict,
    element("div", { class: "panel-scroll", role: "group", "data-i18n-label": "panel.check" },
      element("table", { class: "panel-table" },
        element("thead", {}, element("tr", {}, ...["matrix", "analytic", "numerical", "error", "verdict"].map((name) => element("th", { scope: "col", "data-i18n": `check.${name}` })))),
        this.#body)),
    this.#note);

  /** @param {PanelContext} context */
  constructor(context) {
    this.context = context;
  }

  /**
   * @param {GradientCheck} check
   * @param {string} mistake
   * @param {number} step
   */
  show(check, mistake, step) {
    const { language } = this.context;
    const count = (/** @type {string} */ verdict) => check.matrices.filter((matrix) => matrix.verdict === verdict).length;
    const [wrong, unclear] = [count("wrong"), count("unclear")];
    const verdict = wrong > 0 ? "wrong" : unclear > 0 ? "unclear" : "right";
    const all = verdict === "right" && mistake !== "none" ? "harmless" : verdict;
    this.#verdict.dataset.verdict = verdict;
    say(this.#verdict, language.text(`check.all.${all}`, { wrong, unclear, all: check.matrices.length }));
    this.#body.replaceChildren(...check.matrices.map((matrix) => this.#row(matrix)));
    this.#note.replaceChildren(...sentence(language, "check.note", {
      step,
      examples: check.examples,
      epsilon: math(row(letter("ε"), mo("="), numeral(check.epsilon))),
      tolerance: decimal(check.tolerance),
    }));
  }

  /** @param {CheckedMatrix} matrix */
  #row({ name, layer, analytic, numerical, error, verdict }) {
    const { language, formulas } = this.context;
    return element("tr", { "data-verdict": verdict },
      element("th", { scope: "row" }, formulas.math(symbol({ name, layer }))),
      ...[analytic, numerical, error].map((value) => element("td", { class: "number" }, value === null ? "–" : short(value))),
      element("td", {}, element("span", { class: "verdict", "data-verdict": verdict }, icon(icons[verdict]), language.text(`check.${verdict}`))));
  }
}

/** Three digits are enough to compare sizes.
 * @param {number} value
 */
function short(value) {
  return decimal(value, 3);
}
