import { element, icon } from "../dom.js";
import { math, mn, mo, row } from "../math.js";
import { decimal, percent } from "../numerals.js";
import { inline } from "./live.js";
import { readSymbol } from "./symbols.js";

/** What a task asks for, as engine/lesson judges it: a setting, a measure or a shape that is, or is at least, at most or
 * below a value; or settings to be kept as the task began.
 * @typedef {object} Condition
 * @property {string} [of]
 * @property {string[]} [is]
 * @property {number} [atLeast]
 * @property {number} [below]
 * @property {number} [atMost]
 * @property {string[]} [keep]
 */
/** @typedef {import("./progress.js").Standing} Standing */
/** @typedef {import("../types.js").LectureContext} LectureContext */

/** A task that the page checks by itself: a list of conditions, each with a mark that follows the run. */
export class Task {
  element = element("div", { class: "lesson-task" });
  #rows;
  #outcome = element("div", { class: "lesson-outcome" });

  /**
   * @param {import("./lesson.js").Page & {words: import("./lesson.js").Words}} page
   * @param {() => Standing | null} standing how the reader stands
   * @param {(change: Partial<Standing>) => void} solved called when the task is solved for the first time or better
   * @param {LectureContext} context
   */
  constructor(page, standing, solved, context) {
    this.page = page;
    this.standing = standing;
    this.solved = solved;
    this.engine = context.engine;
    this.language = context.language;
    this.formulas = context.formulas;
    this.engine.startTask(page);
    this.#rows = (page.task ?? []).map((condition) => ({
      condition,
      row: element("li", {}, element("span", { class: "lesson-mark", "aria-hidden": true }), element("span", {}, ...describe(condition, context))),
      now: element("span", { class: "caption number" }),
      hidden: element("span", { class: "hidden-text" }),
    }));
    for (const { row, now, hidden } of this.#rows) row.append(now, hidden);
    this.element.append(element("ul", { class: "lesson-conditions" }, ...this.#rows.map(({ row }) => row)), this.#outcome);
    this.#show();
  }

  /** Looks at the run; a solution is told at once. */
  update() {
    const judged = this.engine.lookAtTask();
    if (!judged) return;
    this.#rows.forEach(({ condition, row, now, hidden }, i) => {
      const { value, list, met } = judged.goals[i];
      row.classList.toggle("met", met);
      row.firstElementChild?.replaceChildren(...(met ? [icon("tick")] : []));
      if (condition.of && list && condition.of.includes("[")) now.replaceChildren(math(shape(list)));
      else now.textContent = condition.of && value !== null && !condition.is ? format(condition.of, value) : "";
      hidden.textContent = this.language.text(met ? "lessons.met" : "lessons.unmet");
    });
    if (judged.solved) this.#solve(judged.fewest);
  }

  /** @param {number} count of what there is to be as little of as possible */
  #solve(count) {
    const { fewest } = this.page;
    const before = this.standing();
    if (before?.solved && (!fewest || count >= (before.fewest ?? Infinity))) return;
    this.solved({ solved: true, ...(fewest ? { fewest: count } : {}) });
    this.#show();
  }

  /** Says that the task is solved, now or on an earlier day. */
  #show() {
    const standing = this.standing();
    if (!standing?.solved) return;
    const { language, page, formulas } = this;
    const best = page.fewest && standing.fewest !== null ? [element("p", { class: "lesson-best" }, language.text(`lessons.fewest.${page.fewest}`, { value: standing.fewest }))] : [];
    this.#outcome.replaceChildren(element("p", {}, element("b", {}, language.text("lessons.solved")), " ", ...inline(page.words.solved ?? "", formulas)), ...best);
  }
}

/** A condition in words, made of the setting's or the measure's own name; of a shape its symbol.
 * @param {Condition} condition
 * @param {LectureContext} context
 * @returns {(Node | string)[]}
 */
function describe({ of = "", is, atLeast, below, atMost, keep }, { language, formulas }) {
  const named = (/** @type {string} */ key) => language.text([`setting.${key}`, `readout.${key}`, `measure.${key}`].find((name) => language.has(name)) ?? key);
  if (keep) return [language.text("condition.keep", { names: keep.map(named).join(language.text("condition.and")) })];
  const symbol = of.includes("[") ? readSymbol(of) : null;
  if (symbol && is) return [math(row(formulas.symbol(symbol), mo(":"), shape(is)))];
  if (language.has(`condition.${of}`)) return [language.text(`condition.${of}`, { value: atLeast ?? atMost ?? "" })];
  const name = named(of);
  if (is) return [language.text("condition.is", { name, value: is.map((one) => (language.has(`option.${one}`) ? language.text(`option.${one}`) : one)).join(", ") })];
  if (atLeast !== undefined) return [language.text("condition.atLeast", { name, value: format(of, atLeast) })];
  if (below !== undefined) return [language.text("condition.below", { name, value: format(of, below) })];
  return [language.text("condition.atMost", { name, value: format(of, atMost ?? NaN) })];
}

/** Rows and columns as the lecture writes them.
 * @param {string[]} sizes
 */
function shape([rows, cols]) {
  return row(mo("("), mn(rows), mo(","), mn(cols), mo(")"));
}

/**
 * @param {string} of
 * @param {number} value
 */
function format(of, value) {
  return of === "accuracy" ? percent(value) : decimal(value);
}
