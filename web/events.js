import { fields } from "./bind.js";
import { byId } from "./dom.js";
import { listenToKeys } from "./keyboard.js";
import { closeDialogs } from "./modal.js";

/** Turns what is done to an element into the intent that it names: data-do="check break" with the value chosen, of details
 * when they are opened or closed, of a dialog when it is closed and not open again, where data-with names a field with what stands in it, and
 * data-selected="numpy hold" with whether some of its text is selected. data-focus hears that the focus comes, and whether
 * it is to be seen, data-blur that it leaves, else nothing is pointed at then. A field with data-live tells each key.
 */

/** Fields whose text is told when it is whole. */
const entered = `:is(${fields}):not([data-live])`;

/** @param {import("./page.js").Page} page */
export function listen(page) {
  document.addEventListener("submit", (event) => event.preventDefault());
  closeDialogs();
  const hear = (/** @type {string} */ type, /** @type {string} */ kind, /** @type {(element: any) => string[]} */ values) =>
    document.addEventListener(type, (event) => {
      const element = event.target instanceof Element ? event.target.closest(`[data-do]:is(${kind})`) : null;
      if (!(element instanceof HTMLElement)) return;
      // The fragment of the address is the run's.
      if (element instanceof HTMLAnchorElement) event.preventDefault();
      page.do(element.dataset.do ?? "", ...values(element));
      // Until the engine is there the page says when that is done.
      if (!page.engine) document.documentElement.dataset.early = "";
    }, type === "toggle" || type === "close"); // which do not bubble
  hear("click", "button, a, .grid-cell", ({ value, dataset }) => (value ? [value] : withOf(dataset)));
  hear("change", "input:not([type=range], [data-live]), select, textarea", (field) => {
    const values = valueOf(field);
    // What is refused gives way to what was there.
    if (field.matches(fields)) field.value = field.defaultValue;
    else if (field.type === "checkbox") field.checked = field.defaultChecked;
    return values;
  });
  hear("input", "input[type=range], [data-live]", valueOf);
  hear("toggle", "details", ({ open }) => [String(open)]);
  hear("close", "dialog:not([open])", ({ dataset }) => withOf(dataset));
  // Escape gives up what was begun in a field.
  document.addEventListener("keydown", ({ target, key }) => {
    if (key === "Escape" && target instanceof HTMLInputElement && target.dataset.do && target.matches(entered)) target.value = target.defaultValue;
  });
  listenToKeys(page);
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset.do && target.matches(entered)) target.select();
    if (target instanceof HTMLElement && target.dataset.focus) page.do(target.dataset.focus, String(target.matches(":focus-visible")));
  });
  document.addEventListener("focusout", ({ target }) => target instanceof HTMLElement && target.dataset.focus && page.do(target.dataset.blur ?? "point"));
  // The width is that at which a panel leaves a lesson its place. Elsewhere a button opens it.
  for (const [query, intent] of [["(prefers-reduced-motion: reduce)", "calm"], ["(min-width: 62.5em)", "lessons room"]]) {
    const media = matchMedia(query);
    const tell = () => page.do(intent, String(media.matches));
    media.addEventListener("change", tell);
    tell();
  }
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    for (const element of document.querySelectorAll("[data-selected]")) {
      const selected = selection !== null && !selection.isCollapsed && selection.containsNode(element, true);
      page.do(element.getAttribute("data-selected") ?? "", String(selected));
    }
  });
}

/** What stands in the field that an element names.
 * @param {DOMStringMap} dataset
 */
function withOf({ with: field }) {
  return field ? [byId(field, HTMLTextAreaElement).value] : [];
}

/** @param {HTMLInputElement} field */
function valueOf({ type, checked, value }) {
  return [type === "checkbox" ? String(checked) : value];
}
