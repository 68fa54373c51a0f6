import { element } from "../dom.js";
import { math, mi, mn, mo, node, row } from "../math.js";
import { Lighting } from "../panels/lighting.js";
import { readSymbol } from "./symbols.js";

/** @typedef {import("../types.js").LectureContext} LectureContext */
/** @typedef {import("../types.js").Expression} Expression */
/** @typedef {import("../types.js").SymbolExpression} SymbolExpression */

/** The marks of a formula in a lesson's data: the shape of a matrix rather than how it is found. */
const SHAPE = "shape ";

/** Formulas of the run at hand, one a line, that follow its numbers and the chosen example. */
export class LiveFormulas {
  element = element("div", { class: "lesson-formulas" });
  #lighting;
  #stopFollowing;
  #written = "";

  /**
   * @param {readonly string[]} formulas symbols as symbols.js reads them, or "shape " and one
   * @param {LectureContext} context
   */
  constructor(formulas, context) {
    this.formulas = formulas;
    this.context = context;
    this.#lighting = new Lighting(this.element, context.pointing);
    this.#stopFollowing = context.pointing.on("example", () => this.update());
  }

  /** Writes the formulas as they are now; those of quantities that the network does not have are left out. */
  update() {
    const found = this.context.run.empty ? [] : this.#find();
    const { layers, targets } = this.context.notation;
    const written = JSON.stringify([found, layers, targets]);
    if (written === this.#written) return;
    this.#written = written;
    this.element.replaceChildren(...found.map((pieces) => element("p", {}, ...this.#write(pieces))));
    this.#lighting.light();
  }

  stop() {
    this.#stopFollowing();
    this.#lighting.stop();
  }

  /** @returns {({shape: SymbolExpression, rows: number, cols: number} | Expression)[]} */
  #find() {
    const { engine, notation, pointing } = this.context;
    const example = pointing.example ?? 1;
    const asked = this.formulas.map((text) => {
      const shape = text.startsWith(SHAPE);
      const symbol = readSymbol(shape ? text.slice(SHAPE.length) : text, example);
      if (!symbol) throw new Error(`a lesson asks for ${text}`);
      return { symbol, shape };
    });
    const answers = engine.formulas(asked.map(({ symbol }) => symbol), notation.targets);
    const nodes = asked.some(({ symbol }) => isColumn(symbol)) ? (engine.graph(example, notation.targets)?.nodes ?? []) : [];
    return asked.flatMap(({ symbol, shape }, i) => {
      const answer = answers[i];
      if (isColumn(symbol)) return inGraph(nodes, symbol) ?? [];
      if (!answer) return [];
      return shape ? { shape: symbol, rows: answer.rows, cols: answer.cols } : (answer.formula ?? []);
    });
  }

  /** @param {{shape: SymbolExpression, rows: number, cols: number} | Expression} found */
  #write(found) {
    const { formulas } = this.context;
    if (!("shape" in found)) return formulas.pieces(found);
    return [math(row(formulas.symbol(found.shape), mo(":"), mo("("), mn(found.rows), mo(","), mn(found.cols), mo(")")))];
  }
}

/** Whether a symbol is a whole column, or the loss, of one example; the computation graph knows those.
 * @param {SymbolExpression} symbol
 */
function isColumn({ row, example }) {
  return example > 0 && row === 0;
}

/** How a graph finds a value or, where the symbol is one, a derivative.
 * @param {import("../types.js").Graph["nodes"]} nodes
 * @param {SymbolExpression} symbol
 */
function inGraph(nodes, { name, layer }) {
  const value = nodes.find(({ symbol }) => symbol.name === name && symbol.layer === layer);
  if (value) return value.formula;
  return nodes.find(({ derivative }) => derivative?.name === name && derivative.layer === layer)?.chain ?? null;
}

/** What to put in a page for a text in which what stands between backticks is a symbol, or else a letter of the
 * lecture or, as w_j and w_j^T, one with an index.
 * @param {string} text
 * @param {import("../formulas.js").Formulas} formulas
 */
export function inline(text, formulas) {
  return text.split("`").map((part, i) => {
    if (i % 2 === 0) return part;
    const symbol = readSymbol(part);
    if (symbol) return math(formulas.symbol(symbol));
    const [letter, index, power] = part.split(/[_^]/);
    return math(power ? node("msubsup", mi(letter), mi(index), mi(power)) : index ? node("msub", mi(letter), mi(index)) : mi(letter));
  });
}
