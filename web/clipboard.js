/** Copies, also where a page may not write to the clipboard, in frames and without https: then as a selection would be
 * copied by hand, which browsers allow more often. If neither is allowed it stays selected.
 * @param {string | Blob} what
 * @param {HTMLElement | null} [shown] where it stands
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copy(what, shown) {
  try {
    const { clipboard } = navigator;
    await (typeof what === "string" ? clipboard.writeText(what) : clipboard.write([new ClipboardItem({ [what.type]: what })]));
    return true;
  } catch {
    if (!shown) return false;
    select(shown);
    return document.execCommand("copy");
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
