import { framed } from "./embedding/frame.js";
import { changeAddress } from "./history.js";
import { nearest } from "./languages.js";
import { query } from "./query.js";
import { remember, remembered } from "./storage.js";

const themes = ["auto", "light", "dark"];

/** The preferences, by the names under which they are kept: what a text means, null for nothing. */
const preferences = {
  lang: nearest,
  theme: (/** @type {string} */ text) => themes.find((theme) => theme === text) ?? null,
};

/** A choice of the reader, such as the language: the address decides (?name=value), else what was chosen
 * on an earlier visit. Choosing takes the parameter out of the address, so that a reload keeps the choice.
 * In a frame the page around it knows better than an earlier visit.
 */
export class Preference {
  /** What was chosen on this visit. @type {string | null} */
  #chosen = null;
  /** @type {string | null} */
  #suggested = null;

  /** @param {keyof typeof preferences} name */
  constructor(name) {
    this.name = name;
  }

  /** @returns {string | null} */
  read() {
    const mean = preferences[this.name];
    return this.#chosen ?? this.#suggested ?? mean(query().get(this.name) ?? "") ?? (framed ? null : mean(remembered(this.name) ?? ""));
  }

  /** Takes a value that goes before the address, but not before what the reader chooses.
   * @param {string} value one that is possible
   */
  suggest(value) {
    this.#suggested = value;
  }

  /** @param {string} value */
  write(value) {
    this.#chosen = value;
    remember(this.name, value);
    const asked = query();
    if (!asked.has(this.name)) return;
    asked.delete(this.name);
    const address = new URL(location.href);
    address.search = String(asked);
    changeAddress("replace", address, history.state);
  }
}
