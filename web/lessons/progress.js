import { remember, remembered } from "../storage.js";

/** @typedef {import("./lesson.js").LessonId} LessonId */

/** How far the reader is in one lesson.
 * @typedef {object} Standing
 * @property {number} page the page last read
 * @property {number} [answer] the choice last made
 * @property {boolean} [solved]
 * @property {number} [fewest] the best that the task was solved with
 */

const NAME = "lessons";

/** How far the reader is in each lesson, kept on this device. */
export class Progress {
  /** @type {Partial<Record<LessonId, Standing>>} */
  #all = read();

  /** @param {LessonId} id @returns {Standing | null} */
  of(id) {
    return this.#all[id] ?? null;
  }

  /**
   * @param {LessonId} id
   * @param {Partial<Standing>} change
   */
  note(id, change) {
    this.#all[id] = { page: 0, ...this.#all[id], ...change };
    remember(NAME, JSON.stringify(this.#all));
  }
}

/** What was kept; nothing if it was kept in another shape. */
function read() {
  try {
    const kept = JSON.parse(remembered(NAME) ?? "{}");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
