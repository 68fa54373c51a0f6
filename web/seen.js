import { element } from "./dom.js";
import { describe } from "./names.js";

/** @typedef {import("./types.js").Sentence} Sentence */

/** Milliseconds after the last change: a slider makes many. */
const REST = 250;

/** Says what plane and curve show to those who do not see them, whenever the run has come to rest. */
export class Seen {
  #plane = element("div", { id: "output-seen", class: "seen", role: "img" });
  #curve = element("div", { id: "cost-seen", class: "seen", role: "img" });
  #timer = 0;

  /**
   * @param {import("./run.js").Run} run
   * @param {import("./language.js").Language} language
   * @param {import("./slots.js").Slots} slots
   * @param {import("./pointing.js").Pointing} pointing
   * @param {() => import("./types.js").Target} shown the unit that the plane shows
   */
  constructor(run, language, slots, pointing, shown) {
    this.run = run;
    this.language = language;
    this.shown = shown;
    slots.get("output").prepend(this.#plane);
    slots.get("cost").prepend(this.#curve);
    const follow = () => this.#follow();
    run.on("change", follow);
    run.on("step", () => run.state === "paused" && follow());
    run.on("state", follow);
    pointing.on("change", follow);
    language.on("change", follow);
    this.#follow();
  }

  #follow() {
    clearTimeout(this.#timer);
    if (this.run.state === "paused") this.#timer = setTimeout(() => this.#tell(this.run.engine.seen()), REST);
    else {
      // Words that change as fast as the picture help nobody.
      const moving = [{ key: "picture.moving", values: {} }];
      this.#tell({ plane: moving, curve: moving });
    }
  }

  /** @param {{plane: Sentence[], curve: Sentence[]}} seen */
  #tell({ plane, curve }) {
    const config = this.run.engine.config();
    const title = this.language.text(["plane", "bumps"].includes(config.data) ? "output.surface" : "output.title");
    this.#name(this.#plane, `${title}, ${describe(this.language, config, this.shown())}`, plane);
    this.#name(this.#curve, this.language.text("cost.title"), curve);
  }

  /**
   * @param {Element} picture
   * @param {string} title
   * @param {Sentence[]} sentences
   */
  #name(picture, title, sentences) {
    const name = [`${title}:`, ...sentences.map((sentence) => this.#say(sentence))].join(" ");
    if (picture.getAttribute("aria-label") !== name) picture.setAttribute("aria-label", name);
  }

  /** @param {Sentence} sentence @returns {string} */
  #say({ key, values }) {
    const said = Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? this.#say(value) : value]);
    return this.language.text(key, Object.fromEntries(said));
  }
}
