import { element, icon } from "../dom.js";
import { NumberField } from "../number.js";

/** Chooses an example by its number, or the one before or after it among those on show. */
export class ExamplePicker {
  #field;
  #of = element("span", { class: "caption number" });
  #examples = /** @type {number[]} */ ([]);
  #total = 0;
  /** What the total was counted for. */
  #counted = "";

  /** @param {import("../types.js").PanelContext} context */
  constructor({ run, language, pointing }) {
    this.run = run;
    this.pointing = pointing;
    this.#field = new NumberField({ id: "example", integer: true, label: language.text("example.number") });
    this.#field.entered = (example) => this.#choose(example);
    const before = this.#button("minus", "example.before", -1);
    const after = this.#button("plus", "example.after", 1);
    this.element = element("div", { class: "choice", role: "group", "data-i18n-label": "example.label" },
      element("label", { class: "name", for: "example", "data-i18n": "example.label" }),
      element("span", { class: "stepper" }, before, this.#field.input, after), this.#of);
  }

  /**
   * @param {string} image
   * @param {string} label
   * @param {number} step
   */
  #button(image, label, step) {
    const button = element("button", { type: "button", class: "button square", "data-i18n-label": label }, icon(image));
    button.addEventListener("click", () => this.#walk(step));
    return button;
  }

  /** Goes among the examples on show.
   * @param {number} step
   */
  #walk(step) {
    const at = this.#examples.indexOf(this.pointing.example ?? 0);
    const next = at < 0 ? this.#examples[0] : this.#examples[at + step];
    if (next !== undefined) this.pointing.chooseExample(next);
  }

  /** @param {number} example */
  #choose(example) {
    const { example: now } = this.pointing;
    // The field's arrow keys walk too.
    if (now !== null && Math.abs(example - now) === 1) return this.#walk(example - now);
    this.pointing.chooseExample(Math.max(1, Math.min(this.#total, Math.round(example))));
    this.show();
  }

  /** @param {number[]} examples those on show */
  offer(examples) {
    this.#examples = examples;
    const { origin } = this.run;
    if (origin !== this.#counted) this.#total = this.run.engine.data().train.length;
    this.#counted = origin;
    this.#of.textContent = `/ ${this.#total}`;
    if (!this.#field.busy) this.show();
  }

  /** Shows the example chosen. */
  show() {
    this.#field.show(this.pointing.example ?? NaN);
  }
}
