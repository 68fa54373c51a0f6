/** What is copied of a matrix or a table are its rows and columns, as spreadsheets and editors take them: tabs between
 * numbers. Browsers do so for tables of HTML alone, break lines in formulas, and run the digits of other tables together.
 */

const rows = "[role=row], mtr, tr";
const cells = ":scope > :is([role=gridcell], mtd, td, th)";
/** What counts the rows and columns, and what is there twice. */
const aside = ".grid-head, .grid-side, .ghost, .hidden-text";
const blocks = /^(p|div|h[1-6]|li|section|dt|dd|mtable|table|details)$/i;

/** Copies with rows and columns from now on.
 * @param {import("./page.js").Page} page
 */
export function copyTables(page) {
  /** The whole of a matrix, of which the page holds only what is in sight. */
  let whole = "";
  page.on("text", ({ text }) => (whole = text));
  document.addEventListener("copy", (event) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const selection = getSelection();
    const grid = document.activeElement?.getAttribute("data-grid");
    const marked = selection && !selection.isCollapsed;
    whole = "";
    if (grid && !marked) page.do("here", "copy", grid);
    const text = marked ? selected(selection.getRangeAt(0)) : whole;
    if (!text) return;
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  });
}

/** A selection with its rows and columns, empty where it has none and the browser knows better.
 * @param {Range} range
 */
function selected(range) {
  const { commonAncestorContainer: around } = range;
  const within = around instanceof Element ? around.closest(rows) : null;
  const part = document.createElement("div");
  if (within) part.append(within.cloneNode());
  (part.firstElementChild ?? part).append(range.cloneContents());
  if (!part.querySelector(rows)) return "";
  return written(part).replace(/[^\S\n\t]*\n\s*\n\s*/g, "\n").replace(/^\n+|\n+$/g, "");
}

/** @param {Node} node @returns {string} */
function written(node) {
  if (!(node instanceof Element)) return (node.textContent ?? "").replace(/\s+/g, " ");
  if (node.matches(aside)) return "";
  const numbers = node.matches(rows) ? [...node.querySelectorAll(cells)].filter((cell) => !cell.matches(aside)) : [];
  if (numbers.length > 0) return `\n${numbers.map((cell) => [...cell.childNodes].map(written).join("").trim().replace(/\s*\n\s*/g, " ").replaceAll("\u2212", "-")).join("\t")}\n`;
  const text = [...node.childNodes].map(written).join("");
  return blocks.test(node.localName) ? `\n${text}\n` : text;
}
