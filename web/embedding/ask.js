import { byId, element, icon } from "../dom.js";

/** Waits until the reader, or the page around this one, wants the engine loaded.
 * @param {import("../language.js").Language} language
 * @param {Promise<void>} asked by the page around
 */
export async function askToLoad(language, asked) {
  const progress = byId("loading", HTMLElement);
  const button = element("button", { type: "button", id: "load", class: "button primary" }, icon("play"), element("span", { "data-i18n": "load.ask" }));
  const cover = element("div", { class: "ask" }, button);
  language.translate(cover);
  progress.hidden = true;
  document.body.append(cover);
  await Promise.race([asked, new Promise((resolve) => button.addEventListener("click", resolve))]);
  cover.remove();
  progress.hidden = false;
}
