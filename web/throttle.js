import { now } from "./clock.js";

/** Milliseconds between two turns at least. */
const PAUSE = 100;

/** Keeps something up to date while a run plays, without taking much from training: at most ten times a second, and
 * less often where a turn takes long.
 */
export class Throttle {
  #timer = 0;
  /** When the next turn may come. */
  #due = -Infinity;

  /**
   * @param {() => void} act
   * @param {number} share of the time that it may take
   */
  constructor(act, share) {
    this.act = act;
    this.share = share;
  }

  /** Takes a turn now. */
  now() {
    this.stop();
    const began = now();
    this.act();
    this.#due = began + Math.max(PAUSE, (now() - began) / this.share);
  }

  /** Takes a turn as soon as one is due. */
  soon() {
    if (this.#timer) return;
    const rest = this.#due - now();
    if (rest <= 0) this.now();
    else this.#timer = window.setTimeout(() => this.now(), rest);
  }

  /** Takes no turn until asked again. */
  stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }
}
