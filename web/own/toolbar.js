import { element, icon } from "../dom.js";
import { tools } from "./tool.js";

/** What the buttons do, apart from the tools.
 * @typedef {Record<"undo" | "redo" | "clear" | "table", () => void>} Actions
 */

/** The buttons to draw with, below the picture. A tool's button pressed again lays the tool down. */
export class Toolbar {
  #tools = tools.map((name) =>
    /** @type {const} */ ([name, element("button", { type: "button", id: `own-${name}`, class: "button square quiet", "aria-pressed": "false", "data-i18n-tip": `own.${name}` },
      name === "erase" ? icon("eraser") : element("span", { class: `mark ${name}` }))]));
  #undo = this.#button("undo", "undo");
  #redo = this.#button("redo", "redo");
  #clear = this.#button("clear", "bin");
  #table = this.#button("table", "table");
  #count = element("span", { id: "own-count", class: "caption number" });
  element = element("div", { id: "own-tools", class: "drawing-tools", role: "group", "data-i18n-label": "own.tools", hidden: true },
    element("span", {}, ...this.#tools.map(([, button]) => button)), element("span", {}, this.#undo, this.#redo),
    element("span", {}, this.#clear, this.#table), this.#count);

  /**
   * @param {import("./tool.js").Tool} tool
   * @param {import("../language.js").Language} language
   * @param {Actions} actions
   */
  constructor(tool, language, actions) {
    this.language = language;
    for (const [name, button] of this.#tools) button.addEventListener("click", () => tool.choose(tool.chosen === name ? null : name));
    tool.on("change", (chosen) => {
      for (const [name, button] of this.#tools) button.setAttribute("aria-pressed", String(name === chosen));
    });
    this.#undo.addEventListener("click", actions.undo);
    this.#redo.addEventListener("click", actions.redo);
    this.#clear.addEventListener("click", actions.clear);
    this.#table.addEventListener("click", actions.table);
  }

  /**
   * @param {string} name
   * @param {string} picture
   */
  #button(name, picture) {
    return element("button", { type: "button", id: `own-${name}`, class: "button square quiet", "data-i18n-tip": `own.${name}` }, icon(picture));
  }

  /** @param {ReturnType<import("../types.js").Engine["drawing"]>} drawing */
  show({ own, points, undo, redo }) {
    this.element.hidden = !own;
    if (!own) return;
    this.#able(this.#undo, undo);
    this.#able(this.#redo, redo);
    this.#able(this.#clear, points > 0);
    this.#count.textContent = this.language.text("own.count", { points });
  }

  /** A button that loses its use under the focus hands the focus on.
   * @param {HTMLButtonElement} button
   * @param {boolean} able
   */
  #able(button, able) {
    const focused = document.activeElement === button;
    button.disabled = !able;
    if (focused && !able) this.#tools[0][1].focus();
  }
}
