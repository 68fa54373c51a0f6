import { element, place, say } from "../dom.js";
import { REACH } from "./points.js";

/** @typedef {import("./points.js").Place} Place */

/** The element over the plane that is drawn on, with what marks a place of it. */
export class Plane {
  #ring = element("span", { class: "drawing-ring", hidden: true });
  #cursor = element("span", { class: "drawing-cursor", hidden: true });
  #hint = element("p", { class: "drawing-hint", hidden: true });
  #news = element("p", { class: "hidden-text", role: "status" });
  element = element("div", { id: "drawing", class: "drawing", role: "application", tabindex: 0, "data-i18n-label": "own.plane", "aria-describedby": "drawing-help" },
    this.#ring, this.#cursor, this.#hint);

  /** @param {HTMLElement} slot */
  constructor(slot) {
    slot.append(this.element, element("p", { id: "drawing-help", class: "hidden-text", "data-i18n": "own.help" }), this.#news);
  }

  /** @param {import("../types.js").Layout} layout */
  lay({ square }) {
    place(this.element, square);
  }

  /** CSS pixels to a unit of local coordinates. */
  get scale() {
    return this.element.clientWidth / (2 * REACH);
  }

  /** The place under a pointer, which may lie outside.
   * @param {MouseEvent} event
   * @returns {Place}
   */
  at({ clientX, clientY }) {
    const { left, top, width, height } = this.element.getBoundingClientRect();
    return { x1: REACH * ((2 * (clientX - left)) / width - 1), x2: REACH * (1 - (2 * (clientY - top)) / height) };
  }

  /** Rings a point, or none.
   * @param {Place | null} at
   */
  ring(at) {
    mark(this.#ring, at);
  }

  /** Shows where the keyboard draws, or nothing.
   * @param {Place | null} at
   * @param {boolean} [holding] whether it moves a point
   */
  point(at, holding = false) {
    mark(this.#cursor, at);
    this.#cursor.classList.toggle("holding", holding);
  }

  /** Says something in the plane, or nothing.
   * @param {string | null} text
   */
  hint(text) {
    this.#hint.hidden = text === null;
    say(this.#hint, text ?? "");
  }

  /** Tells screen readers.
   * @param {string} text
   */
  tell(text) {
    this.#news.textContent = text;
  }
}

/**
 * @param {HTMLElement} target
 * @param {Place | null} at
 */
function mark(target, at) {
  target.hidden = at === null;
  if (!at) return;
  target.style.left = `${50 * (1 + at.x1 / REACH)}%`;
  target.style.top = `${50 * (1 - at.x2 / REACH)}%`;
}

/** Whether a place lies in the plane.
 * @param {Place} place
 */
export function inside({ x1, x2 }) {
  return Math.max(Math.abs(x1), Math.abs(x2)) <= REACH;
}
