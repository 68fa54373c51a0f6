import { Emitter } from "./emitter.js";
import { equal, referenceOf, targetOf } from "./references.js";

/** @typedef {import("./types.js").Target} Target */
/** @typedef {import("./types.js").Reference} Reference */

/** The one place that knows what is pointed at: a part of the network hovered by a pointer or focused by the
 * keyboard, in the diagram, in a matrix or in a formula; a part chosen by a click or tap; the example chosen.
 * The picture, the captions, the matrices and the formulas follow it.
 * @extends {Emitter<{change: Pointing, example: number | null}>}
 */
export class Pointing extends Emitter {
  /** @type {Target | null} */
  hovered = null;
  /** The symbol of what is hovered. @type {Reference | null} */
  reference = null;
  /** @type {Target | null} */
  chosen = null;
  /** The chosen training example, counted from 1. @type {number | null} */
  example = null;

  /** Points at a part of the diagram.
   * @param {Target | null} target
   */
  hover(target) {
    if (same(this.hovered, target) && (target !== null || this.reference === null)) return;
    this.#hover(target, target && referenceOf(target));
  }

  /** Points at a symbol of the lecture.
   * @param {Reference | null} reference
   */
  point(reference) {
    if (equal(this.reference, reference)) return;
    this.#hover(reference && targetOf(reference), reference);
  }

  /**
   * @param {Target | null} target
   * @param {Reference | null} reference
   */
  #hover(target, reference) {
    this.hovered = target;
    this.reference = reference;
    this.emit("change", this);
  }

  /** @param {Target | null} target */
  choose(target) {
    if (same(this.chosen, target)) return;
    this.chosen = target;
    this.emit("change", this);
  }

  /** @param {number | null} example */
  chooseExample(example) {
    if (example === this.example) return;
    this.example = example;
    this.emit("example", example);
  }

  /** Forgets what is pointed at: the network is another one. The example stays if there still is one of its number.
   * @param {number} examples how many there are
   */
  clear(examples) {
    this.hover(null);
    this.choose(null);
    if (this.example !== null && this.example > examples) this.chooseExample(null);
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
