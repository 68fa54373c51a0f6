/** @typedef {import("../types.js").SymbolExpression} SymbolExpression */

/** The matrices that cells and columns belong to, by their small letters. @type {Record<string, string>} */
const matrices = { x: "X", y: "Y", w: "W", z: "Z", a: "A", dw: "dW", dz: "dZ", da: "dA" };
const names = [...Object.values(matrices), "b", "db", "J", "L", "α", "m"];

/** Reads a symbol as the lessons write it: W[1], w_21[1], b_2[1], z_2[1](i), dz[2](i), X, A[0], J, α. The chosen example
 * stands for (i). A[0] is X, written otherwise. A prime, as in W[1]', means the value after the update. Null for anything else.
 * @param {string} text
 * @param {number} [example]
 * @returns {SymbolExpression | null}
 */
export function readSymbol(text, example = -1) {
  const found = /^([a-zα]+)(?:_(\d)(\d)?)?(?:\[(\d)\])?(\(i\))?(')?$/i.exec(text);
  if (!found) return null;
  const [, letter, row = 0, col = 0, layer = 0, column, prime] = found;
  const own = matrices[letter] ?? letter;
  if (!names.includes(own)) return null;
  const name = own === "A" && layer === "0" ? "X" : own;
  return { kind: "symbol", name, letter, layer: Number(layer), row: Number(row), col: Number(col), example: column ? example : 0, next: prime !== undefined };
}
