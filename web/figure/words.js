/** The words that the page writes over and around the engine's pictures, written on a sheet instead. */

import { symbol } from "../names.js";
import { mix } from "./shapes.js";
import { typeset, write } from "./typeset.js";
import { widthOf } from "./bitmap.js";

/** @typedef {import("./bitmap.js").Sheet} Sheet */
/** @typedef {import("./shapes.js").Colour} Colour */
/** @typedef {import("../types.js").Box} Box */
/** @typedef {import("../types.js").Layout} Layout */

/** The colours of the page by their tokens. @typedef {Record<string, Colour>} Colours */

/** Whose words they are.
 * @typedef {object} Speaker
 * @property {import("../types.js").Engine} engine
 * @property {import("../language.js").Language} language
 * @property {import("../formulas.js").Formulas} formulas
 */

const TICK = 11;
const NAME = 13;
const LEGEND = 12;
/** From the middle of a line of text to its base line, as a share of its size. */
const MIDDLE = 0.36;

/** The texts at the axes of a slot.
 * @param {Sheet} sheet
 * @param {Layout} layout
 * @param {import("../types.js").SlotName} name
 * @param {Box} slot
 * @param {Colours} colours
 */
export function ticks(sheet, layout, name, slot, { muted }) {
  const align = /** @type {const} */ ({ top: "center", bottom: "center", left: "left", right: "right" });
  const drop = /** @type {Record<string, number>} */ ({ top: 0.86, bottom: -0.14 });
  for (const { x, y, text, anchor } of layout.labels.filter((label) => label.slot === name)) {
    const down = (drop[anchor] ?? MIDDLE) * TICK;
    sheet.text(text, slot.x + x, slot.y + y + down, { size: TICK, colour: muted, align: align[/** @type {keyof typeof align} */ (anchor)] });
  }
}

/** The names of layers, inputs and output in a diagram.
 * @param {Sheet} sheet
 * @param {Speaker} speaker
 * @param {Layout} layout
 * @param {Box} slot
 * @param {Colours} colours
 */
export function diagramNames(sheet, { engine, language, formulas }, { headings, units }, slot, { ink, muted }) {
  const config = engine.config();
  const last = config.net.length + 1;
  for (const { layer, x, y, width } of headings) {
    const name = language.text(layer === 0 ? "network.inputs" : layer === last ? "network.output" : "network.layer", { layer });
    const act = layer === 0 ? "" : language.text(`option.${layer === last ? config.out : (config.act[layer - 1] ?? config.act[0])}`);
    row(sheet, [{ text: name, weight: 600, colour: ink }, { text: act, colour: muted }], slot.x + x, slot.y + y - 0.25 * NAME, width);
  }
  for (const { layer, index, x, y, w, h } of units) {
    if (layer !== 0 && layer !== last) continue;
    const line = typeset(symbol(formulas, config, { kind: "unit", layer, to: index, from: 0 }), 1.1 * NAME);
    const left = layer === 0 ? x - 8 - line.width : x + w + 8;
    write(sheet, line, slot.x + left, slot.y + y + h / 2 + MIDDLE * NAME, ink);
  }
}

/** Writes texts side by side around a middle, as many as there is room for.
 * @param {Sheet} sheet
 * @param {{text: string, weight?: number, colour: Colour}[]} parts
 * @param {number} x
 * @param {number} y
 * @param {number} room
 */
function row(sheet, parts, x, y, room) {
  const gap = 6;
  let shown = parts.filter(({ text }) => text !== "").map((part) => ({ ...part, size: NAME, width: widthOf(part.text, { ...part, size: NAME }) }));
  const width = () => shown.reduce((sum, part) => sum + part.width + gap, -gap);
  while (shown.length > 1 && width() > room) shown = shown.slice(0, -1);
  let left = x - width() / 2;
  for (const { text, weight, colour, width: own } of shown) {
    sheet.text(text, left, y, { size: NAME, weight, colour });
    left += own + gap;
  }
}

/** The heading of a part of the figure.
 * @param {Sheet} sheet
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {Colours} colours
 */
export function heading(sheet, text, x, y, { ink }) {
  sheet.text(text, x, y, { size: 14, weight: 600, colour: ink });
}

/** An entry of a legend: what is drawn, how wide that is, and what it means.
 * @typedef {{width: number, draw: (x: number, y: number) => void, text: string}} Entry
 */

