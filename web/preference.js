import { remember, remembered } from "./storage.js";

/** A choice of the reader, such as the language: the address decides (?name=value), else what was chosen
 * on an earlier visit. Choosing takes the parameter out of the address, so that a reload keeps the choice.
 */
export class Preference {
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
    const asked = new URLSearchParams(location.search).get(this.name);
    if (asked !== null && this.allowed.includes(asked)) return asked;
    const kept = remembered(this.name);
    return kept !== null && this.allowed.includes(kept) ? kept : null;
  }

  /** @param {string} value */
  write(value) {
    remember(this.name, value);
    const address = new URL(location.href);
    if (!address.searchParams.has(this.name)) return;
    address.searchParams.delete(this.name);
    history.replaceState(history.state, "", address);
  }
}
