/** Copying, also where a page may not write to the clipboard: in frames and without https. */

/** Copies a text: by the clipboard, else as a selection would be copied by hand, which browsers allow more often. If
 * neither is allowed it stays selected.
 * @param {string} text
 * @param {(() => void) | null} select selects it where it stands
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyText(text, select) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return select !== null && copySelection(select);
  }
}

/** Copies a PNG in the same ways.
 * @param {Blob} picture
 * @param {() => void} select
 */
export async function copyPicture(picture, select) {
  try {
    await navigator.clipboard.write([new ClipboardItem({ [picture.type]: picture })]);
    return true;
  } catch {
    return copySelection(select);
  }
}

/** Selects what an element holds; of a field on iOS select() only goes to its end.
 * @param {HTMLElement} element
 */
export function select(element) {
  if (!(element instanceof HTMLTextAreaElement)) return document.getSelection()?.selectAllChildren(element);
  element.focus();
  element.setSelectionRange(0, element.value.length);
}

/** @param {() => void} select */
function copySelection(select) {
  select();
  return document.execCommand("copy");
}
