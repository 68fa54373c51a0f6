import { words as say } from "../bind.js";
import { Bitmap, widthOf } from "./bitmap.js";
import { Drawing } from "./drawing.js";
import { equations } from "./equations.js";
import { colour } from "./shapes.js";
import * as words from "./words.js";

/** Whose words they are.
 * @typedef {object} Speaker
 * @property {import("../types.js").Engine} engine
 * @property {import("../language.js").Language} language
 */
/** @typedef {import("./bitmap.js").Sheet} Sheet */
/** @typedef {import("../types.js").Figure} Figure */

/** What a figure says of itself around the picture. @typedef {{title: string, settings: import("../bind.js").Plain[], link: string}} Caption */

/** What engine/page/figure has: a part, so many pixels to a CSS pixel, of a code its address; and what stands around it.
 * @typedef {{part: string, scale: number, address?: string, caption: Caption | null}} Asked
 */

const TITLE = 20;
const LINE = 13;
const SMALL = 11;

/** Paints the run in pixels.
 * @param {Speaker} speaker
 * @param {Record<string, string>} theme the page's colours by their tokens
 * @param {Asked} asked
 */
export function bitmap(speaker, theme, asked) {
  return compose(speaker, theme, asked, (width, height, above, background) => new Bitmap(width, height, asked.scale, background, above));
}

/** Draws the network in vectors; its units are small pictures of three pixels to a CSS pixel.
 * @param {Speaker} speaker
 * @param {Record<string, string>} theme
 * @param {{caption: Caption | null, title: string}} options
 */
export function drawing(speaker, theme, { caption, title }) {
  const scale = 3;
  return compose(speaker, theme, { part: "network", scale, caption }, (width, height, above, background) => new Drawing(width, height, scale, background, above, title));
}

/** Paints the pictures where they are on the page, with their words.
 * @param {Speaker} speaker
 * @param {Record<string, string>} theme
 */
export function snapshot({ engine, language }, theme) {
  const colours = read(theme);
  const sheet = new Bitmap(innerWidth, innerHeight, devicePixelRatio, colours.background);
  const { figure, pictures } = ask(engine, { part: "page", scale: devicePixelRatio }, theme);
  for (const picture of pictures) sheet.picture(picture);
  words.say(sheet, figure, language, colours);
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

/** What there is to be painted of a part.
 * @param {import("../types.js").Engine} engine
 * @param {{part: string, scale: number, address?: string}} asked
 * @param {Record<string, string>} theme
 */
function ask(engine, { part, scale, address = "" }, theme) {
  const { says, pictures } = engine.figure(part, scale, theme, address);
  return { figure: /** @type {Figure} */ (JSON.parse(says)), pictures: Object.values(pictures) };
}

/**
 * @template {Sheet} S
 * @param {Speaker} speaker
 * @param {Record<string, string>} theme
 * @param {Asked} asked
 * @param {(width: number, height: number, above: number, background: import("./shapes.js").Colour) => S} make
 * @returns {S}
 */
function compose({ engine, language }, theme, asked, make) {
  const { caption } = asked;
  const colours = read(theme);
  const { figure, pictures } = ask(engine, asked, theme);
  const written = equations(figure.equations, language);
  const { margin } = figure;
  const [width, height] = [Math.max(figure.width, written.width), figure.height + written.height];
  const title = { size: TITLE, weight: 650, colour: colours.ink };
  const line = { size: LINE, colour: colours.muted };
  const small = { size: SMALL, colour: colours.muted };
  const titles = caption ? wrapped(caption.title.split(" "), " ", title, width) : [];
  const settings = caption ? wrapped(say(caption.settings, language).split(" · "), " · ", line, width) : [];
  const link = caption ? wrapped([...caption.link], "", small, width) : [];
  // The engine's pictures keep to whole pixels.
  const above = caption ? Math.ceil(1.25 * TITLE * titles.length + 1.5 * LINE * settings.length + 14) : 0;
  const below = caption ? 16 + 1.4 * SMALL * link.length : 0;

  const sheet = make(width + 2 * margin, Math.ceil(above + height + below + 2 * margin), above, colours.surface);
  let y = margin - above;
  for (const text of titles) sheet.text(text, margin, (y += 1.25 * TITLE) - 0.3 * TITLE, title);
  for (const text of settings) sheet.text(text, margin, (y += 1.5 * LINE) - 0.4 * LINE, line);
  written.draw(sheet, margin, margin, colours);
  for (const picture of pictures) sheet.picture(picture);
  words.say(sheet, figure, language, colours);
  const dot = { turn: 0, w: 0.5, h: 0.5, radius: 0, line: 0, colour: colour("rgb(0, 0, 0)") };
  const quiet = (width - figure.code.length) / 2 + 0.5;
  figure.code.forEach((row, i) => row.forEach((dark, j) => dark && sheet.shape({ ...dot, x: j + quiet, y: i + quiet })));
  y = margin + height + 16;
  for (const text of link) sheet.text(text, margin, (y += 1.4 * SMALL) - 0.4 * SMALL, small);
  return sheet;
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
  return Object.fromEntries(Object.entries(theme).map(([token, text]) => [token, colour(text)]));
}
