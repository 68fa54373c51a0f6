/** Whom a key belongs to, as far as where the focus is decides it. */

const text = "textarea, [contenteditable]:not([contenteditable=false]), " +
  "input:not([type=radio], [type=checkbox], [type=range], [type=color], [type=file], [type=button], [type=submit], [type=reset], [type=image])";

const pressed = "button, select, summary, input:not([type=range]), " +
  ":is([role=button], [role=tab], [role=switch], [role=checkbox], [role=radio], [role=option], [role^=menuitem])";

/** Whether what is typed goes into a text field.
 * @param {Event} event
 */
export function typing({ target }) {
  return target instanceof Element && target.closest(text) !== null;
}

/** Whether a space goes into a text field or operates what has the focus: a button does, a slider does not.
 * @param {Event} event
 */
export function takesSpace(event) {
  return typing(event) || (event.target instanceof Element && event.target.closest(pressed) !== null);
}
