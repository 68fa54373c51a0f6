import { element } from "./dom.js";

/** @typedef {import("./types.js").SlotName} SlotName */

/** The transparent boxes that the engine draws into, and the text it wants in them. */
export class Slots {
  /** @type {Map<SlotName, HTMLElement>} */
  #slots = new Map();
  /** @type {Map<SlotName, HTMLElement>} */
  #labels = new Map();
  #measuring = 0;

  /** @param {import("./types.js").Engine} engine */
  constructor(engine) {
    this.engine = engine;
    this.page = /** @type {HTMLElement} */ (document.querySelector(".app"));
    const watcher = new ResizeObserver(() => this.#measureSoon());
    for (const slot of document.querySelectorAll("[data-slot]")) {
      if (!(slot instanceof HTMLElement)) continue;
      const name = /** @type {SlotName} */ (slot.dataset.slot);
      this.#slots.set(name, slot);
      const labels = element("div", { class: "labels", "aria-hidden": "true" });
      slot.append(labels);
      this.#labels.set(name, labels);
      watcher.observe(slot);
      // A slot may move without changing its size when a neighbour does.
      if (slot.parentElement) watcher.observe(slot.parentElement);
    }
    addEventListener("resize", () => this.#measureSoon());
    // The engine paints later in the same frame, so the pictures keep to their slots.
    addEventListener("scroll", () => this.#place());
    /** Called when the engine has been told of another layout. */
    this.measured = () => {};
    this.measure();
  }

  /** @param {SlotName} name */
  get(name) {
    const slot = this.#slots.get(name);
    if (!slot) throw new Error(`no slot ${name}`);
    return slot;
  }

  #measureSoon() {
    cancelAnimationFrame(this.#measuring);
    this.#measuring = requestAnimationFrame(() => this.measure());
  }

  measure() {
    this.#place();
    this.measured();
  }

  /** Brings the canvas to what the window shows of the page and tells the engine where the slots are; a slot that is
   * not shown is null.
   */
  #place() {
    // The canvas may not keep the document higher than the page is: in a larger window that would leave both scrolled.
    const furthest = Math.max(0, this.page.offsetHeight - innerHeight);
    document.documentElement.style.setProperty("--scrolled", `${Math.min(scrollY, furthest)}px`);
    /** @param {SlotName} name */
    const box = (name) => {
      const { x, y, width, height } = this.get(name).getBoundingClientRect();
      return width > 0 && height > 0 ? { x, y, w: width, h: height } : null;
    };
    this.engine.slots({ network: box("network"), output: box("output"), cost: box("cost"), dpr: devicePixelRatio });
  }

  /** Says in the slots that their pictures cannot be drawn.
   * @param {import("./language.js").Language} language
   */
  apologise(language) {
    for (const [name, slot] of this.#slots) {
      const key = name === "network" ? "problem.noPicture" : "problem.noPictureHere";
      slot.append(element("p", { class: "no-picture", "data-i18n": key }, language.text(key)));
    }
    document.documentElement.dataset.pictures = "none";
  }

  /** Shows the picture's text, reusing what stands there.
   * @param {import("./types.js").Label[]} labels
   */
  label(labels) {
    for (const [name, host] of this.#labels) {
      const wanted = labels.filter(({ slot }) => slot === name);
      while (host.children.length > wanted.length) host.lastElementChild?.remove();
      wanted.forEach(({ x, y, text, anchor }, i) => {
        const shown = /** @type {HTMLElement} */ (host.children[i] ?? host.appendChild(document.createElement("span")));
        if (shown.textContent !== text) shown.textContent = text;
        shown.className = `label ${anchor}`;
        shown.style.left = `${x}px`;
        shown.style.top = `${y}px`;
      });
    }
  }
}
