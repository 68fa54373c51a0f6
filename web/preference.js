import { framed } from "./embedding/frame.js";
import { changeAddress } from "./history.js";
import { query } from "./query.js";
import { remember, remembered } from "./storage.js";

/** A choice of the reader, such as the language: the address decides (?name=value), else what was chosen
 * on an earlier visit. Choosing takes the parameter out of the address, so that a reload keeps the choice.
 * In a frame the page around it knows better than an earlier visit.
 */
export class Preference {
  /** What was chosen on this visit. @type {string | null} */
  #chosen = null;
  /** @type {string | null} */
  #suggested = null;

  /**
   * @param {string} name
   * @param {readonly string[]} allowed
   * @param {(value: string) => string | null} [near] the allowed one that the address means, null for none
   */
  constructor(name, allowed, near = (value) => (allowed.includes(value) ? value : null)) {
    this.name = name;
    this.allowed = allowed;
    this.near = near;
  }

  /** @returns {string | null} */
  read() {
    const known = this.#chosen ?? this.#suggested;
    if (known !== null) return known;
    const given = query().get(this.name);
    const meant = given === null ? null : this.near(given);
    if (meant !== null) return meant;
    if (framed) return null;
    const kept = remembered(this.name);
    return kept !== null && this.allowed.includes(kept) ? kept : null;
  }

  /** Takes a value that goes before the address, but not before what the reader chooses.
   * @param {string} value one that is allowed
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
