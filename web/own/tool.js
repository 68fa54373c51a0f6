import { Emitter } from "../emitter.js";

/** The tools to draw with: the two classes and the eraser. */
export const tools = /** @type {const} */ (["one", "zero", "erase"]);

/** @typedef {typeof tools[number]} ToolName */

/** The tool in hand. With none the picture is only looked at.
 * @extends {Emitter<{change: ToolName | null}>}
 */
export class Tool extends Emitter {
  /** @type {ToolName | null} */
  chosen = null;

  /** @param {ToolName | null} name */
  choose(name) {
    if (name === this.chosen) return;
    this.chosen = name;
    this.emit("change", name);
  }

  /** The class that is drawn: that of the tool, or 1. */
  get y() {
    return this.chosen === "zero" ? 0 : 1;
  }
}
