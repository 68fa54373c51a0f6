/** @typedef {import("../../types.js").Expression} Expression */

/** Each mistake: the quantities whose formulas it changes, and how. @type {Record<string, {names: string[], change: (e: Expression) => Expression}>} */
const mistakes = {
  mean: { names: ["dW", "db"], change: (e) => without(e, "product", (factor) => factor.kind === "fraction") },
  derivative: { names: ["dZ"], change: (e) => without(e, "elementwise", (factor) => factor.kind === "call" && factor.prime) },
  transpose: { names: ["dW", "dA"], change: (e) => (e.kind === "transpose" ? { kind: "call", function: "reshape", layer: 0, prime: false, of: e.of } : e) },
  activation: { names: ["dW"], change: (e) => (e.kind === "symbol" && e.name === "A" ? { ...e, name: "Z", letter: "Z" } : e) },
};

/** Quantities of back-propagation whose formulas a mistake may change.
 * @param {string} mistake its code
 */
export function namesOf(mistake) {
  return mistakes[mistake]?.names ?? [];
}

/** A formula as it is with a mistake made, null where the mistake changes nothing of it. Only the name and the first
 * side stay: what follows from it in the lecture does no longer.
 * @param {Expression} formula an equation
 * @param {string} mistake
 * @returns {{right: Expression, wrong: Expression} | null}
 */
export function mistaken(formula, mistake) {
  if (formula.kind !== "equals") return null;
  const [name, side] = formula.of;
  const changed = rewrite(side, mistakes[mistake].change);
  if (JSON.stringify(changed) === JSON.stringify(side)) return null;
  return { right: { kind: "equals", of: [name, side] }, wrong: { kind: "equals", of: [name, changed] } };
}

/** A tree with each part changed, the innermost first.
 * @param {Expression} e
 * @param {(e: Expression) => Expression} change
 * @returns {Expression}
 */
function rewrite(e, change) {
  if (e.kind === "sum" || e.kind === "product" || e.kind === "elementwise") return change({ ...e, of: e.of.map((part) => rewrite(part, change)) });
  if (e.kind === "transpose") return change({ ...e, of: rewrite(e.of, change) });
  return change(e);
}

/** A product without some of its factors.
 * @param {Expression} e
 * @param {"product" | "elementwise"} kind
 * @param {(factor: Expression) => boolean} gone
 * @returns {Expression}
 */
function without(e, kind, gone) {
  if (e.kind !== kind) return e;
  const left = e.of.filter((factor) => !gone(factor));
  return left.length === 1 ? left[0] : { ...e, of: left };
}
