/** The words and signs of a figure, written on a sheet. */

import { words } from "../bind.js";
import { mix } from "./shapes.js";
import { typeset, write } from "./typeset.js";
import { widthOf } from "./bitmap.js";

/** @typedef {import("./bitmap.js").Sheet} Sheet */
/** @typedef {import("./shapes.js").Colour} Colour */
/** @typedef {import("../types.js").Figure} Figure */

/** The colours of the page by their tokens. @typedef {Record<string, Colour>} Colours */

const TICK = 11;
const NAME = 13;
const LEGEND = 12;
/** Between the parts of a unit's name. */
const GAP = 5;
/** From the middle of a line of text to its base line, as a share of its size. */
const MIDDLE = 0.36;

/** Writes all that has its place.
 * @param {Sheet} sheet
 * @param {Figure} figure
 * @param {import("../language.js").Language} language
 * @param {Colours} colours
 */
export function say(sheet, { ticks, headings, layers, names, legends }, language, colours) {
  const { ink, muted } = colours;
  const align = /** @type {const} */ ({ top: "center", bottom: "center", left: "left", right: "right" });
  const drop = /** @type {Record<string, number>} */ ({ top: 0.86, bottom: -0.14 });
  for (const { x, y, text, anchor, room } of ticks) {
    const type = { size: TICK, colour: muted, align: align[anchor] };
    sheet.text(fitted(text, type, room || Infinity), x, y + (drop[anchor] ?? MIDDLE) * TICK, type);
  }
  for (const { x, y, says } of headings) sheet.text(words(says, language), x, y, { size: 14, weight: 600, colour: ink });
  for (const { x, y, room, name, activation } of layers) {
    const parts = [{ text: words(name, language), weight: 600, colour: ink }, { text: words(activation, language), colour: muted }];
    row(sheet, parts, x, y - 0.25 * NAME, room);
  }
  for (const { x, y, room, before, is, sign, called } of names) {
    const line = typeset(is.m, 1.1 * NAME);
    const type = { size: LEGEND, colour: muted };
    const mark = sign ? signs[sign].width + GAP : 0;
    const text = called === null ? "" : fitted(words(called, language), type, room - line.width - mark - GAP);
    const width = line.width + mark + (text ? GAP + widthOf(text, type) : 0);
    const left = before ? x - width : x;
    write(sheet, line, left, y + MIDDLE * NAME, ink);
    if (sign) signs[sign].draw(sheet, left + line.width + GAP, y, colours);
    sheet.text(text, left + line.width + mark + GAP, y + MIDDLE * LEGEND, type);
  }
  for (const { entries, ...place } of legends) {
    legend(sheet, entries.map(({ says, ...entry }) => ({ ...entry, text: words(says, language) })), place, colours);
  }
}

/** A text as far as there is room for it.
 * @param {string} text
 * @param {import("./bitmap.js").Type} type
 * @param {number} room
 */
