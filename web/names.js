/** The names of a network's parts: as formulas, and in words. */

import * as math from "./math.js";
import { symbol as written } from "./references.js";

/** @typedef {import("./types.js").Target} Target */
/** @typedef {import("./types.js").Config} Config */

/** A part's symbol as MathML, in the notation chosen.
 * @param {import("./formulas.js").Formulas} formulas
 * @param {Config} config
 * @param {Target} target
 */
export function symbol(formulas, config, { kind, layer, to, from }) {
  if (kind === "link") return formulas.symbol(written({ name: "W", letter: "w", layer, row: to, col: from }));
  if (kind === "bias") return formulas.symbol(written({ name: "b", layer, row: to }));
  if (layer === 0) return math.feature(config.in[to - 1]);
  if (layer > config.net.length) return math.prediction();
  return formulas.symbol(written({ name: "A", letter: "a", layer, row: to }));
}

/** The name that formulas have for an input, as a line to stand before its own, x3 = above x1²; null where they have its own.
 * @param {import("./formulas.js").Formulas} formulas
 * @param {Config} config
 * @param {number} row
 */
export function otherName(formulas, config, row) {
  if (config.in[row - 1] === `x${row}`) return null;
  return math.row(formulas.symbol(written({ name: "X", letter: "x", row })), math.mo("="));
}

/** A part in words.
 * @param {import("./language.js").Language} language
 * @param {Config} config
 * @param {Target} target
 */
export function describe(language, config, { kind, layer, to, from }) {
  if (kind === "link") return language.text("part.weight", { layer, to, from });
  if (kind === "bias") return language.text("part.bias", { layer, to });
  if (layer === 0) return language.text("part.input", { name: language.text(`option.${config.in[to - 1]}`) });
  if (layer > config.net.length) return language.text("part.output");
  return language.text("part.unit", { layer, to });
}
