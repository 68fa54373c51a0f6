import { byId } from "../dom.js";
import { framed } from "./frame.js";

/** Gives the page the shape that its presentation asks for: css/embedding.css reads data-ui and data-show.
 * @param {import("../presentation.js").Presentation} presentation
 * @param {import("../language.js").Language} language
 */
export function shape(presentation, language) {
  const root = document.documentElement;
  root.toggleAttribute("data-framed", framed);
  root.dataset.ui = presentation.get("ui");
  const shown = presentation.shown();
  if (shown) root.dataset.show = [...shown.pictures, ...(shown.panel ? ["panel"] : [])].join(" ");
  const title = presentation.get("title");
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
