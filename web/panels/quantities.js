import { element } from "../dom.js";
import { Grid } from "./grid.js";

/** @typedef {import("../types.js").Quantity} Quantity */
/** @typedef {import("../types.js").Ledger} Ledger */

/** Quantities in the lecture's order under headings: formula and shape beside the numbers. While the run trains only
 * what is in sight is read and drawn, and the tables out of sight are empty; at rest all have their numbers, so that what
 * is found or copied is of one step. The columns of examples scroll together.
 */
export class Quantities {
  element = element("div", { class: "quantities" });
  /** @type {Grid[]} */
  #grids = [];
  /** @type {Set<Element>} */
  #seen = new Set();
  /** What is written. */
  #written = "";
  #watcher = new IntersectionObserver((entries) => this.#see(entries));

  /** @param {import("../types.js").PanelContext} context */
  constructor({ engine, run, pointing, language, formulas, notation }) {
    this.engine = engine;
    this.run = run;
    this.pointing = pointing;
    this.language = language;
    this.formulas = formulas;
    this.notation = notation;
    // Scrolling does not bubble; capturing it meets every grid.
    this.element.addEventListener("scroll", (event) => this.#scrolled(event.target), { capture: true, passive: true });
  }

  /** Shows a ledger, or some quantities of it.
   * @param {Ledger} ledger
   * @param {Quantity[]} [quantities]
   */
  show(ledger, quantities = ledger.quantities) {
    const written = JSON.stringify([quantities, ledger.examples, this.notation.layers]);
    if (written !== this.#written) this.#write(ledger, quantities);
    this.#written = written;
    const rests = this.run.state === "paused";
    for (const grid of this.#grids) {
      if (rests || this.#seen.has(grid.element)) grid.show();
      else grid.clear();
    }
  }

  /**
   * @param {Ledger} ledger
   * @param {Quantity[]} quantities
   */
  #write(ledger, quantities) {
    const left = this.#grids.find((grid) => grid.stacked)?.element.scrollLeft ?? 0;
    this.stop();
    let heading = "";
    const parts = [];
    for (const quantity of quantities) {
      const group = part(quantity, heading);
      if (group !== heading) parts.push(element("h3", {}, this.language.text(`ledger.${group}`)));
      heading = group;
      parts.push(this.#block(quantity, ledger));
    }
    this.element.replaceChildren(...parts);
    for (const grid of this.#grids) {
      if (grid.stacked) grid.element.scrollLeft = left;
      this.#watcher.observe(grid.element);
    }
  }

  /** A quantity's formula and shape beside its numbers; what the update changes stands with what it was before.
   * @param {Quantity} quantity
   * @param {Ledger} ledger
   */
  #block(quantity, ledger) {
    const { symbol, rows, cols, formula } = quantity;
    const { name, layer, next } = symbol;
    const broadcast = name === "b" && !next ? ledger.examples.length : 0;
    const shape = element("span", { class: "caption number shape" }, `(${rows}, ${cols})`);
    if (broadcast > 1) shape.append(" ", this.language.text("ledger.broadcast", { rows, cols: broadcast }));
    if (name === "X" && this.engine.config().scaling === "standard") shape.append(element("br"), this.language.text("ledger.standardised"));
    const numbers = element("div", { class: "quantity-numbers" }, this.#grid(quantity, ledger, broadcast));
    const before = next && ledger.quantities.find((other) => other.symbol.name === name && other.symbol.layer === layer && !other.symbol.next);
    if (before) numbers.prepend(this.#grid(before, ledger, 0, "ledger.before"));
    return element("div", { class: rows * cols === 1 && name === "J" ? "quantity scalar" : "quantity", "data-name": `${plain(symbol)}${next ? "'" : ""}` },
      element("div", { class: "quantity-name" }, element("div", { class: "formula" }, ...this.formulas.pieces(formula ?? symbol)), shape), numbers);
  }

  /**
   * @param {Quantity} quantity
   * @param {Ledger} ledger
   * @param {number} broadcast columns to draw of a bias
   * @param {string} [caption] the key of a text over the table
   */
  #grid(quantity, { examples }, broadcast, caption = quantity.symbol.next ? "ledger.after" : "") {
    const { symbol, rows, cols } = quantity;
    const grid = new Grid(quantity, {
      label: this.language.text(symbol.next ? "ledger.tableAfter" : "ledger.table", { name: plain(symbol), rows, cols }),
      corner: this.language.text("ledger.row"),
      examples,
      broadcast,
      read: (...window) => this.engine.ledgerWindow(symbol, ...window) ?? [],
      pointing: this.pointing,
    });
    this.#grids.push(grid);
    return caption ? element("figure", {}, element("figcaption", { class: "caption" }, this.language.text(caption)), grid.element) : grid.element;
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #see(entries) {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#seen.add(target);
      else this.#seen.delete(target);
      if (isIntersecting) this.#grids.find((grid) => grid.element === target)?.show();
    }
  }

  /** @param {EventTarget | null} scrolled */
  #scrolled(scrolled) {
    const source = this.#grids.find((grid) => grid.element === scrolled);
    if (!source?.stacked) return;
    for (const grid of this.#grids) {
      if (grid.stacked && grid !== source) grid.element.scrollLeft = source.element.scrollLeft;
    }
  }

  /** Marks what is pointed at in the tables. */
  light() {
    for (const grid of this.#grids) grid.light();
  }

  /** Scrolls the column of an example into sight.
   * @param {number | null} example
   */
  revealExample(example) {
    if (example !== null) this.#grids.find((grid) => grid.stacked)?.revealExample(example);
    this.light();
  }

  /** Lets go of what watches the tables. */
  stop() {
    this.#watcher.disconnect();
    for (const grid of this.#grids) grid.stop();
    this.#grids = [];
    this.#seen.clear();
  }
}

/** The part of the lecture that a quantity belongs to, the part before being known.
 * @param {Quantity} quantity
 * @param {string} before
 */
function part({ symbol: { name, next } }, before) {
  if (next || /^[vs]d/.test(name)) return "updating";
  if (name === "Y" || name === "J") return "cost";
  if (name.startsWith("d")) return "backward";
  return before || "forward";
}

/** A symbol as plain text.
 * @param {{name: string, layer: number}} symbol
 */
export function plain({ name, layer }) {
  return layer > 0 && name !== "J" ? `${name}[${layer}]` : name;
}
