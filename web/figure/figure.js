import { Bitmap, widthOf } from "./bitmap.js";
import { Drawing } from "./drawing.js";
import { equations } from "./equations.js";
import { colour } from "./shapes.js";
import * as words from "./words.js";

/** @typedef {import("../types.js").Box} Box */
/** @typedef {import("../types.js").SlotName} SlotName */
/** @typedef {import("./words.js").Speaker} Speaker */
/** @typedef {import("./bitmap.js").Sheet} Sheet */

/** What a figure says of itself around the picture. @typedef {{title: string, settings: string, link: string}} Caption */

/** What a figure can show. */
export const parts = /** @type {const} */ (["whole", "network", "output", "cost", "equations"]);
/** @typedef {typeof parts[number]} Part */

/** Where the engine's pictures stand in a figure, in CSS pixels: with 22 above for a heading and 26 below for a legend. */
const HEADING = 22;
const LEGEND = 26;
/** @type {Record<Exclude<Part, "equations">, {width: number, height: number, slots: Partial<Record<SlotName, Box>>}>} */
const plans = {
  whole: {
    width: 1064,
    height: 640,
    slots: {
      network: { x: 0, y: 0, w: 600, h: 640 - LEGEND },
      output: { x: 632, y: HEADING, w: 432, h: 416 },
      cost: { x: 632, y: 640 - 144, w: 432, h: 144 },
    },
  },
  network: { width: 800, height: 500, slots: { network: { x: 0, y: 0, w: 800, h: 500 - LEGEND } } },
  output: { width: 520, height: HEADING + 516 + LEGEND, slots: { output: { x: 0, y: HEADING, w: 520, h: 516 } } },
  cost: { width: 720, height: HEADING + 320, slots: { cost: { x: 0, y: HEADING, w: 720, h: 320 } } },
};

const MARGIN = 28;
const TITLE = 20;
const LINE = 13;
const SMALL = 11;

/** Paints the run in pixels.
 * @param {Speaker} speaker
 * @param {Record<string, string>} theme the page's colours by their tokens
 * @param {{part: Part, scale: number, caption: Caption | null}} options
 */
export function bitmap(speaker, theme, { part, scale, caption }) {
  return compose(speaker, theme, part, scale, caption, (width, height, background) => new Bitmap(width, height, scale, background));
}

/** Draws the network in vectors; its units are small pictures of three pixels to a CSS pixel.
 * @param {Speaker} speaker
 * @param {Record<string, string>} theme
 * @param {{caption: Caption | null, title: string}} options
 */
export function drawing(speaker, theme, { caption, title }) {
  const scale = 3;
  return compose(speaker, theme, "network", scale, caption, (width, height, background) => new Drawing(width, height, scale, background, title));
}

/** Paints the pictures where they are on the page, with their words.
 * @param {Speaker} speaker
 * @param {Record<string, string>} theme
 */
export function snapshot(speaker, theme) {
  const colours = read(theme);
  const sheet = new Bitmap(innerWidth, innerHeight, devicePixelRatio, colours.background);
  /** @type {Partial<Record<SlotName, Box>>} */
  const slots = {};
  for (const slot of document.querySelectorAll("[data-slot]")) {
    const { x, y, width: w, height: h } = slot.getBoundingClientRect();
    if (w > 0 && h > 0) slots[/** @type {SlotName} */ (slot.getAttribute("data-slot"))] = { x, y, w, h };
  }
  show(sheet, speaker, theme, colours, slots, devicePixelRatio);
  const brand = document.getElementById("brand");
  const { x, y, width, height } = brand?.getBoundingClientRect() ?? new DOMRect();
  // Without a title the heading is there for the ear alone, a pixel wide.
  if (brand?.parentElement && brand.parentElement.offsetWidth > 1 && width > 0) {
    const size = parseFloat(getComputedStyle(brand).fontSize);
    const lines = wrapped((brand.textContent ?? "").split(" "), " ", { size, weight: 600, colour: colours.ink }, width + 1);
    lines.forEach((line, i) => sheet.text(line, x, y + height / 2 + (i - (lines.length - 1) / 2) * 1.25 * size + 0.36 * size, { size, weight: 600, colour: colours.ink }));
  }
  return sheet;
}

/**
 * @template {Sheet} S
 * @param {Speaker} speaker
 * @param {Record<string, string>} theme
 * @param {Part} part
 * @param {number} scale
 * @param {Caption | null} caption
 * @param {(width: number, height: number, background: import("./shapes.js").Colour) => S} make
 * @returns {S}
 */
