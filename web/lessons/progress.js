import { remember, remembered } from "../storage.js";

/** @typedef {import("./lesson.js").LessonId} LessonId */

/** How far the reader is in one lesson.
 * @typedef {object} Standing
 * @property {number} page the page last read
 * @property {number | null} answer the choice last made
 * @property {boolean} solved
 * @property {number | null} fewest the best that the task was solved with
 */

const NAME = "lessons";

/** How far the reader is in each lesson, kept on this device. What is kept is read anew each time, as another tab may
 * have written it, and may be anything: the engine makes sense of it.
 */
export class Progress {
  /** @param {import("../types.js").Engine} engine */
  constructor(engine) {
    this.engine = engine;
  }

  /** @param {LessonId} id @returns {Standing | null} null of a lesson that was not begun */
  of(id) {
    const kept = read();
    return Object.hasOwn(kept, id) ? this.engine.standing(kept[id], null) : null;
  }

  /**
   * @param {LessonId} id
   * @param {Partial<Standing>} change
   */
  note(id, change) {
    const kept = read();
    remember(NAME, JSON.stringify({ ...kept, [id]: this.engine.standing(kept[id], change) }));
  }
}

/** What is kept of each lesson; nothing if it was kept in another shape.
 * @returns {Record<string, unknown>}
 */
function read() {
  try {
    const kept = JSON.parse(remembered(NAME) ?? "{}");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
