import { framed } from "./embedding/frame.js";
import { changeQuery } from "./history.js";
import { query } from "./query.js";
import { remember, remembered } from "./storage.js";

/** A choice of the reader, such as the language: the address decides (?name=value), else what was chosen
 * on an earlier visit. Choosing takes the parameter out of the address, so that a reload keeps the choice.
 * In a frame the page around it knows better than an earlier visit.
 * @template {string} T
 */
export class Preference {
  /** What was chosen on this visit. @type {T | null} */
  #chosen = null;
  /** @type {T | null} */
  #suggested = null;

  /**
   * @param {string} name under which it is kept
   * @param {(text: string) => T | null} mean what a text means
   */
  constructor(name, mean) {
    this.name = name;
    this.mean = mean;
  }

  read() {
    const asked = this.mean(query().get(this.name) ?? "");
    return this.#chosen ?? this.#suggested ?? asked ?? (framed ? null : this.mean(remembered(this.name) ?? ""));
  }

  /** Takes a value that goes before the address, but not before what the reader chooses.
   * @param {T} value
   */
  suggest(value) {
    this.#suggested = value;
  }

  /** @param {T} value */
  write(value) {
    this.#chosen = value;
    remember(this.name, value);
    changeQuery(this.name, "");
  }
}
