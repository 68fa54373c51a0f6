/** Runs a task in slices, one a frame, so that the page stays responsive. Browsers stop frames in hidden tabs. */
export class Loop {
  #frame = 0;
  #last = 0;

  get running() {
    return this.#frame !== 0;
  }

  /** Calls slice once a frame with the seconds since the last one, until it returns false or stop is called.
   * @param {(elapsed: number) => boolean} slice
   */
  start(slice) {
    this.stop();
    this.#last = performance.now();
    /** @param {number} now */
    const turn = (now) => {
      // After a hidden tab or a long task the missed time is not made up for.
      const elapsed = Math.min(Math.max(now - this.#last, 0) / 1000, 0.25);
      this.#last = now;
      const frame = (this.#frame = requestAnimationFrame(turn));
      if (!slice(elapsed) && this.#frame === frame) this.stop();
    };
    this.#frame = requestAnimationFrame(turn);
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}