function fitted(text, type, room) {
  if (widthOf(text, type) <= room) return text;
  const letters = [...text];
  while (letters.length > 0 && widthOf(`${letters.join("")}…`, type) > room) letters.pop();
  return letters.length > 0 ? `${letters.join("")}…` : "";
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

/** Writes a legend beginning at x, ending there, or around it. Where one line has no room for it there are two, in which
 * no text is longer than its share.
 * @param {Sheet} sheet
 * @param {{sign: string, low: string, text: string}[]} entries
 * @param {{x: number, y: number, room: number, align: "left" | "right" | "center"}} place y is the middle of its first line
 * @param {Colours} colours
 */
function legend(sheet, entries, { x, y, room, align }, colours) {
  const [near, far] = [7, 18];
  const type = { size: LEGEND, colour: colours.muted };
  const all = (/** @type {number[]} */ widths) => widths.reduce((sum, width) => sum + width + far, -far);
  const measured = (/** @type {number} */ most) => entries.map((entry) => {
    const low = entry.low ? widthOf(entry.low, type) + near : 0;
    const text = fitted(entry.text, type, most);
    return { ...entry, text, from: low, width: low + signs[entry.sign].width + near + widthOf(text, type) };
  });
  let lines = [measured(Infinity)];
  if (all(lines[0].map(({ width }) => width)) > room) {
    const inLine = Math.ceil(entries.length / 2);
    const both = measured((room + far) / inLine - far - near - 10);
    lines = [both.slice(0, inLine), both.slice(inLine)];
  }
  lines.forEach((line, row) => {
    const width = all(line.map((entry) => entry.width));
    let left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
    const middle = y + 1.35 * LEGEND * row;
    for (const entry of line) {
      const { width: wide, draw } = signs[entry.sign];
      if (entry.low) sheet.text(entry.low, left, middle + MIDDLE * LEGEND, type);
      draw(sheet, left + entry.from, middle, colours);
      sheet.text(entry.text, left + entry.from + wide + near, middle + MIDDLE * LEGEND, type);
      left += entry.width + far;
    }
  });
}

/** What legends speak of, by the names that the engine has for it: how wide it is and how it is drawn, with its left end at
 * (x, y).
 * @type {Record<string, {width: number, draw: (sheet: Sheet, x: number, y: number, colours: Colours) => void}>}
 */
const signs = {
  positive: { width: 20, draw: (sheet, x, y, { positive }) => dash(sheet, x, y, positive) },
  negative: { width: 20, draw: (sheet, x, y, { negative }) => dashes(sheet, x, y, negative, 1.5) },
  level: { width: 4, draw: (sheet, x, y, { ink }) => sheet.shape({ x: x + 2, y, turn: 0, w: 1.5, h: 5, radius: 1.5, line: 0, colour: ink }) },
  train: { width: 20, draw: (sheet, x, y, { ink }) => dash(sheet, x, y, ink) },
  tested: { width: 20, draw: (sheet, x, y, { muted }) => dashes(sheet, x, y, muted, 1) },
  ramp: { width: 72, draw: ramp },
  one: { width: 10, draw: (sheet, x, y, { positive }) => sheet.shape({ x: x + 5, y, turn: 0, w: 5, h: 5, radius: 5, line: 0, colour: positive }) },
  zero: { width: 10, draw: (sheet, x, y, { negative }) => sheet.shape({ x: x + 5, y, turn: Math.PI / 4, w: 4.2, h: 4.2, radius: 0, line: 0, colour: negative }) },
  ...Object.fromEntries(
    /** Classes from 2 on: half the sides of their bars, and how far these are turned, in eighths.
     * @type {[number, number, number][][]} */ ([
      [[4.5, 4.5, 0]], [[5, 1.8, 0], [1.8, 5, 0]], [[5, 1.8, 1], [1.8, 5, 1]], [[5, 2, 0]], [[2, 5, 0]], [[5, 2, 1]], [[2, 5, 1]], [[4, 4, 0], [4, 4, 1]],
    ]).map((bars, i) => [`class${i + 2}`, { width: 10, draw: (sheet, x, y, colours) => {
      const drawn = (/** @type {number} */ less, /** @type {Colour} */ colour) => bars.forEach(([w, h, turn]) =>
        sheet.shape({ x: x + 5, y, turn: turn * Math.PI / 4, w: w - less, h: h - less, radius: 0, line: 0, colour }));
      // An edge, as marks have it in the plane.
      drawn(-0.7, mix(colours.surface, colours.ink, 0.7));
      drawn(0, colours[`class${i + 2}`]);
    } }])),
  test: { width: 10, draw: (sheet, x, y, { ink }) => sheet.shape({ x: x + 5, y, turn: 0, w: 4, h: 4, radius: 4, line: 2, colour: ink }) },
};

/**
 * @param {Sheet} sheet
 * @param {number} x
 * @param {number} y
 * @param {Colours} colours
 */
function ramp(sheet, x, y, { neutral, positive, negative }) {
  const [bar, steps] = [72, 36];
  for (let i = 0; i < steps; i++) {
    const tone = (2 * (i + 0.5)) / steps - 1;
    const colour = mix(neutral, tone < 0 ? negative : positive, 0.66 * Math.abs(tone));
    // Steps overlap, so that no line shows between them.
    sheet.shape({ x: x + ((i + 0.5) * bar) / steps, y, turn: 0, w: bar / steps / 2 + (i < steps - 1 ? 0.3 : 0), h: 4, radius: 0, line: 0, colour });
  }
}

/**
 * @param {Sheet} sheet
 * @param {number} x
 * @param {number} y
 * @param {Colour} colour
 * @param {number} h half the line's width
 */
function dashes(sheet, x, y, colour, h) {
  for (const at of [0, 7, 14]) sheet.shape({ x: x + at + 2.5, y, turn: 0, w: 2.5, h, radius: 0, line: 0, colour });
}

/**
 * @param {Sheet} sheet
 * @param {number} x
 * @param {number} y
 * @param {Colour} colour
 */
function dash(sheet, x, y, colour) {
  sheet.shape({ x: x + 10, y, turn: 0, w: 10, h: 1.5, radius: 1.5, line: 0, colour });
}
