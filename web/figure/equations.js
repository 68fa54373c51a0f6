import { mo, row } from "../math.js";
import { matrix } from "../matrix.js";
import { symbol } from "../references.js";
import { typeset, write } from "./typeset.js";

const SIZE = 16;
const HEADING = 13;
const LEADING = 0.9 * SIZE;
const APART = 2.2 * SIZE;
const LEAST = 420;

/** The forward pass as the lecture's equations, layer by layer, with the weights and biases of the moment.
 * @param {import("./words.js").Speaker} speaker
 */
export function equations({ engine, language, formulas }) {
  const { layers } = engine.params();
  const groups = layers.map(({ W, b, activation }, i) => {
    const layer = i + 1;
    const name = layer === layers.length ? language.text("network.output") : language.text("network.layer", { layer });
    const [Z, A] = ["Z", "A"].map((letter) => symbol({ name: letter, layer }));
    const written = engine.formulas([Z, A], "own").map((quantity, k) => formulas.math(quantity?.formula ?? [Z, A][k]));
    const valued = [
      row(formulas.symbol(symbol({ name: "W", layer })), mo("="), matrix({ rows: W.length, cols: W[0].length, values: W.flat() })),
      row(formulas.symbol(symbol({ name: "b", layer })), mo("="), matrix({ rows: b.length, cols: 1, values: b })),
    ];
    return { name: `${name}, ${language.text(`option.${activation}`)}`, lines: [written, valued].map((line) => line.map((formula) => typeset(formula, SIZE))) };
  });
  const widthOf = (/** @type {import("./typeset.js").Line[]} */ line) => line.reduce((sum, { width }) => sum + width + APART, -APART);
  const heightOf = (/** @type {import("./typeset.js").Line[]} */ line) => Math.max(...line.map(({ ascent }) => ascent)) + Math.max(...line.map(({ descent }) => descent)) + LEADING;
  const width = Math.max(LEAST, ...groups.flatMap(({ lines }) => lines.map(widthOf)));
  const height = groups.reduce((sum, { lines }) => sum + 2.4 * HEADING + lines.reduce((all, line) => all + heightOf(line), 0), 0);

  return {
    width,
    height,
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
          const base = y + Math.max(...line.map(({ ascent }) => ascent)) + LEADING / 2;
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
