import { byId } from "../dom.js";
import { framed } from "./frame.js";

/** A frame too small for the whole page. */
const small = matchMedia("(width < 37.5em) and (height < 37.5em), (width < 50em) and (height < 31.25em)");

/** @typedef {Pick<import("../types.js").Effects["presented"], "shape" | "show" | "title">} Presented */

/** The shape that the page has: css/embedding.css and css/talk.css read data-ui and data-show. Before the engine has come it is what the
 * query seems to say. Where there is no room for ui=full in a frame, it is ui=min.
 */
export class Shape {
  /** @type {Presented} */
  #presented = { shape: "full", show: [], title: "" };

  /** @param {URLSearchParams} query */
  constructor(query) {
    document.documentElement.toggleAttribute("data-framed", framed);
    small.addEventListener("change", () => this.#fit());
    const [title, show] = [query.get("title") ?? "", (query.get("show") ?? "").split(",")];
    this.take({
      shape: ["min", "figure", "present"].find((ui) => ui === query.get("ui")) ?? "full",
      show: show.filter((part) => part !== "").map((part) => (["network", "output", "cost"].includes(part) ? part : "panel")),
      title: /^\P{C}{1,200}$/u.test(title) ? title : "",
    });
  }

  /** Takes the shape that engine/page says, and its title, unless the page's own name will do. @param {Presented} presented */
  take(presented) {
    this.#presented = presented;
    this.#fit();
    const { title } = presented;
    if (!title) return;
    document.documentElement.toggleAttribute("data-titled", true);
    for (const named of [byId("brand", HTMLElement), byId("title", HTMLTitleElement)]) {
      named.removeAttribute("data-i18n");
      named.textContent = title;
    }
  }

  #fit() {
    const { dataset } = document.documentElement;
    const { shape, show } = this.#presented;
    dataset.ui = shape === "full" && framed && small.matches ? "min" : shape;
    if (show.length > 0) dataset.show = show.join(" ");
    else if (dataset.ui !== "full") dataset.show = "output";
    else delete dataset.show;
  }
}
