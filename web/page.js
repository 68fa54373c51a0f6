import { clone, View } from "./bind.js";
import { Emitter } from "./emitter.js";
import { Loop } from "./loop.js";

/** Milliseconds that work takes of a frame. */
const BUDGET = 8;

/** Characters of a word, one more than engine/page takes of any: results that were handed in. */
const MOST = (1 << 22) + 1;

/** What comes of an intent. @typedef {{effects: {name: string, with: any}[], records: {name: string, record: import("./bind.js").Fields}[], more: boolean}} Answer */

/** The page as engine/page has it: intents go in as words, records and effects come out.
 * @extends {Emitter<import("./types.js").Effects>}
 */
export class Page extends Emitter {
  /** @type {Map<string, View>} */
  #views = new Map();
  #loop = new Loop();
  /** Intents that are to go together. @type {string[][] | null} */
  #gathered = null;
  /** What was wanted before the engine came. @type {[string, ...string[]][]} */
  early = [];
  /** @type {import("./types.js").Engine} */
  engine = /** @type {any} */ (null);
  /** Whether the run has gone on since the page was told. */
  stale = false;

  /** @param {import("./language.js").Language} language whose texts have come */
  constructor(language) {
    super();
    this.language = language;
    language.on("change", () => this.#views.forEach((view) => view.translate()));
    // A part's elements are marked data-record with its name; the last of them has the structure of the template, if there is one.
    const marked = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-record]")]);
    for (const name of new Set(marked.map(({ dataset }) => dataset.record ?? ""))) {
      const roots = marked.filter(({ dataset }) => dataset.record === name);
      const template = document.getElementById(`template-${name}`);
      if (template instanceof HTMLTemplateElement) roots.at(-1)?.append(clone(template, language));
      this.#views.set(name, new View(roots, language));
    }
  }

  /** Has engine/page do what an intent says.
   * @param {string} intent its words, apart by blanks, as attributes and effects have it
   * @param {...string} more words, which may have blanks in them
   */
  do(intent, ...more) {
    const words = /** @type {[string, ...string[]]} */ ([...intent.split(" "), ...more]);
    const waiting = this.engine ? this.#gathered : this.early;
    if (waiting) waiting.push(words);
    else this.take(this.engine.do(...words.map((word) => word.slice(0, MOST))));
  }

  /** Does what an event means, which then means nothing else to the browser, unless engine/page passes it on.
   * @param {Event} event
   * @param {string} intent
   * @param {...string} more
   * @returns {boolean} whether it was taken
   */
  offer(event, intent, ...more) {
    let taken = true;
    const forget = this.on("pass", () => (taken = false));
    this.do(intent, ...more);
    forget();
    if (taken) event.preventDefault();
    return taken;
  }

  /** Has the intents of an act go together, when it has ended: one answer brings what comes of all.
   * @template T
   * @param {() => T} act
   */
  together(act) {
    const gathered = (this.#gathered = /** @type {string[][]} */ ([]));
    const result = act();
    this.#gathered = null;
    this.do("together", ...gathered.flatMap((words) => [String(words.length), ...words]));
    return result;
  }

  /** Shows what an answer brings, and has what is open work on where there is more to do.
   * @param {string} answer
   */
  take(answer) {
    if (this.#take(answer) && !this.#loop.running) this.#loop.start(() => this.#take(this.engine.work(BUDGET)) || this.#loop.stop());
  }

  /** Shows records of parts. @param {Answer["records"]} records */
  show(records) {
    for (const { name, record } of records) this.#views.get(name)?.write(record);
  }

  /** Shows what an answer brings.
   * @param {string} answer
   * @returns {boolean} whether there is more to do
   */
  #take(answer) {
    this.stale = false;
    const { effects, records, more } = /** @type {Answer} */ (JSON.parse(answer));
    this.show(records);
    for (const effect of effects) this.emit(/** @type {keyof import("./types.js").Effects} */ (effect.name), effect.with);
    return more;
  }
}
