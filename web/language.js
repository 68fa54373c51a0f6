import { readJSON } from "./assets.js";
import { Emitter } from "./emitter.js";
import { byId } from "./dom.js";
import { nearest } from "./languages.js";
import { fill } from "./message.js";
import { Preference } from "./preference.js";

/** @typedef {import("./languages.js").Code} Code */

/** The page's text in the language at hand, from web/locales/<code>.json.
 *
 * Elements name their text: data-i18n fills the content, data-i18n-label the accessible name, data-i18n-tip
 * the accessible name and a tip shown on hover and focus.
 * @extends {Emitter<{change: Code}>}
 */
export class Language extends Emitter {
  #preference = new Preference("lang", nearest);
  /** @type {Record<string, string>} */
  #text = {};
  /** @type {Code} */
  code = "en";

  /** Loads the language asked for, chosen before or preferred by the browser. */
  async start() {
    await this.#load(this.#preference.read() ?? navigator.languages.map(nearest).find((code) => code !== null) ?? "en");
    const select = byId("language", HTMLSelectElement);
    select.value = this.code;
    this.on("change", (code) => (select.value = code));
    select.addEventListener("change", async () => {
      const code = /** @type {Code} */ (select.value);
      await this.#load(code);
      this.#preference.write(code);
    });
  }

  /** Speaks the language that the address turns out to mean.
   * @param {string} tag
   */
  async suggest(tag) {
    const code = nearest(tag);
    if (code && code !== this.code) await this.#load(code);
  }

  /** The text of a key with its places filled in; the key itself when there is none.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  text(key, values = {}) {
    return fill(this.#text[key] ?? key, values, this.code);
  }

  /** Fills in the text that elements under root name.
   * @param {ParentNode} root
   */
  translate(root) {
    for (const e of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-i18n], [data-i18n-label], [data-i18n-tip]"))) {
      const { i18n, i18nLabel, i18nTip } = e.dataset;
      const name = i18nTip ?? i18nLabel;
      if (i18n !== undefined) e.textContent = this.text(i18n);
      if (name !== undefined) e.setAttribute("aria-label", this.text(name));
      if (i18nTip !== undefined) e.dataset.tip = this.text(i18nTip);
    }
  }

  /** @param {Code} code */
  async #load(code) {
    this.#text = await readJSON(`locales/${code}.json`);
    this.code = code;
    document.documentElement.lang = code;
    this.translate(document);
    this.emit("change", code);
  }
}
