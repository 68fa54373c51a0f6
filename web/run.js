import { Emitter } from "./emitter.js";
import { Loop } from "./loop.js";
import { Pace, usualSpeed } from "./speed.js";

/** Milliseconds of training in a slice. */
const BUDGET = 8;
/** More updates than a slice can do; the budget ends the slice. */
const MANY = 1e6;

/** The run on the page: the engine's session, and its progress in time. Everything that changes the run goes
 * through here, so that listeners hear of it.
 * @extends {Emitter<import("./types.js").RunEvents>}
 */
export class Run extends Emitter {
  #loop = new Loop();
  /** Ends the seek under way: true when its goal is reached. @type {((reached: boolean) => void) | null} */
  #seekDone = null;
  /** Grows whenever own data may be others. */
  #drawn = 0;
  /** @type {import("./types.js").State} */
  state = "paused";
  speed = usualSpeed;

  /**
   * @param {import("./types.js").Engine} engine
   * @param {import("./types.js").Train} train
   */
  constructor(engine, train) {
    super();
    this.engine = engine;
    this.train = train;
    this.on("change", ({ cause }) => {
      if (["points", "travel", "open"].includes(cause)) this.#drawn++;
    });
  }

  /** The last step that was shown. */
  last = 0;

  metrics() {
    const metrics = this.engine.metrics();
    this.last = metrics.step;
    return metrics;
  }

  /** Stops for good, without a word: there is no engine any more. */
  end() {
    this.#loop.stop();
    this.state = "paused";
    this.#seekDone?.(false);
  }

  /** What the examples come of, as a text: while it is the same, so are they. */
  get origin() {
    const { data, n, noise, dseed, test } = this.engine.config();
    return JSON.stringify(data === "own" ? [data, this.#drawn, dseed, test] : [data, n, noise, dseed, test]);
  }

  /** Whether there are no points to learn from. */
  get empty() {
    const { own, points } = this.engine.drawing();
    return own && points === 0;
  }

  /** Trains until pause, the moment there are points to learn from. */
  play() {
    if (this.state === "playing") return;
    this.pause();
    if (this.metrics().diverged) return;
    const pace = new Pace();
    this.#loop.start((elapsed) => {
      const due = Math.min(pace.due(this.speed, elapsed), MANY);
      return due === 0 || this.empty || this.#slice(due).made > 0;
    });
    this.#enter("playing");
  }

  pause() {
    if (this.state === "paused") return;
    this.#loop.stop();
    const seekDone = this.#seekDone;
    this.#seekDone = null;
    this.#enter("paused");
    seekDone?.(false);
  }

  /** Pauses; the function that it returns goes on with what the run was at. */
  interrupt() {
    const { state, goal, travelling } = this;
    this.pause();
    return () => {
      if (state === "playing") this.play();
      else if (state === "seeking") void (travelling ? this.goTo(goal) : this.step(goal - this.metrics().step));
    };
  }

  /** Trains n more updates in slices; resolves when they are done, or when something stops them.
   * @param {number} [n]
   * @returns {Promise<boolean>} whether all were done
   */
  async step(n = 1) {
    this.pause();
    return this.#seek(this.metrics().step + n);
  }

