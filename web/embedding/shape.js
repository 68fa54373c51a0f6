import { byId } from "../dom.js";
import { oneLine } from "../line.js";
import { framed } from "./frame.js";

const LONGEST_TITLE = 200;

/** A frame too small for the whole page. */
const small = matchMedia("(width < 37.5em) and (height < 37.5em), (width < 50em) and (height < 31.25em)");

const pictures = ["network", "output", "cost"];

/** The shape that the page has: css/embedding.css reads data-ui and data-show. Before the engine has come it is what the
 * query seems to say. Where there is no room for ui=full in a frame, it is ui=min.
 */
export class Shape {
  /** How much of the page there is, and what is shown without the rest of it. */
  #asked;
  #title;

  /**
   * @param {URLSearchParams} query
   * @param {import("../language.js").Language} language
   */
  constructor(query, language) {
    const show = (query.get("show") ?? "").split(",").filter((part) => part !== "");
    this.#asked = {
      ui: ["min", "figure"].find((ui) => ui === query.get("ui")) ?? "full",
      show: show.map((part) => (pictures.includes(part) ? part : "panel")),
    };
    document.documentElement.toggleAttribute("data-framed", framed);
    this.#fit();
    small.addEventListener("change", () => this.#fit());
    this.#title = query.get("title") ?? "";
    this.#name();
    language.on("change", () => this.#name());
  }

  /** Takes the shape that engine/page says.
   * @param {import("../types.js").Effects["presented"]} presented
   */
  take({ shape: ui, pictures, panel, title }) {
    this.#asked = { ui, show: [...pictures, ...(panel ? ["panel"] : [])] };
    this.#title = title;
    this.#fit();
    this.#name();
  }

  #fit() {
    const { dataset } = document.documentElement;
    const { ui, show } = this.#asked;
    dataset.ui = ui === "full" && framed && small.matches ? "min" : ui;
    if (show.length > 0) dataset.show = show.join(" ");
    else if (dataset.ui !== "full") dataset.show = "output";
    else delete dataset.show;
  }
  /** Names the page, unless its own name will do. */
  #name() {
    const title = this.#title.length <= LONGEST_TITLE ? oneLine(this.#title) : "";
    if (!title) return;
    document.documentElement.toggleAttribute("data-titled", true);
    const brand = byId("brand", HTMLElement);
    brand.removeAttribute("data-i18n");
    brand.textContent = document.title = title;
  }
}