function compose(speaker, theme, part, scale, caption, make) {
  const colours = read(theme);
  const written = part === "equations" ? equations(speaker) : null;
  const plan = part === "equations" ? { ...(written ?? { width: 0, height: 0 }), slots: {} } : plans[part];
  const title = { size: TITLE, weight: 650, colour: colours.ink };
  const line = { size: LINE, colour: colours.muted };
  const small = { size: SMALL, colour: colours.muted };
  const titles = caption ? wrapped(caption.title.split(" "), " ", title, plan.width) : [];
  const settings = caption ? wrapped(caption.settings.split(" · "), " · ", line, plan.width) : [];
  const link = caption ? wrapped([...caption.link], "", small, plan.width) : [];
  const above = caption ? 1.25 * TITLE * titles.length + 1.5 * LINE * settings.length + 14 : 0;
  const below = caption ? 16 + 1.4 * SMALL * link.length : 0;

  const sheet = make(plan.width + 2 * MARGIN, Math.ceil(plan.height + above + below + 2 * MARGIN), colours.surface);
  let y = MARGIN;
  for (const text of titles) sheet.text(text, MARGIN, (y += 1.25 * TITLE) - 0.3 * TITLE, title);
  for (const text of settings) sheet.text(text, MARGIN, (y += 1.5 * LINE) - 0.4 * LINE, line);
  const top = MARGIN + above;
  written?.draw(sheet, MARGIN, top, colours);
  const slots = Object.fromEntries(Object.entries(plan.slots).map(([name, box]) => [name, { ...box, x: box.x + MARGIN, y: box.y + top }]));
  show(sheet, speaker, theme, colours, slots, scale);
  surround(sheet, speaker, colours, slots);
  y = top + plan.height + 16;
  for (const text of link) sheet.text(text, MARGIN, (y += 1.4 * SMALL) - 0.4 * SMALL, small);
  return sheet;
}

/** Shows the engine's pictures in slots, with the words in them.
 * @param {Sheet} sheet
 * @param {Speaker} speaker
 * @param {Record<string, string>} theme
 * @param {words.Colours} colours
 * @param {Partial<Record<SlotName, Box>>} slots
 * @param {number} scale
 */
function show(sheet, speaker, theme, colours, slots, scale) {
  const { network = null, output = null, cost = null } = slots;
  const { layout, pictures } = speaker.engine.print({ network, output, cost, dpr: scale }, theme);
  for (const name of /** @type {SlotName[]} */ (Object.keys(pictures))) {
    const slot = slots[name];
    const picture = pictures[name];
    if (!slot || !picture) continue;
    sheet.picture(picture);
    if (name === "network") words.diagramNames(sheet, speaker, layout, slot, colours);
    else words.ticks(sheet, layout, name, slot, colours);
  }
}

/** Writes headings and legends around the slots.
 * @param {Sheet} sheet
 * @param {Speaker} speaker
 * @param {words.Colours} colours
 * @param {Partial<Record<SlotName, Box>>} slots
 */
function surround(sheet, speaker, colours, { network, output, cost }) {
  const { language } = speaker;
  if (network) {
    const { x, y, w, h } = network;
    words.legend(sheet, words.networkEntries(sheet, speaker, colours), x + w / 2, y + h + LEGEND - 8, colours, "center");
  }
  if (output) {
    const { x, y, w, h } = output;
    const key = document.documentElement.dataset.task === "regression" ? "output.surface" : "output.title";
    words.heading(sheet, language.text(key), x, y - 8, colours);
    words.legend(sheet, words.outputEntries(sheet, speaker, colours), x + w / 2, y + h + 14, colours, "center");
  }
  if (cost) {
    const { x, y, w } = cost;
    words.heading(sheet, language.text("cost.title"), x, y - 8, colours);
    words.legend(sheet, words.costEntries(sheet, speaker, colours), x + w, y - 13, colours, "right");
  }
}

/** Lines of pieces that fit a width; a piece alone on its line may be wider.
 * @param {string[]} pieces
 * @param {string} between
 * @param {import("./bitmap.js").Type} type
 * @param {number} width
 */
function wrapped(pieces, between, type, width) {
  /** @type {string[]} */
  const lines = [];
  for (const piece of pieces) {
    const last = lines[lines.length - 1];
    const longer = `${last}${between}${piece}`;
    if (last !== undefined && widthOf(longer, type) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

/** @param {Record<string, string>} theme @returns {words.Colours} */
function read(theme) {
  return Object.fromEntries(Object.entries(theme).map(([token, hex]) => [token, colour(hex)]));
}
