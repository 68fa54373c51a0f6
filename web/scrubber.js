import { byId } from "./dom.js";

/** Has the cost curve dragged along, and the slider below it stand below the other pictures where the curve is not on show.
 * @param {import("./page.js").Page} page
 */
export function scrub(page) {
  const slot = byId("slot-cost", HTMLElement);
  const bar = byId("travel", HTMLElement);
  const home = /** @type {HTMLElement} */ (bar.parentElement);
  const pull = (/** @type {string} */ how, /** @type {PointerEvent} */ { clientX, clientY }) => {
    const { x, y } = slot.getBoundingClientRect();
    page.do("scrubber", how, String(clientX - x), String(clientY - y));
  };
  slot.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    slot.setPointerCapture(event.pointerId);
    pull("grab", event);
  });
  slot.addEventListener("pointermove", (event) => slot.hasPointerCapture(event.pointerId) && pull("drag", event));
  const place = () => {
    const around = /** @type {HTMLElement} */ (slot.offsetWidth > 0 ? home : home.parentElement);
    if (bar.parentElement !== around) around.append(bar);
  };
  new ResizeObserver(place).observe(slot);
  place();
}
