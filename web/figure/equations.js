import { words } from "../bind.js";
import { typeset, write } from "./typeset.js";

/** @typedef {import("./typeset.js").Line} Line */

const SIZE = 16;
const HEADING = 13;
const LEADING = 0.9 * SIZE;
const APART = 2.2 * SIZE;

/** Lays out the lecture's equations, layer by layer; the size is that of all.
 * @param {import("../types.js").Figure["equations"]} given
 * @param {import("../language.js").Language} language
 */
export function equations(given, language) {
  const groups = given.map(({ name, lines }) => ({
    name: words(name, language),
    lines: lines.map(({ formulas }) => formulas.map(({ m }) => typeset(m, SIZE))),
  }));
  const most = (/** @type {Line[]} */ line, /** @type {"ascent" | "descent"} */ side) => Math.max(...line.map((formula) => formula[side]));
  const widthOf = (/** @type {Line[]} */ line) => line.reduce((sum, { width }) => sum + width + APART, -APART);
  const heightOf = (/** @type {Line[]} */ line) => most(line, "ascent") + most(line, "descent") + LEADING;

  return {
    width: Math.max(0, ...groups.flatMap(({ lines }) => lines.map(widthOf))),
    height: groups.reduce((sum, { lines }) => sum + 2.4 * HEADING + lines.reduce((all, line) => all + heightOf(line), 0), 0),
    /**
     * @param {import("./bitmap.js").Sheet} sheet
     * @param {number} left
     * @param {number} top
     * @param {import("./words.js").Colours} colours
     */
    draw(sheet, left, top, { ink, muted }) {
      let y = top;
      for (const { name, lines } of groups) {
        sheet.text(name, left, (y += 1.6 * HEADING), { size: HEADING, weight: 600, colour: muted });
        y += 0.8 * HEADING;
        for (const line of lines) {
          const base = y + most(line, "ascent") + LEADING / 2;
          let x = left;
          for (const formula of line) {
            write(sheet, formula, x, base, ink);
            x += formula.width + APART;
          }
          y += heightOf(line);
        }
      }
    },
  };
}
