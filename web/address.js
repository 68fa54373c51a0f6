import { now } from "./clock.js";
import { changeAddress } from "./history.js";
import { asked } from "./query.js";
import { publicAddress } from "./site.js";

/** Milliseconds until the address follows what changes quickly. */
const PAUSE = 300;
/** WebKit refuses more than 100 changes of the address in 10 s: so many entries of history are made in that time, as quick
 * changes share one.
 */
const MOST = 50;
const SPAN = 10_000;

/** Keeps the address and the run alike: a change writes the fragment, a fragment that comes from outside
 * (typed in, back, forward) opens its run. While the run plays the address waits.
 */
export class Address {
  #timer = 0;
  /** Called when a fragment comes from outside though the address is held. @type {(() => void) | null} */
  #interrupted = null;
  #held = "";
  /** When the last entries of history were made. @type {number[]} */
  #made = [];

  /** @param {import("./run.js").Run} run */
  constructor(run) {
    this.run = run;
  }

  /** Opens the address at hand and follows it from now on.
   * @returns {Promise<boolean>} whether the step of its run was reached
   */
  start() {
    const { reached } = this.run.open(asked().fragment);
    this.run.on("change", ({ cause, restarted }) => this.#changed(restarted && ["draw", "set", "points"].includes(cause)));
    this.run.on("step", () => this.#settle());
    this.run.on("state", () => this.#settle());
    addEventListener("hashchange", () => this.#follow());
    return reached;
  }

  /** Keeps a fragment, whatever becomes of the run, until release. A fragment from outside interrupts that.
   * @param {string} fragment
   * @param {() => void} interrupted has to release
   */
  hold(fragment, interrupted) {
    clearTimeout(this.#timer);
    this.#held = fragment;
    if (this.#held !== location.hash) this.#write("replace", this.#held);
    this.#interrupted = interrupted;
  }

  /** Follows the run again. */
  release() {
    this.#interrupted = null;
    this.#settle();
  }

  /** The address that gives this run to someone else; a lesson would put its own in its place. */
  link() {
    const address = publicAddress();
    address.searchParams.delete("lesson");
    address.hash = this.run.engine.hash();
    return address.href;
  }

  /** @param {boolean} deliberate whether going back should undo it */
  #changed(deliberate) {
    if (this.#interrupted || this.run.state === "seeking") return;
    // A fragment with weights takes its time to write: not at each move of a slider.
    if (!deliberate || (this.#made.length === MOST && now() - this.#made[0] < SPAN)) return this.#replaceSoon();
    clearTimeout(this.#timer);
    const hash = this.run.engine.hash();
    if (hash !== location.hash) this.#write("push", hash);
  }

  #settle() {
    if (this.#interrupted) return;
    if (this.run.state === "paused") this.#replaceSoon();
    else clearTimeout(this.#timer);
  }

  #replaceSoon() {
    clearTimeout(this.#timer);
    const address = location.hash;
    this.#timer = setTimeout(() => {
      // Another address is one that has come from outside and is about to be followed.
      if (this.run.state !== "paused" || location.hash !== address) return;
      const hash = this.run.engine.hash();
      if (hash !== address) this.#write("replace", hash);
    }, PAUSE);
  }

  /** Writes the fragment; where the browser refuses, as it does when that was done too often, it is written later.
   * @param {"push" | "replace"} how
   * @param {string} hash
   */
  #write(how, hash) {
    if (how === "push") this.#made = [...this.#made, now()].slice(-MOST);
    if (!changeAddress(how, hash)) this.#timer = setTimeout(() => this.#settle(), SPAN);
  }

  #follow() {
    clearTimeout(this.#timer);
    if (this.#interrupted && location.hash === this.#held) return;
    this.#interrupted?.();
    if (location.hash !== this.run.engine.hash()) this.run.open(location.hash);
  }
}
