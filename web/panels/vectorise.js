import { element, icon } from "../dom.js";
import { math, mo, row } from "../math.js";
import { matrix } from "../matrix.js";
import { decimal } from "../numerals.js";
import { reference, symbol } from "../references.js";
import { Grid } from "./grid.js";
import { Lighting } from "./lighting.js";
import { panelOf } from "./view.js";

/** @typedef {import("../types.js").PanelContext} PanelContext */
/** @typedef {import("../types.js").Vectorised} Vectorised */

/** How long the filling of all columns takes when it plays, in milliseconds: slow at first, then faster. */
const DURATION = 12_000;
/** How long each way is measured, in milliseconds. */
const MEASURED = 60;

const W = symbol({ name: "W", layer: 1 });
const b = symbol({ name: "b", layer: 1 });
const Z = symbol({ name: "Z", layer: 1 });
const X = symbol({ name: "X" });

/** From one example to all: the loop that fills Z[1] column by column beside the one product that gives it at once,
 * shown equal, and the time of each on this machine.
 */
class Vectorisation {
  /** How many columns the loop has filled. */
  #filled = 0;
  /** Whether the product has been taken. */
  #stacked = false;
  #frame = 0;
  /** @type {Vectorised | null} */
  #numbers = null;
  /** @type {Grid[]} */
  #grids = [];
  #shape = "";
  #play = element("button", { type: "button", class: "button", id: "vectorise-play" });
  #column = element("p", { class: "formula vectorise-column" });
  #loop = element("div", { class: "vectorise-numbers" });
  #product = element("div", { class: "vectorise-numbers" });
  #count = element("output", { class: "caption number", id: "vectorise-count" });
  #result = element("div", { class: "vectorise-result", role: "status" });
  #times = element("div", { class: "panel-scroll" });
  #measure = element("button", { type: "button", class: "button", id: "vectorise-measure", "data-i18n": "vectorise.measure" });

