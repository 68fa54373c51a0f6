/** The names of a network's parts: as formulas, and in words. */

import * as math from "./math.js";

/** @typedef {import("./types.js").Target} Target */
/** @typedef {import("./types.js").Config} Config */

/** A part's symbol as MathML.
 * @param {Config} config
 * @param {Target} target
 */
export function symbol(config, { kind, layer, to, from }) {
  if (kind === "link") return math.weight(layer, to, from);
  if (kind === "bias") return math.bias(layer, to);
  if (layer === 0) return math.feature(config.in[to - 1]);
  if (layer > config.net.length) return math.prediction();
  return math.activation(layer, to);
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
