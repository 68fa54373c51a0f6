import { element } from "../../dom.js";
import { svg } from "../../svg.js";
import { Numbers } from "./numbers.js";

/** @typedef {import("../../types.js").PanelContext} PanelContext */
/** @typedef {import("../../types.js").Graph} Graph */
/** @typedef {import("../../types.js").GraphNode} GraphNode */
/** @typedef {import("../../types.js").Expression} Expression */

/** How far apart the lines of an edge are, forward and backward, and where edges meet a node, in CSS pixels. */
const APART = 6;
const SPREAD = 12;

/** The graph as the lecture draws it: on each layer's left its parameters above and below what it gets, then z and
 * a; values on the edges, derivatives under them. Columns are as wide as what stands in them, and the lines follow.
 */
export class GraphPicture {
  #lines = svg("svg", { class: "graph-lines", "aria-hidden": "true" });
  #sheet = element("div", { class: "graph-sheet" });
  element = element("div", { class: "graph-picture", role: "group" }, this.#sheet);
  /** @type {{button: HTMLButtonElement, numbers: Numbers | null}[]} */
  #nodes = [];
  /** @type {Graph} */
  #graph = { nodes: [], edges: [] };
  #shown = { values: new Set(), slopes: new Set() };
  #written = "";
  #watcher = new ResizeObserver(() => this.#draw());

  /**
   * @param {PanelContext} context
   * @param {(node: number) => void} chosen called with the node that was pressed
   */
  constructor(context, chosen) {
    this.context = context;
    this.chosen = chosen;
    this.#watcher.observe(this.#sheet);
  }

  /** Shows a graph with its numbers of the moment.
   * @param {Graph} graph
   */
  show(graph) {
    this.#graph = graph;
    const written = JSON.stringify([graph.nodes.map(({ symbol, rows, cols, formula }) => [symbol, rows, cols, formula]), this.context.notation.layers]);
    if (written !== this.#written) this.#build();
    this.#written = written;
    graph.nodes.forEach((node, i) => this.#nodes[i].numbers?.show(node));
    this.#end();
    this.#draw();
  }

  /** Shows the values and the derivatives of some nodes only, and marks those that came last.
   * @param {{values: Set<number>, slopes: Set<number>}} shown
   * @param {number[]} latest
   */
  reveal(shown, latest) {
    this.#shown = shown;
    this.#nodes.forEach(({ button, numbers }, i) => {
      button.classList.toggle("graph-hidden", !shown.values.has(i));
      button.classList.toggle("latest", latest.includes(i));
      numbers?.element.classList.toggle("graph-hidden", !shown.values.has(i));
      numbers?.reveal(shown.slopes.has(i));
    });
    this.#draw();
  }

  /** Scrolls a node into sight.
   * @param {number} node
   */
  reach(node) {
    const { offsetLeft, offsetWidth } = this.#nodes[node].button;
    const room = this.element.clientWidth;
    const now = this.element.scrollLeft;
    if (offsetLeft < now || offsetLeft + offsetWidth > now + room) this.element.scrollLeft = offsetLeft - (room - offsetWidth) / 2;
  }

  stop() {
    this.#watcher.disconnect();
  }

  #build() {
    const { nodes } = this.#graph;
    this.#nodes = nodes.map((node, i) => {
      const { row, column } = place(node, nodes);
      const button = this.#node(node, i);
      button.style.gridArea = `${row} / ${column}`;
      const numbers = i < nodes.length - 1 ? new Numbers(this.context, () => this.#draw()) : null;
      if (numbers) numbers.element.style.gridArea = `${row} / ${column + 1}`;
      return { button, numbers };
    });
    this.#sheet.replaceChildren(this.#lines, ...this.#nodes.flatMap(({ button, numbers }) => [button, ...(numbers ? [numbers.element] : [])]));
  }

  /**
   * @param {GraphNode} node
   * @param {number} index
   */
  #node(node, index) {
    const { pointing, formulas, language } = this.context;
    const { symbol, formula } = node;
    const kind = !formula ? "given" : symbol.name === "L" ? "loss" : "computed";
    const content = kind === "computed" && formula ? short(formula) : symbol;
    const name = language.text(`graph.node.${symbol.name}`, { layer: symbol.layer });
    const id = `graph-${symbol.name}${symbol.layer || ""}`;
    const written = formulas.math(unnumbered(content));
    const label = kind === "computed" ? `${name}: ${written.textContent}` : name;
    const button = element("button", { type: "button", class: `graph-node ${kind}`, id, "aria-label": label }, written);
    button.addEventListener("click", () => this.chosen(index));
    button.addEventListener("focus", () => button.matches(":focus-visible") && pointing.point(symbol));
    button.addEventListener("blur", () => pointing.point(null));
    return button;
  }

  /** Writes the loss into its node: no edge leaves it. */
  #end() {
    const { formulas, language } = this.context;
    const loss = this.#graph.nodes[this.#graph.nodes.length - 1];
    const { button } = this.#nodes[this.#nodes.length - 1];
    const written = formulas.math({ kind: "equals", of: [{ ...loss.symbol, example: 0 }, .../** @type {Expression[]} */ ([loss.result])] });
    button.replaceChildren(written);
    button.setAttribute("aria-label", `${language.text("graph.node.L")}: ${written.textContent}`);
  }

  /** Draws the lines of the edges between where nodes and numbers are now. */
  #draw() {
    if (!this.#sheet.isConnected) return;
    const { x, y, width, height } = this.#sheet.getBoundingClientRect();
    this.#lines.setAttribute("width", String(width));
    this.#lines.setAttribute("height", String(height));
    const box = (/** @type {Element} */ e) => {
      const { left, right, top, bottom } = e.getBoundingClientRect();
      return { left: left - x, right: right - x, middle: (top + bottom) / 2 - y, half: (bottom - top) / 2 };
    };
    this.#lines.replaceChildren(...this.#graph.edges.flatMap(({ from, to }) => {
      if (!this.#shown.values.has(to)) return [];
      const source = this.#nodes[from];
      const [start, end] = [box(source.button), box(this.#nodes[to].button)];
      const turn = source.numbers ? box(source.numbers.element).right : start.right;
      const spread = Math.min(SPREAD, end.half - APART);
      const meet = end.middle + Math.sign(start.middle - end.middle) * (Math.abs(start.middle - end.middle) > 2 ? spread : 0);
      const lines = [line("forward", start.right, start.middle, turn, end.left, meet)];
      if (this.#shown.slopes.has(from)) lines.push(line("backward", start.right, start.middle + APART, turn, end.left, meet + APART));
      return lines;
    }));
  }
}

