import { byId, element, icon } from "./dom.js";

const LINGER = 8000;
const MOST = 3;

/** Short messages that do not interrupt: they go by themselves, or when dismissed. */
export class Notices {
  #list = byId("notices", HTMLElement);

  /** @param {import("./language.js").Language} language */
  constructor(language) {
    this.language = language;
  }

  /** Shows a sentence; a repeated one replaces itself.
   * @param {string} text
   * @param {{action?: {label: string, run: () => void}, lasting?: boolean}} [options]
   */
  show(text, { action, lasting = false } = {}) {
    for (const old of [...this.#list.children]) if (old.firstElementChild?.textContent === text) old.remove();
    while (this.#list.children.length >= MOST) this.#list.firstElementChild?.remove();

    const close = element("button", { type: "button", class: "button square quiet", "aria-label": this.language.text("notice.close") }, icon("close"));
    const notice = element("div", { class: "toast" }, element("p", {}, text));
    if (action) {
      const button = element("button", { type: "button", class: "button" }, action.label);
      button.addEventListener("click", action.run);
      notice.append(button);
    }
    notice.append(close);
    close.addEventListener("click", () => notice.remove());
    this.#list.append(notice);
    if (!lasting) this.#forget(notice);
  }

  /** Removes a notice in time, but not while it is being read or used.
   * @param {HTMLElement} notice
   */
  #forget(notice) {
    setTimeout(() => {
      if (notice.matches(":hover, :focus-within")) this.#forget(notice);
      else notice.remove();
    }, LINGER);
  }

  /** Says in words what the engine used instead of each value it could not take.
   * @param {import("./types.js").Warning[]} warnings
   */
  warn(warnings) {
    for (const { key, value, used, reason } of warnings) {
      const name = this.language.has(`setting.${key}`) ? this.language.text(`setting.${key}`) : key;
      this.show(this.language.text(`warning.${reason}`, { name, key, value: shorten(value), used: this.#value(used) }));
    }
  }

  /** The words for a setting's value: its option's name if it has one.
   * @param {string} value
   */
  #value(value) {
    return this.language.has(`option.${value}`) ? this.language.text(`option.${value}`) : shorten(value);
  }
}

/** Links may hold anything, of any length.
 * @param {string} value
 */
export function shorten(value) {
  return value.length > 40 ? `${value.slice(0, 39)}…` : value;
}
