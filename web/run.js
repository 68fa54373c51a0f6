import { Emitter } from "./emitter.js";
import { Loop } from "./loop.js";

/** Milliseconds of training in a slice. */
const BUDGET = 8;

/** The run on the page, for scripts and the page around: engine/page drives it, in slices that a loop of frames asks for.
 * @extends {Emitter<import("./types.js").RunEvents>}
 */
export class Run extends Emitter {
  #loop = new Loop();
  /** Those who wait for the end of a way to a step. @type {Map<string, (reached: boolean) => void>} */
  #tickets = new Map();
  #given = 0;
  /** What the last change could not take. @type {import("./types.js").Warning[]} */
  warnings = [];
  /** @type {import("./types.js").State} */
  state = "paused";

  /**
   * @param {import("./types.js").Engine} engine
   * @param {import("./types.js").Turn} turn
   * @param {import("./page.js").Page} page
   */
  constructor(engine, turn, page) {
    super();
    this.engine = engine;
    this.page = page;
    page.on("changed", (change) => {
      this.emit("change", change);
      // After those of the changes that listeners made.
      this.warnings = change.warnings;
    });
    page.on("stepped", () => this.emit("step", undefined));
    page.on("state", ({ state }) => {
      this.state = document.documentElement.dataset.run = state;
      if (state === "paused") this.#loop.stop();
      // Only what is played keeps to a pace.
      else this.#loop.start((elapsed) => this.#made(turn(elapsed, BUDGET)), state === "playing" ? undefined : 0);
      this.emit("state", state);
    });
    page.on("ended", ({ ticket, reached }) => {
      this.#tickets.get(ticket)?.(reached);
      this.#tickets.delete(ticket);
    });
    document.documentElement.dataset.run = this.state;
  }

  /** @param {number} updates as an export of the module tells them */
  #made(updates) {
    if (updates < 0) this.page.do("picture");
    else if (updates > 0 || this.state === "seeking") {
      this.page.stale = true;
      this.emit("step", undefined);
    }
    return true;
  }

  /** Stops for good, without a word: there is no engine any more. */
  end() {
    this.#loop.stop();
    this.state = "paused";
    for (const done of this.#tickets.values()) done(false);
  }

  metrics() {
    return this.engine.metrics();
  }

  /** The first and the last step of the run so far. After going back the last is beyond the present one. */
  reach() {
    return this.engine.reach();
  }

  play() {
    this.page.do("run", "play");
  }

  pause() {
    this.page.do("run", "pause");
  }

  /** The same initial weights again. */
  reset() {
    this.page.do("run", "reset");
  }

  /** Changes settings; derived defaults follow.
   * @param {Partial<import("./types.js").Config>} patch
   */
  set(patch) {
    this.page.take(this.engine.set(patch));
    return this.warnings;
  }

  /** Starts the run that a link describes, and trains as far as it says.
   * @param {string} fragment
   */
  open(fragment) {
    const reached = this.#way("open", fragment);
    return { warnings: this.warnings, reached };
  }

  /** Trains n more updates in slices.
   * @param {number} [n]
   */
  step(n = 1) {
    return this.#way("step", n);
  }

  /** Goes to a step of the run so far, or to the nearest there is, as it was then; a later call takes the place of
   * an earlier one that is still under way.
   * @param {number} step
   */
  goTo(step) {
    return this.#way("go", step);
  }

  /** Resolves at the end of a way to a step, or when something stops it.
   * @param {string} how
   * @param {string | number} where
   * @returns {Promise<boolean>} whether the step was reached
   */
  #way(how, where) {
    return new Promise((resolve) => {
      const ticket = String(++this.#given);
      this.#tickets.set(ticket, resolve);
      this.page.do("run", how, String(where), ticket);
    });
  }
}
