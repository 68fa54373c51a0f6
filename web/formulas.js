import { math, mi, mn, mo, node, row } from "./math.js";
import { fromMathML } from "./numerals.js";

/** @typedef {import("./types.js").Expression} Expression */
/** @typedef {import("./types.js").SymbolExpression} SymbolExpression */

/** Functions written before their argument in brackets. @type {Record<string, string>} */
const names = { sigmoid: "σ", tanh: "tanh", relu: "ReLU", leaky: "LReLU", linear: "id", log: "log", sign: "sign" };

/** Writes formulas of engine/lecture as MathML in the notation chosen. Every symbol in them carries its reference
 * as data-symbol, so that pointing at it finds what it means.
 */
export class Formulas {
  /** @param {import("./notation.js").Notation} notation */
  constructor(notation) {
    this.notation = notation;
  }

  /** A formula to put in a page.
   * @param {Expression} tree
   */
  math(tree) {
    return math(this.#write(tree));
  }

  /** A chain of equations to put in a page, one piece for each side, so that lines can break between them.
   * @param {Expression} tree
   */
  pieces(tree) {
    if (tree.kind !== "equals") return [this.math(tree)];
    const [first, ...more] = tree.of;
    return [this.math(first), ...more.map((side) => this.side(side))];
  }

  /** A side of an equation with the sign before it.
   * @param {Expression} tree
   */
  side(tree) {
    return math(row(equals(tree), this.#write(tree)));
  }

  /** @param {Expression} e @returns {Element} */
  #write(e) {
    switch (e.kind) {
      case "symbol":
        return this.symbol(e);
      case "number":
      case "rounded":
        return fromMathML(e.markup);
      case "sum":
        return row(...e.of.flatMap((term, i) => this.#term(term, i === 0)));
      case "negative":
        return row(mo("\u2212"), this.#factor(e.of));
      case "product":
        return row(...e.of.flatMap((factor, i) => [...between(e.of[i - 1], factor), this.#factor(factor)]));
      case "elementwise":
        return row(...e.of.flatMap((factor, i) => [...(i > 0 ? [mo("∗")] : []), this.#factor(factor)]));
      case "fraction":
        return node("mfrac", this.#write(e.over), this.#write(e.under));
      case "power":
        return node("msup", this.#base(e.base), this.#write(e.exponent));
      case "transpose":
        return e.of.kind === "symbol" ? this.symbol(e.of, true) : node("msup", brackets(this.#write(e.of)), mi("T"));
      case "total":
        return row(node("munderover", mo("∑"), row(mi("i"), mo("="), mn(1)), mi("m")), this.#factor(e.of));
      case "call":
        return this.#call(e);
      case "equals":
        return row(...e.of.flatMap((side, i) => [...(i > 0 ? [equals(side)] : []), this.#write(side)]));
      case "assign":
        return row(this.#write(e.to), mo("≔"), this.#write(e.from));
      case "ellipsis":
        return mo("⋯");
    }
  }

  /** A term of a sum with the sign before it.
   * @param {Expression} term
   * @param {boolean} first
   */
  #term(term, first) {
    if (first) return [this.#write(term)];
    if (term.kind === "negative") return [mo("\u2212"), this.#factor(term.of)];
    return [mo("+"), this.#write(term)];
  }

  /** A part of a product or the like, in brackets where precedence asks for them.
   * @param {Expression} e
   */
  #factor(e) {
    const loose = e.kind === "sum" || e.kind === "negative" || ("value" in e && e.value < 0);
    return loose ? brackets(this.#write(e)) : this.#write(e);
  }

  /** @param {Expression} e */
  #base(e) {
    const tight = e.kind === "symbol" ? !this.#raised(e) : "value" in e ? e.value >= 0 && e.markup.startsWith("<mn>") : e.kind === "call";
    return tight ? this.#write(e) : brackets(this.#write(e));
  }

  /** @param {Extract<Expression, {kind: "call"}>} e */
  #call(e) {
    const argument = this.#write(e.of);
    switch (e.function) {
      case "exp":
        return node("msup", mi("e"), argument);
      case "sqrt":
        return node("msqrt", argument);
      case "abs":
        return row(mo("|"), argument, mo("|"));
      case "squares":
        return node("msup", row(mo("‖"), argument, mo("‖")), mn(2));
      case "sizes":
        return node("msub", row(mo("‖"), argument, mo("‖")), mn(1));
    }
    const own = e.function === "g" ? this.#layered(mi("g"), e.layer) : mi(names[e.function] ?? e.function);
    const name = e.prime ? node("msup", own, mo("′")) : own;
    return row(name, mo("\u2061"), brackets(argument));
  }

  /** A symbol with its indices, as the notation has them.
   * @param {SymbolExpression} s
   * @param {boolean} [transposed]
   */
  symbol(s, transposed = false) {
    const made = s.name.startsWith("v") || s.name.startsWith("s") ? this.#mean(s) : this.#indexed(s, transposed);
    made.classList.add("symbol");
    const { name, layer, row, col, example, next } = s;
    made.setAttribute("data-symbol", JSON.stringify({ name, layer, row, col, example, next }));
    return made;
  }

  /** A running mean, v or s with what it is the mean of below.
   * @param {SymbolExpression} s
   */
  #mean(s) {
    return node("msub", mi(s.letter[0]), this.#indexed({ ...s, letter: s.letter.slice(1) }, false));
  }

  /**
   * @param {SymbolExpression} s
   * @param {boolean} transposed
   */
  #indexed(s, transposed) {
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
    if (s.example !== 0) {
      if (layers === "round") below.push(...(below.length > 0 ? [mo(",")] : []), ...round(s.example));
      else above.push(mo("("), number(s.example), mo(")"));
    }
    if (transposed) above.push(mi("T"));
    if (below.length > 0 && above.length > 0) return node("msubsup", base, row(...below), row(...above));
    if (below.length > 0) return node("msub", base, row(...below));
    if (above.length > 0) return node("msup", base, row(...above));
    return row(base);
  }

  /** Whether a symbol has something above it.
   * @param {SymbolExpression} s
   */
  #raised(s) {
    const { layers } = this.notation;
    return (s.layer > 0 && layers !== "below") || (s.example !== 0 && layers !== "round");
  }

  /** The layer's mark above a symbol.
   * @param {number} layer
   */
  #layer(layer) {
    const [open, close] = this.notation.layers === "round" ? ["(", ")"] : ["[", "]"];
    return [mo(open), mn(layer), mo(close)];
  }

  /**
   * @param {Element} base
   * @param {number} layer
   */
  #layered(base, layer) {
    if (layer === 0) return base;
    return this.notation.layers === "below" ? node("msub", base, mn(layer)) : node("msup", base, row(...this.#layer(layer)));
  }
}

/** Letters side by side, each in italics.
 * @param {string} text
 */
function letters(text) {
  return text.length === 1 ? mi(text) : row(...[...text].map(mi));
}

/** The sign before a side of an equation.
 * @param {Expression} side
 */
const equals = ({ kind }) => mo(kind === "rounded" ? "≈" : "=");

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

/** The number of an example, i for each in turn.
 * @param {number} example
 */
function number(example) {
  return example < 0 ? mi("i") : mn(example);
}

/** An example in a notation that keeps the place above for the layer.
 * @param {number} example
 */
function round(example) {
  return example < 0 ? [mi("i")] : [mi("i"), mo("="), mn(example)];
}

/** What stands between two factors: a dot between numbers, else nothing that is seen.
 * @param {Expression | undefined} before
 * @param {Expression} after
 */
function between(before, after) {
  if (!before) return [];
  return [mo("value" in before && "value" in after ? "\u22c5" : "\u2062")];
}
