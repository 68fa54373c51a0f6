import { byId } from "./dom.js";

/** What the left zone can show. */
const names = /** @type {const} */ (["settings", "lessons"]);

/** @typedef {typeof names[number]} SideName */

/** The tabs of the left zone: the settings or the lessons. */
export class Side {
  #app = /** @type {HTMLElement} */ (document.querySelector(".app"));
  #tabs = names.map((name) => byId(`side-tab-${name}`, HTMLButtonElement));

  constructor() {
    this.#tabs.forEach((tab, i) => tab.addEventListener("click", () => this.show(names[i])));
    this.#tabs[0].parentElement?.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {SideName} shown */
  show(shown) {
    this.#app.dataset.side = shown;
    names.forEach((name, i) => {
      this.#tabs[i].setAttribute("aria-selected", String(name === shown));
      this.#tabs[i].tabIndex = name === shown ? 0 : -1;
      byId(`side-${name}`, HTMLElement).hidden = name !== shown;
    });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const at = this.#tabs.findIndex((tab) => tab === event.target);
    const next = { ArrowRight: 1 - at, ArrowLeft: 1 - at, Home: 0, End: 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    this.show(names[next]);
    this.#tabs[next].focus();
  }
}
