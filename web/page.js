import { clone, View } from "./bind.js";
import { Emitter } from "./emitter.js";
import { Loop } from "./loop.js";

/** Milliseconds that work takes of a frame. */
const BUDGET = 8;

/** What comes of an intent. @typedef {{effects: {name: string, with: any}[], records: {name: string, record: import("./bind.js").Fields}[], more: boolean}} Answer */

/** The page as engine/page has it: intents go in as words, records and effects come out.
 * @extends {Emitter<import("./types.js").Effects>}
 */
export class Page extends Emitter {
  /** @type {Map<string, View[]>} */
  #views = new Map();
  #loop = new Loop();

  /**
   * @param {import("./types.js").Engine} engine
   * @param {import("./language.js").Language} language
   */
  constructor(engine, language) {
    super();
    this.engine = engine;
    this.language = language;
    language.on("change", () => [...this.#views.values()].flat().forEach((view) => view.translate()));
  }

  /** Shows a part in an element, with the structure of the template of its name, if there is one, and in others that have
   * theirs.
   * @param {string} name
   * @param {Element} root
   * @param {...Element} others
   */
  show(name, root, ...others) {
    const template = document.getElementById(`template-${name}`);
    if (template instanceof HTMLTemplateElement) root.append(clone(template, this.language));
    this.#views.set(name, [root, ...others].map((one) => new View(one, this.language)));
    this.do("show", name);
  }

  /** @param {string} name */
  hide(name) {
    this.#views.delete(name);
    this.do("hide", name);
  }

  /** @param {...string} words */
  do(...words) {
    if (this.#take(this.engine.do(...words)) && !this.#loop.running) this.#loop.start(() => this.#take(this.engine.work(BUDGET)));
  }

  /** Shows what an answer brings.
   * @param {string} answer
   * @returns {boolean} whether there is more to do
   */
  #take(answer) {
    const { effects, records, more } = /** @type {Answer} */ (JSON.parse(answer));
    for (const { name, record } of records) this.#views.get(name)?.forEach((view) => view.write(record));
    for (const effect of effects) this.emit(/** @type {keyof import("./types.js").Effects} */ (effect.name), effect.with);
    return more;
  }
}
