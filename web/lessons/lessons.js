import { byId, element, icon } from "../dom.js";
import { changeAddress } from "../history.js";
import { lessonIds, lessonNamed, loadLesson } from "./lesson.js";
import { lessonList } from "./list.js";
import { LessonPage } from "./page.js";
import { asked } from "../query.js";
import { Progress } from "./progress.js";

/** @typedef {import("./lesson.js").LessonId} LessonId */
/** The lesson that is open, at a page, with the fragment of its run and whether that was set up for the task.
 * @typedef {{id: LessonId, lesson: import("./lesson.js").Lesson, at: number, run: string, begun: boolean}} OpenLesson
 */

/** Where a panel leaves a lesson its place; css/lessons.css has the same. Elsewhere a button opens it. */
const BESIDE = "(min-width: 62.5em)";
/** Milliseconds between updates of the page on show while the run plays. */
const PAUSE = 100;

/** The lessons: their list, and the lesson that is open. A lesson has a run of its own; the reader's is set aside
 * while one is open and comes back when it is left. The address keeps the reader's run and names the lesson as
 * ?lesson=<id>.
 */
export class Lessons {
  #app = /** @type {HTMLElement} */ (document.querySelector(".app"));
  #host = byId("side-lessons", HTMLElement);
  #reminder = byId("lesson-reminder", HTMLElement);
  #progress;
  /** The lesson asked for, which is on show as soon as it is loaded. @type {LessonId | null} */
  #asked = null;
  /** @type {OpenLesson | null} */
  #open = null;
  /** @type {LessonPage | null} */
  #page = null;
  /** The reader's own panel, while a lesson is open. @type {string | null} */
  #panel = null;
  /** The panel that a page opened, to be closed with it. @type {string | null} */
  #lent = null;
  #timer = 0;

  /**
   * @param {import("../types.js").LectureContext} context
   * @param {import("../address.js").Address} address
   * @param {import("../panels/frame.js").Panels} panels
   * @param {import("../side.js").Side} side
   * @param {import("../notices.js").Notices} notices
   */
  constructor(context, address, panels, side, notices) {
    this.context = context;
    this.address = address;
    this.panels = panels;
    this.side = side;
    this.notices = notices;
    const { engine, run, language, notation } = context;
    this.#progress = new Progress(engine);
    byId("lesson-return", HTMLButtonElement).addEventListener("click", () => {
      this.side.show("lessons");
      this.#page?.heading.focus();
    });
    run.on("step", () => this.#ran());
    run.on("change", () => this.#ran());
    notation.on("change", () => this.#show());
    language.on("change", () => void this.#reword());
    addEventListener("popstate", () => void this.#follow());
    this.#show();
  }

  /** Opens the lesson that the address names, if any. */
  async start() {
    const id = lessonNamed(asked().query.get("lesson"));
    if (!id) return;
    this.side.show("lessons");
    await this.#enter(id);
  }

  /** Opens a lesson at the page last read. @param {LessonId} id */
  async #choose(id) {
    if (await this.#enter(id)) {
      this.#name(id);
      this.#page?.heading.focus();
    }
  }

  /** Goes where back and forward lead. */
  async #follow() {
    const id = lessonNamed(asked().query.get("lesson"));
    if (id === (this.#open?.id ?? null)) return;
    if (id) await this.#enter(id);
    else this.#leave();
  }

  /** Sets the reader's run aside, if it is not yet, and begins a lesson.
   * @param {LessonId} id
   * @returns {Promise<boolean>} whether the lesson is on show: not if another was asked for meanwhile
   */
  async #enter(id) {
    const { run, language } = this.context;
    this.#asked = id;
    const lesson = await this.#load(id);
    if (this.#asked !== id || !lesson) return false;
    if (!this.#open) {
      this.#panel = this.panels.opened;
      run.pause();
      this.address.hold(() => {
        this.#leave();
        this.#name(null, "replace");
      });
      run.park();
    }
    const last = this.#progress.of(id)?.page ?? 0;
    this.#open = { id, lesson, at: last < lesson.pages.length ? last : 0, run: "", begun: false };
    this.#progress.note(id, { page: this.#open.at });
    this.#remind(language.text(`lesson.${id}`));
    this.#bring(this.#open);
    this.#show();
    return true;
  }

  /** Brings the run of the page at hand, unless it is there already, and the panel that it talks about. What was tried
   * before must not count as a task.
   * @param {OpenLesson} open
   */
  #bring(open) {
    this.#page?.stop();
    this.#page = null;
    const page = open.lesson.pages[open.at];
    const own = page.open ?? open.lesson.start;
    if (open.run !== own || (page.task && !open.begun) || !this.context.engine.keepsTo(own)) this.#setUp(open, own, page.task !== undefined);
    if (page.panel && matchMedia(BESIDE).matches) this.#lend(page.panel);
    else if (this.#lent && this.#lent === this.panels.opened) this.panels.close();
  }

  /** Opens a panel for as long as the page is on show.
   * @param {string} panel
   */
  #lend(panel) {
    if (panel !== this.panels.opened) this.#lent = panel;
    this.panels.open(panel);
  }

  /** Brings the reader's run and panel back and shows the list. */
  #leave() {
    this.#asked = null;
    if (!this.#open) return;
    this.#open = null;
    this.context.run.unpark();
    this.address.release();
    this.#lent = null;
    if (this.#panel) this.panels.open(this.#panel);
    else this.panels.close();
    this.#remind(null);
    this.#show();
  }

  /** @param {LessonId} id */
  async #load(id) {
    const { language } = this.context;
    try {
      return await loadLesson(id, language.code);
    } catch {
      this.notices.show(language.text("lessons.missing"));
      return null;
    }
  }

  /** Says the open lesson in the language chosen. */
  async #reword() {
    const open = this.#open;
    if (open) {
      const lesson = await this.#load(open.id);
      if (!lesson || this.#open?.id !== open.id) return;
      this.#open.lesson = lesson;
      this.#remind(this.context.language.text(`lesson.${open.id}`));
    }
    this.#show();
  }

  /** Writes the open lesson into the address.
   * @param {LessonId | null} id
   * @param {"push" | "replace"} [how]
   */
  #name(id, how = "push") {
    const address = new URL(location.href);
    if (id) address.searchParams.set("lesson", id);
    else address.searchParams.delete("lesson");
    if (address.href === location.href) return;
    changeAddress(how, address);
  }

  /** Tells, above the settings, that the run there is a lesson's.
   * @param {string | null} title
   */
  #remind(title) {
    this.#reminder.hidden = title === null;
    if (title !== null) byId("lesson-title", HTMLElement).textContent = title;
  }

  /** Builds what is on show: the open lesson's page, or the list. */
  #show() {
    this.#page?.stop();
    this.#page = null;
    this.#host.classList.toggle("open", this.#open !== null);
    this.#app.toggleAttribute("data-lesson", this.#open !== null);
    if (!this.#open) return this.#host.replaceChildren(...lessonList(this.context.language, this.#progress, (id) => void this.#choose(id)));
    const open = this.#open;
    const { id } = open;
    const page = open.lesson.pages[open.at];
    this.#page = new LessonPage(page, this.context, {
      standing: () => this.#progress.of(id),
      note: (change) => this.#note(id, change),
      lend: (panel) => this.#lend(panel),
      setUp: (fragment, panel) => {
        this.#setUp(open, fragment, page.task !== undefined);
        if (panel) this.#lend(panel);
      },
    });
    this.#host.replaceChildren(this.#head(id), this.#page.element, this.#foot(open));
    this.#page.check();
    this.#page.update();
  }

