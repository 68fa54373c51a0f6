import { now } from "./clock.js";
import { byId } from "./dom.js";

/** Milliseconds after which the pace of a seek is known, and that a link may take. */
const KNOWN = 2000;
const LONG = 60_000;

/** A seek shorter than this is over before its bar could be read. */
const PATIENCE = 300;

/** The progress of a run on its way to a step, and the way out. */
export class Seeking {
  #panel = byId("seeking", HTMLElement);
  #text = byId("seeking-text", HTMLElement);
  #bar = byId("seeking-bar", HTMLProgressElement);
  #from = 0;
  #began = 0;
  /** The notice of a link that takes long. @type {HTMLElement | null} */
  #notice = null;
  #timer = 0;

  /**
   * @param {import("./run.js").Run} run
   * @param {import("./language.js").Language} language
   * @param {import("./pictures.js").Pictures} pictures
   * @param {import("./notices.js").Notices} notices
   */
  constructor(run, language, pictures, notices) {
    this.notices = notices;
    this.run = run;
    this.language = language;
    byId("seeking-cancel", HTMLButtonElement).addEventListener("click", () => run.pause());
    run.on("state", () => this.#turn());
    pictures.on("picture", () => this.#progress(run.metrics().step));
    this.#turn();
  }

  #turn() {
    clearTimeout(this.#timer);
    this.#panel.hidden = true;
    this.#notice?.remove();
    this.#notice = null;
    if (this.run.state !== "seeking") return;
    this.#from = this.run.metrics().step;
    this.#began = now();
    this.#progress(this.#from);
    this.#timer = setTimeout(() => (this.#panel.hidden = false), PATIENCE);
  }

  /** @param {number} step */
  #progress(step) {
    if (this.run.state !== "seeking") return;
    this.#bar.max = this.run.goal - this.#from;
    this.#bar.value = step - this.#from;
    this.#text.textContent = this.language.text(this.run.travelling ? "seeking.travel" : "seeking.text", { step, goal: this.run.goal });
    if (this.run.opening && !this.#notice) this.#warn(step);
  }

  /** Says of a link that it takes long, and offers to open it untrained.
   * @param {number} step
   */
  #warn(step) {
    const passed = now() - this.#began;
    const left = (passed * (this.run.goal - step)) / Math.max(1, step - this.#from);
    if (passed < KNOWN || passed + left < LONG) return;
    const text = this.language.text("notice.longRun", { goal: this.run.goal, minutes: Math.ceil(left / 60_000) });
    this.#notice = this.notices.show(text, { lasting: true, action: { label: this.language.text("notice.untrained"), run: () => this.run.reset() } });
  }
}
