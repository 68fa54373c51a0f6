import { byId } from "../dom.js";
import { framed } from "./frame.js";

const LONGEST_TITLE = 200;

/** A frame too small for the whole page. */
const small = matchMedia("(width < 37.5em) and (height < 37.5em), (width < 50em) and (height < 31.25em)");

/** @typedef {Pick<import("../types.js").Effects["presented"], "shape" | "pictures" | "panel" | "title">} Presented */

const pictures = ["network", "output", "cost"];

/** The shape that the page has: css/embedding.css reads data-ui and data-show. Before the engine has come it is what the
 * query seems to say. Where there is no room for ui=full in a frame, it is ui=min.
 */
export class Shape {
  /** @type {Presented} */
  #presented;

  /**
   * @param {URLSearchParams} query
   * @param {import("../language.js").Language} language
   */
  constructor(query, language) {
    const show = (query.get("show") ?? "").split(",").filter((part) => part !== "");
    this.#presented = {
      shape: ["min", "figure"].find((ui) => ui === query.get("ui")) ?? "full",
      pictures: show.filter((part) => pictures.includes(part)),
      panel: show.find((part) => !pictures.includes(part)) ?? "",
      title: query.get("title") ?? "",
    };
    document.documentElement.toggleAttribute("data-framed", framed);
    this.take(this.#presented);
    small.addEventListener("change", () => this.#fit());
    language.on("change", () => this.#name());
  }

  /** Takes the shape that engine/page says. @param {Presented} presented */
  take(presented) {
    this.#presented = presented;
    this.#fit();
    this.#name();
  }

  #fit() {
    const { dataset } = document.documentElement;
    const { shape, pictures, panel } = this.#presented;
    dataset.ui = shape === "full" && framed && small.matches ? "min" : shape;
    const show = [...pictures, ...(panel ? ["panel"] : [])];
    if (show.length > 0) dataset.show = show.join(" ");
    else if (dataset.ui !== "full") dataset.show = "output";
    else delete dataset.show;
  }

  /** Names the page, unless its own name will do. */
  #name() {
    const title = this.#presented.title.length <= LONGEST_TITLE ? oneLine(this.#presented.title) : "";
    if (!title) return;
    document.documentElement.toggleAttribute("data-titled", true);
    const brand = byId("brand", HTMLElement);
    brand.removeAttribute("data-i18n");
    brand.textContent = document.title = title;
  }
}

/** A text of someone else's as one line that shows what it holds: blanks for line breaks and control characters, no
 * characters that turn the text around them or that XML forbids, U+FFFD for halves of characters. Marks of direction and
 * joiners stay, as Arabic, Persian and emoji need them.
 * @param {string} text
 */
function oneLine(text) {
  return text.replace(/[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, "").replace(/[\s\p{Cc}]+/gu, " ").replace(/\p{Cs}/gu, "\ufffd").trim();
}
