/** How far local coordinates go along each axis, from -REACH to REACH; engine/dataset has the same. */
export const REACH = 6;

/** A place of the plane in local coordinates: those of the axes where these go from -6 to 6, whatever they show.
 * @typedef {{x1: number, x2: number}} Place
 */

/** Own data as the page draws on them. What was read of the engine is kept until they change. */
export class Points {
  /** @type {Float64Array | null} */
  #read = null;

  /** @param {import("../run.js").Run} run */
  constructor(run) {
    this.run = run;
    for (const event of /** @type {const} */ (["change", "step"])) run.on(event, () => (this.#read = null));
  }

  get count() {
    return this.run.engine.drawing().points;
  }

  /** The point of a number from 0.
   * @param {number} point
   * @returns {Place & {y: number}}
   */
  get(point) {
    const [x1, x2, y] = this.#all().subarray(3 * point, 3 * point + 3);
    return { x1, x2, y };
  }

  #all() {
    return (this.#read ??= this.run.engine.points());
  }

  /** The point nearest to a place, of equal ones the one on top; -1 if none is near enough.
   * @param {Place} place
   * @param {number} within how far away it may be, on the plane's scale
   */
  nearest({ x1, x2 }, within) {
    const all = this.#all();
    let nearest = -1;
    let least = within;
    for (let i = 0; 3 * i < all.length; i++) {
      const distance = Math.hypot(all[3 * i] - x1, all[3 * i + 1] - x2);
      if (distance > least) continue;
      least = distance;
      nearest = i;
    }
    return nearest;
  }

  /** Adds points of a class; joined, they are undone together with the change before, and else by themselves.
   * @param {Place[]} places
   * @param {number} y
   * @param {boolean} [joined]
   * @returns {boolean} whether there was room for all
   */
  add(places, y, joined = false) {
    let added = 0;
    this.run.draw((engine) => {
      for (const { x1, x2 } of places) if (engine.addPoint(x1, x2, y, joined || added > 0).ok) added++;
      return added > 0;
    });
    return added === places.length;
  }

  /**
   * @param {number} point
   * @param {Place} place
   * @param {boolean} [joined]
   */
  move(point, { x1, x2 }, joined = false) {
    return this.run.draw((engine) => engine.movePoint(point, x1, x2, joined).ok);
  }

  /**
   * @param {number} point
   * @param {boolean} [joined]
   */
  remove(point, joined = false) {
    return this.run.draw((engine) => engine.removePoint(point, joined).ok);
  }

  undo() {
    return this.run.draw((engine) => engine.undoPoints().ok);
  }

  redo() {
    return this.run.draw((engine) => engine.redoPoints().ok);
  }

  /** Starts over with an empty plane. */
  clear() {
    this.run.replace((engine) => engine.setPoints([]));
  }
}
