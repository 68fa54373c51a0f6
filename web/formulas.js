import { mi, mn, mo, node, row } from "./math.js";

/** @typedef {import("./types.js").SymbolExpression} SymbolExpression */

/** Writes symbols of the lecture as MathML in the notation chosen. Every one carries its reference
 * as data-symbol, so that pointing at it finds what it means.
 */
export class Formulas {
  /** @param {import("./notation.js").Notation} notation */
  constructor(notation) {
    this.notation = notation;
  }

  /** A symbol with its indices, as the notation has them.
   * @param {SymbolExpression} s
   */
  symbol(s) {
    const made = this.#indexed(s);
    made.classList.add("symbol");
    const { name, layer, row, col, example, next } = s;
    made.setAttribute("data-symbol", JSON.stringify({ name, layer, row, col, example, next }));
    return made;
  }

  /** @param {SymbolExpression} s */
  #indexed(s) {
    const { layers } = this.notation;
    let base = letters(s.letter);
    const below = s.row > 9 || s.col > 9 ? separated(index(s.row), index(s.col)) : [...index(s.row), ...index(s.col)];
    const above = [];
    // A[0] is X by another name.
    const layered = s.layer > 0 || (s.name === "X" && s.letter.toUpperCase() === "A");
    if (layers === "below" && layered) {
      base = node("msub", base, mn(s.layer));
      if (below.length > 0) base = brackets(base);
    } else if (layered) {
      above.push(...this.#layer(s.layer));
    }
    if (below.length > 0 && above.length > 0) return node("msubsup", base, row(...below), row(...above));
    if (below.length > 0) return node("msub", base, row(...below));
    if (above.length > 0) return node("msup", base, row(...above));
    return row(base);
  }

  /** The layer's mark above a symbol.
   * @param {number} layer
   */
  #layer(layer) {
    const [open, close] = this.notation.layers === "round" ? ["(", ")"] : ["[", "]"];
    return [mo(open), mn(layer), mo(close)];
  }
}

/** Letters side by side, each in italics.
 * @param {string} text
 */
function letters(text) {
  return text.length === 1 ? mi(text) : row(...[...text].map(mi));
}

/** @param {...Node} content */
function brackets(...content) {
  return row(mo("("), ...content, mo(")"));
}

/** @param {number} value */
function index(value) {
  return value === 0 ? [] : [mn(value)];
}

/**
 * @param {Element[]} a
 * @param {Element[]} b
 */
function separated(a, b) {
  return a.length > 0 && b.length > 0 ? [...a, mo(","), ...b] : [...a, ...b];
}
