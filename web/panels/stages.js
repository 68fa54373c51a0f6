import { element } from "../dom.js";
import { plain } from "./quantities.js";

/** @typedef {import("../types.js").Stage} Stage */

/** The stages of an update in a row, each a button that goes there. */
export class StageList {
  element = element("ol", { class: "stages" });
  #written = "";

  /**
   * @param {import("../types.js").PanelContext} context
   * @param {(index: number) => void} go
   */
  constructor({ formulas, language, notation }, go) {
    this.formulas = formulas;
    this.language = language;
    this.notation = notation;
    this.go = go;
  }

  /**
   * @param {Stage[]} stages
   * @param {number} at the stage on show
   */
  show(stages, at) {
    const written = JSON.stringify([stages, this.notation.layers]);
    if (written !== this.#written) this.element.replaceChildren(...stages.map((stage, i) => this.#item(stage, i)));
    this.#written = written;
    [...this.element.querySelectorAll("button")].forEach((button, i) => {
      button.classList.toggle("done", i < at);
      if (i === at) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    });
    const current = this.element.children[at];
    if (current instanceof HTMLElement) {
      this.element.scrollLeft = current.offsetLeft - this.element.offsetLeft - (this.element.clientWidth - current.offsetWidth) / 2;
    }
  }

  /**
   * @param {Stage} stage
   * @param {number} index
   */
  #item(stage, index) {
    const name = stage.name ? this.formulas.math(stage.name) : this.language.text("update.update");
    const button = element("button", { type: "button", class: `stage ${stage.direction}`, tabindex: -1, "aria-label": stage.name && plain(stage.name) }, name);
    // The arrow keys and the buttons Back and Next go through the stages, so Tab need not.
    button.addEventListener("click", () => this.go(index));
    return element("li", {}, button);
  }
}
