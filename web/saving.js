import { element } from "./dom.js";

/** Has the browser save a file.
 * @param {Blob} data
 * @param {string} name
 */
export function save(data, name) {
  const address = URL.createObjectURL(data);
  element("a", { href: address, download: name }).click();
  // Some browsers read it after the click only.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
