import { boxes, strokes } from "./shapes.js";

/** @typedef {import("./shapes.js").Colour} Colour */
/** @typedef {import("./shapes.js").Shape} Shape */

/** How a piece of text looks; its place is on its base line, at its left end, middle or right end.
 * @typedef {object} Type
 * @property {number} size in CSS pixels
 * @property {Colour} colour
 * @property {number} [weight]
 * @property {boolean} [formula] whether it belongs to a formula
 * @property {boolean} [italic]
 * @property {"left" | "center" | "right"} [align]
 */

/** What figures are drawn on; lengths of texts and shapes are CSS pixels.
 * @typedef {object} Sheet
 * @property {(picture: import("../types.js").SlotPicture) => void} picture paints what the engine wants painted
 * @property {(shape: Shape) => void} shape
 * @property {(text: string, x: number, y: number, type: Type) => void} text
 */

const FORMULA = '"STIX Two Math", "Cambria Math", "Latin Modern Math", "Times New Roman", serif';

/** The font of a type as CSS writes it.
 * @param {Type} type
 * @param {number} [scale]
 */
export function font({ size, weight = 400, formula = false, italic = false }, scale = 1) {
  return `${italic ? "italic " : ""}${weight} ${size * scale}px ${formula ? FORMULA : getComputedStyle(document.body).fontFamily}`;
}

const ruler = document.createElement("canvas").getContext("2d");

/** How wide a text is, in CSS pixels.
 * @param {string} text
 * @param {Type} type
 */
export function widthOf(text, type) {
  if (!ruler) return 0;
  ruler.font = font(type);
  return ruler.measureText(text).width;
}

/** A figure in pixels.
 * @implements {Sheet}
 */
export class Bitmap {
  canvas = document.createElement("canvas");
  #context;

  /**
   * @param {number} width in CSS pixels
   * @param {number} height
   * @param {number} scale pixels to a CSS pixel
   * @param {Colour} background
   * @param {number} [above] where the figure begins: what is above has negative places
   */
  constructor(width, height, scale, background, above = 0) {
    this.scale = scale;
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    const context = this.canvas.getContext("2d");
    if (!context) throw new Error("no canvas of this size");
    this.#context = context;
    context.fillStyle = css(background);
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    context.translate(0, above * scale);
  }

  /** @param {import("../types.js").SlotPicture} picture */
  picture({ clip, strokes: lines, dashes, fields, boxes: shapes }) {
    const context = this.#context;
    context.save();
    context.beginPath();
    context.rect(clip.x, clip.y, clip.w, clip.h);
    context.clip();
    for (const { from, fromHandle, to, toHandle, width, dash, colour } of strokes(lines, dashes)) {
      context.beginPath();
      context.moveTo(from.x, from.y);
      context.bezierCurveTo(fromHandle.x, fromHandle.y, toHandle.x, toHandle.y, to.x, to.y);
      context.lineWidth = width;
      context.setLineDash(dash > 0 ? [dash] : []);
      context.strokeStyle = css(colour);
      context.stroke();
    }
    context.setLineDash([]);
    for (const { box: { x, y, w, h }, radius, ...raster } of fields) {
      context.save();
      context.beginPath();
      context.roundRect(x, y, w, h, radius);
      context.clip();
      context.drawImage(image(raster), x, y, w, h);
      context.restore();
    }
    for (const shape of boxes(shapes)) this.#paint(shape);
    context.restore();
  }

  /** @param {Shape} shape */
  shape(shape) {
    this.#context.save();
    this.#context.scale(this.scale, this.scale);
    this.#paint(shape);
    this.#context.restore();
  }

  /** @param {Shape} shape */
  #paint({ x, y, turn, w, h, radius, line, colour }) {
    const context = this.#context;
    context.save();
    context.translate(x, y);
    context.rotate(turn);
    context.beginPath();
    context.roundRect(-w, -h, 2 * w, 2 * h, radius);
    if (line > 0) {
      context.lineWidth = line;
      context.strokeStyle = css(colour);
      context.stroke();
    } else {
      context.fillStyle = css(colour);
      context.fill();
    }
    context.restore();
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {Type} type
   */
  text(text, x, y, type) {
    const context = this.#context;
    context.font = font(type, this.scale);
    context.textAlign = type.align ?? "left";
    context.fillStyle = css(type.colour);
    context.fillText(text, x * this.scale, y * this.scale);
  }
}

/** The pixels of a field as a canvas.
 * @param {{pixels: Uint8ClampedArray<ArrayBuffer>, width: number, height: number}} raster
 */
export function image({ pixels, width, height }) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}

/** A drawing in pixels, twice as many along an edge as it is large.
 * @param {string} svg
 */
export async function rasterized(svg) {
  const drawing = new Image();
  drawing.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await drawing.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * drawing.naturalWidth;
  canvas.height = 2 * drawing.naturalHeight;
  canvas.getContext("2d")?.drawImage(drawing, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** @param {Colour} colour */
function css([red, green, blue, opacity]) {
  return `rgba(${Math.round(red * 255)}, ${Math.round(green * 255)}, ${Math.round(blue * 255)}, ${opacity})`;
}
