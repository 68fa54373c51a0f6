import { Emitter } from "./emitter.js";
import { Preference } from "./preference.js";

/** How a layer is written: W[1] in the lecture, W(1) or W with a 1 below in other courses. */
const layerNotations = /** @type {const} */ (["bracket", "round", "below"]);
/** How the two classes are written: as the network learns them, 0 and 1, or -1 and +1. */
const targetNotations = /** @type {const} */ (["own", "binary", "signed"]);

/** @typedef {typeof layerNotations[number]} LayerNotation */
/** @typedef {typeof targetNotations[number]} TargetNotation */

/** The notation that the reader is used to; remembered for the next visit.
 * @extends {Emitter<{change: Notation}>}
 */
export class Notation extends Emitter {
  #layers = new Preference("notation", layerNotations);
  #targets = new Preference("targets", targetNotations);
  layers = /** @type {LayerNotation} */ (this.#layers.read() ?? "bracket");
  targets = /** @type {TargetNotation} */ (this.#targets.read() ?? "own");

  /**
   * @param {string} layers a LayerNotation
   * @param {string} targets a TargetNotation
   */
  write(layers, targets) {
    if (layers !== this.layers) this.#layers.write(layers);
    if (targets !== this.targets) this.#targets.write(targets);
    this.layers = /** @type {LayerNotation} */ (layers);
    this.targets = /** @type {TargetNotation} */ (targets);
    this.emit("change", this);
  }
}
