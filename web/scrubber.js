import { byId } from "./dom.js";

/** The places of the slider where the steps of the curve are on a logarithmic scale. */
const PLACES = 1000;

/** The way through the run so far: a slider under the cost curve, as long as its axis, and the curve itself, which can
 * be dragged along. It is there once there is a step to go back to; where there is no room for the curve, below the
 * other pictures.
 */
export class Scrubber {
  #bar = byId("travel", HTMLElement);
  #range = byId("scrubber", HTMLInputElement);
  #logSteps = byId("log-steps", HTMLInputElement);
  #home = /** @type {HTMLElement} */ (this.#bar.parentElement);
  #first = 0;
  #last = 0;

  /**
   * @param {import("./run.js").Run} run
   * @param {import("./language.js").Language} language
   * @param {import("./slots.js").Slots} slots
   * @param {import("./pictures.js").Pictures} pictures
   */
  constructor(run, language, slots, pictures) {
    this.run = run;
    this.language = language;
    this.slot = slots.get("cost");
    this.#range.addEventListener("input", () => this.#goTo(this.#stepAt(Number(this.#range.value))));
    this.#range.addEventListener("keydown", (event) => this.#key(event));
    this.slot.addEventListener("pointerdown", (event) => this.#grab(event));
    this.slot.addEventListener("pointermove", (event) => this.slot.hasPointerCapture(event.pointerId) && this.#drag(event));
    this.#logSteps.addEventListener("change", () => this.show());
    run.on("change", () => this.show());
    run.on("state", () => this.show());
    run.on("step", () => run.state === "paused" && this.show());
    pictures.on("picture", () => this.show());
    language.on("change", () => this.show());
    this.show();
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

  show() {
    const { first, last } = this.run.reach();
    const step = this.run.destination;
    [this.#first, this.#last] = [first, last];
    const away = last === first || (this.run.state === "seeking" && !this.run.travelling);
    this.#bar.toggleAttribute("data-away", away);
    this.slot.classList.toggle("travels", !away);
    const highest = this.#logSteps.checked ? PLACES : Math.max(1, last);
    const place = this.#placeOf(step);
    this.#range.max = String(highest);
    this.#range.value = String(place);
    this.#range.style.setProperty("--filled", String(place / highest));
    const count = new Intl.NumberFormat(this.language.code);
    this.#range.setAttribute("aria-valuetext", this.language.text("travel.at", { step: count.format(step), last: count.format(last) }));
  }

  /** @param {number} step */
  #placeOf(step) {
    return this.#logSteps.checked ? Math.round((PLACES * Math.log1p(step)) / Math.log1p(Math.max(1, this.#last))) : step;
  }

  /** @param {number} place */
  #stepAt(place) {
    return this.#logSteps.checked ? Math.round(Math.expm1((place / PLACES) * Math.log1p(this.#last))) : place;
  }

  /** @param {number} step */
  #goTo(step) {
    void this.run.goTo(Math.max(this.#first, Math.min(this.#last, step)));
  }

  /** Arrows go one step, the page keys a tenth of the way.
   * @param {KeyboardEvent} event
   */
  #key(event) {
    const step = this.run.destination;
    const tenth = Math.max(1, Math.round((this.#last - this.#first) / 10));
    const goal = {
      ArrowLeft: step - 1,
      ArrowDown: step - 1,
      ArrowRight: step + 1,
      ArrowUp: step + 1,
      PageDown: step - tenth,
      PageUp: step + tenth,
      Home: this.#first,
      End: this.#last,
    }[event.key];
    if (goal === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#goTo(goal);
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (event.button !== 0 || !this.slot.classList.contains("travels")) return;
    const { x, y } = this.slot.getBoundingClientRect();
    if (!this.run.engine.hit("cost", event.clientX - x, event.clientY - y)) return;
    this.slot.setPointerCapture(event.pointerId);
    this.#drag(event);
  }

  /** Goes to the step under the pointer that the curve knows the cost of.
   * @param {PointerEvent} event
   */
  #drag(event) {
    const record = this.run.engine.cursor(event.clientX - this.slot.getBoundingClientRect().x);
    if (record) this.#goTo(record.step);
  }
}
