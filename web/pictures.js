import { now } from "./clock.js";

/** Milliseconds between the pictures of a seek: enough to see it go on. */
const GLIMPSE = 250;
/** A machine that paints faster than this paints in every frame. */
const QUICK = 16;
/** Milliseconds between looks whether a picture is finished. */
const POLL = 4;

/** Has the run painted as it trains, as often as the machine can paint without harm to all else: after a slow
 * picture the next one waits for half as long again. Changes that a visitor makes are painted without waiting.
 */
export class Pictures {
  #painting = false;
  #wanted = false;
  /** When the next picture may begin. */
  #due = 0;
  #timer = 0;

  /**
   * @param {import("./run.js").Run} run
   * @param {() => WebGL2RenderingContext | null} context what the engine paints with
   */
  constructor(run, context) {
    this.run = run;
    this.context = context;
    run.on("step", () => this.#want());
    run.on("state", (state) => {
      // Where a run stops is seen at once.
      if (state === "paused") this.#due = 0;
      this.#want();
    });
  }

  #want() {
    this.#wanted = true;
    this.#turn();
  }

  #turn() {
    clearTimeout(this.#timer);
    if (this.#painting || !this.#wanted) return;
    const rest = this.#due - now();
    if (rest > 0) this.#timer = setTimeout(() => this.#turn(), rest);
    else void this.#paint();
  }

  async #paint() {
    this.#painting = true;
    this.#wanted = false;
    // An answer that has just come has asked for this picture too.
    if (this.run.page.stale) this.run.page.do("picture");
    await new Promise(requestAnimationFrame);
    const start = now();
    await this.#finished();
    const end = now();
    const rest = end - start > QUICK ? (end - start) / 2 : 0;
    this.#due = this.run.state === "seeking" ? Math.max(start + GLIMPSE, end + rest) : end + rest;
    this.#painting = false;
    this.#turn();
  }

  /** Waits until all that the engine asked of the graphics card in this frame is done. */
  async #finished() {
    // The engine's own turn in the frame may come after this one.
    await pause(0);
    const context = this.context();
    const fence = context?.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (!context || !fence) return;
    context.flush();
    while (!context.isContextLost() && context.getSyncParameter(fence, context.SYNC_STATUS) !== context.SIGNALED) await pause(POLL);
    context.deleteSync(fence);
  }
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
