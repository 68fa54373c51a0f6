import { takesSpace } from "./keyboard.js";
import { modalOpen } from "./modal.js";

/** Has space play and pause where it has no other meaning.
 * @param {import("./page.js").Page} page
 */
export function playWithSpace(page) {
  addEventListener("keydown", (event) => {
    if (event.key !== " " || event.defaultPrevented || takesSpace(event) || modalOpen() || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (!event.repeat) page.do("run", "toggle");
  });
}
