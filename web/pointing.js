/** Tells what a pointer does. Over an element with data-pointer, of several the innermost, that is by its intent: press, move,
 * lift, cancel, leave or click, the place in the element in CSS pixels, with data-shares in shares of its size or of that of
 * the element it names, the kind of pointer and its button. One with data-drag keeps the pointer until the button goes up; a click that means nothing in one is
 * passed on to the next around it. What has data-point, and a symbol of a formula, is pointed at. A talk hears how far a finger went.
 */

/** Where the symbols of formulas answer. */
const formulas = ":is(#panel, #side-lessons)";
/** Where a finger draws, slides or scrolls sideways. */
const dragged = "#drawing, .grid, input, [data-scrolls][tabindex]";
/** What is pointed at. */
const things = `${formulas} [data-symbol], [data-point]`;

/** @param {import("./page.js").Page} page */
export function followPointer(page) {
  tellPointer(page);
  pointAt(page);
  lightSymbols(page);
  tellSwipes(page);
}

/** @param {import("./page.js").Page} page */
function tellPointer(page) {
  const at = (/** @type {any} */ place) => /** @type {HTMLElement | null} */ (place?.closest?.(".callout-close") ? null : place?.closest?.("[data-pointer]"));
  const does = (/** @type {HTMLElement} */ element, /** @type {string} */ verb, /** @type {PointerEvent} */ { clientX, clientY, pointerType, button }) => {
    const { pointer, shares } = element.dataset;
    const { x, y, width, height } = ((shares && document.querySelector(shares)) || element).getBoundingClientRect();
    const [across, down] = shares === undefined ? [1, 1] : [width, height];
    return [pointer, verb, (clientX - x) / across, (clientY - y) / down, pointerType, button].join(" ");
  };
  const verbs = { pointerdown: "press", pointermove: "move", pointerout: "leave", pointercancel: "cancel", lostpointercapture: "lift" };
  for (const type of /** @type {(keyof typeof verbs)[]} */ (Object.keys(verbs))) {
    document.addEventListener(type, (event) => {
      const element = at(event.target);
      if (!element || !event.isPrimary || (type === "pointerout" && at(event.relatedTarget) === element)) return;
      if (type === "pointerdown" && event.button === 0 && "drag" in element.dataset) element.setPointerCapture(event.pointerId);
      page.do(does(element, verbs[type], event));
    });
  }
  document.addEventListener("click", (event) => {
    // The keyboard clicks a button at no place; then the button is meant, never the bias mark on its corner.
    if (event.detail === 0) return;
    for (let element = at(event.target); element; element = at(element.parentElement)) {
      if (page.offer(event, does(element, "click", event))) return event.stopPropagation();
    }
  }, true);
  document.addEventListener("pointerdown", ({ target }) => {
    if (document.querySelector("#inspector:not([hidden])") && target instanceof Element && !target.closest("#inspector, #slot-network")) page.do("inspector", "leave");
  });
}

/** @param {import("./page.js").Page} page */
function pointAt(page) {
  let pointed = "";
  const at = (/** @type {EventTarget | null} */ place) => (place instanceof Element ? place.closest(things) : null);
  const point = (/** @type {Element | null} */ thing) => {
    const symbol = thing?.getAttribute("data-symbol") ?? "";
    const intent = thing?.getAttribute("data-point") ?? "";
    if (symbol + intent !== pointed) intent ? page.do(intent) : page.do("point", symbol);
    pointed = symbol + intent;
  };
  // A finger points by a tap, until it taps elsewhere.
  const over = (/** @type {PointerEvent} */ { target, pointerType, type }) => (type === "click" || pointerType !== "touch") && at(target) && point(at(target));
  document.addEventListener("pointerover", over);
  document.addEventListener("click", over);
  document.addEventListener("pointerout", ({ pointerType, relatedTarget }) => pointerType !== "touch" && !at(relatedTarget) && point(null));
}

/** Tells a talk how far one finger went on a page that is not zoomed. @param {import("./page.js").Page} page */
function tellSwipes(page) {
  let begun = /** @type {Touch | null} */ (null);
  document.addEventListener("touchstart", ({ target, touches }) => {
    const free = touches.length === 1 && !(Number(visualViewport?.scale) > 1.01) && !(/** @type {Element} */ (target).closest(dragged));
    begun = free && document.documentElement.dataset.ui === "present" ? touches[0] : null;
  });
  document.addEventListener("touchend", ({ changedTouches: [{ clientX, clientY }] }) => {
    if (begun) page.do("talk swipe", String(clientX - begun.clientX), String(clientY - begun.clientY));
  });
}

/** Lights the symbols that mean what is pointed at, those too that are written later.
 * @param {import("./page.js").Page} page
 */
function lightSymbols(page) {
  // Safari before 16.4 lights nothing.
  if (!("adoptedStyleSheets" in document)) return;
  const light = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, light];
  page.on("light", ({ symbols }) => light.replaceSync(symbols && `${formulas} :is(${symbols}) { background: var(--lit); box-shadow: 0 0 0 2px var(--lit); }`));
}
