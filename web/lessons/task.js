import { element, icon } from "../dom.js";
import { decimal, percent } from "../numerals.js";
import { holds, measure } from "./condition.js";

/** @typedef {import("./condition.js").Condition} Condition */
/** @typedef {import("./progress.js").Standing} Standing */

/** A task that the page checks by itself: a list of conditions, each with a mark that follows the run. */
export class Task {
  element = element("div", { class: "lesson-task" });
  #rows;
  #outcome = element("div", { class: "lesson-outcome" });

  /**
   * @param {import("./lesson.js").Page & {words: import("./lesson.js").Words}} page
   * @param {() => Standing | null} standing how the reader stands
   * @param {(change: Partial<Standing>) => void} solved called when the task is solved for the first time or better
   * @param {import("../types.js").LectureContext} context
   */
  constructor(page, standing, solved, { engine, language }) {
    this.page = page;
    this.standing = standing;
    this.solved = solved;
    this.engine = engine;
    this.language = language;
    this.#rows = (page.task ?? []).map((condition) => ({
      condition,
      row: element("li", {}, element("span", { class: "lesson-mark", "aria-hidden": true }), element("span", {}, describe(condition, language))),
      now: element("span", { class: "caption number" }),
      hidden: element("span", { class: "hidden-text" }),
    }));
    for (const { row, now, hidden } of this.#rows) row.append(now, hidden);
    this.element.append(element("ul", { class: "lesson-conditions" }, ...this.#rows.map(({ row }) => row)), this.#outcome);
    this.#show();
  }

  /** Looks at the run; a solution is told at once. */
  update() {
    let all = true;
    for (const { condition, row, now, hidden } of this.#rows) {
      const value = measure(this.engine, condition.of);
      const met = holds(condition, value);
      all &&= met;
      row.classList.toggle("met", met);
      row.firstElementChild?.replaceChildren(...(met ? [icon("tick")] : []));
      now.textContent = typeof value === "number" && condition.is === undefined ? format(condition.of, value) : "";
      hidden.textContent = this.language.text(met ? "lessons.met" : "lessons.unmet");
    }
    if (all) this.#solve();
  }

  #solve() {
    const { fewest } = this.page;
    const before = this.standing();
    const count = fewest ? Number(measure(this.engine, fewest)) : undefined;
    if (before?.solved && (count === undefined || count >= (before.fewest ?? Infinity))) return;
    this.solved({ solved: true, ...(count === undefined ? {} : { fewest: count }) });
    this.#show();
  }

  /** Says that the task is solved, now or on an earlier day. */
  #show() {
    const standing = this.standing();
    if (!standing?.solved) return;
    const { language, page } = this;
    const best = page.fewest ? [element("p", { class: "lesson-best" }, language.text(`lessons.fewest.${page.fewest}`, { value: standing.fewest ?? "" }))] : [];
    this.#outcome.replaceChildren(element("p", {}, element("b", {}, language.text("lessons.solved")), " ", page.words.solved ?? ""), ...best);
  }
}

/** A condition in words, made of the setting's or the metric's own name.
 * @param {Condition} condition
 * @param {import("../language.js").Language} language
 */
function describe({ of, is, atLeast, below, atMost }, language) {
  const key = [`setting.${of}`, `readout.${of}`, `measure.${of}`].find((name) => language.has(name)) ?? of;
  const name = language.text(key);
  if (is !== undefined) return language.text("condition.is", { name, value: choice(is, language) });
  if (atLeast !== undefined) return language.text("condition.atLeast", { name, value: format(of, atLeast) });
  if (below !== undefined) return language.text("condition.below", { name, value: format(of, below) });
  return language.text("condition.atMost", { name, value: format(of, atMost ?? NaN) });
}

/** A setting's value as the controls name it.
 * @param {unknown} value
 * @param {import("../language.js").Language} language
 * @returns {string}
 */
function choice(value, language) {
  if (Array.isArray(value)) return value.length > 0 ? value.map((one) => choice(one, language)).join(", ") : language.text("condition.none");
  return language.has(`option.${value}`) ? language.text(`option.${value}`) : String(value);
}

/**
 * @param {string} of
 * @param {number} value
 */
function format(of, value) {
  return /accuracy/i.test(of) ? percent(value) : decimal(value);
}
