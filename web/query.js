/** The query of the address as it was before mail, chat programs and HTML wrote its marks in other ways. Its words are
 * needed before there is an engine; the fragment, which may have got into it, is repaired by the engine's package link.
 */

/** The keys of the query; presentation.js says what they mean. */
export const keys = /** @type {const} */ (["ui", "show", "hide", "lock", "run", "load", "theme", "lang", "title", "origin", "panel", "lesson"]);

const key = `(?:${keys.join("|")})`;
/** An & however it is written, escapes of escapes too, before a key. */
const separator = new RegExp(String.raw`(?:[&;^\\]|%26|%5C|%EF%BC%86)+(?:amp(?:;|%3B))*(?:%20|\s)*(?=${key}=)`, "gi");
const quotedPrintable = new RegExp(String.raw`((?:^|&)${key}=)3D`, "gi");

/** What HTML has a character for: the beginnings of &lang, &lesson and &origin. @type {[RegExp, string][]} */
const swallowed = [[/(?:%E2%8C%A9|%E2%9F%A8|%E3%80%88)(?==)/gi, "&lang"], [/%E2%89%A4(?=sson=)/gi, "&le"], [/%E2%88%A8(?=igin=)/gi, "&or"]];

/** What the address asks for: the pairs of its query, and its fragment.
 * @param {{search: string, hash: string}} address
 */
export function asked({ search, hash } = location) {
  // HTML may write & as &#38;, which begins a fragment.
  const text = (search.replace(/^\?/, "") + hash).replace(/&(?:amp;)*#(?:0*38|x0*26);/gi, "&");
  const start = text.indexOf("#");
  let query = start < 0 ? text : text.slice(0, start);
  if (!query.includes("=")) query = query.replace(/%3D|%EF%BC%9D/gi, "=");
  const [before = "", inside] = query.split(/%23(?=\w+=)/);
  query = before;
  for (const [character, letters] of swallowed) query = query.replace(character, letters);
  query = query.replace(separator, "&").replace(quotedPrintable, "$1");
  const pairs = [...new URLSearchParams(query)].map(([key, value]) => /** @type {[string, string]} */ ([key, key === "title" || /origin/i.test(key) ? value : bare(value)]));
  return { query: new URLSearchParams(pairs), fragment: start < 0 ? (inside ? `#${inside}` : "") : text.slice(start) };
}

/** A word or a list of words without what a sentence has around it.
 * @param {string} value
 */
function bare(value) {
  return value.normalize("NFKC").replace(/[\s\p{C}]/gu, "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}
