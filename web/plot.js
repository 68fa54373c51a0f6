import { marks } from "./numerals.js";
import { svg } from "./svg.js";

/** An axis from low to high with its ticks; one of logarithms places powers of ten evenly, and with zero it has a
 * place for 0 below them.
 * @typedef {{low: number, high: number, ticks: readonly number[], log?: boolean, zero?: boolean}} Axis
 */

/** The share of an axis of logarithms that lies between 0 and the lowest power of ten. */
const GAP = 0.12;

/** The room around the square of a plot, for its numbers and for what stands beside it. */
const USUAL = { left: 30, right: 8, top: 8, bottom: 20 };

/** What a mark beside the plot needs of room: for each character, and beyond. */
const DIGIT = 5.6;
const MARK = 8;

/** A line plot as SVG, styled by css/plots.css. Nothing of a line shows outside the axes. */
export class Plot {
  /**
   * @param {object} options
   * @param {Axis} options.x
   * @param {Axis} options.y
   * @param {string} options.label what it shows, for screen readers
   * @param {number} [options.width]
   * @param {number} [options.height]
   * @param {Partial<typeof USUAL>} [options.room]
   */
  constructor({ x, y, label, width = 320, height = 200, room }) {
    const { right, top, bottom, ...given } = { ...USUAL, ...room };
    const [across, up] = [marks(x.ticks, x.log), marks(y.ticks, y.log)];
    const left = Math.max(given.left, MARK + DIGIT * Math.max(...up.map((mark) => mark.length)));
    this.box = { x: left, y: top, w: width - left - right, h: height - top - bottom };
    this.x = scale(x, this.box.x, this.box.x + this.box.w);
    this.y = scale(y, this.box.y + this.box.h, this.box.y);
    this.inside = svg("svg", { class: "plot-inside", x: left, y: top, width: this.box.w, height: this.box.h, viewBox: `${left} ${top} ${this.box.w} ${this.box.h}` });
    this.element = svg("svg", { class: "plot", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label });
    const below = this.box.y + this.box.h;
    y.ticks.forEach((tick, i) => {
      const at = this.y(tick);
      this.element.append(
        svg("path", { class: tick === 0 ? "plot-axis" : "plot-grid", d: `M${left} ${at}h${this.box.w}` }),
        svg("text", { class: "plot-y", x: left - 5, y: at }, up[i]));
    });
    x.ticks.forEach((tick, i) => {
      const at = this.x(tick);
      this.element.append(
        svg("path", { class: tick === 0 ? "plot-axis" : "plot-grid", d: `M${at} ${top}v${this.box.h}` }),
        svg("text", { class: "plot-x", x: at, y: below + 13 }, across[i]));
    });
    this.element.append(this.inside);
  }

  /** Adds a line through points; it breaks where one is not finite.
   * @param {ArrayLike<number>} xs
   * @param {ArrayLike<number>} ys
   * @param {string} style its class
   */
  line(xs, ys, style) {
    this.inside.append(svg("path", { class: `plot-line ${style}`, d: path(xs, ys, this.x, this.y) }));
  }

  /** Marks a point.
   * @param {number} x
   * @param {number} y
   * @param {string} style its class
   */
  dot(x, y, style) {
    if (Number.isFinite(y)) this.element.append(svg("circle", { class: `plot-dot ${style}`, cx: this.x(x), cy: this.y(y), r: 3.5 }));
  }
}

/**
 * @param {ArrayLike<number>} xs
 * @param {ArrayLike<number>} ys
 * @param {(x: number) => number} x
 * @param {(y: number) => number} y
 */
function path(xs, ys, x, y) {
  let d = "";
  let drawing = false;
  for (let i = 0; i < xs.length; i++) {
    const [across, up] = [x(xs[i]), y(ys[i])];
    const finite = Number.isFinite(across) && Number.isFinite(up);
    if (finite) d += `${drawing ? "L" : "M"}${across.toFixed(2)} ${up.toFixed(2)}`;
    drawing = finite;
  }
  return d;
}

/** Where the values of an axis lie between two places.
 * @param {Axis} axis
 * @param {number} from
 * @param {number} to
 */
function scale({ low, high, log = false, zero = false }, from, to) {
  const place = log ? Math.log10 : Number;
  const [first, last] = [place(low), place(high)];
  const lowest = zero ? from + GAP * (to - from) : from;
  return (/** @type {number} */ value) => zero && value === 0 ? from : lowest + ((to - lowest) * (place(value) - first)) / (last - first);
}

/** Round numbers from low to high, about as many as wanted.
 * @param {number} low
 * @param {number} high
 * @param {number} count
 */
export function roundTicks(low, high, count) {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => size >= rough) ?? rough;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Powers of ten from low to high, no more than wanted.
 * @param {number} low
 * @param {number} high
 * @param {number} most
 */
export function powerTicks(low, high, most) {
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  const step = Math.max(1, Math.ceil((last - first + 1) / most));
  return Array.from({ length: Math.max(0, Math.floor((last - first) / step) + 1) }, (_, i) => 10 ** (first + i * step));
}
