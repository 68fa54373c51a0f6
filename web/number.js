import { element } from "./dom.js";
import { typed } from "./numerals.js";

/** A text field for one number. It hands over what was typed in on Enter or when left, and takes arrow keys as
 * steps where it holds an integer. What is no number goes back to the last value shown.
 */
export class NumberField {
  /** Reads what is typed in: the engine's, once it is there. @type {import("./types.js").Engine["number"]} */
  static read = () => null;

  /**
   * @param {{id: string, integer?: boolean, label?: string, digits?: number}} options label for a field without
   *   one of its own; digits to show of longer numbers
   */
  constructor({ id, integer = false, label, digits = 17 }) {
    this.integer = integer;
    this.digits = digits;
    this.input = element("input", {
      id, type: "text", class: "number", inputmode: integer ? "numeric" : "decimal", spellcheck: "false", "aria-label": label,
    });
    this.shown = NaN;
    /** Called with a number typed in. @type {(value: number) => void} */
    this.entered = () => {};
    /** Called with what was typed in instead of a number. @type {(text: string) => void} */
    this.refused = () => {};
    this.input.addEventListener("change", () => this.#enter());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("focus", () => this.input.select());
  }

  /** @param {number} value NaN for an empty field */
  show(value) {
    this.shown = value;
    const text = this.#text();
    if (this.input.value !== text) this.input.value = text;
  }

  /** Whether the reader is typing, so that what stands there must not be replaced. */
  get busy() {
    return document.activeElement === this.input && this.input.value !== this.#text();
  }

  #text() {
    return Number.isNaN(this.shown) ? "" : typed(this.shown, this.digits);
  }

  #enter() {
    const text = this.input.value;
    const value = NumberField.read(text, this.integer);
    this.show(this.shown);
    if (value === null) this.refused(text.trim());
    else this.entered(value);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // What was begun is given up, also where the key closes what the field stands in.
    if (event.key === "Escape") this.show(this.shown);
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step || !this.integer) return;
    event.preventDefault();
    this.entered(this.shown + step);
  }
}
