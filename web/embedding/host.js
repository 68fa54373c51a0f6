import { Bucket } from "./bucket.js";
import { commands } from "./commands.js";
import { isCommand } from "./message.js";

/** @typedef {import("./commands.js").Page} Page */

/** Commands in a second. */
const RATE = 60;
/** Commands that may wait for the page to be ready. */
const MOST_WAITING = 100;

/** The page around this one: its commands come in here, answers and events go out. A message counts only if it comes
 * from there, of the origin that the address names if it names one; all else is as if it had not come.
 */
export class Host {
  #bucket = new Bucket(RATE);
  #waiting = 0;
  /** @type {(page: Page) => void} */
  #opened = () => {};
  /** @type {Promise<Page>} */
  #page = new Promise((resolve) => (this.#opened = resolve));
  /** Resolves when the page is asked to load. @type {Promise<void>} */
  asked;
  #ask = () => {};

  /** @param {string} origin of the page around, empty for any */
  constructor(origin) {
    this.origin = origin;
    this.asked = new Promise((resolve) => (this.#ask = resolve));
    addEventListener("message", (event) => void this.#hear(event));
  }

  /** From now on commands are carried out.
   * @param {Page} page
   */
  open(page) {
    this.#opened(page);
  }

  /** Tells an event.
   * @param {string} type
   * @param {unknown} payload
   */
  tell(type, payload) {
    this.#post({ nnpg: 1, id: null, type, payload });
  }

  /** Posts in a form of someone else's.
   * @param {unknown} message
   */
  hint(message) {
    window.parent.postMessage(message, this.origin || "*");
  }

  /** @param {import("./message.js").Message} message */
  #post(message) {
    window.parent.postMessage(message, this.origin || "*");
  }

  /** @param {MessageEvent} event */
  async #hear(event) {
    if (event.source !== window.parent || (this.origin && event.origin !== this.origin)) return;
    // Before the data is looked at: that is what costs.
    if (!this.#bucket.take() || !isCommand(event.data)) return;
    const { id, type, payload } = event.data;
    try {
      this.#post({ nnpg: 1, id, type: "result", payload: (await this.#carryOut(type, payload)) ?? null });
    } catch (error) {
      this.#post({ nnpg: 1, id, type: "failure", payload: { message: error instanceof Error ? error.message : String(error) } });
    }
  }

  /**
   * @param {string} type
   * @param {unknown} payload
   */
  async #carryOut(type, payload) {
    if (!Object.hasOwn(commands, type)) throw new Error(`no command ${type}`);
    const { takes, run } = commands[type];
    if (!takes(payload)) throw new Error(`${type} takes another payload`);
    if (type === "load") this.#ask();
    if (this.#waiting >= MOST_WAITING) throw new Error("too many commands are waiting");
    this.#waiting++;
    try {
      return await run(await this.#page, payload);
    } finally {
      this.#waiting--;
    }
  }
}
