/** Tells engine/page where the pointer is over the pictures, and which symbols of formulas it meets; lights those that
 * mean what is pointed at.
 */

/** Formulas in which symbols answer. */
const symbols = ":is(#panel, #side-lessons) [data-symbol]";

/** @param {import("./page.js").Page} page */
export function followPointer(page) {
  for (const slot of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-slot]"))) {
    const tell = (/** @type {string} */ intent, /** @type {MouseEvent} */ event) => {
      const { x, y } = slot.getBoundingClientRect();
      page.do("pointing", intent, slot.dataset.slot ?? "", String(event.clientX - x), String(event.clientY - y));
    };
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

  const tip = /** @type {HTMLElement} */ (document.getElementById("tooltip"));
  const light = () => {
    for (const symbol of document.querySelectorAll(symbols)) symbol.classList.toggle("lit", Boolean(tip.dataset.lit) && symbol.matches(tip.dataset.lit ?? ""));
  };
  const observer = new MutationObserver(light);
  observer.observe(tip, { attributeFilter: ["data-lit"] });
  for (const host of document.querySelectorAll("#panel, #side-lessons")) observer.observe(host, { childList: true, subtree: true });
}
