/** What the engine wants painted, read from the numbers in which it comes. */

/** Red, green, blue and opacity from 0 to 1. @typedef {[number, number, number, number]} Colour */
/** @typedef {{x: number, y: number}} Point */

/** A link's line, a cubic Bézier curve; dash is how long its dashes and the gaps between them are, 0 for none.
 * @typedef {{from: Point, fromHandle: Point, to: Point, toHandle: Point, width: number, dash: number, colour: Colour}} Stroke
 */

/** A rectangle with rounded corners around a centre, turned by an angle in radians, w and h being half its sides.
 * It is filled, or outlined where line is not 0.
 * @typedef {{x: number, y: number, turn: number, w: number, h: number, radius: number, line: number, colour: Colour}} Shape
 */

const STROKE = 13;
const BOX = 12;

/** Reads the lines of links.
 * @param {Float64Array} numbers
 * @param {Float64Array} dashes
 * @returns {Stroke[]}
 */
export function strokes(numbers, dashes) {
  return rows(numbers, STROKE, ([x0, y0, x1, y1, x2, y2, x3, y3, width, ...colour], i) => ({
    from: { x: x0, y: y0 },
    fromHandle: { x: x1, y: y1 },
    to: { x: x2, y: y2 },
    toHandle: { x: x3, y: y3 },
    width,
    dash: dashes[i],
    colour: /** @type {Colour} */ (colour),
  }));
}

/** Reads rectangles. @param {Float64Array} numbers @returns {Shape[]} */
export function boxes(numbers) {
  return rows(numbers, BOX, ([x, y, alongX, alongY, w, h, radius, line, ...colour]) => ({
    x, y, turn: Math.atan2(alongY, alongX), w, h, radius, line, colour: /** @type {Colour} */ (colour),
  }));
}

/**
 * @template T
 * @param {Float64Array} numbers
 * @param {number} length
 * @param {(row: number[], index: number) => T} read
 */
function rows(numbers, length, read) {
  return Array.from({ length: numbers.length / length }, (_, i) => read([...numbers.subarray(i * length, (i + 1) * length)], i));
}

/** The colour of a token, opaque.
 * @param {string} text as browsers compute it, such as rgb(26, 28, 31) or color(srgb 0.1 0.11 0.12)
 * @returns {Colour}
 */
export function colour(text) {
  const most = text.startsWith("rgb") ? 255 : 1;
  const [red, green, blue] = (text.match(/[\d.]+/g) ?? []).map((channel) => Number(channel) / most);
  return [red, green, blue, 1];
}

/** How much of b there is in a mix with a.
 * @param {Colour} a
 * @param {Colour} b
 * @param {number} share
 * @returns {Colour}
 */
export function mix(a, b, share) {
  const channel = (/** @type {0 | 1 | 2 | 3} */ i) => a[i] * (1 - share) + b[i] * share;
  return [channel(0), channel(1), channel(2), channel(3)];
}
