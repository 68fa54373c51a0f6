/** Milliseconds for which the file can be had. */
const PATIENCE = 60_000;

/** Has the browser save a file.
 * @param {Blob} data
 * @param {string} name
 */
export function save(data, name) {
  const address = URL.createObjectURL(data);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  // Some browsers read it when the reader has said where to.
  setTimeout(() => URL.revokeObjectURL(address), PATIENCE);
}