  /** Puts another run in place of the lesson's.
   * @param {OpenLesson} open
   * @param {string} fragment
   * @param {boolean} begun
   */
  #setUp(open, fragment, begun) {
    open.run = fragment;
    open.begun = begun;
    this.context.run.open(fragment);
  }

  /** @param {LessonId} id */
  #head(id) {
    const { language } = this.context;
    const leave = element("button", { type: "button", id: "lesson-leave", class: "button quiet" }, icon("back"), language.text("lessons.leave"));
    leave.addEventListener("click", () => {
      this.#leave();
      this.#name(null);
      byId(`lesson-${id}`, HTMLElement).focus();
    });
    return element("div", { class: "lesson-head" }, leave, element("h2", {}, language.text(`lesson.${id}`)));
  }

  /** Back and next; after the last page next is the next lesson.
   * @param {OpenLesson} open
   */
  #foot({ id, lesson, at }) {
    const { language } = this.context;
    const back = element("button", { type: "button", id: "lesson-back", class: "button", disabled: at === 0 }, language.text("lessons.back"));
    back.addEventListener("click", () => this.#turn(at - 1));
    const next = element("button", { type: "button", id: "lesson-next", class: "button primary" }, language.text("lessons.next"));
    const last = at === lesson.pages.length - 1;
    const following = lessonIds[lessonIds.indexOf(id) + 1];
    if (last) next.textContent = language.text("lessons.nextLesson");
    next.hidden = last && !following;
    next.addEventListener("click", () => (last ? void this.#choose(following) : this.#turn(at + 1)));
    const count = element("span", { class: "caption number" }, language.text("lessons.page", { page: at + 1, pages: lesson.pages.length }));
    return element("div", { class: "lesson-foot" }, back, count, next);
  }

  /** @param {number} at */
  #turn(at) {
    if (!this.#open) return;
    this.#open.at = at;
    this.#progress.note(this.#open.id, { page: at });
    this.#bring(this.#open);
    this.#show();
    this.#page?.heading.focus();
  }

  /**
   * @param {LessonId} id
   * @param {Partial<import("./progress.js").Standing>} change
   */
  #note(id, change) {
    const first = change.solved && !this.#progress.of(id)?.solved;
    this.#progress.note(id, change);
    if (first) this.notices.show(this.context.language.text("lessons.solvedNotice", { title: this.context.language.text(`lesson.${id}`) }));
  }

  /** The run is another one, or further. */
  #ran() {
    this.#page?.check();
    if (!this.#page || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      this.#page?.update();
    }, PAUSE);
  }
}
