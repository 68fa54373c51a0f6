/** A matrix of numbers as a table that scrolls inside itself. engine/page/grid decides which rows and columns of it are
 * told and what is marked; here they are drawn, and heard is what is done to them.
 */

import { element } from "./dom.js";

/** What engine/page/grid tells.
 * @typedef {{key: string, label: import("./bind.js").Text, rows: number, cols: number, broadcast: number, examples: boolean,
 *   row: number, col: number, heads: string, cells: string, exact: string, marks: string, chosen: number}} Grid
 */

/** @type {import("./page.js").Page} */
let page;
/** Grids in sight. @type {Set<Element>} */
const seen = new Set();
/** What was told of grids last, and the cell pointed at. */
let [told, pointed] = ["", /** @type {Element | null} */ (null)];

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
  const frame = [grid.row, cells.length, grid.col, heads.length, grid.cols].join();
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
function lay(sheet, { row, col, cols: own }, rows, cols) {
  const cells = (/** @type {string} */ role) => Array.from({ length: cols }, (_, j) => {
    const ghost = col + j > own;
    return element("span", { role, class: ghost ? "grid-cell ghost" : "grid-cell", "aria-colindex": col + j + 1, "data-col": col + j, "--col": col + j, "aria-hidden": ghost ? "true" : null });
  });
  const head = /** @type {Element} */ (sheet.firstElementChild);
  head.replaceChildren(/** @type {Element} */ (head.firstElementChild), ...cells("columnheader"));
  sheet.replaceChildren(head, ...Array.from({ length: rows }, (_, i) =>
    element("div", { role: "row", class: "grid-row", "aria-rowindex": row + i + 1, "data-row": row + i, "--row": row + i },
      element("span", { role: "rowheader", class: "grid-side" }, String(row + i)), ...cells("gridcell"))));
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

/** Hears what is done to grids from now on.
 * @param {import("./page.js").Page} heard
 */
export function listenToGrids(heard) {
  page = heard;
  page.on("scroll", ({ key, left, top }) => {
    const grid = all().find((one) => one.dataset.grid === key);
    grid?.scrollTo(Number(left) * rem(), Number(top) * rem());
  });
  const hear = (/** @type {string} */ type, /** @type {(grid: HTMLElement, event: any) => void} */ act) =>
    document.addEventListener(type, (event) => {
      const grid = event.target instanceof Element ? event.target.closest("[data-grid]") : null;
      if (grid instanceof HTMLElement) act(grid, event);
    }, { capture: true, passive: type === "scroll" });
  const tellOf = (/** @type {string} */ intent, /** @type {HTMLElement} */ grid, /** @type {Element | null} */ cell) => {
    if (cell) page.do("here", intent, grid.dataset.grid ?? "", cell.parentElement?.getAttribute("data-row") ?? "0", cell.getAttribute("data-col") ?? "");
  };
  const point = (/** @type {HTMLElement} */ grid, /** @type {Element | null} */ cell) => {
    if (cell === pointed) return;
    pointed = cell;
    if (cell) tellOf("point", grid, cell);
    else page.do("here", "point");
  };
  hear("pointerover", (grid, { pointerType, target }) => pointerType !== "touch" && point(grid, target.closest("[role=gridcell]")));
  hear("pointerout", (grid, { pointerType, relatedTarget }) => pointerType !== "touch" && !grid.contains(relatedTarget) && point(grid, null));
  hear("click", (grid, { target }) => tellOf("pick", grid, target.closest(".grid-cell")));
  // Columns of examples scroll together.
  hear("scroll", (source) => {
    for (const grid of source.hasAttribute("data-examples") ? all() : []) {
      if (grid.hasAttribute("data-examples")) grid.scrollLeft = source.scrollLeft;
    }
    tell();
  });
}
