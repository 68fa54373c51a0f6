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
    this.page.emit("ended", { ticket: "", reached: false, problem: "", beyond: false });
  }

  /** Has the page go a way, which an intent names: open a link, train so many more updates, or go to a step of the run so
   * far, as it was then; a later way takes the place of one still under way. Resolves at its end, or when something stops it.
   * @param {...string} words
   * @returns {Promise<boolean>} whether the step was reached
   */
  way(...words) {
    const own = String(++this.#ways);
    return new Promise((resolve, reject) => {
      const forget = this.page.on("ended", ({ ticket, reached, problem, beyond }) => {
        // Where the engine ends, all ways do.
        if (ticket !== own && ticket !== "") return;
        forget();
        if (problem) reject(new (beyond ? RangeError : TypeError)(problem));
        else resolve(reached);
      });
      this.page.do(...words, own);
    });
  }
}
