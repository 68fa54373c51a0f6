import { element, icon } from "./dom.js";

/** The modal dialog that is open, the inner one of two. */
export function topDialog() {
  return [...document.querySelectorAll("dialog:modal")].at(-1) ?? null;
}

/** Whether a modal dialog is open: then keys mean nothing to the page behind it. */
export function modalOpen() {
  return topDialog() !== null;
}

/** Fills a dialog: a head with its title and the button that closes it, and what follows.
 * @param {HTMLDialogElement} dialog named by the title's id
 * @param {string} title a key of the locales
 * @param {...Node} rest
 */
export function fillDialog(dialog, title, ...rest) {
  const id = dialog.getAttribute("aria-labelledby");
  const close = element("button", { type: "button", class: "button square quiet", "data-i18n-label": "dialog.close" }, icon("close"));
  dialog.append(element("div", { class: "dialog-head" }, element("h2", { id, "data-i18n": title }), close), ...rest);
  closable(dialog);
}

/** Closes a dialog by the button in its head, and by a click beside it, unless that began in it, as selecting text may.
 * @param {HTMLDialogElement} dialog
 */
export function closable(dialog) {
  dialog.querySelector(".dialog-head > button")?.addEventListener("click", () => dialog.close());
  const beside = (/** @type {MouseEvent} */ { target, clientX, clientY }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom);
  };
  let began = false;
  dialog.addEventListener("pointerdown", (event) => (began = beside(event)));
  dialog.addEventListener("click", (event) => began && beside(event) && dialog.close());
}
