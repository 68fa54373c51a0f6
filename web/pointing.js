import { Emitter } from "./emitter.js";

/** @typedef {import("./types.js").Target} Target */

/** The one place that knows which part of the network is pointed at: hovered by a pointer or focused by the
 * keyboard, and chosen by a click or tap. The picture and the captions follow it.
 * @extends {Emitter<{change: Pointing}>}
 */
export class Pointing extends Emitter {
  /** @type {Target | null} */
  hovered = null;
  /** @type {Target | null} */
  chosen = null;

  /** @param {Target | null} target */
  hover(target) {
    if (same(this.hovered, target)) return;
    this.hovered = target;
    this.emit("change", this);
  }

  /** @param {Target | null} target */
  choose(target) {
    if (same(this.chosen, target)) return;
    this.chosen = target;
    this.emit("change", this);
  }

  /** Forgets what is pointed at: the network is another one. */
  clear() {
    this.hover(null);
    this.choose(null);
  }
}

/** Tells whether two targets are the same part.
 * @param {Target | null} a
 * @param {Target | null} b
 */
export function same(a, b) {
  if (!a || !b) return a === b;
  return a.kind === b.kind && a.layer === b.layer && a.to === b.to && a.from === b.from;
}
