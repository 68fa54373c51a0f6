import { mo, node } from "./math.js";
import { numeral } from "./numerals.js";

/** A matrix as it is to be written, its numbers row by row.
 * @typedef {object} Matrix
 * @property {number} rows
 * @property {number} cols
 * @property {ArrayLike<number>} values
 * @property {(row: number, col: number) => import("./types.js").Reference} [cell] what a cell is, counted from 1
 */

/** How many rows and columns are written out; of larger matrices the last stands after dots. */
const MOST_ROWS = 8;
const MOST_COLS = 6;

/** A matrix in brackets as MathML; a number alone stays without.
 * @param {Matrix} matrix
 */
export function matrix({ rows, cols, values, cell }) {
  /**
   * @param {number} i
   * @param {number} j
   */
  const number = (i, j) => {
    const made = numeral(values[(i - 1) * cols + j - 1]);
    return cell ? refer(made, cell(i, j)) : made;
  };
  if (rows === 1 && cols === 1) return number(1, 1);
  const shownCols = shown(cols, MOST_COLS);
  const table = shown(rows, MOST_ROWS).map((i) =>
    node("mtr", ...shownCols.map((j) => node("mtd", i === 0 ? mo("⋮") : j === 0 ? mo("⋯") : number(i, j)))));
  const made = node("mtable", ...table);
  // Brackets of text grow with what they enclose only in fonts made for mathematics.
  made.classList.add("matrix");
  return made;
}

/** The places on show of 1 to n, 0 for those left out.
 * @param {number} n
 * @param {number} most
 */
function shown(n, most) {
  const all = Array.from({ length: n }, (_, i) => i + 1);
  return n <= most ? all : [...all.slice(0, most - 2), 0, n];
}

/** Marks an element as what a reference means, as formulas do with their symbols.
 * @template {Element} E
 * @param {E} target
 * @param {import("./types.js").Reference} reference
 */
function refer(target, { name, layer, row, col, example, next }) {
  target.classList.add("symbol");
  target.setAttribute("data-symbol", JSON.stringify({ name, layer, row, col, example, next }));
  return target;
}
