/** Does one thing after the other while there is time for it: a share of the time that passes, and after a rest as much
 * as most at once. What takes longer than is left overdraws it, by no more than most, so that a clock that jumps is soon
 * forgotten. The rest waits and is gone on with by itself.
 */
export class Turns {
  #left;
  #seen = performance.now();
  /** @type {ReturnType<typeof setTimeout> | 0} */
  #timer = 0;

  /**
   * @param {{share: number, most: number, least: number}} time in milliseconds; least is what one thing counts at least
   * @param {() => boolean} waits whether there is something to do
   * @param {() => void} act does the first that waits
   */
  constructor({ share, most, least }, waits, act) {
    this.share = share;
    this.most = most;
    this.least = least;
    this.waits = waits;
    this.act = act;
    this.#left = most;
  }

  /** Does what waits, as far as there is time. */
  goOn() {
    while (!this.#timer && this.waits()) {
      const now = performance.now();
      this.#left = Math.min(this.most, this.#left + Math.max(0, now - this.#seen) * this.share);
      this.#seen = now;
      if (this.#left > 0) this.#take();
      else this.#timer = setTimeout(() => this.#due(), Math.ceil(-this.#left / this.share) + 1);
    }
  }

  /** A turn has come whatever the clock says, which may stand still. */
  #due() {
    this.#timer = 0;
    if (this.waits()) this.#take();
    this.goOn();
  }

  #take() {
    const began = performance.now();
    this.act();
    this.spend(Math.max(this.least, performance.now() - began));
  }

  /** Takes time away.
   * @param {number} time in milliseconds
   */
  spend(time) {
    this.#left = Math.max(-this.most, this.#left - time);
  }
}
