/** The text of a file: UTF-8 with or without a byte order mark, else GB18030; null where it is neither.
 * @param {ArrayBuffer | Uint8Array<ArrayBuffer>} bytes
 * @returns {string | null}
 */
export function decode(bytes) {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // It is another one.
    }
  }
  return null;
}
