import { byId } from "./dom.js";

/** Tells engine/page where the pointer is over the pictures, what it drags, and which symbols of formulas it meets; lights
 * those that mean what is pointed at.
 */

/** Formulas in which symbols answer. */
const symbols = ":is(#panel, #side-lessons) [data-symbol]";

/** Where in an element a pointer is, in CSS pixels.
 * @param {Element} element
 * @param {MouseEvent} event
 */
export function placeIn(element, { clientX, clientY }) {
  const { x, y } = element.getBoundingClientRect();
  return [String(clientX - x), String(clientY - y)];
}

/** @param {import("./page.js").Page} page */
export function followPointer(page) {
  scrub(page);
  pointAt(page);
  meetSymbols(page);
  dragSeparator(page);
}

/** @param {import("./page.js").Page} page */
function pointAt(page) {
  for (const slot of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-slot]"))) {
    const tell = (/** @type {string} */ intent, /** @type {MouseEvent} */ event) => page.do("pointing", intent, slot.dataset.slot ?? "", ...placeIn(slot, event));
    // A finger on the network does not hover.
    slot.addEventListener("pointermove", (event) => (event.pointerType === "touch" && slot.dataset.slot === "network") || tell("over", event));
    slot.addEventListener("pointerleave", () => page.do("pointing", "leave"));
    slot.addEventListener("click", (event) => {
      // The keyboard clicks a button at no place; then the button is meant, never the bias mark on its corner.
      if (event.detail === 0) return;
      event.stopPropagation();
      tell("press", event);
    });
  }
}

/** @param {import("./page.js").Page} page */
function meetSymbols(page) {
  let pointed = "";
  const point = (/** @type {string} */ symbol) => {
    if (symbol !== pointed) page.do("point", symbol);
    pointed = symbol;
  };
  const symbolAt = (/** @type {EventTarget | null} */ place) => (place instanceof Element ? place.closest(symbols)?.getAttribute("data-symbol") : null) ?? "";
  const over = (/** @type {Event} */ { target }) => symbolAt(target) && point(symbolAt(target));
  document.addEventListener("pointerover", over);
  document.addEventListener("pointerout", ({ pointerType, relatedTarget }) => pointerType !== "touch" && !symbolAt(relatedTarget) && point(""));
  // A finger points until it taps elsewhere.
  document.addEventListener("click", over);
  document.addEventListener("pointerdown", ({ target }) => {
    if (document.querySelector("#inspector:not([hidden])") && target instanceof Element && !target.closest("#inspector, #slot-network")) page.do("inspector", "leave");
  });

  const tip = byId("tooltip", HTMLElement);
  const observer = new MutationObserver(() => {
    for (const symbol of document.querySelectorAll(symbols)) symbol.classList.toggle("lit", Boolean(tip.dataset.lit) && symbol.matches(tip.dataset.lit ?? ""));
  });
  observer.observe(tip, { attributeFilter: ["data-lit"] });
  for (const host of document.querySelectorAll("#panel, #side-lessons")) observer.observe(host, { childList: true, subtree: true });
}

/** Has the cost curve dragged along, and the slider below it stand below the other pictures where the curve is not on show.
 * @param {import("./page.js").Page} page
 */
function scrub(page) {
  const [slot, bar] = [byId("slot-cost", HTMLElement), byId("travel", HTMLElement)];
  const home = /** @type {HTMLElement} */ (bar.parentElement);
  slot.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    slot.setPointerCapture(event.pointerId);
    page.do("scrubber", "grab", ...placeIn(slot, event));
  });
  slot.addEventListener("pointermove", (event) => slot.hasPointerCapture(event.pointerId) && page.do("scrubber", "drag", ...placeIn(slot, event)));
  const place = () => {
    const around = /** @type {HTMLElement} */ (slot.offsetWidth > 0 ? home : home.parentElement);
    if (bar.parentElement !== around) around.append(bar);
  };
  new ResizeObserver(place).observe(slot);
  // A slot that is not on show has no size, of which an observer tells nothing.
  place();
}

/** Has the bar between network and panel on wide screens share out the height of what is below the header.
 * @param {import("./page.js").Page} page
 */
function dragSeparator(page) {
  const [bar, header] = [byId("panel-separator", HTMLElement), /** @type {HTMLElement} */ (document.querySelector(".header"))];
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