/** Writes a legend beginning at x, or ending there.
 * @param {Sheet} sheet
 * @param {Entry[]} entries
 * @param {number} x
 * @param {number} y the middle of its line
 * @param {Colours} colours
 * @param {"left" | "right" | "center"} [align]
 */
export function legend(sheet, entries, x, y, { muted }, align = "left") {
  const [near, far] = [7, 18];
  const type = { size: LEGEND, colour: muted };
  const widths = entries.map(({ width, text }) => width + (text === "" ? 0 : near + widthOf(text, type)));
  const all = widths.reduce((sum, width) => sum + width + far, -far);
  let left = align === "left" ? x : align === "right" ? x - all : x - all / 2;
  entries.forEach(({ width, draw, text }, i) => {
    draw(left, y);
    if (text) sheet.text(text, left + width + near, y + MIDDLE * LEGEND, type);
    left += widths[i] + far;
  });
}

/** What a link's line means. @param {Sheet} sheet @param {Speaker} speaker @param {Colours} colours @returns {Entry[]} */
export function networkEntries(sheet, { language }, { positive, negative }) {
  return [
    { width: 20, draw: dash(sheet, positive), text: language.text("network.positive") },
    { width: 20, draw: dashes(sheet, negative, 1.5), text: language.text("network.negative") },
  ];
}

/** What the colours of the plane mean. @param {Sheet} sheet @param {Speaker} speaker @param {Colours} colours @returns {Entry[]} */
export function outputEntries(sheet, { engine, language }, { ink, muted, neutral, positive, negative }) {
  const config = engine.config();
  const low = config.out === "sigmoid" ? "0" : "−1";
  const number = { size: LEGEND, colour: muted };
  const [before, bar] = [widthOf(low, number) + 7, 72];
  /** @param {number} x @param {number} y */
  const ramp = (x, y) => {
    sheet.text(low, x, y + MIDDLE * LEGEND, number);
    const steps = 36;
    for (let i = 0; i < steps; i++) {
      const tone = (2 * (i + 0.5)) / steps - 1;
      const colour = mix(neutral, tone < 0 ? negative : positive, 0.66 * Math.abs(tone));
      // Steps overlap, so that no line shows between them.
      sheet.shape({ x: x + before + ((i + 0.5) * bar) / steps, y, turn: 0, w: bar / steps / 2 + (i < steps - 1 ? 0.3 : 0), h: 4, radius: 0, line: 0, colour });
    }
  };
  const entries = [{ width: before + bar, draw: ramp, text: "1" }];
  if (document.documentElement.dataset.task === "regression") return entries;
  return [
    ...entries,
    { width: 10, draw: (x, y) => sheet.shape({ x: x + 5, y, turn: 0, w: 5, h: 5, radius: 5, line: 0, colour: positive }), text: language.text("output.one") },
    { width: 10, draw: (x, y) => sheet.shape({ x: x + 5, y, turn: Math.PI / 4, w: 4.2, h: 4.2, radius: 0, line: 0, colour: negative }), text: language.text("output.zero") },
    ...(config.test > 0 ? [{ width: 10, draw: (/** @type {number} */ x, /** @type {number} */ y) => sheet.shape({ x: x + 5, y, turn: 0, w: 4, h: 4, radius: 4, line: 2, colour: ink }), text: language.text("output.showTest") }] : []),
  ];
}

/** What the lines of the cost curve mean. @param {Sheet} sheet @param {Speaker} speaker @param {Colours} colours @returns {Entry[]} */
export function costEntries(sheet, { engine, language }, { ink, muted }) {
  const train = { width: 20, draw: dash(sheet, ink), text: language.text("cost.train") };
  if (engine.config().test === 0) return [train];
  return [train, { width: 20, draw: dashes(sheet, muted, 1), text: language.text("cost.test") }];
}

/**
 * @param {Sheet} sheet
 * @param {Colour} colour
 * @param {number} h half the line's width
 */
function dashes(sheet, colour, h) {
  return (/** @type {number} */ x, /** @type {number} */ y) => {
    for (const at of [0, 7, 14]) sheet.shape({ x: x + at + 2.5, y, turn: 0, w: 2.5, h, radius: 0, line: 0, colour });
  };
}

/**
 * @param {Sheet} sheet
 * @param {Colour} colour
 */
function dash(sheet, colour) {
  return (/** @type {number} */ x, /** @type {number} */ y) => sheet.shape({ x: x + 10, y, turn: 0, w: 10, h: 1.5, radius: 1.5, line: 0, colour });
}
