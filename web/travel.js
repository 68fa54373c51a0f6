/** How long numbers travel through a layer, in milliseconds. */
const DURATION = 900;

/** Sends dots along the links of a layer, unless the reader asked for less motion. */
export class Travel {
  #frame = 0;
  #calm = matchMedia("(prefers-reduced-motion: reduce)");

  /** @param {import("./types.js").Engine} engine */
  constructor(engine) {
    this.engine = engine;
  }

  /** Sends them on a way; those of an earlier one arrive at once. Layer 0 is none.
   * @param {{layer: number, back: boolean}} way
   */
  start(way) {
    cancelAnimationFrame(this.#frame);
    this.engine.travel(null);
    if (way.layer === 0 || this.#calm.matches) return;
    const began = performance.now();
    const turn = (/** @type {number} */ now) => {
      const progress = Math.max(0, (now - began) / DURATION);
      this.engine.travel(progress < 1 ? { ...way, progress: eased(progress) } : null);
      if (progress < 1) this.#frame = requestAnimationFrame(turn);
    };
    turn(began);
  }
}

/** Slow at both ends.
 * @param {number} t from 0 to 1
 */
function eased(t) {
  return t * t * (3 - 2 * t);
}
