import { commands } from "./commands.js";
import { isCommand } from "./message.js";
import { add } from "./queue.js";
import { turns } from "./turns.js";

/** Of the time, half is for what commands do, sixty of them a second at most, and a quarter for reading messages. */
const WORK = { share: 1 / 2, most: 500, least: 500 / 60 };
const READING = { share: 1 / 4, most: 250, least: 0 };
/** Messages that may wait to be read. */
const MOST_UNREAD = 100;

/** The page around this one: its commands come in here, answers and events go out. A message counts only if it comes
 * from there, of the origin that the address names if it names one; all else is as if it had not come. What commands do
 * has to leave time for the reader, so they wait where there are many or where they take long.
 */
export class Host {
  /** @type {MessageEvent[]} */
  #unread = [];
  /** @type {import("./types.js").Waiting[]} */
  #waiting = [];
  #reading = turns(READING, () => this.#unread.length > 0, () => this.#read());
  #work = turns(WORK, () => this.#page !== null && this.#waiting.length > 0, () => void this.#carryOut());
  /** @type {import("./types.js").Page | null} */
  #page = null;
  #ask = () => {};
  /** Resolves when the page is asked to load. @type {Promise<void>} */
  asked = new Promise((resolve) => (this.#ask = resolve));

  /** @param {string} origin of the page around, empty for any */
  constructor(origin) {
    this.origin = origin;
    addEventListener("message", (event) => this.#hear(event));
  }

  /** From now on commands are carried out.
   * @param {import("./types.js").Page} page
   */
  open(page) {
    this.#page = page;
    this.#work.goOn();
  }

  /** Tells an event.
   * @param {string} type
   * @param {unknown} payload
   */
  tell(type, payload) {
    this.#say(null, type, payload);
  }

  /** Posts a message, which may be of another form than the playground's.
   * @param {unknown} message
   */
  post(message) {
    window.parent.postMessage(message, this.origin || "*");
  }

  /**
   * @param {string | number | null} id of what is answered
   * @param {string} type
   * @param {unknown} payload
   */
  #say(id, type, payload) {
    this.post({ nnpg: 1, id, type, payload });
  }

  /** @param {MessageEvent} event */
  #hear(event) {
    if (event.source !== window.parent || (this.origin && event.origin !== this.origin)) return;
    // The data is not looked at before: that is what costs.
    if (this.#unread.length < MOST_UNREAD) this.#unread.push(event);
    this.#reading.goOn();
    this.#work.goOn();
  }

  /** Puts a command where it waits for its turn, or refuses it. */
  #read() {
    const data = this.#unread.shift()?.data;
    // Not within the time for reading.
    queueMicrotask(() => this.#work.goOn());
    if (!isCommand(data)) return;
    const { id, type, payload } = data;
    const refuse = (/** @type {string} */ message) => this.#say(id, "failure", { message });
    if (!Object.hasOwn(commands, type)) return refuse(`no command ${type}`);
    if (!commands[type].takes(payload)) return refuse(`${type} takes another payload`);
    if (type === "load") this.#ask();
    if (!add(this.#waiting, { type, payload, ids: [id] })) refuse(`too many ${type} wait`);
  }

  /** Carries the first out that waits, and answers with what it gives. */
  async #carryOut() {
    const { type, payload, ids } = /** @type {import("./types.js").Waiting} */ (this.#waiting.shift());
    try {
      const result = (await commands[type].run(/** @type {import("./types.js").Page} */ (this.#page), payload, ids.length)) ?? null;
      const began = performance.now();
      for (const id of ids) this.#say(id, "result", result);
      this.#work.spend(performance.now() - began);
    } catch (error) {
      for (const id of ids) this.#say(id, "failure", { message: error instanceof Error ? error.message : String(error) });
    }
  }
}
