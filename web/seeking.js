import { byId } from "./dom.js";

/** A seek shorter than this is over before its bar could be read. */
const PATIENCE = 300;

/** The progress of a run on its way to a step, and the way out. */
export class Seeking {
  #panel = byId("seeking", HTMLElement);
  #text = byId("seeking-text", HTMLElement);
  #bar = byId("seeking-bar", HTMLProgressElement);
  #from = 0;
  #timer = 0;

  /**
   * @param {import("./run.js").Run} run
   * @param {import("./language.js").Language} language
   * @param {import("./pictures.js").Pictures} pictures
   */
  constructor(run, language, pictures) {
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
    if (this.run.state !== "seeking") return;
    this.#from = this.run.metrics().step;
    this.#progress(this.#from);
    this.#timer = setTimeout(() => (this.#panel.hidden = false), PATIENCE);
  }

  /** @param {number} step */
  #progress(step) {
    if (this.run.state !== "seeking") return;
    this.#bar.max = this.run.goal - this.#from;
    this.#bar.value = step - this.#from;
    this.#text.textContent = this.language.text(this.run.travelling ? "seeking.travel" : "seeking.text", { step, goal: this.run.goal });
  }
}
