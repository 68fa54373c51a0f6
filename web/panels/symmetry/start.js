import { isIdle } from "../../controls.js";
import { element } from "../../dom.js";
import { decimal } from "../../numerals.js";
import { positionOf, stepsOf, valueAt } from "../../scale.js";

/** The initialisations that the lecture compares. */
const inits = ["zeros", "constant", "rows", "randn"];

/** The scales that the lecture compares; wider than the settings' slider. @type {import("../../scale.js").Slider} */
const scales = { scale: "log", low: 0.001, high: 100 };

/** How the run begins: kind and size of the initial weights. */
export class Start {
  #radios = inits.map((code) => element("input", { type: "radio", name: "symmetry-init", value: code }));
  #slider = element("input", { type: "range", id: "symmetry-scale", min: 0, max: stepsOf(scales, false) });
  #value = element("output", { class: "number", for: "symmetry-scale" });

  /** @param {import("../../run.js").Run} run */
  constructor(run) {
    this.run = run;
    for (const radio of this.#radios) radio.addEventListener("change", () => run.set({ init: radio.value }));
    this.#slider.addEventListener("input", () => run.set({ scale: valueAt(scales, false, this.#slider.valueAsNumber) }, "drag"));
    const choices = this.#radios.map((radio) => element("label", {}, radio, element("span", { "data-i18n": `option.${radio.value}` })));
    this.element = element("div", { class: "panel-part" },
      element("fieldset", { class: "segmented panel-choice" }, element("legend", { class: "name", "data-i18n": "symmetry.start" }), ...choices),
      element("div", { class: "ranged" },
        element("div", { class: "field" }, element("label", { class: "name", for: "symmetry-scale", "data-i18n": "setting.scale" }), this.#value),
        this.#slider));
  }

  show() {
    const config = this.run.engine.config();
    for (const radio of this.#radios) radio.checked = radio.value === config.init;
    const position = positionOf(scales, false, config.scale);
    this.#slider.disabled = isIdle("scale", config);
    this.#slider.valueAsNumber = position;
    this.#slider.style.setProperty("--filled", String(position / stepsOf(scales, false)));
    this.#slider.setAttribute("aria-valuetext", String(config.scale));
    this.#value.value = this.#slider.disabled ? "–" : decimal(config.scale);
  }
}
