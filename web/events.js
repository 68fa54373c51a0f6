/** Turns what is done to an element into the intent that it names: data-do="check break" with the value chosen, and
 * data-selected="numpy hold" with whether some of its text is selected.
 */

/** @param {import("./page.js").Page} page */
export function listen(page) {
  const hear = (/** @type {string} */ type, /** @type {string} */ kind, /** @type {(element: any) => string[]} */ values) =>
    document.addEventListener(type, (event) => {
      const element = event.target instanceof Element ? event.target.closest(`[data-do]:is(${kind})`) : null;
      if (element instanceof HTMLElement) page.do(...(element.dataset.do ?? "").split(" "), ...values(element));
    });
  hear("click", "button, a", () => []);
  hear("change", "input:not([type=range]), select, textarea", valueOf);
  hear("input", "input[type=range]", valueOf);
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    for (const element of document.querySelectorAll("[data-selected]")) {
      const selected = selection !== null && !selection.isCollapsed && selection.containsNode(element, true);
      page.do(...(element.getAttribute("data-selected") ?? "").split(" "), String(selected));
    }
  });
}

/** @param {HTMLInputElement} field */
function valueOf({ type, checked, value }) {
  return [type === "checkbox" ? String(checked) : value];
}
