/** A text of the locales with formulas or numbers in the places that it names, each once.
 * @param {import("../language.js").Language} language
 * @param {string} key
 * @param {Record<string, Node | string | number>} [parts]
 * @returns {(Node | string)[]}
 */
export function sentence(language, key, parts = {}) {
  return language.text(key).split(/\{(\w+)\}/).map((piece, i) => {
    const part = i % 2 === 1 ? parts[piece] : piece;
    return part instanceof Node ? part : String(part);
  });
}
