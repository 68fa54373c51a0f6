import { svg } from "../svg.js";
import { font, image } from "./bitmap.js";
import { boxes, strokes } from "./shapes.js";

/** @typedef {import("./bitmap.js").Sheet} Sheet */
/** @typedef {import("./shapes.js").Shape} Shape */

const XLINK = "http://www.w3.org/1999/xlink";

/** A figure in vectors: an SVG that stands alone. Only the fields of units are small pictures in it.
 * @implements {Sheet}
 */
export class Drawing {
  #root;
  #body;
  /** Where the engine's pictures go, which come in pixels. */
  #engine;
  #definitions = svg("defs");

  /**
   * @param {number} width in CSS pixels
   * @param {number} height
   * @param {number} scale the engine's pixels to a CSS pixel
   * @param {import("./shapes.js").Colour} background
   * @param {number} above where the figure begins: what is above has negative places
   * @param {string} title
   */
  constructor(width, height, scale, background, above, title) {
    this.#engine = svg("g", { transform: `scale(${1 / scale})` });
    this.#body = svg("g", { transform: `translate(0 ${above})` }, this.#engine);
    const paper = svg("rect", { width, height, ...paint("fill", background) });
    this.#root = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" },
      svg("title", {}, title), this.#definitions, paper, this.#body);
  }

  /** @param {import("../types.js").SlotPicture} picture */
  picture({ strokes: lines, dashes, fields, boxes: shapes }) {
    for (const { from, fromHandle, to, toHandle, width, dash, colour } of strokes(lines, dashes)) {
      const d = `M${at(from)}C${at(fromHandle)} ${at(toHandle)} ${at(to)}`;
      this.#engine.append(svg("path", { class: "link", d, fill: "none", "stroke-width": round(width), ...(dash > 0 ? { "stroke-dasharray": round(dash) } : {}), ...paint("stroke", colour) }));
    }
    for (const { box: { x, y, w, h }, radius, ...raster } of fields) {
      const id = `unit-${this.#definitions.childElementCount}`;
      this.#definitions.append(svg("clipPath", { id }, svg("rect", { x, y, width: w, height: h, rx: round(radius) })));
      const field = svg("image", { class: "unit", x, y, width: w, height: h, "clip-path": `url(#${id})` });
      // Programs for drawings know the older name best.
      field.setAttributeNS(XLINK, "xlink:href", image(raster).toDataURL());
      this.#engine.append(field);
    }
    for (const shape of boxes(shapes)) this.#engine.append(element(shape));
  }

  /** @param {Shape} shape */
  shape(shape) {
    this.#body.append(element(shape));
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {import("./bitmap.js").Type} type
   */
  text(text, x, y, type) {
    const anchor = { left: "start", center: "middle", right: "end" }[type.align ?? "left"];
    const [, style, weight, family] = font(type).match(/^(italic )?(\d+) [\d.]+px (.*)$/) ?? [];
    this.#body.append(svg("text", {
      x: round(x), y: round(y), "text-anchor": anchor, "font-family": family, "font-size": round(type.size), "font-weight": weight,
      ...(style ? { "font-style": "italic" } : {}), ...paint("fill", type.colour),
    }, text));
  }

  /** The text of an SVG file. */
  file() {
    return `${new XMLSerializer().serializeToString(this.#root)}\n`;
  }
}

/** @param {Shape} shape */
function element({ x, y, turn, w, h, radius, line, colour }) {
  const look = line > 0 ? { fill: "none", "stroke-width": round(line), ...paint("stroke", colour) } : paint("fill", colour);
  if (w === h && radius >= w) return svg("circle", { cx: round(x), cy: round(y), r: round(w), ...look });
  /** @type {Record<string, string>} */
  const turned = turn === 0 ? {} : { transform: `rotate(${round((turn * 180) / Math.PI)} ${round(x)} ${round(y)})` };
  return svg("rect", { x: round(x - w), y: round(y - h), width: round(2 * w), height: round(2 * h), rx: round(radius), ...turned, ...look });
}

/** A colour as the two attributes that all programs read.
 * @param {"fill" | "stroke"} attribute
 * @param {import("./shapes.js").Colour} colour
 */
function paint(attribute, [red, green, blue, opacity]) {
  const hex = [red, green, blue].map((channel) => Math.round(channel * 255).toString(16).padStart(2, "0")).join("");
  return { [attribute]: `#${hex}`, ...(opacity < 1 ? { [`${attribute}-opacity`]: round(opacity) } : {}) };
}

/** @param {import("./shapes.js").Point} point */
function at({ x, y }) {
  return `${round(x)} ${round(y)}`;
}

/** Short enough to read, fine enough for any printer.
 * @param {number} value
 */
function round(value) {
  return Number(value.toFixed(3));
}
