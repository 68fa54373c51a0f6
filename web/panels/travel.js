/** How long numbers travel through a layer, in milliseconds. */
const DURATION = 900;

/** Sends dots along the links of a layer, unless the reader asked for less motion. */
export class Travel {
  #frame = 0;
  #calm = matchMedia("(prefers-reduced-motion: reduce)");

  /** @param {import("../types.js").Engine} engine */
  constructor(engine) {
    this.engine = engine;
  }

  /** Begins the way of a stage's numbers; those of an earlier one arrive at once.
   * @param {import("../types.js").Stage} stage
   */
  start(stage) {
    this.stop();
    const way = wayOf(stage);
    if (!way || this.#calm.matches) return;
    const began = performance.now();
    /** @param {number} now */
    const turn = (now) => {
      const progress = Math.max(0, (now - began) / DURATION);
      if (progress >= 1) return this.stop();
      this.engine.travel({ ...way, progress: eased(progress) });
      this.#frame = requestAnimationFrame(turn);
    };
    turn(began);
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.engine.travel(null);
  }
}

/** Whose links a stage's numbers take, and which way: Z needs the values of the layer before, dZ of a hidden layer
 * the gradients of the one after. What is computed in its place takes none.
 * @param {import("../types.js").Stage} stage
 */
function wayOf({ name, direction, layer, fills }) {
  if (name?.name === "Z") return { layer, back: false };
  if (direction === "backward" && fills.some((symbol) => symbol.name === "dA" && symbol.layer === layer) && name?.name === "dZ") return { layer: layer + 1, back: true };
  return null;
}

/** Slow at both ends.
 * @param {number} t from 0 to 1
 */
function eased(t) {
  return t * t * (3 - 2 * t);
}
