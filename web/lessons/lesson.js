/** The lessons as data. What a lesson does stands once in <id>.json, what it says in <language>/<id>.json, page by
 * page alike.
 */

import { readJSON } from "../assets.js";

/** The lessons in the lecture's order. */
export const lessonIds = /** @type {const} */ ([
  "representation", "computing-output", "vectorising", "activations",
  "choosing", "non-linear", "gradient-descent", "initialisation",
]);

/** @typedef {typeof lessonIds[number]} LessonId */

/** Other names that links may use. @type {Record<string, LessonId>} */
const aliases = { symmetry: "initialisation" };

/** @typedef {import("./task.js").Condition} Condition */

/** One page of a lesson: text, with a question (answer, the number of the right choice from 0), with things to try,
 * or with a task. formulas are written as symbols.js reads them; open is a link's fragment. The files also have the
 * numbers that a text tells and what else it claims of a run, which the tests of engine/lesson hold against the run.
 * @typedef {object} Page
 * @property {string[]} [formulas]
 * @property {number} [answer]
 * @property {{open: string, panel?: string}[]} [tries]
 * @property {Condition[]} [task]
 * @property {string} [open] where the task begins
 * @property {string} [panel] to be open beside the page
 * @property {"hiddenUnits" | "step"} [fewest] what the task asks to have as few as possible of
 */

/** What a page says. Text between backticks is a symbol of the lecture.
 * @typedef {object} Words
 * @property {string} heading
 * @property {string[]} text paragraphs
 * @property {{text: string, why: string}[]} [choices]
 * @property {{label: string, look: string}[]} [tries]
 * @property {string} [solved]
 */

/**
 * @typedef {object} Lesson
 * @property {string} start the fragment of the run to begin with
 * @property {(Page & {words: Words})[]} pages
 */

/** The lesson that a link names, null when there is none of the name.
 * @param {string | null} name
 * @returns {LessonId | null}
 */
export function lessonNamed(name) {
  return lessonIds.find((id) => id === (aliases[name ?? ""] ?? name)) ?? null;
}

/** Fetches a lesson in a language.
 * @param {LessonId} id
 * @param {string} language
 * @returns {Promise<Lesson>}
 */
export async function loadLesson(id, language) {
  const [lesson, words] = await Promise.all([readJSON(`lessons/${id}.json`), readJSON(`lessons/${language}/${id}.json`)]);
  return {
    start: lesson.start,
    pages: lesson.pages.map((/** @type {Page} */ page, /** @type {number} */ i) => ({ ...page, words: words.pages[i] })),
  };
}
