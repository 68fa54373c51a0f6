import { byId } from "./dom.js";

/** The way back through the run: a slider under the cost curve, as long as its axis, and the curve itself, which can be
 * dragged along; where there is no room for the curve, below the other pictures.
 */
export class Scrubber {
  #bar = byId("travel", HTMLElement);
  slot = byId("slot-cost", HTMLElement);
  #home = /** @type {HTMLElement} */ (this.#bar.parentElement);

  /**
   * @param {import("./page.js").Page} page
   */
  constructor(page) {
    this.page = page;
    this.slot.addEventListener("pointerdown", (event) => this.#grab(event));
    this.slot.addEventListener("pointermove", (event) => this.slot.hasPointerCapture(event.pointerId) && this.#drag(event));
  }

  /** Puts the slider along the curve's axis, which has no length where the curve is not on show.
   * @param {import("./types.js").Box} axes
   */
  align({ x, w }) {
    const alone = !document.documentElement.dataset.show && w <= 1;
    const place = /** @type {HTMLElement} */ (alone ? this.#home.parentElement : this.#home);
    if (this.#bar.parentElement !== place) place.append(this.#bar);
    this.#bar.style.setProperty("--axis-left", `${x}px`);
    this.#bar.style.setProperty("--axis-width", `${w}px`);
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (event.button !== 0 || !("travels" in this.slot.dataset)) return;
    const { x, y } = this.slot.getBoundingClientRect();
    if (!this.page.engine.hit("cost", event.clientX - x, event.clientY - y)) return;
    this.slot.setPointerCapture(event.pointerId);
    this.#drag(event);
  }

  /** Goes to the step under the pointer that the curve knows the cost of.
   * @param {PointerEvent} event
   */
  #drag(event) {
    const record = this.page.engine.cursor(event.clientX - this.slot.getBoundingClientRect().x);
    if (record) this.page.do("run", "go", String(record.step));
  }
}
