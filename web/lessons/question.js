import { element } from "../dom.js";
import { inline } from "./live.js";

/** A question with its choices as buttons; each answers at once with the reason.
 * @param {import("./lesson.js").Page & {words: import("./lesson.js").Words}} page
 * @param {number | null | undefined} chosen what the reader answered before
 * @param {(choice: number) => void} answered
 * @param {import("../types.js").LectureContext} context
 */
export function question({ answer, words }, chosen, answered, { language, formulas }) {
  const choices = words.choices ?? [];
  const why = element("div", { class: "lesson-why", role: "status" });
  const buttons = choices.map(({ text }, i) => {
    // Formulas alone are no name.
    const button = element("button", { type: "button", class: "button lesson-choice", "aria-pressed": "false", "aria-label": text.includes("`") ? text.replaceAll("`", "") : null }, ...inline(text, formulas));
    button.addEventListener("click", () => {
      show(i);
      answered(i);
    });
    return button;
  });
  if (typeof chosen === "number" && chosen < choices.length) show(chosen);
  return element("div", { class: "lesson-question" }, element("div", { class: "lesson-choices" }, ...buttons), why);

  /** @param {number} choice */
  function show(choice) {
    const right = choice === answer;
    buttons.forEach((button, i) => {
      button.setAttribute("aria-pressed", String(i === choice));
      button.classList.toggle("right", i === choice && right);
      button.classList.toggle("wrong", i === choice && !right);
    });
    const verdict = element("b", {}, language.text(right ? "lessons.right" : "lessons.wrong"));
    why.replaceChildren(element("p", {}, verdict, " ", ...inline(choices[choice].why, formulas)));
  }
}
