import { Loop } from "./loop.js";

/** Milliseconds of training in a slice. */
const BUDGET = 8;

/** Gives the run its turns, as engine/page wants them, in slices that a loop of frames asks for. The document says what it is at.
 * @param {import("./page.js").Page} page
 * @param {import("./types.js").Turn} turn
 * @returns {() => void} stops for good, without a word: there is no engine any more
 */
export function drive(page, turn) {
  const loop = new Loop();
  const root = document.documentElement.dataset;
  root.run = "paused";
  const slice = (/** @type {number} */ elapsed) => {
    const updates = turn(elapsed, BUDGET);
    if (updates < 0) page.do("picture");
    else if (updates > 0 || root.run === "seeking") {
      page.stale = true;
      page.emit("stepped", null);
    }
  };
  page.on("state", ({ state }) => {
    root.run = state;
    if (state === "paused") loop.stop();
    // Only what is played keeps to a pace.
    else loop.start(slice, state === "playing" ? undefined : 0);
  });
  return () => {
    loop.stop();
    page.emit("ended", { ticket: "", reached: false, rows: null, problem: "", beyond: false });
  };
}

let ways = 0;

/** Has the page go a way, which an intent names: open a link, train so many more updates, go to a step of the run so
 * far, as it was then, or train a bench; but for a bench, a later way takes the place of one still under way. Resolves at its
 * end, or when something stops it.
 * @param {import("./page.js").Page} page
 * @param {string} intent
 * @param {...string} more
 * @returns {Promise<import("./types.js").Effects["ended"]>}
 */
export function way(page, intent, ...more) {
  const own = String(++ways);
  return new Promise((resolve, reject) => {
    const forget = page.on("ended", (end) => {
      // Where the engine ends, all ways do.
      if (end.ticket !== own && end.ticket !== "") return;
      forget();
      if (end.problem) reject(new (end.beyond ? RangeError : TypeError)(end.problem));
      else resolve(end);
    });
    page.do(intent, ...more, own);
  });
}
