import { textOf } from "./message.js";
import { plainOrigin } from "./origin.js";
import { turns } from "./turns.js";

/** Of the time, half is for what commands do, sixty of them a second at most, and a quarter for reading messages. */
const WORK = { share: 1 / 2, most: 500, least: 500 / 60 };
const READING = { share: 1 / 4, most: 250, least: 0 };
/** Messages that may wait to be read. */
const MOST_UNREAD = 100;
/** Milliseconds between metrics while the run plays. */
const PAUSE = 250;

/** The page around this one: its messages come in here, answers and events go out. A message counts only if it comes
 * from there, of the origin that engine/page/host says; all else is as if it had not come. That knows the commands, and
 * has them wait; what they do has to leave time for the reader, so they wait longer where they are many or take long.
 */
export class Host {
  /** @type {MessageEvent[]} */
  #unread = [];
  /** What was read before there was an engine, and has to be read again. @type {MessageEvent[]} */
  #early = [];
  /** Whether commands wait. */
  #waits = false;
  #reading = turns(READING, () => this.#unread.length > 0, () => this.#read());
  #work = turns(WORK, () => this.#waits, () => this.#page?.do("host", "next"));
  /** @type {import("../page.js").Page | null} */
  #page = null;
  #ask = () => {};
  /** Resolves when the page is asked to load. @type {Promise<void>} */
  asked = new Promise((resolve) => (this.#ask = resolve));

  /** @param {{search: string, hash: string}} address of this page */
  constructor(address) {
    /** The origin of the page around, * for any, empty for none. */
    this.origin = plainOrigin(address);
    addEventListener("message", (event) => {
      if (event.source === window.parent && this.#unread.length + this.#early.length < MOST_UNREAD) this.#unread.push(event);
      this.#reading();
      this.#work();
    });
  }

  /** From now on commands are carried out, and what happens to the run is told.
   * @param {import("../page.js").Page} page
   * @param {() => string} snapshot the pictures on show
   */
  open(page, snapshot) {
    this.#page = page;
    page.on("waits", ({ more }) => (this.#waits = more));
    page.on("post", ({ to, type, call, given, says }) => {
      try {
        const payload = call === "snapshot" ? snapshot() : call ? page.engine[call](given) : says;
        for (const id of to) this.tell(type, payload, id);
      } catch (error) {
        for (const id of to) this.#refuse(id, error);
      }
    });
    /** @type {ReturnType<typeof setTimeout> | 0} */
    let timer = 0;
    let told = -Infinity;
    const tell = () => {
      [timer, told] = [0, performance.now()];
      this.tell("metrics", page.engine.metrics());
    };
    for (const event of /** @type {const} */ (["stepped", "changed"])) {
      page.on(event, () => (timer ||= setTimeout(tell, Math.max(0, told + PAUSE - performance.now()))));
    }
    // In the playground's form, in Embedly's and in that of Canvas (LTI).
    page.on("height", ({ height }) => {
      this.tell("resize", { height });
      this.#post(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
      this.#post(JSON.stringify({ subject: "lti.frameResize", height }));
    });
    const measure = () => page.do("host", "width", String(innerWidth));
    addEventListener("resize", measure);
    measure();
    this.#unread.unshift(...this.#early.splice(0));
    this.#reading();
  }

  /** Tells an event, or answers what had an id.
   * @param {string} type
   * @param {unknown} payload
   * @param {unknown} [id]
   */
  tell(type, payload, id = null) {
    this.#post({ nnpg: 1, id, type, payload });
  }

  /** @param {unknown} message */
  #post(message) {
    if (this.origin) window.parent.postMessage(message, this.origin);
  }

  /** @param {unknown} id @param {unknown} error */
  #refuse(id, error) {
    this.tell("failure", { message: error instanceof Error ? error.message : String(error) }, id);
  }

  /** Has the engine read the first message. Its data is not looked at before: that is what costs. */
  #read() {
    const event = /** @type {MessageEvent} */ (this.#unread.shift());
    const text = this.origin === "*" || event.origin === this.origin ? textOf(event.data) : null;
    if (!this.#page) {
      this.#early.push(event);
      if (text && event.data.type === "load") this.#ask();
    } else if (text) {
      try {
        const { refusal, waits } = this.#page.engine.hear(text);
        this.#waits = waits;
        if (refusal) this.#refuse(event.data.id, refusal);
      } catch (error) {
        this.#refuse(event.data.id, error);
      }
      // Not within the time for reading.
      queueMicrotask(() => this.#work());
    }
  }
}