  /**
   * @param {HTMLElement} host
   * @param {PanelContext} context
   */
  constructor(host, context) {
    this.host = host;
    this.context = context;
    const one = button("vectorise-one", "vectorise.one", () => this.#go(this.#filled + 1));
    const stack = button("vectorise-stack", "vectorise.stack", () => this.#stack());
    const again = button("vectorise-again", "vectorise.again", () => this.#again());
    this.#play.addEventListener("click", () => (this.#frame ? this.#halt() : this.#start()));
    this.#measure.addEventListener("click", () => this.#time());
    host.classList.add("vectorise");
    host.append(
      element("div", { class: "vectorise-ways" },
        this.#way("vectorise.loop", "for i in range(m):\n    Z1[:, i:i+1] = W1 @ X[:, i:i+1] + b1", [one, this.#play], this.#loop, this.#count),
        this.#way("vectorise.product", "Z1 = W1 @ X + b1", [stack], this.#product)),
      this.#column,
      this.#result,
      element("div", { class: "panel-actions" }, this.#measure, again),
      this.#times);
    this.lighting = new Lighting(host, context.pointing);
    this.forget = [
      context.pointing.on("change", () => this.#grids.forEach((grid) => grid.light())),
      context.pointing.on("example", () => this.#grids.forEach((grid) => grid.light())),
    ];
    this.#showPlay();
  }

  /**
   * @param {string} title
   * @param {string} code
   * @param {HTMLElement[]} buttons
   * @param {...HTMLElement} parts
   */
  #way(title, code, buttons, ...parts) {
    return element("section", { class: "vectorise-way" },
      element("h3", { "data-i18n": title }), element("pre", {}, element("code", {}, code)),
      element("div", { class: "panel-actions" }, ...buttons), ...parts);
  }

  /** Shows both ways with the numbers of the moment. */
  show() {
    const { engine, notation } = this.context;
    const numbers = engine.vectorise(0);
    const shape = [numbers.rows, numbers.cols, notation.layers].join();
    this.#numbers = numbers;
    if (shape !== this.#shape) {
      this.#shape = shape;
      this.#filled = 0;
      this.#stacked = false;
      for (const grid of this.#grids) grid.stop();
      this.#grids = [this.#grid("loop", this.#loop), this.#grid("product", this.#product)];
      this.#times.replaceChildren();
    }
    this.#write();
  }

  /** A table of Z[1] as one way has filled it so far.
   * @param {"loop" | "product"} way
   * @param {HTMLElement} host
   */
  #grid(way, host) {
    const { language, pointing } = this.context;
    const { rows, cols } = /** @type {Vectorised} */ (this.#numbers);
    const grid = new Grid({ symbol: Z, rows, cols, formula: null }, {
      label: language.text("ledger.table", { name: "Z[1]", rows, cols }),
      corner: language.text("ledger.row"),
      examples: Array.from({ length: cols }, (_, i) => i + 1),
      read: (...window) => this.#window(way, ...window),
      pointing,
    });
    host.replaceChildren(grid.element);
    return grid;
  }

  /** Numbers of Z[1], NaN where a column is not filled yet.
   * @param {"loop" | "product"} way
   * @param {number} row
   * @param {number} rows
   * @param {number} col
   * @param {number} cols
   */
  #window(way, row, rows, col, cols) {
    const filled = way === "loop" ? this.#filled : this.#stacked ? Infinity : 0;
    const { cols: all, [way]: { z } } = /** @type {Vectorised} */ (this.#numbers);
    return Array.from({ length: rows * cols }, (_, i) => {
      const j = col + (i % cols);
      return j > filled ? NaN : z[(row - 1 + Math.floor(i / cols)) * all + j - 1];
    });
  }

  /** Fills columns up to one.
   * @param {number} column
   */
  #go(column) {
    const { cols } = /** @type {Vectorised} */ (this.#numbers);
    this.#filled = Math.min(column, cols);
    if (this.#filled > 0) {
      this.context.pointing.chooseExample(this.#filled);
      this.#grids[0].revealExample(this.#filled);
    }
    this.#write();
  }

  #stack() {
    this.#stacked = true;
    this.#write();
  }

  #again() {
    this.#halt();
    this.#stacked = false;
    this.#times.replaceChildren();
    this.#go(0);
  }

  /** Fills the columns by itself, ever faster; at once where the reader asked for less motion. */
  #start() {
    const { cols } = /** @type {Vectorised} */ (this.#numbers);
    if (this.#filled >= cols) this.#filled = 0;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.#go(cols);
    const began = performance.now() - DURATION * Math.cbrt(this.#filled / cols);
    /** @param {number} now */
    const turn = (now) => {
      const share = Math.min(1, Math.max(0, (now - began) / DURATION));
      this.#go(Math.max(this.#filled, Math.ceil(cols * share ** 3)));
      if (this.#filled >= cols) return this.#halt();
      this.#frame = requestAnimationFrame(turn);
    };
    this.#frame = requestAnimationFrame(turn);
    this.#showPlay();
  }

  #halt() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#showPlay();
  }

  #showPlay() {
    const playing = this.#frame !== 0;
    this.#play.replaceChildren(icon(playing ? "pause" : "play"), this.context.language.text(playing ? "vectorise.hold" : "vectorise.play"));
  }

  #write() {
    const { language } = this.context;
    const { rows, cols, difference } = /** @type {Vectorised} */ (this.#numbers);
    for (const grid of this.#grids) grid.show();
    this.#count.textContent = language.text("vectorise.filled", { filled: this.#filled, cols });
    this.#column.replaceChildren(this.#filled > 0 ? this.#equation() : this.#rule());
    const done = this.#filled === cols && this.#stacked;
    const text = !done ? "" : difference === 0 ? language.text("vectorise.same", { rows, cols }) : language.text("vectorise.close", { rows, cols, difference: decimal(difference) });
    if (this.#result.textContent !== text) this.#result.textContent = text;
    this.lighting.light();
  }

  /** What the loop computes for each example. */
  #rule() {
    const { formulas } = this.context;
    return formulas.math({ kind: "equals", of: [
      { ...Z, letter: "z", example: -1 },
      { kind: "sum", of: [{ kind: "product", of: [W, { ...X, letter: "x", example: -1 }] }, b] },
    ] });
  }

  /** The column filled last, as the numbers it is made of. */
  #equation() {
    const { engine, formulas } = this.context;
    const i = this.#filled;
    const graph = engine.graph(i, "own");
    /** @param {string} name */
    const node = (name) => graph?.nodes.find((node) => node.symbol.name === name && node.symbol.layer === (name === "X" ? 0 : 1));
    const [w, x, bias, z] = [node("W"), node("X"), node("b"), node("Z")];
    if (!w || !x || !bias || !z) return this.#rule();
    /** @param {import("../types.js").GraphNode} node */
    const write = ({ symbol, rows, cols, value }) =>
      matrix({ rows, cols, values: value, cell: (row, col) => reference({ ...symbol, row, col: symbol.name === "W" ? col : 0 }) });
    return math(row(formulas.symbol(z.symbol), mo("="), write(w), write(x), mo("+"), write(bias), mo("="), write(z)));
  }

  /** Measures both ways on this machine. */
  #time() {
    const { engine, language } = this.context;
    const { loop, product, cols } = engine.vectorise(MEASURED);
    const line = (/** @type {string} */ name, /** @type {{ms: number, times: number}} */ { ms, times }) =>
      element("tr", {}, element("th", { scope: "row" }, language.text(name)), element("td", { class: "number" }, microseconds(ms)), element("td", { class: "number" }, String(times)));
    const [ratio, winner] = loop.ms > product.ms ? [loop.ms / product.ms, "product"] : [product.ms / loop.ms, "loop"];
    this.#times.replaceChildren(
      element("table", { class: "panel-table", id: "vectorise-times" },
        element("caption", {}, language.text("vectorise.times", { cols })),
        element("thead", {}, element("tr", {}, element("td"), element("th", { scope: "col" }, language.text("vectorise.time")), element("th", { scope: "col" }, language.text("vectorise.runs")))),
        element("tbody", {}, line("vectorise.loop", loop), line("vectorise.product", product))),
      // A clock that stands still measures nothing.
      ...(Number.isFinite(ratio) ? [element("p", {}, language.text(`vectorise.ratio.${winner}`, { ratio: decimal(ratio, 2) }))] : []),
      element("p", { class: "caption" }, language.text("vectorise.truth")));
    this.#times.scrollIntoView({ block: "nearest" });
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    for (const forget of this.forget) forget();
    for (const grid of this.#grids) grid.stop();
    this.lighting.stop();
    this.host.classList.remove("vectorise");
  }
}

/**
 * @param {string} id
 * @param {string} text
 * @param {() => void} act
 */
function button(id, text, act) {
  const made = element("button", { type: "button", class: "button", id, "data-i18n": text });
  made.addEventListener("click", act);
  return made;
}

/** A time to read.
 * @param {number} ms
 */
function microseconds(ms) {
  return `${decimal(1000 * ms, 3)} µs`;
}

export const vectorise = panelOf("vectorise", Vectorisation);
