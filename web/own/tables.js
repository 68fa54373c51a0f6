import { shorten } from "../notices.js";

/** Bytes of a file, and points; engine/dataset has the same. */
const MOST_BYTES = 1 << 20;
const MOST_POINTS = 5000;
/** Names of columns in a sentence. */
const MOST_NAMES = 12;

/** What came of opening a table: a sentence to tell either way; how to open it in the other way that it can be read,
 * if there is one; whether training needs the points standardised; and what was read and where it is wrong.
 * @typedef {object} Outcome
 * @property {boolean} opened
 * @property {string} sentence
 * @property {{label: string, open: () => Outcome}} [other]
 * @property {boolean} [outOfScale]
 * @property {string} [text]
 * @property {number} line
 */

/** Opens tables of points, from files and from texts. What is wrong with one is told in one sentence, and then nothing
 * has changed.
 */
export class Tables {
  /**
   * @param {import("../run.js").Run} run
   * @param {import("../language.js").Language} language
   * @param {boolean} scalable whether the reader may standardise
   */
  constructor(run, language, scalable) {
    this.run = run;
    this.language = language;
    this.scalable = scalable;
  }

  /**
   * @param {File} file
   * @returns {Promise<Outcome>}
   */
  async read(file) {
    let bytes;
    try {
      bytes = new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer());
    } catch {
      return this.#refused("unread");
    }
    const result = this.run.engine.decodeTable(bytes);
    return "problem" in result ? this.#wrong(result.problem) : this.open(result.text);
  }

  /**
   * @param {string} text
   * @param {"" | "." | ","} [mark] before decimals, where the text does not tell
   * @returns {Outcome}
   */
  open(text, mark = "") {
    if (text.length > MOST_BYTES) return this.#refused("size");
    const result = this.run.replace((engine) => engine.openTable(text, mark));
    if ("problem" in result) return { ...this.#wrong(result.problem), text };
    const { points, fitted, columns, counted, choice } = result;
    const outOfScale = result.outOfScale && this.scalable;
    const sentences = [this.language.text(fitted ? "own.openedFitted" : "own.opened", { points })];
    if (columns) {
      const [x1, x2, y] = columns.map((column) => this.#where(column));
      sentences.push(this.language.text("own.columns", { x1, x2, y }));
    }
    if (counted) sentences.push(this.language.text("own.counted", { line: counted }));
    if (choice) sentences.push(this.language.text("own.choice", choice));
    else if (outOfScale) sentences.push(this.language.text("own.outOfScale"));
    const other = choice ? { label: this.language.text("own.choice.other", choice), open: () => this.open(text, choice.mark) } : undefined;
    return { opened: true, sentence: sentences.join(" "), line: 0, other, outOfScale };
  }

  /** @param {import("../types.js").Problem} problem */
  #wrong({ reason, line, column, value, names, other }) {
    const key = names.length > 0 ? `${reason}.named` : reason;
    return this.#refused(key, {
      line,
      value: shorten(value),
      where: this.#where(column),
      in: column.name ? this.language.text("own.in", { where: this.#where(column) }) : "",
      names: new Intl.ListFormat(this.language.code).format(names.slice(0, MOST_NAMES).map((name) => `“${shorten(name)}”`)),
      other: shorten(other?.value ?? ""),
      otherLine: other?.line ?? 0,
    }, line);
  }

  /** @param {import("../types.js").Column} column */
  #where({ number, name }) {
    return this.language.text(name ? "own.column.named" : "own.column", { number, name: shorten(name) });
  }

  /**
   * @param {string} reason
   * @param {Record<string, string | number>} [values]
   * @returns {Outcome}
   */
  #refused(reason, values = {}, line = 0) {
    return { opened: false, sentence: this.language.text(`own.problem.${reason}`, { most: MOST_POINTS, ...values }), line };
  }
}
