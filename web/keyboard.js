import { fields } from "./bind.js";
import { modalOpen } from "./modal.js";

/** Tells keys by intents. data-keys names keys that mean something anywhere in an element, data-key the intent that a key is
 * told by, data-shift the one of a key with Shift. The innermost element counts that names the key, unless engine/page passes
 * it on to the next around. A key that what has the focus takes itself means nothing to what is around that. One that means
 * nothing at all may mean something to the page around this one.
 */

/** What a space operates; a slider it does not. */
const pressed = "button, select, summary, textarea, input:not([type=range])";

/** Whether what is typed goes into a text field.
 * @param {EventTarget | null} target
 */
export function typing(target) {
  return target instanceof Element && target.matches(fields);
}

/** @param {import("./page.js").Page} page */
export function listenToKeys(page) {
  document.addEventListener("keydown", (event) => {
    const { target, key, shiftKey } = event;
    // Which keys it passes on, only the engine knows.
    if (!(target instanceof Element) || event.defaultPrevented || event.altKey || !page.engine) return;
    const name = nameOf(event);
    const around = (/** @type {Element | null} */ from) => /** @type {HTMLElement | null} */ (from?.closest(`[data-keys~="${CSS.escape(name)}"][data-key]`));
    for (let element = around(target); element; element = around(element.parentElement)) {
      if (element !== target && (takes(target, name) || (modalOpen() && !element.closest("dialog")))) return;
      if (key === " " && event.repeat && element !== target) return event.preventDefault();
      const { key: intent = "", shift = intent } = element.dataset;
      if (page.offer(event, shiftKey ? shift : intent, name)) return;
    }
    if (!takes(target, name) && !modalOpen()) page.do(shiftKey ? "host key Shift" : "host key", name);
  });
}

/** A key as data-keys has it.
 * @param {KeyboardEvent} event
 */
function nameOf({ key, ctrlKey, metaKey }) {
  const name = key === " " ? "Space" : key.length === 1 ? key.toLowerCase() : key;
  return ctrlKey || metaKey ? `Control+${name}` : name;
}

/** Whether what has the focus takes a key itself: to type, to move in it or to operate it.
 * @param {Element} target
 * @param {string} name
 */
function takes(target, name) {
  // Clickers send these to turn a talk, whatever was pressed last.
  if (name === "Escape" || (name.startsWith("Page") && document.documentElement.dataset.ui === "present")) return false;
  if (name === "Space") return target.closest(pressed) !== null;
  if (typing(target) || name.startsWith("Control")) return typing(target);
  return target instanceof HTMLSelectElement || (name.length > 1 && target instanceof HTMLInputElement);
}
