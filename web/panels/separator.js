import { byId } from "../dom.js";

/** The least and the most of the column's height that a panel may take, and how far a key moves, in percent. */
const LEAST = 25;
const MOST = 80;
const STEP = 5;
const USUAL = 45;

/** The bar between network and panel on wide screens: dragged, or moved by arrow keys, it shares out the height. */
export class Separator {
  #bar = byId("panel-separator", HTMLElement);
  #share = USUAL;

  /** @param {HTMLElement} app gets the share as --panel-share, from 0 to 1 */
  constructor(app) {
    this.app = app;
    this.#bar.setAttribute("aria-valuemin", String(LEAST));
    this.#bar.setAttribute("aria-valuemax", String(MOST));
    this.#move(USUAL);
    this.#bar.addEventListener("keydown", (event) => this.#key(event));
    this.#bar.addEventListener("pointerdown", (event) => {
      this.#bar.setPointerCapture(event.pointerId);
      event.preventDefault();
      this.#bar.focus();
    });
    this.#bar.addEventListener("pointermove", (event) => this.#bar.hasPointerCapture(event.pointerId) && this.#drag(event));
    this.#bar.addEventListener("dblclick", () => this.#move(USUAL));
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    const { bottom } = /** @type {HTMLElement} */ (document.querySelector(".header")).getBoundingClientRect();
    const below = innerHeight - bottom;
    this.#move((100 * (innerHeight - event.clientY)) / below);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const share = { ArrowUp: this.#share + STEP, ArrowDown: this.#share - STEP, Home: LEAST, End: MOST }[event.key];
    if (share === undefined) return;
    event.preventDefault();
    this.#move(share);
  }

  /** @param {number} share in percent */
  #move(share) {
    this.#share = Math.max(LEAST, Math.min(MOST, share));
    this.#bar.setAttribute("aria-valuenow", String(Math.round(this.#share)));
    this.app.style.setProperty("--panel-share", String(this.#share / 100));
  }
}
