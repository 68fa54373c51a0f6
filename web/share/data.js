/** The run as files for other programs. */

/** The weights and biases in the lecture's letters, with what led to them. Numbers have all their digits.
 * @param {import("../types.js").Engine} engine
 * @param {string} link
 */
export function weights(engine, link) {
  const { step, cost, testCost } = engine.metrics();
  const layers = engine.params().layers.map(({ W, b, activation }, i) => ({ layer: i + 1, activation, W, b }));
  const text = JSON.stringify({ link, settings: engine.config(), step, cost, testCost, layers }, null, 2);
  // A row of numbers is easier to read as a row.
  return `${text.replace(/\[\n\s*([^[\]{}]*?)\n\s*\]/g, (_, row) => `[${row.replace(/\n\s*/g, " ")}]`)}\n`;
}

/** The cost curve as CSV; a cost that is not there is empty.
 * @param {import("../types.js").Engine} engine
 */
export function curve(engine) {
  const { step, cost, testCost } = engine.history();
  const cell = (/** @type {number} */ value) => (Number.isNaN(value) ? "" : String(value));
  const rows = Array.from(step, (at, i) => `${at},${cell(cost[i])},${cell(testCost[i])}\n`);
  return `step,cost,test_cost\n${rows.join("")}`;
}
