/** A matrix of numbers as a table that scrolls inside itself. engine/page/grid decides which rows and columns of it are
 * told and what is marked; here they are drawn, and measured is what is in sight.
 */

/** What engine/page/grid tells.
 * @typedef {{key: string, label: import("./bind.js").Text, rows: number, cols: number, broadcast: number, examples: boolean,
 *   row: number, col: number, heads: string, cells: string, exact: string, marks: string, chosen: number}} Grid
 */

/** @type {import("./page.js").Page} */
let page;
/** Grids in sight. @type {Set<Element>} */
const seen = new Set();
/** What was told of grids last. */
let told = "";

const sizes = new ResizeObserver(() => tell());
const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) isIntersecting ? seen.add(target) : seen.delete(target);
  tell();
});

/** Draws a grid in its element.
 * @param {HTMLElement} table
 * @param {Grid} grid
 */
export function draw(table, grid) {
  const sheet = /** @type {HTMLElement} */ (table.firstElementChild);
  if (table.dataset.grid !== grid.key) {
    Object.assign(table.dataset, { grid: grid.key, key: `here key ${grid.key}`, focus: `here focus ${grid.key}` });
    told = "";
    sizes.observe(table);
    sight.observe(table);
  }
  table.toggleAttribute("data-examples", grid.examples);
  table.setAttribute("aria-rowcount", String(grid.rows + 1));
  table.setAttribute("aria-colcount", String(grid.cols + 1));
  const heads = grid.heads ? grid.heads.split("\t") : [];
  const [cells, exact] = [grid.cells, grid.exact].map((text) => (heads.length ? text.split("\n").map((row) => row.split("\t")) : []));
  const frame = [grid.key, grid.row, cells.length, grid.col, heads.length, grid.cols].join();
  if (sheet.dataset.frame !== frame) lay(sheet, grid, cells.length, heads.length);
  sheet.dataset.frame = frame;
  table.removeAttribute("aria-activedescendant");
  [heads, ...cells].forEach((texts, i) => texts.forEach((text, j) => {
    const cell = /** @type {HTMLElement} */ (sheet.children[i].children[j + 1]);
    const mark = i === 0 ? "" : grid.marks[(i - 1) * heads.length + j];
    if (cell.textContent !== text) cell.textContent = text;
    if (i > 0) cell.title = exact[i - 1][j];
    cell.classList.toggle("chosen", grid.col + j === grid.chosen);
    cell.classList.toggle("lit", mark === "l");
    cell.classList.toggle("pointed", mark === "p");
    cell.removeAttribute("id");
    if (mark !== "p" || document.activeElement !== table || grid.col + j > grid.cols) return;
    cell.id = "grid-active";
    table.setAttribute("aria-activedescendant", cell.id);
  }));
}

/** Makes the cells of a part of a matrix, still empty.
 * @param {HTMLElement} sheet
 * @param {Grid} grid
 * @param {number} rows
 * @param {number} cols
 */
function lay(sheet, { key, row, col, cols: own }, rows, cols) {
  const make = (/** @type {string} */ role, /** @type {string} */ className, /** @type {Partial<HTMLElement>} */ more) =>
    Object.assign(document.createElement("span"), { role, className, ...more });
  const cells = (/** @type {string} */ role, /** @type {number} */ row) => Array.from({ length: cols }, (_, j) => {
    const [ghost, place] = [col + j > own, `${key} ${row} ${col + j}`];
    const cell = make(role, ghost ? "grid-cell ghost" : "grid-cell", { ariaColIndex: String(col + j + 1), ariaHidden: ghost ? "true" : null });
    Object.assign(cell.dataset, { do: `here pick ${place}` }, row > 0 && { point: `here point ${place}` });
    return cell;
  });
  const head = /** @type {Element} */ (sheet.firstElementChild);
  head.replaceChildren(/** @type {Element} */ (head.firstElementChild), ...cells("columnheader", 0));
  sheet.replaceChildren(head, ...Array.from({ length: rows }, (_, i) => {
    const line = make("row", "grid-row", { ariaRowIndex: String(row + i + 1) });
    line.append(make("rowheader", "grid-side", { textContent: String(row + i) }), ...cells("gridcell", row + i));
    return line;
  }));
}

const all = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-grid]")]);

/** How many CSS pixels the reader's rem has. */
const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Tells what is in sight of all grids, if it is something else. */
function tell() {
  const unit = rem();
  const words = all().flatMap((grid) => [grid.dataset.grid ?? "",
    ...[grid.scrollLeft, grid.scrollTop, grid.clientWidth, grid.clientHeight].map((size) => (size / unit).toFixed(3)), String(seen.has(grid))]);
  if (words.join() === told) return;
  told = words.join();
  if (words.length > 0) page.do("here", "sight", ...words);
}

/** Tells what is in sight of grids from now on.
 * @param {import("./page.js").Page} heard
 */
export function listenToGrids(heard) {
  page = heard;
  page.on("scroll", ({ key, left, top }) => {
    const grid = all().find((one) => one.dataset.grid === key);
    grid?.scrollTo(Number(left) * rem(), Number(top) * rem());
  });
  document.addEventListener("scroll", ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.dataset.grid) return;
    // Columns of examples scroll together.
    for (const grid of target.hasAttribute("data-examples") ? all() : []) {
      if (grid.hasAttribute("data-examples")) grid.scrollLeft = target.scrollLeft;
    }
    tell();
  }, { capture: true, passive: true });
}
