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
    const kept = this.#storage()?.getItem(`shallows.${this.name}`) ?? null;
    return kept !== null && this.allowed.includes(kept) ? kept : null;
  }

  /** @param {string} value */
  write(value) {
    this.#storage()?.setItem(`shallows.${this.name}`, value);
    const address = new URL(location.href);
    if (!address.searchParams.has(this.name)) return;
    address.searchParams.delete(this.name);
    history.replaceState(history.state, "", address);
  }

  /** Storage is refused in some embedded and private pages; the choice then lasts as long as the page. */
  #storage() {
    try {
      return window.localStorage;
    } catch {
      return null;
    }
  }
}
