/** A text of the locales with formulas, words or numbers in the places that it names.
 * @param {import("../language.js").Language} language
 * @param {string} key
 * @param {Record<string, Node | string | number>} [parts]
 * @returns {(Node | string)[]}
 */
export function sentence(language, key, parts = {}) {
  /** @type {Record<string, string | number>} */
  const words = {};
  for (const [name, part] of Object.entries(parts)) if (!(part instanceof Node)) words[name] = part;
  return language.text(key, words).split(/\{(\w+)\}/).map((piece, i) => {
    const part = i % 2 === 1 ? parts[piece] : piece;
    return part instanceof Node ? part : String(part);
  });
}
