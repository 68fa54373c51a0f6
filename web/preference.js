import { framed } from "./embedding/frame.js";
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
   */
  constructor(name, allowed) {
    this.name = name;
    this.allowed = allowed;
  }

  /** @returns {string | null} */
  read() {
    const given = this.#chosen ?? this.#suggested;
    if (given !== null) return given;
    const asked = new URLSearchParams(location.search).get(this.name);
    if (asked !== null && this.allowed.includes(asked)) return asked;
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
    const address = new URL(location.href);
    if (!address.searchParams.has(this.name)) return;
    address.searchParams.delete(this.name);
    history.replaceState(history.state, "", address);
  }
}
