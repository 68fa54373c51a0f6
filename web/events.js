import { fields } from "./bind.js";
import { takesSpace, typing } from "./keyboard.js";
import { closeDialogs, modalOpen } from "./modal.js";

/** Turns what is done to an element into the intent that it names: data-do="check break" with the value chosen, of details
 * when they are opened or closed, of a dialog when it is closed, and data-selected="numpy hold" with whether some of its
 * text is selected. A field for whole numbers has data-step too, for the arrow keys, what moves in steps of its own
 * data-keys; Escape gives up what was begun in a field. Where data-arrows stands, arrow keys pressed anywhere in it are
 * an intent, with data-lines those up and down too. data-focus hears that the focus comes, and whether it is to be seen. data-key names keys that do the same as a button: one of a character anywhere on the page but where it is
 * typed or, of Space, presses something, any other in the panel, Escape also in its fields, unless the inspector lies above it. A field with data-live tells each key.
 */

/** Keys that move along. */
const ways = ["ArrowLeft", "ArrowDown", "ArrowRight", "ArrowUp", "PageDown", "PageUp", "Home", "End"];

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
      page.do(...(element.dataset.do ?? "").split(" "), ...values(element));
    }, type === "toggle" || type === "close"); // which do not bubble
  hear("click", "button, a", ({ value }) => (value ? [value] : []));
  hear("change", "input:not([type=range], [data-live]), select, textarea", (field) => {
    const values = valueOf(field);
    // What is refused gives way to what was there.
    if (field.matches(fields)) field.value = field.defaultValue;
    else if (field.type === "checkbox") field.checked = field.defaultChecked;
    return values;
  });
  hear("input", "input[type=range], [data-live]", valueOf);
  hear("toggle", "details", ({ open }) => [String(open)]);
  hear("close", "dialog", () => []);
  document.addEventListener("keydown", (event) => {
    const { target: field, key } = event;
    if (field instanceof HTMLElement && field.dataset.keys && ways.includes(key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      page.do(...field.dataset.keys.split(" "), key);
    }
    if (!(field instanceof HTMLInputElement && field.dataset.do && field.matches(entered))) return;
    if (key === "Escape") field.value = field.defaultValue;
    const by = { ArrowUp: "1", ArrowDown: "-1" }[key];
    if (!by || !field.dataset.step) return;
    event.preventDefault();
    page.do(...field.dataset.step.split(" "), by);
  });
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    const space = key === " ";
    const taken = typing(event) || target instanceof HTMLSelectElement || (key.length > 1 && target instanceof HTMLInputElement);
    if (space ? takesSpace(event) : taken && key !== "Escape") return;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || modalOpen()) return;
    const above = key === "Escape" ? document.querySelector(".inspector:not([hidden])") : null;
    const within = above ?? (key.length === 1 ? document : target instanceof Element ? target.closest(".panel")?.parentElement : null);
    const element = within?.querySelector(`[data-key~="${space ? "Space" : CSS.escape(key)}"]`);
    if (!(element instanceof HTMLElement)) return;
    event.preventDefault();
    if (!space || !event.repeat) page.do(...(element.dataset.do ?? "").split(" "));
  });
  document.addEventListener("keydown", (event) => {
    const { target, key, defaultPrevented } = event;
    const around = target instanceof Element && !target.closest("input, select") ? target.closest("[data-arrows]") : null;
    const lines = around?.hasAttribute("data-lines") ? ["ArrowUp", "ArrowDown"] : [];
    if (!around || defaultPrevented || !["ArrowLeft", "ArrowRight", "Home", "End", ...lines].includes(key)) return;
    event.preventDefault();
    page.do(...(around.getAttribute("data-arrows") ?? "").split(" "), key);
  });
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset.do && target.matches(entered)) target.select();
    if (target instanceof HTMLElement && target.dataset.focus) page.do(...target.dataset.focus.split(" "), String(target.matches(":focus-visible")));
  });
  document.addEventListener("focusout", ({ target }) => target instanceof HTMLElement && target.dataset.focus && page.do("point"));
  tellMedia(page, "(prefers-reduced-motion: reduce)", "calm");
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    for (const element of document.querySelectorAll("[data-selected]")) {
      const selected = selection !== null && !selection.isCollapsed && selection.containsNode(element, true);
      page.do(...(element.getAttribute("data-selected") ?? "").split(" "), String(selected));
    }
  });
}

/** Tells by an intent whether a query of media matches, now and when that changes.
 * @param {import("./page.js").Page} page
 * @param {string} query
 * @param {...string} intent
 */
export function tellMedia(page, query, ...intent) {
  const media = matchMedia(query);
  const tell = () => page.do(...intent, String(media.matches));
  media.addEventListener("change", tell);
  tell();
}

/** @param {HTMLInputElement} field */
function valueOf({ type, checked, value }) {
  return [type === "checkbox" ? String(checked) : value];
}
