/** What the symbols of the lecture and the parts of the diagram have to do with each other. */

/** @typedef {import("./types.js").Reference} Reference */
/** @typedef {import("./types.js").Target} Target */

/** Matrices by what a cell of them belongs to in the diagram. */
const ofUnits = ["X", "Z", "A", "dX", "dZ", "dA"];
const ofLinks = ["W", "dW", "vdW", "sdW"];
const ofBiases = ["b", "db", "vdb", "sdb"];

/** A reference from what of it is not 0.
 * @param {Partial<Reference>} parts
 * @returns {Reference}
 */
export function reference({ name = "", layer = 0, row = 0, col = 0, example = 0, next = false }) {
  return { name, layer, row, col, example, next };
}

/** A symbol to write, from what of it is not 0; its letter is its name unless it is given.
 * @param {Partial<import("./types.js").SymbolExpression> & {name: string}} parts
 * @returns {import("./types.js").SymbolExpression}
 */
export function symbol(parts) {
  return { kind: "symbol", letter: parts.letter ?? parts.name, ...reference(parts) };
}

/** A reference as the words of an intent, none for null.
 * @param {Reference | null} of
 */
export function wordsOf(of) {
  return of ? [of.name, of.layer, of.row, of.col, of.example, of.next].map(String) : [];
}

/** The part of the diagram that a symbol belongs to; to is 0 for a whole layer. Null when there is none.
 * @param {Reference} s
 * @returns {Target | null}
 */
export function targetOf({ name, layer, row, col }) {
  if (ofUnits.includes(name)) return { kind: "unit", layer, to: row, from: 0 };
  if (ofLinks.includes(name)) return { kind: "link", layer, to: row, from: col };
  if (ofBiases.includes(name)) return { kind: "bias", layer, to: row, from: 0 };
  return null;
}

/** The symbol of a part of the diagram: of a unit its activation.
 * @param {Target} target
 */
export function referenceOf({ kind, layer, to, from }) {
  if (kind === "link") return reference({ name: "W", layer, row: to, col: from });
  if (kind === "bias") return reference({ name: "b", layer, row: to });
  return reference({ name: layer === 0 ? "X" : "A", layer, row: to });
}

/** Whether two references are one and the same.
 * @param {Reference | null} a
 * @param {Reference | null} b
 */
export function equal(a, b) {
  if (!a || !b) return a === b;
  return holds(a, b) && holds(b, a);
}

/** Whether a whole holds a part, or is it: Z[1] its row 2, that row its cell of example 7.
 * @param {Reference} whole
 * @param {Reference} part
 */
export function holds(whole, part) {
  return (
    whole.name === part.name && whole.layer === part.layer && whole.next === part.next &&
    (whole.row === 0 || whole.row === part.row) && (whole.col === 0 || whole.col === part.col) &&
    (whole.example <= 0 || whole.example === part.example)
  );
}
