import { element } from "../../dom.js";
import { math } from "../../math.js";
import { matrix } from "../../matrix.js";
import { plain } from "../quantities.js";
import { cells } from "./numbers.js";
import { unnumbered } from "./picture.js";

/** @typedef {import("../../types.js").GraphNode} GraphNode */

/** The graph as a table, to be read where the drawing cannot be seen. */
export class GraphTable {
  #rows = element("tbody");
  /** @type {readonly GraphNode[]} */
  #nodes = [];

  /** @param {import("../../types.js").PanelContext} context */
  constructor({ formulas }) {
    this.formulas = formulas;
    const heads = ["formula", "value", "rule", "derivative"].map((name) => element("th", { scope: "col", "data-i18n": `graph.${name}` }));
    this.element = element("details", { class: "graph-table" },
      element("summary", { "data-i18n": "graph.table" }),
      element("div", { class: "panel-scroll" },
        element("table", { class: "panel-table" }, element("thead", {}, element("tr", {}, ...heads)), this.#rows)));
    this.element.addEventListener("toggle", () => this.show(this.#nodes));
  }

  /** @param {readonly GraphNode[]} nodes */
  show(nodes) {
    this.#nodes = nodes;
    if (!this.element.open) return;
    this.#rows.replaceChildren(...nodes.map((node) => this.#row(node)));
  }

  /** @param {GraphNode} node */
  #row({ symbol, formula, value, derivative, chain, slope, rows, cols }) {
    const rule = chain ?? derivative;
    return element("tr", {},
      element("th", { scope: "row" }, element("span", { class: "hidden-text" }, `${plain(symbol)}: `), this.formulas.math(unnumbered(formula ?? symbol))),
      element("td", { class: "number" }, math(matrix({ rows, cols, values: value, cell: cells(symbol) }))),
      element("td", {}, ...(rule ? [this.formulas.math(unnumbered(rule))] : [])),
      element("td", { class: "number" }, ...(derivative ? [math(matrix({ rows, cols, values: slope, cell: cells(derivative) }))] : [])));
  }
}
