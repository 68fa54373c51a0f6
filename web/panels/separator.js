import { byId } from "../dom.js";

/** The bar between network and panel on wide screens: dragged, it shares out the height of what is below the header.
 * @param {import("../page.js").Page} page
 */
export function dragSeparator(page) {
  const bar = byId("panel-separator", HTMLElement);
  const header = /** @type {HTMLElement} */ (document.querySelector(".header"));
  bar.addEventListener("pointerdown", (event) => {
    bar.setPointerCapture(event.pointerId);
    event.preventDefault();
    bar.focus();
  });
  bar.addEventListener("pointermove", (event) => {
    if (!bar.hasPointerCapture(event.pointerId)) return;
    const below = innerHeight - header.getBoundingClientRect().bottom;
    page.do("strip", "height", String((100 * (innerHeight - event.clientY)) / below));
  });
  bar.addEventListener("dblclick", () => page.do("strip", "height", "usual"));
}
