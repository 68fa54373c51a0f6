import { inside } from "./plane.js";
import { REACH } from "./points.js";

/** @typedef {import("./points.js").Place} Place */

/** How far an arrow key goes, alone and with Shift, and how near a point must be to be the one at the cursor. */
const STEP = 0.2;
const LEAP = 1;
const NEAR = 0.15;

/** @type {Record<string, [number, number]>} */
const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** Draws with the keyboard: arrows move a cursor over the plane, Enter or space adds a point, M takes the one there
 * along until it is pressed again, Delete takes it away, N goes to the next point; 1 and 0 choose the class.
 */
export class Keys {
  /** @type {Place} */
  #at = { x1: 0, x2: 0 };
  /** The point taken along, -1 for none, and whether it has moved. */
  #held = -1;
  #moved = false;
  /** The point gone to last. */
  #visited = -1;

  /**
   * @param {import("./plane.js").Plane} plane
   * @param {import("./points.js").Points} points
   * @param {import("./tool.js").Tool} tool
   * @param {import("../language.js").Language} language
   * @param {() => void} full told that there is no room for more points
   */
  constructor(plane, points, tool, language, full) {
    this.plane = plane;
    this.points = points;
    this.tool = tool;
    this.language = language;
    this.full = full;
    plane.element.addEventListener("keydown", (event) => this.#key(event));
    plane.element.addEventListener("focus", () => plane.element.matches(":focus-visible") && this.#show());
    plane.element.addEventListener("blur", () => this.hide());
    plane.element.addEventListener("pointerdown", () => this.hide());
  }

  /** Where the keyboard goes on from. @param {Place} place */
  place({ x1, x2 }) {
    this.#at = { x1, x2 };
  }

  hide() {
    this.#held = -1;
    this.plane.point(null);
  }

  #show() {
    this.plane.point(this.#at, this.#held >= 0);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = arrows[event.key];
    const action = {
      Enter: () => this.#add(), " ": () => this.#add(), Delete: () => this.#remove(), Backspace: () => this.#remove(),
      m: () => this.#take(), n: () => this.#visit(event.shiftKey ? -1 : 1),
      0: () => this.#choose("zero"), 1: () => this.#choose("one"), Escape: this.#held < 0 ? undefined : () => this.#putBack(),
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!arrow && !action) return;
    event.preventDefault();
    event.stopPropagation();
    if (arrow) this.#go(arrow, event.shiftKey ? LEAP : STEP);
    action?.();
    this.#show();
  }

  /**
   * @param {[number, number]} arrow
   * @param {number} step
   */
  #go([d1, d2], step) {
    const bound = (/** @type {number} */ x) => Math.max(-REACH, Math.min(REACH, Math.round(x / STEP) * STEP));
    this.#at = { x1: d1 === 0 ? this.#at.x1 : bound(this.#at.x1 + step * d1), x2: d2 === 0 ? this.#at.x2 : bound(this.#at.x2 + step * d2) };
    if (this.#held >= 0) {
      this.points.move(this.#held, this.#at, this.#moved);
      this.#moved = true;
    }
    const point = this.#here();
    if (point < 0 || point === this.#held) this.#tell("own.at", {});
    else this.#describe(point);
  }

  /** The point at the cursor, -1 for none. */
  #here() {
    return this.#held >= 0 ? this.#held : this.points.nearest(this.#at, NEAR);
  }

  #add() {
    if (this.#held >= 0) return this.#take();
    if (!inside(this.#at)) return;
    if (!this.points.add([this.#at], this.tool.y)) return this.full();
    this.#tell("own.added", { y: this.tool.y, points: this.points.count });
  }

  #remove() {
    const point = this.#here();
    if (point < 0) return this.#tell("own.none", {});
    this.points.remove(point);
    this.#held = -1;
    this.#tell("own.removed", { points: this.points.count });
  }

  /** Takes the point at the cursor along, or lets it go. */
  #take() {
    if (this.#held >= 0) {
      this.#held = -1;
      return this.#tell("own.dropped", {});
    }
    const point = this.#here();
    if (point < 0) return this.#tell("own.none", {});
    this.#held = point;
    this.#moved = false;
    this.place(this.points.get(point));
    this.#tell("own.taken", {});
  }

  #putBack() {
    const point = this.#held;
    this.#held = -1;
    if (this.#moved) this.points.undo();
    this.place(this.points.get(point));
    this.#tell("own.dropped", {});
  }

  /** Goes to a point: the next one or the one before. @param {number} step */
  #visit(step) {
    const { count } = this.points;
    if (count === 0) return this.#tell("own.none", {});
    this.#held = -1;
    this.#visited = (((this.#visited + step) % count) + count) % count;
    this.place(this.points.get(this.#visited));
    this.#describe(this.#visited);
  }

  /** @param {"one" | "zero"} tool */
  #choose(tool) {
    this.tool.choose(tool);
    this.plane.tell(this.language.text(`own.${tool}`));
  }

  /** @param {number} point */
  #describe(point) {
    this.#tell("own.point", { point: point + 1, y: this.points.get(point).y, points: this.points.count });
  }

  /** Tells what was done, and where the cursor is.
   * @param {string} key
   * @param {Record<string, number>} values
   */
  #tell(key, values) {
    const { x1, x2 } = this.points.run.engine.place(this.#at.x1, this.#at.x2);
    this.plane.tell(this.language.text(key, { x1, x2, ...values }));
  }
}
