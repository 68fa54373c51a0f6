import { inside } from "./plane.js";

/** @typedef {import("./points.js").Place} Place */

/** How near a pointer must come to a point, by its kind; how far apart points are sprayed; how far a pointer may move
 * in a click. In CSS pixels.
 */
const near = { mouse: 9, pen: 12, touch: 20 };
const APART = 14;
const STILL = 3;

/** What a pointer does while it is down; joined once it has changed something, which is undone as one.
 * @typedef {{joined: boolean} & (
 *   | {kind: "spray", last: Place}
 *   | {kind: "move", point: number, from: Place, off: Place}
 *   | {kind: "erase"})} Gesture
 */

/** Draws with a mouse, a finger or a pen: a click adds a point, dragging sprays them, dragging a point moves it; the
 * eraser takes away what it meets, the right button one point.
 */
export class Pen {
  /** @type {Gesture | null} */
  #gesture = null;
  /** Whether the pointer has drawn since it went down: then its click means nothing else. */
  #drew = false;

  /**
   * @param {import("./plane.js").Plane} plane
   * @param {import("./points.js").Points} points
   * @param {import("./tool.js").Tool} tool
   * @param {import("../tooltip.js").Tooltip} tooltip
   * @param {{at: (place: Place) => void, full: () => void}} told where it draws; that there is no room for more points
   */
  constructor(plane, points, tool, tooltip, told) {
    this.plane = plane;
    this.points = points;
    this.tool = tool;
    this.tooltip = tooltip;
    this.told = told;
    const { element } = plane;
    element.addEventListener("pointerdown", (event) => this.#down(event));
    element.addEventListener("pointermove", (event) => this.#move(event));
    for (const end of /** @type {const} */ (["pointerup", "pointercancel", "lostpointercapture"])) element.addEventListener(end, () => this.stop());
    element.addEventListener("pointerleave", () => plane.ring(null));
    element.addEventListener("click", (event) => this.#drew && event.stopPropagation());
    element.addEventListener("contextmenu", (event) => event.preventDefault());
    tool.on("change", () => this.stop());
  }

  /** Ends what the pointer is at. */
  stop() {
    this.#gesture = null;
    this.plane.ring(null);
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (!event.isPrimary) return;
    this.#drew = false;
    const at = this.plane.at(event);
    const point = this.#under(event);
    if (event.button === 2 && event.pointerType === "mouse" && point >= 0) this.points.remove(point);
    if (event.button !== 0) return;
    this.plane.element.setPointerCapture(event.pointerId);
    this.told.at(point < 0 ? at : this.points.get(point));
    if (this.tool.chosen === "erase") {
      this.#gesture = { kind: "erase", joined: false };
      this.#erase(this.#gesture, event);
    } else if (point >= 0) {
      const { x1, x2 } = this.points.get(point);
      this.#gesture = { kind: "move", point, from: at, off: { x1: x1 - at.x1, x2: x2 - at.x2 }, joined: false };
    } else {
      this.#gesture = { kind: "spray", last: at, joined: false };
      this.#add(this.#gesture, [at]);
    }
  }

  /** @param {PointerEvent} event */
  #move(event) {
    // What the picture says of a place would stand in the way.
    event.stopPropagation();
    const gesture = this.#gesture;
    if (!gesture) return this.#hover(event);
    if (!event.isPrimary) return;
    if (gesture.kind === "spray") this.#spray(gesture, this.plane.at(event));
    else if (gesture.kind === "erase") this.#erase(gesture, event);
    else this.#drag(gesture, this.plane.at(event));
  }

  /** Marks the point that a press would take hold of. @param {PointerEvent} event */
  #hover(event) {
    this.tooltip.hide();
    const point = event.pointerType === "touch" ? -1 : this.#under(event);
    this.plane.ring(point < 0 ? null : this.points.get(point));
  }

  /** The point under a pointer. @param {PointerEvent} event */
  #under(event) {
    const reach = near[/** @type {keyof typeof near} */ (event.pointerType)] ?? near.mouse;
    return this.points.nearest(this.plane.at(event), reach / this.plane.scale);
  }

  /** Adds points at even distances along the way.
   * @param {Extract<Gesture, {kind: "spray"}>} gesture
   * @param {Place} to
   */
  #spray(gesture, to) {
    const from = gesture.last;
    const [d1, d2] = [to.x1 - from.x1, to.x2 - from.x2];
    const step = APART / this.plane.scale / Math.hypot(d1, d2);
    const places = [];
    for (let t = step; t <= 1; t += step) {
      gesture.last = { x1: from.x1 + t * d1, x2: from.x2 + t * d2 };
      places.push(gesture.last);
    }
    this.#add(gesture, places);
  }

  /**
   * @param {Extract<Gesture, {kind: "spray"}>} gesture
   * @param {Place[]} places
   */
  #add(gesture, places) {
    const within = places.filter(inside);
    if (within.length === 0) return;
    this.#drew = true;
    const fits = this.points.add(within, this.tool.y, gesture.joined);
    gesture.joined = true;
    if (fits) return;
    this.told.full();
    this.stop();
  }

  /**
   * @param {Extract<Gesture, {kind: "move"}>} gesture
   * @param {Place} to
   */
  #drag(gesture, to) {
    const { point, from, off, joined } = gesture;
    if (!joined && this.plane.scale * Math.hypot(to.x1 - from.x1, to.x2 - from.x2) < STILL) return;
    this.#drew = true;
    gesture.joined = this.points.move(point, { x1: to.x1 + off.x1, x2: to.x2 + off.x2 }, joined) || joined;
    const moved = this.points.get(point);
    this.plane.ring(moved);
    this.told.at(moved);
  }

  /**
   * @param {Extract<Gesture, {kind: "erase"}>} gesture
   * @param {PointerEvent} event
   */
  #erase(gesture, event) {
    for (let point = this.#under(event); point >= 0; point = this.#under(event)) {
      this.#drew = true;
      gesture.joined = this.points.remove(point, gesture.joined) || gesture.joined;
    }
  }
}
