/** Tells listeners what happened, as the browser's own events do: what one of them throws is reported, and keeps no other
 * from hearing. Events is the map from an event's name to what its listeners get.
 * @template {object} Events
 */
export class Emitter extends EventTarget {
  /** Calls listener at each event of the name, until the returned function is called.
   * @template {string & keyof Events} K
   * @param {K} name
   * @param {(detail: Events[K]) => void} listener
   * @returns {() => void}
   */
  on(name, listener) {
    const hear = (/** @type {any} */ { detail }) => listener(detail);
    this.addEventListener(name, hear);
    return () => this.removeEventListener(name, hear);
  }

  /**
   * @template {string & keyof Events} K
   * @param {K} name
   * @param {Events[K]} detail
   */
  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