/** Where a node stands: what a layer gets in the middle row, its weights above, its bias below; at the end the target
 * below the output.
 * @param {GraphNode} node
 * @param {GraphNode[]} nodes
 */
function place({ symbol: { name, layer } }, nodes) {
  const last = Math.max(...nodes.map(({ symbol }) => symbol.layer));
  const row = { W: 1, b: 3, Y: 3 }[name] ?? 2;
  const before = { X: 0, W: layer - 1, b: layer - 1, Z: layer - 1, A: layer, Y: last, L: last }[name] ?? 0;
  return { row, column: 1 + 4 * before + (name === "Z" || name === "L" ? 2 : 0) };
}

/** An edge's line one way: level past its numbers, then to the node it leads to, with an arrow at its end.
 * @param {"forward" | "backward"} direction
 * @param {number} left
 * @param {number} level
 * @param {number} turn
 * @param {number} right
 * @param {number} meet
 */
function line(direction, left, level, turn, right, meet) {
  const bend = (right - turn) / 2;
  const way = `M${left} ${level}H${turn}C${turn + bend} ${level} ${right - bend} ${meet} ${right} ${meet}`;
  const arrow = direction === "forward" ? `M${right - 6} ${meet - 3.5}L${right} ${meet}L${right - 6} ${meet + 3.5}` : `M${left + 6} ${level - 3.5}L${left} ${level}L${left + 6} ${level + 3.5}`;
  return svg("path", { class: `graph-line ${direction}`, d: way + arrow });
}

/** A chain of equations with its ends only.
 * @param {Expression} formula
 * @returns {Expression}
 */
function short(formula) {
  if (formula.kind !== "equals") return formula;
  return { kind: "equals", of: [formula.of[0], formula.of[formula.of.length - 1]] };
}

/** A formula without the number of the example, as the graph is all of one.
 * @template {Expression | Expression[] | null} T
 * @param {T} tree
 * @returns {T}
 */
export function unnumbered(tree) {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === "example" ? 0 : value)));
}
