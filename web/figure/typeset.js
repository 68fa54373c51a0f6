import { parse } from "../bind.js";
import { widthOf } from "./bitmap.js";

/** A formula laid out: its box around the left end of its base line, with the pieces of text and the lines in it.
 * @typedef {object} Line
 * @property {number} width
 * @property {number} ascent
 * @property {number} descent
 * @property {{text: string, x: number, y: number, size: number, italic: boolean}[]} pieces
 * @property {{x: number, y: number, w: number, h: number}[]} rules
 */

/** Sizes as shares of the letters'. */
const SCRIPT = 0.72;
const RAISED = 0.38;
const LOWERED = 0.2;
const ASCENT = 0.72;
const DESCENT = 0.22;
const AROUND = 0.26;
const RULE = 0.06;

/** Signs with room on both sides. */
const spaced = new Set([..."=≈+−≔∗⋅"]);
/** Signs that are not seen. */
const APPLICATION = "\u2061";
const PRODUCT = "\u2062";

/** Lays a formula out.
 * @param {string} markup MathML as engine/lecture/mathml writes it
 * @param {number} size of its letters
 */
export function typeset(markup, size) {
  return box(/** @type {Element} */ (parse(markup).firstElementChild), size);
}

/**
 * @param {Element} formula
 * @param {number} size
 * @returns {Line}
 */
function box(formula, size) {
  const parts = [...formula.children];
  const text = formula.textContent ?? "";
  switch (formula.localName) {
    case "mi":
      return letters(text, size, text.length === 1);
    case "mn":
      return letters(text, size, false);
    case "mo":
      return sign(text, size, formula);
    case "msub":
      return scripted(parts[0], parts[1], null, size);
    case "msup":
      return scripted(parts[0], null, parts[1], size);
    case "msubsup":
      return scripted(parts[0], parts[1], parts[2], size);
    case "mover":
      return topped(parts[0], parts[1], size);
    case "munderover":
      return scripted(parts[0], parts[1], parts[2], size);
    case "mfrac":
      return fraction(parts[0], parts[1], size);
    case "mtable":
      return table(parts, size);
    default:
      return sequence(parts.map((part) => box(part, size)));
  }
}

/**
 * @param {string} text
 * @param {number} size
 * @param {boolean} italic
 * @returns {Line}
 */
function letters(text, size, italic) {
  const width = widthOf(text, { size, italic, formula: true, colour: [0, 0, 0, 1] });
  return { width, ascent: ASCENT * size, descent: DESCENT * size, pieces: [{ text, x: 0, y: 0, size, italic }], rules: [] };
}

/**
 * @param {string} text
 * @param {number} size
 * @param {Element} place
 */
function sign(text, size, place) {
  if (text === PRODUCT) return space(0);
  if (text === APPLICATION) return space(place.nextElementSibling?.textContent?.startsWith("(") ? 0 : 0.16 * size);
  const made = letters(text, size, false);
  // A sign at the beginning belongs to what follows it.
  if (!spaced.has(text) || !place.previousElementSibling) return made;
  return sequence([space(AROUND * size), made, space(AROUND * size)]);
}

/** @param {number} width @returns {Line} */
function space(width) {
  return { width, ascent: 0, descent: 0, pieces: [], rules: [] };
}

/** @param {Line[]} lines */
function sequence(lines) {
  const all = space(0);
  for (const line of lines) {
    put(all, line, all.width, 0);
    all.width += line.width;
  }
  return all;
}

/** Adds a line to another, moved.
 * @param {Line} all
 * @param {Line} line
 * @param {number} x
 * @param {number} y
 */
function put(all, line, x, y) {
  all.pieces.push(...line.pieces.map((piece) => ({ ...piece, x: piece.x + x, y: piece.y + y })));
  all.rules.push(...line.rules.map((rule) => ({ ...rule, x: rule.x + x, y: rule.y + y })));
  all.ascent = Math.max(all.ascent, line.ascent - y);
  all.descent = Math.max(all.descent, line.descent + y);
}

/**
 * @param {Element} base
 * @param {Element | null} below
 * @param {Element | null} above
 * @param {number} size
 */
function scripted(base, below, above, size) {
  const all = box(base, size);
  const at = all.width + 0.04 * size;
  const both = below && above ? 0.08 * size : 0;
  for (const [script, y] of /** @type {const} */ ([[below, LOWERED * size + both], [above, -RAISED * size - both]])) {
    if (!script) continue;
    const line = box(script, SCRIPT * size);
    put(all, line, at, y);
    all.width = Math.max(all.width, at + line.width);
  }
  return all;
}

/**
 * @param {Element} base
 * @param {Element} top
 * @param {number} size
 */
function topped(base, top, size) {
  const all = box(base, size);
  const line = box(top, size);
  put(all, line, (all.width - line.width) / 2, -0.17 * size);
  return all;
}

/**
 * @param {Element} over
 * @param {Element} under
 * @param {number} size
 */
function fraction(over, under, size) {
  const [top, bottom] = [box(over, size), box(under, size)];
  const all = space(Math.max(top.width, bottom.width) + 0.2 * size);
  const axis = -0.27 * size;
  put(all, top, (all.width - top.width) / 2, axis - top.descent - 0.12 * size);
  put(all, bottom, (all.width - bottom.width) / 2, axis + bottom.ascent + 0.12 * size);
  all.rules.push({ x: 0, y: axis, w: all.width, h: RULE * size });
  return all;
}

/** A matrix in square brackets.
 * @param {Element[]} rows
 * @param {number} size
 */
function table(rows, size) {
  const cells = rows.map((row) => [...row.children].map((cell) => box(cell, size)));
  const widths = cells[0].map((_, j) => Math.max(...cells.map((row) => row[j]?.width ?? 0)));
  const pitch = 1.3 * size;
  const gap = 0.7 * size;
  const pad = 0.35 * size;
  const all = space(2 * pad + widths.reduce((sum, width) => sum + width + gap, -gap));
  const half = (cells.length * pitch) / 2;
  const axis = -0.27 * size;
  cells.forEach((row, i) => {
    let right = pad;
    row.forEach((cell, j) => {
      right += widths[j];
      put(all, cell, right - cell.width, axis - half + (i + 0.5) * pitch + 0.27 * size);
      right += gap;
    });
  });
  const thick = RULE * size;
  for (const [edge, lip] of [[0, 0], [all.width - thick, all.width - 0.2 * size]]) {
    all.rules.push({ x: edge, y: axis - half, w: thick, h: 2 * half });
    for (const y of [axis - half, axis + half - thick]) all.rules.push({ x: lip, y, w: 0.2 * size, h: thick });
  }
  all.ascent = Math.max(all.ascent, half - axis);
  all.descent = Math.max(all.descent, half + axis);
  return all;
}

/** Writes a formula on a sheet, with its base line at a place.
 * @param {import("./bitmap.js").Sheet} sheet
 * @param {Line} line
 * @param {number} x
 * @param {number} y
 * @param {import("./shapes.js").Colour} colour
 */
export function write(sheet, line, x, y, colour) {
  for (const piece of line.pieces) if (piece.text) sheet.text(piece.text, x + piece.x, y + piece.y, { size: piece.size, italic: piece.italic, formula: true, colour });
  for (const rule of line.rules) {
    const [w, h] = [rule.w / 2, rule.h / 2];
    sheet.shape({ x: x + rule.x + w, y: y + rule.y + h, turn: 0, w, h, radius: 0, line: 0, colour });
  }
}
