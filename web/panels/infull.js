import { element } from "../dom.js";
import { reference } from "../references.js";

/** @typedef {import("../types.js").Reference} Reference */
/** @typedef {import("../types.js").Expression} Expression */

const first = reference({ name: "Z", layer: 1, row: 1 });
const parameters = ["W", "b"];
const perExample = ["dZ", "dA", "Y"];

/** The formula of what is pointed at in full: in symbols, with numbers, and its result. What was pointed at last
 * stays on show.
 */
export class InFull {
  element = element("div", { class: "in-full", role: "status" });
  /** @type {Reference} */
  #shown = first;
  #written = "";

  /**
   * @param {import("../types.js").PanelContext} context
   * @param {() => import("../types.js").Ledger | null} ledger the ledger on show
   */
  constructor({ engine, pointing, formulas, run }, ledger) {
    this.engine = engine;
    this.pointing = pointing;
    this.formulas = formulas;
    this.run = run;
    this.ledger = ledger;
  }

  /** What to show while nothing is pointed at.
   * @param {Reference} shown
   */
  rest(shown) {
    this.#shown = shown;
  }

  /** Shows the formula with the numbers of the moment. */
  show() {
    if (this.pointing.reference) this.#shown = this.pointing.reference;
    // A screen reader would never come to an end while the numbers change all the time.
    this.element.setAttribute("aria-live", this.run.state === "playing" ? "off" : "polite");
    let found = this.#lines();
    if (found.length === 0 && !this.pointing.reference) {
      // What was pointed at last is no part of the network any more.
      this.#shown = first;
      found = this.#lines();
    }
    if (found.length === 0) return;
    const written = JSON.stringify([this.formulas.notation.layers, found]);
    if (written === this.#written) return;
    this.#written = written;
    this.element.replaceChildren(...found.map((line) => element("p", { class: "in-full-line" }, ...this.formulas.pieces(line))));
  }

  /** @returns {Expression[]} */
  #lines() {
    const { name, layer, row, example, next } = this.#shown;
    if (["X", "Z", "A"].includes(name) && row > 0) return this.engine.unitFormula(layer, row, example || this.#example());
    if (parameters.includes(name) && row > 0) return this.#parameter();
    const cell = this.engine.ledgerCell(this.#shown.example === 0 && perExample.includes(name) ? { ...this.#shown, example: this.#example() } : this.#shown);
    if (cell) return [cell];
    const whole = this.ledger()?.quantities.find(({ symbol }) => symbol.name === name && symbol.layer === layer && symbol.next === next);
    return whole?.formula ? [whole.formula] : [];
  }

  /** A weight or a bias, its gradient, and what it becomes. */
  #parameter() {
    const { name } = this.#shown;
    const now = { ...this.#shown, next: false };
    return [now, { ...now, name: `d${name}` }, { ...now, next: true }]
      .map((cell) => this.engine.ledgerCell(cell))
      .filter((formula) => formula !== null);
  }

  /** The example to take where none is pointed at. */
  #example() {
    return this.pointing.example ?? this.ledger()?.examples[0] ?? 1;
  }
}
