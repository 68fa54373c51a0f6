import { element, icon } from "../dom.js";
import { lessonIds } from "./lesson.js";

/** @typedef {import("./lesson.js").LessonId} LessonId */

/** Shows the lessons with how far the reader is in each.
 * @param {import("../language.js").Language} language
 * @param {import("./progress.js").Progress} progress
 * @param {(id: LessonId) => void} choose
 */
export function lessonList(language, progress, choose) {
  const solved = lessonIds.filter((id) => progress.of(id)?.solved).length;
  const list = element("ol", { class: "lesson-list" }, ...lessonIds.map((id, i) => element("li", {}, entry(id, i + 1))));
  return [
    element("h2", { class: "hidden-text" }, language.text("lessons.title")),
    element("p", { class: "caption" }, language.text("lessons.intro")),
    element("p", { class: "lesson-count" }, language.text("lessons.count", { solved, all: lessonIds.length })),
    list,
  ];

  /**
   * @param {LessonId} id
   * @param {number} number
   */
  function entry(id, number) {
    const standing = progress.of(id);
    const state = standing?.solved ? "done" : standing ? "begun" : "new";
    const button = element("button", { type: "button", id: `lesson-${id}`, class: "lesson-entry", "data-state": state },
      element("span", { class: "lesson-mark", "aria-hidden": true }, state === "done" ? icon("tick") : String(number)),
      element("span", { class: "lesson-name" },
        element("b", {}, language.text(`lesson.${id}`)),
        element("span", { class: "caption" }, language.text(`lessonAbout.${id}`))),
      element("span", { class: "hidden-text" }, language.text(`lessons.${state}`)));
    button.addEventListener("click", () => choose(id));
    return button;
  }
}
