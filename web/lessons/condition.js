/** What a task asks for: a setting, a metric or one of the measures below that is, or is at least, or is below a value.
 * @typedef {object} Condition
 * @property {string} of
 * @property {unknown} [is]
 * @property {number} [atLeast]
 * @property {number} [below]
 * @property {number} [atMost]
 */

/** @typedef {import("../types.js").Engine} Engine */

/** What can be asked for beside settings and metrics. @type {Record<string, (engine: Engine) => number>} */
const measures = {
  hiddenUnits: (engine) => engine.config().net.reduce((sum, units) => sum + units, 0),
  asymmetry: (engine) => engine.symmetry().asymmetry,
};

/** The present value of a setting, a metric or a measure; null where it does not apply.
 * @param {Engine} engine
 * @param {string} name
 * @returns {unknown}
 */
export function measure(engine, name) {
  if (name in measures) return measures[name](engine);
  /** @type {Record<string, unknown>} */
  const all = { ...engine.config(), ...engine.metrics() };
  return all[name] ?? null;
}

/** Whether a value is as a condition asks.
 * @param {Condition} condition
 * @param {unknown} value
 */
export function holds({ is, atLeast, below, atMost }, value) {
  if (is !== undefined) return JSON.stringify(value) === JSON.stringify(is);
  if (typeof value !== "number") return false;
  return value >= (atLeast ?? -Infinity) && value < (below ?? Infinity) && value <= (atMost ?? Infinity);
}
