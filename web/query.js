/** The query of the address as it was before mail, chat programs and HTML wrote its marks in other ways. Its words are
 * needed before there is an engine; the fragment, which may have got into it, is repaired by the engine's package link.
 */

import { undone, unreferenced } from "./undo.js";

/** Characters of either part of an address, and of a query and its pairs, that are read; a whole one is shorter. */
const MOST = 300_000;
const MOST_QUERY = 16_384;
const MOST_PAIRS = 200;

/** The keys of the query; presentation.js says what they mean. */
export const keys = /** @type {const} */ (["ui", "show", "hide", "lock", "run", "load", "theme", "lang", "title", "origin", "panel", "lesson"]);

const key = `(?:${keys.join("|")})`;
/** An & however it is written, escapes of escapes too, before a key. */
const separator = new RegExp(String.raw`(?:[&;?^\\]|\{\\&\}|\\u0026|%(?:25)*(?:26|3F|5C|0D|0A)|%EF%BC%86){1,12}(?:amp(?:;|%3B)){0,12}(?:%20|\s){0,12}(?=${key}=)`, "gi");
/** What parts two pairs in a text without escapes: marks and blanks before a key. */
const between = new RegExp(String.raw`[^\p{L}\p{N}=:,]{1,12}(?:amp)?(?=${key}[^\p{L}\p{N}]{0,12}=)`, "giu");

/** What HTML has a character for: the beginnings of &lang, &lesson and &origin. @type {[RegExp, string][]} */
const swallowed = [[/(?:%E2%8C%A9|%E2%9F%A8|%E3%80%88)(?==)/gi, "&lang"], [/%E2%89%A4(?=sson=)/gi, "&le"], [/%E2%88%A8(?=igin=)/gi, "&or"]];

/** What the address asks for: the pairs of its query, whether there are more than are read, and its fragment.
 * @param {{search: string, hash: string}} address
 */
export function asked({ search, hash } = location) {
  // HTML may write & as &#38;, which begins a fragment.
  const text = unreferenced(search.replace(/^\?/, "").slice(0, MOST) + hash.slice(0, MOST));
  const start = text.indexOf("#");
  let [query = "", inside] = (start < 0 ? text : text.slice(0, start)).split(/%23(?=\w+=)/);
  const long = query.length > MOST_QUERY;
  query = query.slice(0, MOST_QUERY);
  for (const [character, letters] of swallowed) query = query.replace(character, letters);
  query = query.replace(separator, "&");
  // A title may begin with 3D by itself.
  if (!/=(?!3D)/i.test(query) && !/^title=3D[^=]*$/i.test(query)) query = query.replace(/=3D/gi, "=");
  const pairs = query.split("&").filter((pair) => /[\p{L}\p{N}]/u.test(pair));
  const read = pairs.slice(0, MOST_PAIRS).flatMap(readPair);
  return { query: new URLSearchParams(read), cut: long || pairs.length > MOST_PAIRS, fragment: start < 0 ? (inside ? `#${inside}` : "") : text.slice(start) };
}

/** The pairs that one between two & holds: more than one where marks between them were damaged. Titles and origins may hold any
 * mark themselves; what other people's keys hold is theirs.
 * @param {string} pair
 * @returns {[string, string][]}
 */
function readPair(pair) {
  const end = pair.indexOf("=");
  const known = keyOf(end < 0 ? "" : pair.slice(0, end));
  if (known === "title" || known === "origin") return [[known, formDecoded(pair.slice(end + 1)).replace(/^3D(?=http)/i, "")]];
  const plain = undone(pair.replaceAll("+", " ")).replace(/^[^\p{L}\p{N}]+/u, "");
  const [, first = "", mark = ""] = /^([^=:]*)([=:]?)/.exec(plain) ?? [];
  if (!keyOf(first)) return [[formDecoded(end < 0 ? pair : pair.slice(0, end)), end < 0 ? "" : formDecoded(pair.slice(end + 1))]];
  return plain.split(between).map((part) => {
    const at = part.search(mark === ":" ? /[=:]/ : /=/);
    const name = keyOf(at < 0 ? part : part.slice(0, at)) ?? part;
    const value = at < 0 ? "" : part.slice(at + 1);
    return [name, name === "title" || name === "origin" ? value : bare(value, name)];
  });
}

/** The key that a text can only mean: in another case, with marks and blanks, after what is left of an &amp;.
 * @param {string} text
 */
function keyOf(text) {
  const letters = undone(text).toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return keys.find((key) => letters === key || /^(?:amp)+/.test(letters) && letters.replace(/^(?:amp)+/, "") === key);
}

/** A text as forms write it. @param {string} text */
function formDecoded(text) {
  return new URLSearchParams(`x=${text}`).get("x") ?? "";
}

/** A word or a list of words without what a sentence has around it.
 * @param {string} value
 * @param {string} key
 */
function bare(value, key) {
  const word = value.replace(/[\s\p{C}\\^]/gu, "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  return key === "lang" ? word : word.toLowerCase();
}
