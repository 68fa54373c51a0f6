/** Text written so that another language takes it for text. Titles and addresses have one line. */

import { oneLine } from "../line.js";

/** In HTML, and in the attributes of JSX, which knows the same references. Vue and Liquid look for
 * braces and MkDocs for links, code and escapes where others see only HTML, so what makes these is a reference as well.
 * @param {string} text
 */
export function html(text) {
  return oneLine(text).replace(/[&<>"{}[\]\\`]/g, (character) => references[character] ?? `&#${character.charCodeAt(0)};`);
}

/** @type {Record<string, string>} */
const references = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** In Markdown, with what Pandoc and MyST add to it.
 * @param {string} text
 */
export function markdown(text) {
  return oneLine(text).replace(/[\\`*_{}[\]<>&~^$|@#]/g, "\\$&");
}

/** A string of Python or JavaScript.
 * @param {string} text
 */
export function string(text) {
  const line = oneLine(text);
  return /["\\]/.test(line) && !/['\\]/.test(line) ? `'${line}'` : JSON.stringify(line);
}

/** A parameter of Hugo's shortcodes. Between backquotes it knows no escapes.
 * @param {string} text
 */
export function hugo(text) {
  const line = oneLine(text);
  return /["\\]/.test(line) ? `\`${line.replaceAll("`", "'")}\`` : `"${line}"`;
}

/** Whether a text is where a picture may be: a file beside the notes, or an address of the web.
 * @param {string} text
 */
export function isPicture(text) {
  try {
    return /^https?:$/.test(new URL(text, "https://notes.example/").protocol);
  } catch {
    return false;
  }
}

/** An address without the characters that end one in Markdown or in quotes, or a reference to a character.
 * @param {string} text
 */
export function address(text) {
  return oneLine(text).replace(/[ "'();<>[\]\\^`{|}]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
