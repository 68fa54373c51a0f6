import { element } from "../../dom.js";
import { math, mo } from "../../math.js";
import { matrix } from "../../matrix.js";
import { cellOf } from "../../references.js";

/** @typedef {import("../../types.js").GraphNode} GraphNode */
/** @typedef {import("../../types.js").SymbolExpression} SymbolExpression */
/** @typedef {import("../../types.js").PanelContext} PanelContext */

/** How many rows, columns and numbers a matrix may have that is written out without being asked for. */
const MOST_ROWS = 4;
const MOST_COLS = 4;
const MOST_NUMBERS = 8;

/** What stands on the edge that leaves a node: its value and, under it, the derivative of the loss by it. Larger
 * matrices show their shape until they are unfolded.
 */
export class Numbers {
  #value = element("div", { class: "graph-value" });
  #slope = element("div", { class: "graph-slope" });
  #toggle = element("button", { type: "button", class: "graph-unfold", "aria-expanded": "false" });
  #unfolded = false;
  /** @type {GraphNode | null} */
  #node = null;
  element = element("div", { class: "graph-numbers" }, this.#value, this.#slope);

  /**
   * @param {PanelContext} context
   * @param {() => void} resized called when the numbers were folded or unfolded
   */
  constructor({ formulas, language }, resized) {
    this.formulas = formulas;
    this.language = language;
    this.#toggle.addEventListener("click", () => {
      this.#unfolded = !this.#unfolded;
      if (this.#node) this.show(this.#node);
      resized();
    });
  }

  /** Shows or hides the derivative.
   * @param {boolean} shown
   */
  reveal(shown) {
    this.#slope.classList.toggle("graph-hidden", !shown);
  }

  /** @param {GraphNode} node */
  show(node) {
    this.#node = node;
    const { symbol, derivative, rows, cols, value, slope } = node;
    const large = rows > MOST_ROWS || cols > MOST_COLS || rows * cols > MOST_NUMBERS;
    const folded = large && !this.#unfolded;
    const written = folded ? [] : [math(matrix({ rows, cols, values: value, cell: cells(symbol) }))];
    if (large) this.#name(rows, cols);
    this.#put(this.#value, large ? [this.#toggle, ...written] : written);
    if (!derivative) return;
    const name = this.formulas.symbol({ ...derivative, example: 0 });
    this.#put(this.#slope, [folded ? math(name) : math(name, mo("="), matrix({ rows, cols, values: slope, cell: cells(derivative) }))]);
  }

  /** @param {number} rows @param {number} cols */
  #name(rows, cols) {
    this.#toggle.setAttribute("aria-expanded", String(this.#unfolded));
    this.#toggle.setAttribute("aria-label", this.language.text(this.#unfolded ? "graph.fold" : "graph.unfold", { rows, cols }));
    this.#toggle.textContent = `${rows} × ${cols}`;
  }

  /** Replaces what stands there but for what stays, which keeps the focus.
   * @param {HTMLElement} host
   * @param {Element[]} content
   */
  #put(host, content) {
    for (const child of [...host.children]) if (!content.includes(child)) child.remove();
    content.forEach((child, i) => {
      if (host.children[i] !== child) host.insertBefore(child, host.children[i] ?? null);
    });
  }
}

/** The cells of a quantity of one example.
 * @param {SymbolExpression} symbol
 */
export function cells(symbol) {
  const quantity = { symbol, rows: 0, cols: 0, formula: null };
  return (/** @type {number} */ row, /** @type {number} */ col) => cellOf(quantity, [symbol.example], row, col);
}
