/** Tells listeners what happened. What one of them throws is reported, as that of the browser's own events is, and keeps
 * no other from hearing. Events is the map from an event's name to what its listeners get.
 * @template {object} Events
 */
export class Emitter {
  /** @type {Map<keyof Events, Set<Function>>} */
  #listeners = new Map();

  /** Calls listener at each event of the name, until the returned function is called.
   * @template {keyof Events} K
   * @param {K} name
   * @param {(detail: Events[K]) => void} listener
   * @returns {() => void}
   */
  on(name, listener) {
    let all = this.#listeners.get(name);
    if (!all) this.#listeners.set(name, (all = new Set()));
    const added = all.add(listener);
    return () => void added.delete(listener);
  }

  /**
   * @template {keyof Events} K
   * @param {K} name
   * @param {Events[K]} detail
   */
  emit(name, detail) {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) {
      try {
        listener(detail);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
