/** Lets so many through in a second, and as many at once after a rest. */
export class Bucket {
  #left;
  #filled = performance.now();

  /** @param {number} rate in a second */
  constructor(rate) {
    this.rate = rate;
    this.#left = rate;
  }

  /** Whether one more may pass. */
  take() {
    const now = performance.now();
    this.#left = Math.min(this.rate, this.#left + ((now - this.#filled) / 1000) * this.rate);
    this.#filled = now;
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}
