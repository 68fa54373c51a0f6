import { byId, element } from "./dom.js";

/** @typedef {import("./types.js").SlotName} SlotName */

const names = /** @type {const} */ (["network", "output", "cost"]);

/** The transparent boxes through which the canvas shows: the engine hears where they are. */
export class Slots {
  #app = /** @type {HTMLElement} */ (document.querySelector(".app"));
  #measuring = 0;
  #told = "";

  /** @param {import("./page.js").Page} page */
  constructor(page) {
    this.page = page;
    const watcher = new ResizeObserver(() => this.#measureSoon());
    // A slot may move without changing its size when a neighbour does.
    for (const { slot, around } of names.map((name) => ({ slot: this.get(name), around: this.get(name).parentElement }))) {
      watcher.observe(slot);
      if (around) watcher.observe(around);
    }
    addEventListener("resize", () => this.#measureSoon());
    // The engine paints later in the same frame, so the pictures keep to their slots.
    addEventListener("scroll", () => this.measure());
    this.measure();
  }

  /** @param {SlotName} name */
  get(name) {
    return byId(`slot-${name}`, HTMLElement);
  }

  #measureSoon() {
    cancelAnimationFrame(this.#measuring);
    this.#measuring = requestAnimationFrame(() => this.measure());
  }

  /** Brings the canvas to what the window shows of the page, and tells where the slots on show are, if elsewhere now. */
  measure() {
    // The canvas may not keep the document higher than the page is: in a larger window that would leave both scrolled.
    const furthest = Math.max(0, this.#app.offsetHeight - innerHeight);
    document.documentElement.style.setProperty("--scrolled", `${Math.min(scrollY, furthest)}px`);
    const places = names.flatMap((name) => {
      const { x, y, width, height } = this.get(name).getBoundingClientRect();
      return width > 0 && height > 0 ? [name, x, y, width, height] : [];
    });
    const words = ["slots", devicePixelRatio, ...places].map(String);
    if (words.join(" ") === this.#told) return;
    this.#told = words.join(" ");
    this.page.do(...words);
  }

  /** Says in the slots that their pictures cannot be drawn.
   * @param {import("./language.js").Language} language
   */
  apologise(language) {
    for (const name of names) {
      const key = name === "network" ? "problem.noPicture" : "problem.noPictureHere";
      this.get(name).append(element("p", { class: "no-picture", "data-i18n": key }, language.text(key)));
    }
    document.documentElement.dataset.pictures = "none";
  }
}
