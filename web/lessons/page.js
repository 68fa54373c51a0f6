import { element, icon } from "../dom.js";
import { Lighting } from "../panels/lighting.js";
import { LiveFormulas, inline } from "./live.js";
import { question } from "./question.js";
import { Task } from "./task.js";

/** @typedef {import("./lesson.js").Page & {words: import("./lesson.js").Words}} PageData */
/** @typedef {import("./progress.js").Standing} Standing */
/** @typedef {import("../types.js").LectureContext} LectureContext */

/** What a page of a lesson asks of the page around it.
 * @typedef {object} PageActions
 * @property {() => Standing | null} standing
 * @property {(change: Partial<Standing>) => void} note
 * @property {(fragment: string, panel?: string) => void} setUp
 * @property {(panel: string) => void} lend opens a panel
 */

/** One page of a lesson on show. */
export class LessonPage {
  /** Takes the focus when the page is turned. */
  heading;
  element;
  /** @type {LiveFormulas | null} */
  #formulas = null;
  /** @type {Task | null} */
  #task = null;
  #lighting;

  /**
   * @param {PageData} page
   * @param {LectureContext} context
   * @param {PageActions} actions
   */
  constructor(page, context, actions) {
    const { words } = page;
    const { formulas } = context;
    this.heading = element("h3", { class: "lesson-heading", tabindex: -1 }, ...inline(words.heading, formulas));
    const text = element("div", { class: "lesson-text" }, ...words.text.map((one) => element("p", {}, ...inline(one, formulas))));
    this.#lighting = new Lighting(text, context.pointing);
    this.element = element("article", { class: "lesson-page" }, this.heading, text, ...this.#parts(page, context, actions));
  }

  /**
   * @param {PageData} page
   * @param {LectureContext} context
   * @param {PageActions} actions
   */
  *#parts(page, context, actions) {
    if (page.formulas) {
      this.#formulas = new LiveFormulas(page.formulas, context);
      yield this.#formulas.element;
    }
    if (page.panel) {
      const { panel } = page;
      const { language } = context;
      const button = this.#button(language.text("lessons.panel", { name: language.text(`panel.${panel}`) }), () => actions.lend(panel));
      button.classList.add("lesson-panel");
      yield button;
    }
    if (page.answer !== undefined) yield question(page, actions.standing()?.answer, (answer) => actions.note({ answer }), context);
    if (page.tries) yield element("ol", { class: "lesson-tries" }, ...page.tries.map((one, i) => this.#try(one, words(page, i), actions, context.formulas)));
    if (page.task) {
      this.#task = new Task(page, actions.standing, actions.note, context);
      if (page.open !== undefined) yield this.#button(context.language.text("lessons.begin"), () => actions.setUp(page.open ?? ""));
      yield this.#task.element;
    }
  }

  /**
   * @param {{open: string, panel?: string}} one
   * @param {{label: string, look: string}} words
   * @param {PageActions} actions
   * @param {import("../formulas.js").Formulas} formulas
   */
  #try({ open, panel }, { label, look }, actions, formulas) {
    const button = this.#button(label, () => actions.setUp(open, panel));
    button.prepend(icon("play"));
    return element("li", {}, button, element("p", {}, ...inline(look, formulas)));
  }

  /**
   * @param {string} label
   * @param {() => void} press
   */
  #button(label, press) {
    const button = element("button", { type: "button", class: "button lesson-set-up" }, label);
    button.addEventListener("click", press);
    return button;
  }

  /** Shows the numbers of the run as it is now. */
  update() {
    this.#formulas?.update();
  }

  /** Checks the task; to be called after every slice of training, as what it asks for may hold only for a while. */
  check() {
    this.#task?.update();
  }

  /** Lets go of what would outlive the page's elements. */
  stop() {
    this.#formulas?.stop();
    this.#lighting.stop();
  }
}

/** What a page says of its i-th thing to try.
 * @param {PageData} page
 * @param {number} i
 */
function words(page, i) {
  return (page.words.tries ?? [])[i];
}
