/** @typedef {import("./types.js").Config} Config */
/** @typedef {import("./types.js").RunEvents} RunEvents */
/** @typedef {import("./run.js").Run} Run */

/** The last step of any run. */
const LAST_STEP = 2 ** 31 - 1;

/** @type {(keyof RunEvents)[]} */
const events = ["change", "step", "state"];

/** window.playground: the run for scripts in the page or its console, described in docs/scripting.md. */
export class Playground {
  /** @type {Run | null} */
  #started = null;

  /** @param {Promise<{run: Run, reached: Promise<void>}>} start reached when the run of the address stands */
  constructor(start) {
    /** Resolves when the run of the address stands, trained as far as it says. */
    this.ready = start.then(({ run, reached }) => {
      this.#started = run;
      return reached;
    });
    // A page that cannot start says so itself; a rejection that no script waits for is no news.
    this.ready.catch(() => {});
  }

  get #run() {
    if (!this.#started) throw new Error("not ready: await playground.ready first");
    return this.#started;
  }

  /** All settings. */
  get() {
    return this.#run.engine.config();
  }

  /** The fragment of a link to this run. */
  hash() {
    return this.#run.engine.hash();
  }

  /** Changes some settings, or opens the run of a fragment.
   * @param {Partial<Config> | string} change
   */
  set(change) {
    if (typeof change !== "string" && !isPlain(change)) throw new TypeError('set(change): an object such as {lr: 0.03}, or a fragment such as "#v=1&lr=0.03"');
    const warnings = typeof change === "string" ? this.#run.open(change).warnings : this.#run.set(change);
    return { warnings };
  }

  play() {
    this.#run.play();
  }

  pause() {
    this.#run.pause();
  }

  /** Trains n more updates; resolves when they are done or training stopped.
   * @param {number} [n]
   */
  async step(n = 1) {
    if (!Number.isInteger(n) || n < 0) throw new TypeError("step(n): n must be a whole number, not negative");
    const most = LAST_STEP - this.#run.metrics().step;
    if (n > most) throw new RangeError(`step(n): a run ends at step ${LAST_STEP}; n can be ${most} at most`);
    await this.#run.step(n);
  }

  /** The first and the last step of the run so far. */
  reach() {
    return this.#run.reach();
  }

  /** Goes to a step of the run so far, or to the nearest there is, as it was then; resolves when it is there or
   * something stopped it.
   * @param {number} step
   */
  async goTo(step) {
    if (!Number.isInteger(step)) throw new TypeError("goTo(step): step must be a whole number");
    await this.#run.goTo(Math.max(0, Math.min(step, this.#run.reach().last)));
  }

  reset() {
    this.#run.reset();
  }

  metrics() {
    return this.#run.metrics();
  }

  params() {
    return this.#run.engine.params();
  }

  /** The outputs for points of the plane.
   * @param {number[][]} points
   */
  predict(points) {
    return this.#run.engine.predict(points);
  }

  data() {
    return this.#run.engine.data();
  }

  /** Starts over with points of your own, of two classes; says how many there are, whether the axes show what they cover
   * instead of -6 to 6, and whether training needs them standardised.
   * @param {number[][]} points [x1, x2, y], y being 0 or 1, or else -1 or 1
   */
  setData(points) {
    return this.#run.replace((engine) => engine.setPoints(points));
  }

  /** Calls listener at each event until the function it returns is called.
   * @template {keyof RunEvents} K
   * @param {K} event
   * @param {(detail: RunEvents[K]) => void} listener
   */
  on(event, listener) {
    if (!events.includes(event)) throw new TypeError(`on(event, listener): the events are ${events.join(", ")}`);
    if (typeof listener !== "function") throw new TypeError("on(event, listener): listener must be a function");
    return this.#run.on(event, listener);
  }
}

/** Tells an object of settings from an array, a Map, null, … It may come from another frame.
 * @param {unknown} value
 */
function isPlain(value) {
  return Object.prototype.toString.call(value) === "[object Object]";
}
