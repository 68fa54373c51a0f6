import { byId, element, icon } from "./dom.js";
import { modalOpen } from "./modal.js";
import { NumberField } from "./number.js";
import { describe, symbol } from "./names.js";
import { math } from "./math.js";
import { same } from "./pointing.js";

/** @typedef {import("./types.js").Target} Target */

/** Significant digits of the values; scripts read them in full. */
const DIGITS = 8;

/** The pop-over that lists a unit's bias and incoming weights to read and to type in. */
export class Inspector {
  #box = byId("inspector", HTMLElement);
  /** @type {{target: Target, field: NumberField}[]} */
  #fields = [];
  /** @type {HTMLElement | null} */
  #opener = null;

  /**
   * @param {import("./run.js").Run} run
   * @param {import("./language.js").Language} language
   * @param {import("./pointing.js").Pointing} pointing
   * @param {import("./notices.js").Notices} notices
   * @param {import("./formulas.js").Formulas} formulas
   */
  constructor(run, language, pointing, notices, formulas) {
    this.run = run;
    this.language = language;
    this.pointing = pointing;
    this.notices = notices;
    this.formulas = formulas;
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || this.#box.hidden || modalOpen()) return;
      event.preventDefault();
      this.close({ refocus: this.#box.contains(document.activeElement) });
    });
    document.addEventListener("pointerdown", (event) => {
      const inside = event.target instanceof Element && event.target.closest("#inspector, #slot-network");
      if (!inside && !this.#box.hidden) this.close({ refocus: false });
    });
    addEventListener("resize", () => this.#stand());
    run.on("change", ({ restarted }) => (restarted ? this.close({ refocus: false }) : this.#show()));
    run.on("step", () => this.#show());
    language.on("change", () => this.close({ refocus: false }));
  }

  /** Opens for a unit, or for the unit of a link or bias with that field focused.
   * @param {Target} target
   * @param {HTMLElement} opener the element to return to, and to stand beside
   */
  open(target, opener) {
    if (target.layer === 0) {
      this.close({ refocus: false });
      return this.pointing.choose(target);
    }
    const config = this.run.engine.config();
    const layer = this.run.engine.params().layers[target.layer - 1];
    const { layer: l, to } = target;
    /** @type {Target[]} */
    const parts = [{ kind: "bias", layer: l, to, from: 0 }, ...layer.W[to - 1].map((_, i) => /** @type {Target} */ ({ kind: "link", layer: l, to, from: i + 1 }))];
    const asked = parts.find((part) => same(part, target)) ?? parts[0];

    const unit = /** @type {Target} */ ({ kind: "unit", layer: l, to, from: 0 });
    const close = element("button", { type: "button", class: "button square quiet", "aria-label": this.language.text("inspector.close") }, icon("close"));
    close.addEventListener("click", () => this.close());
    const title = element("h2", { id: "inspector-title" }, describe(this.language, config, unit), " ", math(symbol(this.formulas, config, unit)));
    const list = element("div", { class: "parameters" });
    this.#fields = parts.map((part) => this.#row(list, part, config, part === asked ? "inspect-value" : `inspect-${part.from}`));
    this.#box.replaceChildren(element("div", { class: "inspector-head" }, title, close), list, element("p", { class: "caption" }, this.language.text("inspector.hint")));
    this.#opener = opener;
    this.pointing.choose(unit);
    this.#box.hidden = false;
    this.#show();
    this.#stand();
    byId("inspect-value", HTMLInputElement).focus();
  }

  /**
   * @param {HTMLElement} list
   * @param {Target} target
   * @param {import("./types.js").Config} config
   * @param {string} id
   */
  #row(list, target, config, id) {
    const field = new NumberField({ id, label: describe(this.language, config, target), digits: DIGITS });
    field.entered = (value) => this.#enter(target, value, field);
    field.refused = (text) => this.notices.show(this.language.text("notice.number", { value: text }));
    field.input.addEventListener("focus", () => this.pointing.hover(target));
    field.input.addEventListener("blur", () => this.pointing.hover(null));
    list.append(element("label", { class: "parameter", for: id }, math(symbol(this.formulas, config, target)), field.input));
    return { target, field };
  }

  /**
   * @param {Target} target
   * @param {number} value
   * @param {NumberField} field
   */
  #enter(target, value, field) {
    if (!this.run.setParameter(target, value)) this.notices.show(this.language.text("notice.weight"));
    field.show(this.#value(target));
    field.input.select();
  }

  /** @param {Target} target */
  #value({ kind, layer, to, from }) {
    const { W, b } = this.run.engine.params().layers[layer - 1];
    return kind === "bias" ? b[to - 1] : W[to - 1][from - 1];
  }

  #show() {
    if (this.#box.hidden) return;
    const { layers } = this.run.engine.params();
    for (const { target, field } of this.#fields) {
      const { W, b } = layers[target.layer - 1];
      if (!field.busy) field.show(target.kind === "bias" ? b[target.to - 1] : W[target.to - 1][target.from - 1]);
    }
  }

  /** Stands beside its unit, inside the window. Narrow windows have it at the lower edge, by style sheet.
   */
  #stand() {
    if (this.#box.hidden || !this.#opener) return;
    const unit = this.#opener.getBoundingClientRect();
    const { width, height } = this.#box.getBoundingClientRect();
    const gap = 12;
    const left = unit.right + gap + width < innerWidth ? unit.right + gap : unit.left - gap - width;
    this.#box.style.left = `${Math.max(gap, left)}px`;
    this.#box.style.top = `${Math.max(gap, Math.min(unit.top - gap, innerHeight - gap - height))}px`;
  }

  /** @param {{refocus?: boolean}} [options] */
  close({ refocus = true } = {}) {
    if (this.#box.hidden) return;
    this.#box.hidden = true;
    this.#fields = [];
    this.pointing.choose(null);
    if (refocus && this.#opener) (this.#opener.isConnected ? this.#opener : document.getElementById(this.#opener.id))?.focus();
  }
}
