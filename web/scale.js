/** Positions on a slider and the values they stand for.
 * @typedef {{scale: "linear" | "log", low: number, high: number}} Slider
 */

/** Steps to a factor of ten: neighbours differ in their first two digits. */
const PER_DECADE = 20;
/** The step between values that are no integers. */
const FINE = 0.01;

/** How many steps a slider has; its positions are 0 to this.
 * @param {Slider} slider
 * @param {boolean} integer
 */
export function stepsOf({ scale, low, high }, integer) {
  if (scale === "log") return Math.round(PER_DECADE * Math.log10(high / low));
  return Math.round((high - low) / (integer ? 1 : FINE));
}

/** The value at a position, with few digits to read.
 * @param {Slider} slider
 * @param {boolean} integer
 * @param {number} position
 */
export function valueAt(slider, integer, position) {
  const { scale, low, high } = slider;
  const t = position / stepsOf(slider, integer);
  if (scale === "log") return Number((low * (high / low) ** t).toPrecision(2));
  return Number((low + t * (high - low)).toFixed(integer ? 0 : 2));
}

/** The position closest to a value; values beyond an end are at it.
 * @param {Slider} slider
 * @param {boolean} integer
 * @param {number} value
 */
export function positionOf(slider, integer, value) {
  const { scale, low, high } = slider;
  const t = scale === "log" ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.round(stepsOf(slider, integer) * Math.min(1, Math.max(0, t)));
}
