import { commands } from "./commands.js";
import { isCommand } from "./message.js";
import { Queue } from "./queue.js";
import { Turns } from "./turns.js";

/** @typedef {import("./commands.js").Page} Page */
/** @typedef {import("./queue.js").Waiting} Waiting */

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
  #queue = new Queue(commands);
  #reading = new Turns(READING, () => this.#unread.length > 0, () => this.#read());
  #work = new Turns(WORK, () => this.#page !== null && this.#queue.size > 0, () => this.#carryOut());
  /** @type {Page | null} */
  #page = null;
  /** Resolves when the page is asked to load. @type {Promise<void>} */
  asked;
  #ask = () => {};

  /** @param {string} origin of the page around, empty for any */
  constructor(origin) {
    this.origin = origin;
    this.asked = new Promise((resolve) => (this.#ask = resolve));
    addEventListener("message", (event) => this.#hear(event));
  }

  /** From now on commands are carried out.
   * @param {Page} page
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
    this.post({ nnpg: 1, id: null, type, payload });
  }

  /** Posts a message, which may be of another form than the playground's.
   * @param {unknown} message
   */
  post(message) {
    window.parent.postMessage(message, this.origin || "*");
  }

  /** @param {MessageEvent} event */
  #hear(event) {
    if (event.source !== window.parent || (this.origin && event.origin !== this.origin)) return;
    // The data is not looked at before: that is what costs.
    if (this.#unread.length < MOST_UNREAD) this.#unread.push(event);
    this.#reading.goOn();
    this.#work.goOn();
  }

  #read() {
    const data = this.#unread.shift()?.data;
    if (isCommand(data)) this.#take(data);
    // Not within the time for reading.
    queueMicrotask(() => this.#work.goOn());
  }

  /** Puts a command where it waits for its turn, or refuses it.
   * @param {import("./message.js").Message & {id: string | number}} command
   */
  #take({ id, type, payload }) {
    if (!Object.hasOwn(commands, type)) return this.#refuse(id, `no command ${type}`);
    if (!commands[type].takes(payload)) return this.#refuse(id, `${type} takes another payload`);
    if (type === "load") this.#ask();
    if (!this.#queue.add({ type, payload, ids: [id] })) this.#refuse(id, `too many ${type} wait`);
  }

  /**
   * @param {string | number} id
   * @param {string} message
   */
  #refuse(id, message) {
    this.post({ nnpg: 1, id, type: "failure", payload: { message } });
  }

  /** Carries the first out that waits. */
  #carryOut() {
    const page = /** @type {Page} */ (this.#page);
    const { type, payload, ids } = this.#queue.next();
    void this.#answer(ids, async () => commands[type].run(page, payload, ids.length));
  }

  /** Answers with what a command gives.
   * @param {(string | number)[]} ids
   * @param {() => Promise<unknown>} give
   */
  async #answer(ids, give) {
    try {
      const payload = (await give()) ?? null;
      const began = performance.now();
      for (const id of ids) this.post({ nnpg: 1, id, type: "result", payload });
      this.#work.spend(performance.now() - began);
    } catch (error) {
      for (const id of ids) this.#refuse(id, error instanceof Error ? error.message : String(error));
    }
  }
}
