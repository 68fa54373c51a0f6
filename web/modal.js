/** The modal dialog that is open, the inner one of two. */
function topDialog() {
  return [...document.querySelectorAll("dialog:modal")].at(-1) ?? null;
}

/** Whether a modal dialog is open: then keys mean nothing to the page behind it. */
export function modalOpen() {
  return topDialog() !== null;
}

/** Keeps notices where they are heard: a modal dialog makes all beside it inert, so what is told meanwhile is told in it.
 * @param {HTMLElement} notices
 */
export function tellInDialogs(notices) {
  const home = notices.parentElement;
  const place = () => (topDialog() ?? home)?.append(notices);
  new MutationObserver(place).observe(document.body, { subtree: true, attributeFilter: ["open"] });
}

/** Closes dialogs by the button in their head, and by a click beside them, unless that began in them, as selecting text may. */
export function closeDialogs() {
  let began = false;
  document.addEventListener("pointerdown", (event) => (began = beside(event)));
  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target.closest(".dialog-head > button") || (began && beside(event))) target.closest("dialog")?.close();
  });
}

/** Whether a pointer is beside the dialog that hears of it.
 * @param {MouseEvent} event
 */
function beside({ target, clientX, clientY }) {
  if (!(target instanceof HTMLDialogElement)) return false;
  const { left, right, top, bottom } = target.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
