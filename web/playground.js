/** @typedef {import("./types.js").Config} Config */
/** @typedef {Omit<import("./types.js").RunEvents, "step"> & {step: import("./types.js").Metrics}} RunEvents */
/** @typedef {import("./run.js").Run} Run */

/** The last step of any run. */
const LAST_STEP = 2 ** 31 - 1;

/** How deep listeners may change the run of whose changes they hear. */
const DEEPEST = 4;
/** Arguments that take as much of the stack as the engine may need. */
const ROOM = new Array(16_384).fill(0);

/** @type {(keyof RunEvents)[]} */
const events = ["change", "step", "state"];

/** window.playground: the run for scripts in the page or its console, described in docs/scripting.md. */
export class Playground {
  /** @type {Run | null} */
  #started = null;
  /** Listeners that are being told, each from within the one before it. */
  #depth = 0;

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
    // The engine would not survive the end of the stack: here it is an error of the script alone.
    (() => {}).apply(null, /** @type {any} */ (ROOM));
    return this.#started;
  }

  /** The run, to be changed: a listener that answers each change by another has an end. */
  get #changing() {
    if (this.#depth > DEEPEST) throw new RangeError(`a listener of on() changed the run of whose change it heard, ${DEEPEST} times within each other`);
    return this.#run;
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
    const warnings = typeof change === "string" ? this.#changing.open(change).warnings : this.#changing.set(change);
    return { warnings };
  }

  play() {
    this.#changing.play();
  }

  pause() {
    this.#changing.pause();
  }

  /** Trains n more updates; resolves when they are done or training stopped.
   * @param {number} [n]
   */
  async step(n = 1) {
    if (!Number.isInteger(n) || n < 0) throw new TypeError("step(n): n must be a whole number, not negative");
    const most = LAST_STEP - this.#run.metrics().step;
    if (n > most) throw new RangeError(`step(n): a run ends at step ${LAST_STEP}; n can be ${most} at most`);
    await this.#changing.step(n);
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
    await this.#changing.goTo(Math.max(0, Math.min(step, this.#run.reach().last)));
  }

  reset() {
    this.#changing.reset();
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
    return this.#changing.replace((engine) => engine.setPoints(points));
  }

  /** Calls listener at each event until the function it returns is called.
   * @template {keyof RunEvents} K
   * @param {K} event
   * @param {(detail: RunEvents[K]) => void} listener
   */
  on(event, listener) {
    if (!events.includes(event)) throw new TypeError(`on(event, listener): the events are ${events.join(", ")}`);
    if (typeof listener !== "function") throw new TypeError("on(event, listener): listener must be a function");
    const run = this.#run;
    return run.on(event, (detail) => {
      this.#depth++;
      try {
        listener(/** @type {any} */ (event === "step" ? run.metrics() : detail));
      } finally {
        this.#depth--;
      }
    });
  }
}

/** Tells an object of settings from an array, a Map, null, … It may come from another frame.
 * @param {unknown} value
 */
function isPlain(value) {
  return Object.prototype.toString.call(value) === "[object Object]";
}
