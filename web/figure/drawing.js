import { font, image } from "./bitmap.js";
import { boxes, strokes } from "./shapes.js";

/** @typedef {import("./bitmap.js").Sheet} Sheet */
/** @typedef {import("./shapes.js").Shape} Shape */

/** A figure in vectors: an SVG that stands alone. Only the fields of units are small pictures in it.
 * @implements {Sheet}
 */
export class Drawing {
  #definitions = "";
  /** What the engine paints, which comes in pixels. */
  #engine = "";
  #body = "";

  /**
   * @param {number} width in CSS pixels
   * @param {number} height
   * @param {number} scale the engine's pixels to a CSS pixel
   * @param {import("./shapes.js").Colour} background
   * @param {number} above where the figure begins: what is above has negative places
   * @param {string} title
   */
  constructor(width, height, scale, background, above, title) {
    /** The text of an SVG file. */
    this.file = () => {
      const engine = tag("g", { transform: `scale(${1 / scale})` }, this.#engine);
      const svg = tag("svg", { xmlns: "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink", width, height, viewBox: `0 0 ${width} ${height}`, role: "img" },
        tag("title", {}, escaped(title)), tag("defs", {}, this.#definitions), tag("rect", { width, height, ...paint("fill", background) }),
        tag("g", { transform: `translate(0 ${above})` }, engine, this.#body));
      return `${svg}\n`;
    };
  }

  /** @param {import("../types.js").SlotPicture} picture */
  picture({ strokes: lines, dashes, fields, boxes: shapes }) {
    for (const { from, fromHandle, to, toHandle, width, dash, colour } of strokes(lines, dashes)) {
      const d = `M${at(from)}C${at(fromHandle)} ${at(toHandle)} ${at(to)}`;
      this.#engine += tag("path", { class: "link", d, fill: "none", "stroke-width": round(width), ...(dash > 0 ? { "stroke-dasharray": round(dash) } : {}), ...paint("stroke", colour) });
    }
    fields.forEach(({ box: { x, y, w, h }, radius, ...raster }, i) => {
      const id = `unit-${i}`;
      this.#definitions += tag("clipPath", { id }, tag("rect", { x, y, width: w, height: h, rx: round(radius) }));
      // Programs for drawings know the older name of href best.
      this.#engine += tag("image", { class: "unit", x, y, width: w, height: h, "clip-path": `url(#${id})`, "xlink:href": image(raster).toDataURL() });
    });
    for (const shape of boxes(shapes)) this.#engine += element(shape);
  }

  /** @param {Shape} shape */
  shape(shape) {
    this.#body += element(shape);
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
    this.#body += tag("text", {
      x: round(x), y: round(y), "text-anchor": anchor, "font-family": family, "font-size": round(type.size), "font-weight": weight,
      ...(style ? { "font-style": "italic" } : {}), ...paint("fill", type.colour),
    }, escaped(text));
  }
}

/** An element.
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...string} children
 */
function tag(name, attributes, ...children) {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join("");
  return `<${name}${written}>${children.join("")}</${name}>`;
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** @param {Shape} shape */
function element({ x, y, turn, w, h, radius, line, colour }) {
  const look = line > 0 ? { fill: "none", "stroke-width": round(line), ...paint("stroke", colour) } : paint("fill", colour);
  if (w === h && radius >= w) return tag("circle", { cx: round(x), cy: round(y), r: round(w), ...look });
  /** @type {Record<string, string>} */
  const turned = turn === 0 ? {} : { transform: `rotate(${round((turn * 180) / Math.PI)} ${round(x)} ${round(y)})` };
  return tag("rect", { x: round(x - w), y: round(y - h), width: round(2 * w), height: round(2 * h), rx: round(radius), ...turned, ...look });
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
