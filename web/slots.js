import { byId } from "./dom.js";

/** Tells the engine where the transparent boxes are through which the canvas shows, whenever they may be elsewhere. The slider
 * below the cost curve stands below the other pictures where the curve is not on show.
 * @param {import("./page.js").Page} page
 * @returns {() => void} looks at once
 */
export function tellSlots(page) {
  const app = /** @type {HTMLElement} */ (document.querySelector(".app"));
  const slots = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".slot")]);
  const canvas = /** @type {HTMLElement | null} */ (document.querySelector("body > canvas"));
  const [curve, slider] = [byId("slot-cost", HTMLElement), byId("travel", HTMLElement)];
  const home = slider.parentElement;
  let [measuring, told] = [0, ""];
  const measure = () => {
    const place = curve.offsetWidth > 0 ? home : home?.parentElement;
    if (slider.parentElement !== place) place?.append(slider);
    // The canvas may not keep the document higher than the page is: in a larger window that would leave both scrolled.
    const furthest = Math.max(0, app.offsetHeight - innerHeight);
    if (canvas) canvas.style.top = `${Math.min(scrollY, furthest)}px`;
    const places = slots.flatMap((slot) => {
      const { x, y, width, height } = slot.getBoundingClientRect();
      return width > 0 && height > 0 ? [slot.id.replace("slot-", ""), x, y, width, height] : [];
    });
    const now = ["slots", devicePixelRatio, ...places].join(" ");
    if (now === told) return;
    told = now;
    page.do(told);
  };
  const measureSoon = () => {
    cancelAnimationFrame(measuring);
    measuring = requestAnimationFrame(measure);
  };
  const watcher = new ResizeObserver(measureSoon);
  // A slot may move without changing its size when a neighbour does.
  for (const slot of slots) for (const one of [slot, slot.parentElement]) if (one) watcher.observe(one);
  addEventListener("resize", measureSoon);
  // The engine paints later in the same frame, so the pictures keep to their slots.
  addEventListener("scroll", measure);
  measure();
  return measure;
}
