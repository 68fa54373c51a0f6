import { now } from "./clock.js";
import { inSight } from "./embedding/sight.js";

/** Milliseconds from the start of a slice to that of the next one where no frame comes earlier. */
const PATIENCE = 20;

/** Runs a task in slices so that the page stays responsive: one a frame, and more between frames where these are
 * slow to come, as they are when the graphics card is only software. Nothing runs out of sight.
 */
export class Loop {
  #frame = 0;
  #timer = 0;
  #last = 0;

  get running() {
    return this.#frame !== 0;
  }

  /** Calls slice with the seconds since its last call, until stop is called.
   * @param {(elapsed: number) => void} slice
   * @param {number} [patience] milliseconds to wait for a frame, counted from the start of a slice
   */
  start(slice, patience = PATIENCE) {
    this.stop();
    this.#last = now();
    const wait = () => {
      this.stop();
      // Out of sight there are no frames, but timers go on.
      this.#timer = window.setTimeout(() => inSight() && turn(), patience);
      this.#frame = requestAnimationFrame(turn);
    };
    const turn = () => {
      const time = now();
      const elapsed = (time - this.#last) / 1000;
      this.#last = time;
      wait();
      slice(elapsed);
    };
    wait();
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = 0;
  }
}
