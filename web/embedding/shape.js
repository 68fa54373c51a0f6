import { byId } from "../dom.js";
import { oneLine } from "../line.js";
import { framed } from "./frame.js";

/** A frame too small for the whole page. */
const small = matchMedia("(width < 37.5em) and (height < 37.5em), (width < 50em) and (height < 31.25em)");

/** Gives the page the shape that its presentation asks for: css/embedding.css reads data-ui and data-show.
 * Where there is no room for ui=full in a frame, it is ui=min.
 * @param {import("../presentation.js").Presentation} presentation
 * @param {import("../language.js").Language} language
 */
export function shape(presentation, language) {
  const root = document.documentElement;
  root.toggleAttribute("data-framed", framed);
  const fit = () => {
    const asked = presentation.get("ui");
    const ui = asked === "full" && framed && small.matches ? "min" : asked;
    const shown = presentation.shown(ui);
    root.dataset.ui = ui;
    if (shown) root.dataset.show = [...shown.pictures, ...(shown.panel ? ["panel"] : [])].join(" ");
    else delete root.dataset.show;
  };
  fit();
  small.addEventListener("change", fit);
  const title = oneLine(presentation.get("title"));
  if (!title) return;
  root.toggleAttribute("data-titled", true);
  const brand = byId("brand", HTMLElement);
  brand.removeAttribute("data-i18n");
  const name = () => {
    brand.textContent = title;
    document.title = title;
  };
  name();
  language.on("change", name);
}
