/** A command that waits, or several that are carried out as one and answered alike.
 * @typedef {object} Waiting
 * @property {string} type
 * @property {any} payload
 * @property {(string | number)[]} ids of their messages
 */

/** How commands of a type may be carried out as one.
 * @typedef {object} Joining
 * @property {boolean} [reads] whether it changes nothing, so that others that change nothing may stand between
 * @property {number} [most] how many may wait that did not become one; without it only all together are counted
 * @property {(earlier: any, later: any) => any} [join] the payload of two as one, undefined where they cannot be
 */

/** Commands that wait for their turn, at most. */
const MOST_WAITING = 100;
/** Commands carried out as one, at most: of those that read, answers may be large. */
const MOST_JOINED = 20_000;
const MOST_READING = 1000;

/** The commands that wait, in their order. Those that can be carried out as one with one before them are. */
export class Queue {
  /** @type {Waiting[]} */
  #waiting = [];

  /** @param {Record<string, Joining>} kinds by type */
  constructor(kinds) {
    this.kinds = kinds;
  }

  /** Puts a command last. What there is no room for is left out.
   * @param {Waiting} command
   * @returns {boolean} whether it is not one too many of its type
   */
  add(command) {
    this.#waiting.push(command);
    while (this.#joinLast());
    const { most = MOST_WAITING } = this.kinds[command.type];
    const tooMany = this.#waiting.filter(({ type }) => type === command.type).length > most;
    if (tooMany || this.#waiting.length > MOST_WAITING) this.#waiting.pop();
    return !tooMany;
  }

  get size() {
    return this.#waiting.length;
  }

  /** Takes the first one out, which there has to be. */
  next() {
    return /** @type {Waiting} */ (this.#waiting.shift());
  }

  /** Whether the last command became one with one before it. */
  #joinLast() {
    const last = /** @type {Waiting} */ (this.#waiting.at(-1));
    const { reads, join } = this.kinds[last.type];
    for (let i = this.#waiting.length - 2; i >= 0; i--) {
      const earlier = this.#waiting[i];
      if (earlier.type === last.type) {
        const payload = join?.(earlier.payload, last.payload);
        if (payload === undefined || earlier.ids.length >= (reads ? MOST_READING : MOST_JOINED)) return false;
        earlier.payload = payload;
        earlier.ids.push(...last.ids);
        this.#waiting.pop();
        return true;
      }
      if (!reads || !this.kinds[earlier.type].reads) return false;
    }
    return false;
  }
}
