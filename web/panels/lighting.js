import { equal, holds, targetOf } from "../references.js";
import { same } from "../pointing.js";

/** @typedef {import("../types.js").Reference} Reference */

/** Makes the formulas in a host answer to pointing: a symbol pointed at lights up everywhere, and those that mean
 * what is pointed at elsewhere light up here.
 */
export class Lighting {
  /**
   * @param {HTMLElement} host
   * @param {import("../pointing.js").Pointing} pointing
   */
  constructor(host, pointing) {
    this.host = host;
    this.pointing = pointing;
    host.addEventListener("pointerover", this.#over);
    host.addEventListener("pointerout", this.#out);
    // A finger does not hover: it points until it taps elsewhere.
    host.addEventListener("click", this.#over);
    host.addEventListener("focusin", this.#focus);
    host.addEventListener("focusout", this.#blur);
    pointing.on("change", () => this.#light());
    new MutationObserver(() => this.#light()).observe(host, { childList: true, subtree: true, attributeFilter: ["data-symbol"] });
  }

  /** Lights the symbols in the host. */
  #light() {
    const { reference } = this.pointing;
    for (const symbol of this.host.querySelectorAll("[data-symbol]")) {
      symbol.classList.toggle("lit", reference !== null && means(referenceAt(symbol), reference));
    }
  }

  /** @param {Event} event */
  #over = (event) => {
    const symbol = symbolAt(event.target);
    if (symbol) this.pointing.point(referenceAt(symbol));
  };

  /** What has data-points points at that while it has the keyboard's focus. @param {FocusEvent} event */
  #focus = ({ target }) => {
    const points = target instanceof Element && target.matches(":focus-visible") && target.getAttribute("data-points");
    if (points) this.pointing.point(JSON.parse(points));
  };

  /** @param {FocusEvent} event */
  #blur = ({ target }) => {
    if (target instanceof Element && target.hasAttribute("data-points")) this.pointing.point(null);
  };

  /** @param {PointerEvent} event */
  #out = (event) => {
    if (event.pointerType !== "touch" && symbolAt(event.target)) this.pointing.point(null);
  };
}

/** Whether a symbol of a formula stands for what is pointed at, for a matrix that it is in, or for the same part of
 * the network.
 * @param {Reference} symbol
 * @param {Reference} pointed
 */
export function means(symbol, pointed) {
  if (equal(symbol, pointed) || holds(symbol, pointed)) return true;
  const target = targetOf(symbol);
  return target !== null && target.to > 0 && same(target, targetOf(pointed));
}

/** @param {EventTarget | null} place */
function symbolAt(place) {
  return place instanceof Element ? place.closest("[data-symbol]") : null;
}

/** @param {Element} symbol @returns {Reference} */
function referenceAt(symbol) {
  return JSON.parse(symbol.getAttribute("data-symbol") ?? "");
}
