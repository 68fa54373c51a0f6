import { byId, element, icon } from "./dom.js";
import { topDialog } from "./modal.js";

/** Milliseconds to read a sentence. */
const LINGER = 8000;

/** Short messages that do not interrupt: they go by themselves, or when dismissed. */
export class Notices {
  #list = byId("notices", HTMLElement);

  /** @param {import("./language.js").Language} language */
  constructor(language) {
    this.language = language;
    // A modal dialog makes all beside it inert, so what is told meanwhile is told in it.
    const home = this.#list.parentElement;
    const place = () => (topDialog() ?? home)?.append(this.#list);
    new MutationObserver(place).observe(document.body, { subtree: true, attributeFilter: ["open"] });
  }

  /** Shows a sentence; a repeated notice replaces itself.
   * @param {string} text
   * @param {{action?: {label: string, run: () => void}, lasting?: boolean}} [options] lasting until dismissed
   * @returns {HTMLElement}
   */
  show(text, { action, lasting = false } = {}) {
    const close = element("button", { type: "button", class: "button square quiet", "aria-label": this.language.text("notice.close") }, icon("close"));
    const notice = element("div", { class: "toast" }, element("p", {}, text));
    if (action) {
      const button = element("button", { type: "button", class: "button" }, action.label);
      button.addEventListener("click", () => {
        notice.remove();
        action.run();
      });
      notice.append(button);
    }
    notice.append(close);
    close.addEventListener("click", () => notice.remove());
    for (const old of this.#list.querySelectorAll(".toast")) if (old.textContent === notice.textContent) old.remove();
    this.#list.append(notice);
    if (!lasting) this.#forget(notice, LINGER);
    return notice;
  }

  /** Removes a notice in time, but not while it is being read or used.
   * @param {HTMLElement} notice
   * @param {number} time in milliseconds
   */
  #forget(notice, time) {
    setTimeout(() => {
      if (notice.matches(":hover, :focus-within")) this.#forget(notice, LINGER);
      else notice.remove();
    }, time);
  }
}

/** Links may hold anything, of any length, and characters that turn a sentence around.
 * @param {string} value
 */
export function shorten(value) {
  const visible = value.slice(0, 41).replace(/\p{C}/gu, "\ufffd");
  return visible.length > 40 ? `${visible.slice(0, 39)}…` : visible;
}