  /**
   * @param {number} goal
   * @param {boolean} [opening] whether that is the step of a link
   */
  #seek(goal, opening = false) {
    // One update is so short that showing another state would only flicker.
    const ahead = goal - this.metrics().step;
    if (ahead <= 0) return true;
    if (this.empty) return false;
    if (ahead === 1) return this.#slice(1).made === 1;
    return new Promise((resolve) => {
      this.#seekDone = resolve;
      this.#loop.start(() => {
        const { made, step } = this.#slice(goal - this.metrics().step);
        if (made > 0 && step < goal) return true;
        this.#seekDone = null;
        this.#enter("paused");
        resolve(step >= goal);
        return false;
      }, 0);
      this.opening = opening;
      this.#enter("seeking", goal);
    });
  }

  /** Trains one slice and tells. No update is made where the run diverged, has nothing to learn from, or is at the last
   * step there is: that ends playing.
   * @param {number} n
   */
  #slice(n) {
    const made = this.train(Math.min(n, MANY), BUDGET);
    const metrics = this.metrics();
    this.emit("step", metrics);
    if ((made === 0 || metrics.diverged) && this.state === "playing") this.pause();
    return { made, step: metrics.step };
  }

  /** Changes what is shown.
   * @param {import("./types.js").View} view
   */
  view(view) {
    this.engine.view(view);
    this.emit("view", undefined);
  }

  /** The first and the last step of the run so far. After going back the last is beyond the present one. */
  reach() {
    return this.engine.reach();
  }

  /** Goes to a step of the run so far, or to the nearest there is, as it was then; a later call takes the place of
   * an earlier one that is still under way.
   * @param {number} step
   * @returns {Promise<boolean>} whether it got there
   */
  async goTo(step) {
    if (this.travelling) this.#seekDone?.(false);
    else this.pause();
    this.#seekDone = null;
    if (this.#travel(step)) {
      this.pause();
      return true;
    }
    return new Promise((resolve) => {
      this.#seekDone = resolve;
      this.#loop.start(() => {
        if (!this.#travel(step)) return true;
        this.#seekDone = null;
        this.#enter("paused");
        resolve(true);
        return false;
      }, 0);
      this.travelling = true;
      this.#enter("seeking", step);
    });
  }

  /** Goes one slice towards a step and tells.
   * @param {number} step
   * @returns {boolean} whether the run is there
   */
  #travel(step) {
    const { reached, changed } = this.engine.goTo(step, BUDGET);
    if (changed) this.emit("change", { cause: "travel", restarted: false, warnings: [] });
    this.emit("step", this.metrics());
    return reached;
  }

  /** The step that a seek is on its way to. */
  goal = 0;
  /** Whether the seek under way is to the step of a link. */
  opening = false;
  /** Whether the seek under way is to a step where the run has been. */
  travelling = false;

  /** The step that the run stands at, or is on its way back to. */
  get destination() {
    return this.travelling ? this.goal : this.metrics().step;
  }

  /**
   * @param {import("./types.js").State} state
   * @param {number} [goal]
   */
  #enter(state, goal = 0) {
    if (state !== "seeking") this.travelling = this.opening = false;
    this.state = state;
    this.goal = goal;
    this.emit("state", state);
  }

  /** Changes settings; derived defaults follow.
   * @param {Partial<import("./types.js").Config>} patch
   * @param {"set" | "drag"} [cause] drag while a slider is being moved
   */
  set(patch, cause = "set") {
    return this.#change((engine) => engine.set(patch), cause);
  }

  /** Changes the data set as one chosen by hand, which may lower the learning rate.
   * @param {string} code
   */
  chooseData(code) {
    this.#change((engine) => engine.chooseData(code), "set");
  }

  /**
   * @param {(engine: import("./types.js").Engine) => {warnings: import("./types.js").Warning[], restarted: boolean}} act
   * @param {"set" | "drag"} cause
   */
  #change(act, cause) {
    if (this.state === "seeking") this.pause();
    const { warnings, restarted } = act(this.engine);
    this.emit("change", { cause, restarted, warnings });
    return warnings;
  }

  /** Changes own data and keeps the weights.
   * @param {(engine: import("./types.js").Engine) => boolean} edit says whether it changed something
   */
  draw(edit) {
    if (this.state === "seeking") this.pause();
    const changed = edit(this.engine);
    if (changed) this.emit("change", { cause: "points", restarted: false, warnings: [] });
    return changed;
  }

  /** Starts over with other own data, unless there is a problem with them.
   * @template {object} T
   * @param {(engine: import("./types.js").Engine) => T} open
   */
  replace(open) {
    if (this.state === "seeking") this.pause();
    const result = open(this.engine);
    if (!("problem" in result)) this.emit("change", { cause: "points", restarted: true, warnings: [] });
    return result;
  }

  /** Starts the run that a link describes, and trains as far as it says.
   * @param {string} fragment
   * @returns {{warnings: import("./types.js").Warning[], reached: Promise<boolean>}}
   */
  open(fragment) {
    this.pause();
    const { warnings, steps } = this.engine.open(fragment);
    this.emit("change", { cause: "open", restarted: true, warnings });
    return { warnings, reached: Promise.resolve(this.#seek(steps, true)) };
  }

  /** The same initial weights again. */
  reset() {
    this.pause();
    this.engine.reset();
    this.emit("change", { cause: "reset", restarted: true, warnings: [] });
  }

  /** The same initial weights again, and a lower learning rate, by which they train. */
  calm() {
    this.pause();
    this.engine.calm();
    this.emit("change", { cause: "set", restarted: true, warnings: [] });
  }

  /** Another initial network, by the next seed. */
  newWeights() {
    if (this.state === "seeking") this.pause();
    this.engine.newWeights();
    this.emit("change", { cause: "draw", restarted: true, warnings: [] });
  }

  /** Tells of a change that engine/page made.
   * @param {import("./types.js").Effects["changed"]} change
   */
  heard({ goal, ...change }) {
    if (change.cause === "open" || (this.state === "seeking" && change.cause !== "type")) this.pause();
    this.emit("change", change);
    if (goal) void this.#seek(goal, true);
  }

  /** Types in one weight or bias.
   * @param {import("./types.js").Target} target
   * @param {number} value
   */
  setParameter({ kind, layer, to, from }, value) {
    const { ok } = kind === "bias" ? this.engine.setBias(layer, to, value) : this.engine.setWeight(layer, to, from, value);
    if (ok) this.emit("change", { cause: "type", restarted: false, warnings: [] });
    return ok;
  }
}
