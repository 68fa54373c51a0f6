import { words } from "./bind.js";
import { byId, element, icon } from "./dom.js";
import { byReader } from "./embedding/frame.js";
import { topDialog } from "./modal.js";

/** Milliseconds to read a sentence. */
const LINGER = 8000;
/** Notices on show at once; more would cover the picture. */
const MOST = 3;
/** Sentences in a list: a link can have thousands of faults. */
const MOST_LISTED = 100;

/** Short messages that do not interrupt: they go by themselves, or when dismissed. */
export class Notices {
  #list = byId("notices", HTMLElement);
  /** Those with a name. @type {Map<string, HTMLElement>} */
  #named = new Map();
  /** The notice of the last faults told.
   * @type {HTMLElement | null}
   */
  #faults = null;

  /**
   * @param {import("./language.js").Language} language
   * @param {boolean} faultsStay until dismissed: a page with faults in its link may open in a tab that nobody looks at yet.
   *   A figure in somebody's notes would stay covered.
   */
  constructor(language, faultsStay) {
    this.language = language;
    this.faultsStay = faultsStay;
    // A modal dialog makes all beside it inert, so what is told meanwhile is told in it.
    const home = this.#list.parentElement;
    const place = () => (topDialog() ?? home)?.append(this.#list);
    new MutationObserver(place).observe(document.body, { subtree: true, attributeFilter: ["open"] });
  }

  /** Shows a sentence, with a list under it if there is one; a repeated notice replaces itself.
   * @param {string} text
   * @param {{list?: string[], action?: {label: string, run: () => void}, lasting?: boolean}} [options] lasting until dismissed
   * @returns {HTMLElement}
   */
  show(text, { list = [], action, lasting = false } = {}) {
    const close = element("button", { type: "button", class: "button square quiet", "aria-label": this.language.text("notice.close") }, icon("close"));
    const notice = element("div", { class: "toast" }, element("p", {}, text));
    if (list.length > 0) {
      const items = list.map((sentence) => element("li", {}, sentence));
      // It scrolls, so the keyboard has to get to it.
      notice.append(element("ul", { tabindex: 0, "aria-label": text }, ...items));
    }
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
    for (const old of [...this.#list.children]) if (old.textContent === notice.textContent) old.remove();
    while (this.#list.children.length >= MOST) this.#list.firstElementChild?.remove();
    this.#list.append(notice);
    if (!lasting) this.#forget(notice, LINGER * (1 + list.length));
    return notice;
  }

  /** Shows what engine/page says.
   * @param {import("./types.js").Effects["notice"]} notice
   * @param {import("./page.js").Page} page
   */
  hear({ text, action, do: intent, lasting, name, byReader: forReader }, page) {
    if (this.#named.get(name)?.isConnected || (forReader && !byReader())) return;
    const button = action && { label: words(action, this.language), run: () => page.do(...intent.split(" ")) };
    const shown = this.show(words(text, this.language), { lasting, action: button ?? undefined });
    if (name) this.#named.set(name, shown);
  }

  /** @param {string} name */
  dismiss(name) {
    this.#named.get(name)?.remove();
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

  /** Says in words what the engine used instead of each value it could not take.
   * @param {import("./types.js").Warning[]} warnings
   */
  warn(warnings) {
    this.tell(this.sentences(warnings));
  }

  /** @param {import("./types.js").Warning[]} warnings */
  sentences(warnings) {
    return warnings.map((warning) => this.#sentence(warning));
  }

  /** Shows faults found together, each once, in place of those told before: one as it is, several as a list in one notice.
   * @param {string[]} faults
   */
  tell(faults) {
    const sentences = [...new Set(faults)];
    if (sentences.length === 0) return;
    this.#faults?.remove();
    const list = sentences.length > 1 ? sentences.slice(0, MOST_LISTED) : [];
    if (sentences.length > MOST_LISTED) list.push(this.language.text("notice.moreFaults", { count: sentences.length - MOST_LISTED }));
    const [only = ""] = sentences;
    const text = list.length > 0 ? this.language.text("notice.faults", { count: sentences.length }) : only;
    this.#faults = this.show(text, { list, lasting: this.faultsStay });
  }

  /** @param {import("./types.js").Warning} warning */
  #sentence({ key, value, used, reason }) {
    const name = this.language.has(`setting.${key}`) ? this.language.text(`setting.${key}`) : shorten(key);
    return this.language.text(`warning.${reason}`, { name, key: shorten(key), value: this.#value(value), quoted: quote(value, this.language), used: this.#value(used) });
  }

  /** The words for a setting's value: its option's name if it has one, "empty" for an empty one.
   * @param {string} value
   */
  #value(value) {
    if (value === "") return this.language.text("warning.none");
    return this.language.has(`option.${value}`) ? this.language.text(`option.${value}`) : shorten(value);
  }
}

/** A value as a sentence has it, "empty" for an empty one.
 * @param {string} value
 * @param {import("./language.js").Language} language
 */
export function quote(value, language) {
  return value === "" ? language.text("warning.none") : language.text("warning.quoted", { value: shorten(value) });
}

/** Links may hold anything, of any length, and characters that turn a sentence around.
 * @param {string} value
 */
export function shorten(value) {
  const visible = value.slice(0, 41).replace(/\p{C}/gu, "\ufffd");
  return visible.length > 40 ? `${visible.slice(0, 39)}…` : visible;
}
