import { shorten } from "../notices.js";
import { decode } from "./decode.js";

/** Bytes of a file, and points; engine/dataset has the same. */
const MOST_BYTES = 1 << 20;
const MOST_POINTS = 5000;

/** What came of opening a table: a sentence to tell either way, and what was read where that was a text;
 * whether training needs the points standardised.
 * @typedef {{opened: boolean, sentence: string, text?: string, line: number, outOfScale?: boolean}} Outcome
 */

/** Opens tables of points, from files and from texts. What is wrong with one is told in one sentence, and then nothing
 * has changed.
 */
export class Tables {
  /**
   * @param {import("../run.js").Run} run
   * @param {import("../language.js").Language} language
   */
  constructor(run, language) {
    this.run = run;
    this.language = language;
  }

  /**
   * @param {File} file
   * @returns {Promise<Outcome>}
   */
  async read(file) {
    if (file.size > MOST_BYTES) return this.#refused({ reason: "size", line: 0, value: "" });
    let bytes;
    try {
      bytes = await file.arrayBuffer();
    } catch {
      return this.#refused({ reason: "unread", line: 0, value: "" });
    }
    const text = decode(bytes);
    return text === null ? this.#refused({ reason: "encoding", line: 0, value: "" }) : this.open(text);
  }

  /**
   * @param {string} text
   * @returns {Outcome}
   */
  open(text) {
    if (text.length > MOST_BYTES) return this.#refused({ reason: "size", line: 0, value: "" });
    const result = this.run.replace((engine) => engine.openTable(text));
    if ("problem" in result) return { ...this.#refused(result.problem), text };
    const { points, fitted, outOfScale } = result;
    const parts = [fitted ? "own.openedFitted" : "own.opened", ...(outOfScale ? ["own.outOfScale"] : [])];
    return { opened: true, sentence: parts.map((key) => this.language.text(key, { points })).join(" "), line: 0, outOfScale };
  }

  /**
   * @param {import("../types.js").Problem} problem
   * @returns {Outcome}
   */
  #refused({ reason, line, value }) {
    return { opened: false, sentence: this.language.text(`own.problem.${reason}`, { line, value: shorten(value), most: MOST_POINTS }), line };
  }
}
