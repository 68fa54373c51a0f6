import { whole } from "../copying.js";
import { element } from "../dom.js";
import { decimals } from "../numerals.js";
import { cellOf, equal, hasExamples, isColumn, targetOf } from "../references.js";
import { same } from "../pointing.js";

/** @typedef {import("../types.js").Quantity} Quantity */
/** @typedef {import("../types.js").Reference} Reference */

/** Sizes in rem, as they grow with the reader's text; css/panels-ledger.css has the same. */
const WIDTH = 4.75;
const HEIGHT = 1.5;
const HEAD = 2;

/** The numbers of a quantity as a table that scrolls inside itself and holds only the rows and columns in sight.
 *
 * It is one stop for Tab; arrow keys go from cell to cell and point at it, Enter chooses the example of its
 * column. A bias is drawn as it is broadcast: its column and, faint, the same again for each example.
 */
export class Grid {
  #sheet = element("div", { class: "grid-sheet", role: "presentation" });
  /** The cell that the arrow keys are at, counted from 1. */
  #at = { row: 1, col: 1 };
  #watcher = new ResizeObserver(() => this.show());
  #drawn = "";

  /**
   * @param {Quantity} quantity
   * @param {object} options
   * @param {string} options.label the table's name for screen readers
   * @param {string} options.corner what the numbers at the side count, for screen readers
   * @param {number[]} options.examples the columns' numbers in the training set
   * @param {number} [options.broadcast] how many columns to draw of a bias
   * @param {(row: number, rows: number, col: number, cols: number) => ArrayLike<number>} options.read gives numbers
   *   row by row, NaN for a cell to leave empty
   * @param {import("../pointing.js").Pointing} options.pointing
   */
  constructor(quantity, { label, corner, examples, broadcast = 0, read, pointing }) {
    this.quantity = quantity;
    this.corner = corner;
    this.examples = examples;
    this.read = read;
    this.pointing = pointing;
    this.rows = quantity.rows;
    this.cols = Math.max(quantity.cols, broadcast);
    this.element = element("div", { class: "grid", role: "grid", tabindex: 0, "aria-label": label, "aria-rowcount": this.rows + 1, "aria-colcount": quantity.cols + 1 }, this.#sheet);
    this.#sheet.style.width = `${HEAD + WIDTH * this.cols}rem`;
    this.#sheet.style.height = `${HEIGHT * (this.rows + 1)}rem`;
    this.element.addEventListener("scroll", () => this.show(), { passive: true });
    this.element.addEventListener("keydown", (event) => this.#key(event));
    this.element.addEventListener("focus", () => this.element.matches(":focus-visible") && this.#go(this.#at));
    this.element.addEventListener("blur", () => this.pointing.point(null));
    this.element.addEventListener("pointermove", (event) => event.pointerType !== "touch" && this.pointing.point(this.#cellAt(event.target)));
    this.element.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && this.pointing.point(null));
    this.element.addEventListener("click", (event) => this.#click(event.target));
    this.#watcher.observe(this.element);
    whole.set(this.element, () => this.#text());
  }

  /** All numbers, in full, with tabs between those of a row. */
  #text() {
    const { rows, cols } = this.quantity;
    const values = Array.from(this.read(1, rows, 1, cols), (value) => (Number.isNaN(value) ? "" : String(value)));
    return Array.from({ length: rows }, (_, i) => values.slice(i * cols, (i + 1) * cols).join("\t")).join("\n");
  }

  /** Whether columns are examples, so that grids scroll together. */
  get stacked() {
    return hasExamples(this.quantity.symbol) || this.cols > this.quantity.cols;
  }

  /** Draws the cells in sight, if any is. */
  show() {
    if (!this.element.isConnected || this.element.clientWidth === 0) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.element;
    const [width, height] = [WIDTH * rem(), HEIGHT * rem()];
    const col = 1 + Math.floor(Math.max(0, scrollLeft) / width);
    const row = 1 + Math.floor(Math.max(0, scrollTop) / height);
    const cols = Math.min(this.cols - col + 1, Math.ceil(clientWidth / width) + 1);
    const rows = Math.min(this.rows - row + 1, Math.ceil(clientHeight / height) + 1);
    const values = this.#values(row, rows, col, cols);
    const window = [row, rows, col, cols].join();
    if (window !== this.#drawn) this.#draw(row, rows, col, cols);
    this.#drawn = window;
    this.#fill(values);
    this.light();
  }

  /** Takes the cells out until they are shown again. */
  clear() {
    this.#drawn = "";
    this.#sheet.replaceChildren();
    this.light();
  }

  /**
   * @param {number} row
   * @param {number} rows
   * @param {number} col
   * @param {number} cols
   */
  #values(row, rows, col, cols) {
    if (this.cols === this.quantity.cols) return this.read(row, rows, col, cols);
    const column = this.read(row, rows, 1, 1);
    return Array.from({ length: rows * cols }, (_, i) => column[Math.floor(i / cols)]);
  }

  /** Makes the cells of a window, still empty.
   * @param {number} row
   * @param {number} rows
   * @param {number} col
   * @param {number} cols
   */
  #draw(row, rows, col, cols) {
    const columns = Array.from({ length: cols }, (_, i) => col + i);
    const head = element("div", { class: "grid-row grid-head", role: "row", "aria-rowindex": 1 }, element("span", { class: "grid-corner", role: "columnheader" }, element("span", { class: "hidden-text" }, this.corner)));
    head.append(...columns.map((j) => this.#cell(j, { role: "columnheader" }, String(this.#number(j)))));
    const body = Array.from({ length: rows }, (_, i) => {
      const made = element("div", { class: "grid-row", role: "row", "aria-rowindex": row + i + 1, "data-row": row + i }, element("span", { class: "grid-side", role: "rowheader" }, String(row + i)));
      made.style.top = `${HEIGHT * (row + i)}rem`;
      made.append(...columns.map((j) => this.#cell(j, { role: "gridcell", "data-col": j })));
      return made;
    });
    this.#sheet.replaceChildren(head, ...body);
  }

  /**
   * @param {number} col
   * @param {Record<string, string | number>} attributes
   * @param {string} [text]
   */
  #cell(col, attributes, text = "") {
    const made = element("span", { class: "grid-cell", "aria-colindex": col + 1, ...attributes }, text);
    if (col > this.quantity.cols) {
      made.classList.add("ghost");
      made.setAttribute("aria-hidden", "true");
    }
    made.style.left = `${HEAD + WIDTH * (col - 1)}rem`;
    return made;
  }

  /** What a column is called: the number of its example or of the unit before.
   * @param {number} col
   */
  #number(col) {
    return this.stacked ? (this.examples[col - 1] ?? col) : col;
  }

  /** @param {ArrayLike<number>} values */
  #fill(values) {
    const texts = decimals(values);
    this.#cells().forEach((cell, i) => {
      const value = values[i];
      const text = Number.isNaN(value) ? "" : texts[i];
      if (cell.textContent !== text) cell.textContent = text;
      cell.title = text && String(value);
    });
  }

  #cells() {
    return /** @type {HTMLElement[]} */ ([...this.#sheet.querySelectorAll("[role=gridcell]")]);
  }

  /** Marks the cell pointed at, the row of a unit pointed at, and the column of the chosen example. */
  light() {
    const { reference, hovered, example } = this.pointing;
    for (const cell of this.#sheet.querySelectorAll(".grid-cell")) {
      const col = Number(cell.getAttribute("aria-colindex")) - 1;
      cell.classList.toggle("chosen", this.stacked && example !== null && this.examples[col - 1] === example);
      const own = this.#reference(cell);
      const pointed = own !== null && reference !== null && equal(own, reference);
      cell.classList.toggle("pointed", pointed);
      cell.classList.toggle("lit", own !== null && hovered !== null && hovered.to > 0 && !pointed && this.#belongs(own, reference) && same(targetOf(own), hovered));
      if (pointed && document.activeElement === this.element) cell.id ||= this.#id();
      else cell.removeAttribute("id");
    }
    const active = this.#sheet.querySelector(".pointed[id]");
    if (active) this.element.setAttribute("aria-activedescendant", active.id);
    else this.element.removeAttribute("aria-activedescendant");
  }

  /** Of what stands for one example only its own column belongs to it.
   * @param {Reference} own
   * @param {Reference | null} pointed
   */
  #belongs(own, pointed) {
    return !pointed?.example || !own.example || own.example === pointed.example;
  }

  #id() {
    const { name, layer, next } = this.quantity.symbol;
    return `cell-${name}-${layer}${next ? "-next" : ""}`;
  }

  /** The symbol of a cell, null of a header.
   * @param {Element} cell
   */
  #reference(cell) {
    const row = Number(cell.parentElement?.getAttribute("data-row"));
    const col = Number(cell.getAttribute("data-col"));
    if (!row || !col) return null;
    return cellOf(this.quantity, this.examples, row, isColumn(this.quantity.symbol) ? 1 : col);
  }

  /** @param {EventTarget | null} place */
  #cellAt(place) {
    const cell = place instanceof Element ? place.closest("[role=gridcell]") : null;
    return cell && this.#reference(cell);
  }

  /** @param {EventTarget | null} place */
  #click(place) {
    if (!(place instanceof Element)) return;
    const cell = place.closest(".grid-cell");
    if (!cell) return;
    const col = Number(cell.getAttribute("aria-colindex")) - 1;
    const row = Number(cell.parentElement?.getAttribute("data-row"));
    if (row) this.#at = { row, col };
    this.pointing.point(this.#cellAt(cell));
    if (this.stacked) this.pointing.chooseExample(this.examples[col - 1] ?? null);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { row, col } = this.#at;
    const page = Math.max(1, Math.floor((this.element.clientWidth / rem() - HEAD) / WIDTH) - 1);
    const next = {
      ArrowUp: { row: row - 1, col }, ArrowDown: { row: row + 1, col },
      ArrowLeft: { row, col: col - 1 }, ArrowRight: { row, col: col + 1 },
      PageUp: { row, col: col - page }, PageDown: { row, col: col + page },
      Home: { row, col: 1 }, End: { row, col: this.cols },
    }[event.key];
    if (next) {
      event.preventDefault();
      this.#go(next);
    } else if (event.key === "Enter" && this.stacked) {
      event.preventDefault();
      this.pointing.chooseExample(this.examples[col - 1] ?? null);
    }
  }

  /** @param {{row: number, col: number}} place */
  #go({ row, col }) {
    this.#at = { row: Math.max(1, Math.min(this.rows, row)), col: Math.max(1, Math.min(this.quantity.cols, col)) };
    this.reveal(this.#at.row, this.#at.col);
    this.show();
    this.pointing.point(cellOf(this.quantity, this.examples, this.#at.row, this.#at.col));
    this.light();
  }

  /** Scrolls a cell into sight.
   * @param {number} row
   * @param {number} col
   */
  reveal(row, col) {
    const height = HEIGHT * rem();
    this.#revealColumn(col);
    this.element.scrollTop = within(this.element.scrollTop, height * (row - 1), this.element.clientHeight - 2 * height);
  }

  /** Scrolls the column of an example into sight, if it has one.
   * @param {number} example
   */
  revealExample(example) {
    const col = this.examples.indexOf(example) + 1;
    if (this.stacked && col > 0) this.#revealColumn(col);
  }

  /** @param {number} col */
  #revealColumn(col) {
    const [width, head] = [WIDTH * rem(), HEAD * rem()];
    this.element.scrollLeft = within(this.element.scrollLeft, width * (col - 1), this.element.clientWidth - head - width);
  }

  stop() {
    this.#watcher.disconnect();
  }
}

/** How many CSS pixels the reader's rem has. */
function rem() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** The scroll position nearest to the present one at which a place is in sight.
 * @param {number} now
 * @param {number} place
 * @param {number} room beyond the place's own size
 */
function within(now, place, room) {
  return Math.max(place - Math.max(0, room), Math.min(now, place));
}
