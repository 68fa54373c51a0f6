import { element } from "../dom.js";
import { layerNotations } from "../notation.js";

/** @typedef {import("../types.js").PanelContext} PanelContext */

/** The choice of how layers and targets are written, with a line on what it changes. */
export class NotationChoice {
  #layers = element("select", { id: "notation", class: "select", "data-i18n-label": "notation.label" });
  #targets = element("select", { id: "targets", class: "select", "data-i18n-label": "targets.label" });
  note = element("p", { class: "caption ledger-note" });

  /** @param {PanelContext} context */
  constructor({ language, notation }) {
    this.language = language;
    this.notation = notation;
    for (const value of layerNotations) this.#layers.append(element("option", { value }, language.text(`notation.${value}`)));
    for (const value of ["binary", "signed"]) this.#targets.append(element("option", { value }, language.text(`targets.${value}`)));
    this.#layers.addEventListener("change", () => notation.writeLayers(/** @type {import("../notation.js").LayerNotation} */ (this.#layers.value)));
    this.#targets.addEventListener("change", () => notation.writeTargets(/** @type {import("../notation.js").TargetNotation} */ (this.#targets.value)));
    this.element = element("div", { class: "choice" }, this.#layers, this.#targets);
  }

  /** @param {import("../types.js").Config} config the run's */
  show({ out, data, loss }) {
    const regression = ["plane", "bumps"].includes(data);
    const own = out === "tanh" ? "signed" : "binary";
    const targets = this.notation.targets === "own" ? own : this.notation.targets;
    this.#layers.value = this.notation.layers;
    this.#targets.value = targets;
    this.#targets.hidden = regression;
    const changed = targets === own || regression ? "" : this.language.text(`targets.${targets}.${loss}`);
    const written = this.notation.layers === "bracket" ? "" : this.language.text("notation.note");
    this.note.textContent = [changed, written].filter(Boolean).join(" ");
    this.note.hidden = this.note.textContent === "";
  }
}

/** The choice between the examples of the next mini-batch and all of them. */
export class ExamplesChoice {
  #batch = element("input", { type: "radio", name: "examples", value: "batch", checked: true });
  #all = element("input", { type: "radio", name: "examples", value: "all" });
  /** Called when the choice is another one. */
  changed = () => {};

  constructor() {
    this.element = element("fieldset", { class: "segmented choice" },
      element("legend", { class: "hidden-text", "data-i18n": "examples.label" }),
      element("label", {}, this.#batch, element("span", { "data-i18n": "examples.batch" })),
      element("label", {}, this.#all, element("span", { "data-i18n": "examples.all" })));
    this.element.addEventListener("change", () => this.changed());
  }

  get all() {
    return this.#all.checked;
  }

  /** @param {import("../types.js").Config} config the run's */
  show({ batch }) {
    this.element.hidden = batch === 0;
  }
}
