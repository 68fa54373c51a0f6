/** What is copied of a matrix or a table are its rows and columns, as spreadsheets and editors take them: tabs between
 * numbers. Browsers do so for tables of HTML alone, break lines in formulas, and run the digits of other tables together.
 */

const rows = "[role=row], mtr, tr";
const cells = ":scope > :is([role=gridcell], mtd, td, th)";
/** What counts the rows and columns, and what is there twice. */
const aside = ".grid-head, .grid-side, .ghost, .hidden-text";
const blocks = /^(p|div|h[1-6]|li|section|dt|dd|mtable|table|details)$/i;

/** The whole of tables that hold only what is in sight, for a copy while one has the focus and nothing is selected.
 * @type {WeakMap<Element, () => string>}
 */
export const whole = new WeakMap();

/** Copies with rows and columns from now on. */
export function copyTables() {
  document.addEventListener("copy", (event) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const selection = getSelection();
    const text = selection && !selection.isCollapsed ? selected(selection.getRangeAt(0)) : whole.get(document.activeElement ?? document.body)?.();
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
