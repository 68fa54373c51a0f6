import { Loop } from "./loop.js";

/** Milliseconds of training in a slice. */
const BUDGET = 8;

/** The run on the page, for scripts and the page around: engine/page drives it, in slices that a loop of frames asks for. */
export class Run {
  #loop = new Loop();
  #ways = 0;
  /** @type {import("./types.js").State} */
  state = "paused";

  /**
   * @param {import("./types.js").Engine} engine
   * @param {import("./types.js").Turn} turn
   * @param {import("./page.js").Page} page
   */
  constructor(engine, turn, page) {
    this.engine = engine;
    this.page = page;
    const slice = (/** @type {number} */ elapsed) => this.#made(turn(elapsed, BUDGET));
    page.on("state", ({ state }) => {
      this.state = document.documentElement.dataset.run = state;
      if (state === "paused") this.#loop.stop();
      // Only what is played keeps to a pace.
      else this.#loop.start(slice, state === "playing" ? undefined : 0);
    });
    document.documentElement.dataset.run = this.state;
  }

  /** @param {number} updates as an export of the module tells them */
  #made(updates) {
    if (updates < 0) this.page.do("picture");
    else if (updates > 0 || this.state === "seeking") {
      this.page.stale = true;
      this.page.emit("stepped", null);
    }
    return true;
  }

  /** Stops for good, without a word: there is no engine any more. */
  end() {
    this.#loop.stop();
    this.state = "paused";
    this.page.emit("ended", { ticket: "", reached: false });
  }

  /** Opens a link, trains so many more updates, or goes to a step of the run so far or to the nearest there is, as it
   * was then; a later way takes the place of one still under way. Resolves at its end, or when something stops it.
   * @param {"open" | "step" | "go"} how
   * @param {string | number} where
   * @returns {Promise<boolean>} whether the step was reached
   */
  way(how, where) {
    const own = String(++this.#ways);
    return new Promise((resolve) => {
      const forget = this.page.on("ended", ({ ticket, reached }) => {
        // Where the engine ends, all ways do.
        if (ticket !== own && ticket !== "") return;
        forget();
        resolve(reached);
      });
      this.page.do("run", how, String(where), own);
    });
  }
}
