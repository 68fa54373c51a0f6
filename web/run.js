import { Emitter } from "./emitter.js";
import { Loop } from "./loop.js";

/** Milliseconds of training in a slice. */
const BUDGET = 8;

/** The run on the page for the modules that follow it: engine/page drives it, in slices that a loop of frames asks for.
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
    this.turn = turn;
    this.page = page;
    page.on("changed", (change) => {
      this.emit("change", change);
      // After those of the changes that listeners made.
      this.warnings = change.warnings;
    });
    page.on("stepped", () => this.emit("step", undefined));
    page.on("state", ({ state }) => this.#enter(state));
    page.on("ended", ({ ticket, reached }) => {
      this.#tickets.get(ticket)?.(reached);
      this.#tickets.delete(ticket);
    });
    this.on("change", () => page.refresh());
    document.documentElement.dataset.run = this.state;
  }

  /** @param {import("./types.js").State} state */
  #enter(state) {
    this.state = document.documentElement.dataset.run = state;
    if (state === "paused") this.#loop.stop();
    // Only what is played keeps to a pace.
    else this.#loop.start((elapsed) => this.#turn(elapsed), state === "playing" ? undefined : 0);
    this.emit("state", state);
  }

  /** @param {number} elapsed */
  #turn(elapsed) {
    const made = this.turn(elapsed, BUDGET);
    if (made < 0) this.page.do("picture");
    else if (made > 0 || this.state === "seeking") {
      this.page.stale = true;
      this.emit("step", undefined);
    }
    return true;
  }

  metrics() {
    return this.engine.metrics();
  }

  /** Stops for good, without a word: there is no engine any more. */
  end() {
    this.#loop.stop();
    this.state = "paused";
    for (const done of this.#tickets.values()) done(false);
  }

  play() {
    this.page.do("run", "play");
  }

  pause() {
    this.page.do("run", "pause");
  }

  /** Trains n more updates in slices; resolves when they are done, or when something stops them.
   * @param {number} [n]
   * @returns {Promise<boolean>} whether all were done
   */
  step(n = 1) {
    return this.#way("step", n);
  }

  /** Goes to a step of the run so far, or to the nearest there is, as it was then; a later call takes the place of
   * an earlier one that is still under way.
   * @param {number} step
   * @returns {Promise<boolean>} whether it got there
   */
  goTo(step) {
    return this.#way("go", step);
  }

  /** Starts the run that a link describes, and trains as far as it says.
   * @param {string} fragment
   * @returns {{warnings: import("./types.js").Warning[], reached: Promise<boolean>}}
   */
  open(fragment) {
    const reached = this.#way("open", fragment);
    return { warnings: this.warnings, reached };
  }

  /**
   * @param {"step" | "go" | "open"} how
   * @param {string | number} where
   * @returns {Promise<boolean>}
   */
  #way(how, where) {
    return new Promise((resolve) => {
      const ticket = String(++this.#given);
      this.#tickets.set(ticket, resolve);
      this.page.do("run", how, String(where), ticket);
    });
  }

  /** The first and the last step of the run so far. After going back the last is beyond the present one. */
  reach() {
    return this.engine.reach();
  }

  /** Changes settings; derived defaults follow.
   * @param {Partial<import("./types.js").Config>} patch
   */
  set(patch) {
    this.page.take(this.engine.set(patch));
    return this.warnings;
  }

  /** The same initial weights again. */
  reset() {
    this.page.do("run", "reset");
  }
}
