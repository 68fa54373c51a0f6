/** Numbers for a reader, all written by engine/number: there is one rule for them. */

/** @type {import("./types.js").Engine} */
let engine;

/** Has numbers written by an engine; needed before any is.
 * @param {import("./types.js").Engine} started
 */
export function writeWith(started) {
  engine = started;
}

/** Texts of numbers.
 * @param {ArrayLike<number>} values
 * @param {number} [digits] significant ones
 */
const decimals = (values, digits = 4) => engine.decimals(Float64Array.from(values), digits);

/** @param {number} value @param {number} [digits] */
export const decimal = (value, digits) => decimals([value], digits)[0];

/** A number as a part of a formula.
 * @param {number} value
 */
export const numeral = (value) => fromMathML(engine.numeral(value));

/** A number as a field shows it, to be typed in again.
 * @param {number} value
 * @param {number} digits significant ones
 */
export const typed = (value, digits) => engine.typed(value, digits);

/** A cost to six decimals, as the course prints it.
 * @param {number | null} cost null is not finite
 */
export const fixed = (cost) => engine.cost(cost ?? Infinity);

/** What the engine wrote as MathML.
 * @param {string} markup
 */
export function fromMathML(markup) {
  const template = document.createElement("template");
  template.innerHTML = `<math>${markup}</math>`;
  return /** @type {Element} */ (template.content.firstElementChild?.firstElementChild);
}
