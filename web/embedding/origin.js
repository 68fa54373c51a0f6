/** Which page around this one may command it: what origin= in the address says. It fails closed. */

import { undone } from "../undo.js";

/** The key. */
const KEY = "origin";
/** Characters of an address in which the key is looked for; the longest link is shorter. */
const MOST = 300_000;

/** The origin that a page around this one must have to be heard: empty for any, null for none; and what is wrong with
 * what the address says of it, as presentation.<fault> of the locales has it.
 * @param {URLSearchParams} query of the address
 * @param {{search: string, hash: string}} address
 * @param {boolean} framed whether there is a page around
 */
export function whoMayCommand(query, address, framed) {
  // The keys that can only be meant so: in another case, with blanks, after an & that was escaped twice.
  const origins = [...query].filter(([key]) => /^(amp;)*\s*origin\s*$/i.test(key)).map(([, value]) => value);
  const hidden = origins.length === 0 ? hidesOrigin(address) : null;
  const origin = hidden ? null : readOrigin(origins);
  // Of an address that is only long there is a word to say where a page around this one could miss something.
  const fault = hidden ? (framed || hidden !== "cutOrigin" ? hidden : "") : origin === null ? "origin" : "";
  return { origin, fault, named: origins.join(", ") };
}

/** The origin that all values of origin= name: empty for any page where there is none, null for no page where one of
 * them cannot be read or where they differ.
 * @param {string[]} values
 * @returns {string | null}
 */
export function readOrigin(values) {
  const named = new Set(values.map(originOf));
  return named.size > 1 ? null : ([...named, ""][0] ?? null);
}

/** The origin of a page's address, null where the text is no such address. A pattern or a list has a host of its own to
 * URL, so hosts are asked to look like one.
 * @param {string} text
 */
function originOf(text) {
  const trimmed = text.trim();
  if (!/^https?:\/\//i.test(trimmed) || /[\s\p{C}\p{Pi}\p{Pf}"'`<>()]/u.test(trimmed)) return null;
  try {
    const { hostname, username, password, origin } = new URL(trimmed);
    return /^([\w.-]+|\[[\da-f:.]+\])$/i.test(hostname) && !username && !password ? origin : null;
  } catch {
    return null;
  }
}

const near = slips(KEY).join("|");
/** Where a word begins. */
const edge = String.raw`(?<![\p{L}\p{N}])(?:amp)?`;
/** What can only be a key that was damaged: the key, or at the beginning of a word what is one slip from it, before = or
 * before an address, or as a pair by itself.
 */
const damaged = new RegExp(String.raw`(?:${KEY}|${edge}(?:${near}))(?:[^\p{L}&?#/=]*=|[^\p{L}&]*https?[^\p{L}])|(?:^|[&?#;\n])[^\p{L}=&]*(?:amp)?(?:${KEY}|${near})[^\p{L}=&#]*(?:[:&#\n]|$)`, "u");
/** In a title the words may stand for themselves. */
const swallowed = /origin[^\p{L}\n]*=[^\p{L}\n]*http/iu;

/** Whether an address without a readable origin= had one before it was damaged on its way: written otherwise, swallowed
 * by the pair before it, or behind the #. Titles and records (z) are looked at less closely, as they may hold anything. Values
 * of other people's keys may: ref=original, not ref=origin=https://notes.example.
 * @param {{search: string, hash: string}} address
 * @returns {"hiddenOrigin" | "cutOrigin" | null} cutOrigin where it is too long to be looked at
 */
export function hidesOrigin({ search, hash }) {
  const whole = search + hash;
  if (whole.length > MOST) return "cutOrigin";
  /** @type {string[]} */
  const titles = [];
  const looked = whole.replace(/([&?])title=([^&#]*)/gi, (_, mark, title) => (titles.push(title), mark)).replace(/([&#])z=[\w.-]*(?=&|$)/g, "$1");
  const plain = undone(looked).normalize("NFKD").toLowerCase().replaceAll("∨", "or").replace(/[\r\n]+/g, "\n").replace(/[\\^"'`*_~|<>()[\]{}“”„‘’«»-]|(?!\n)\p{C}|\p{M}/gu, "");
  return damaged.test(plain) || swallowed.test(undone(titles.join("\n"))) ? "hiddenOrigin" : null;
}

/** The patterns of a word with one slip: a letter missing, another, one too many, two changed over.
 * @param {string} word
 */
function slips(word) {
  return [...word].flatMap((letter, i) => [
    word.slice(0, i) + word.slice(i + 1),
    `${word.slice(0, i)}[^=&]${word.slice(i + 1)}`,
    `${word.slice(0, i + 1)}[^&]${word.slice(i + 1)}`,
    ...(i > 0 ? [word.slice(0, i - 1) + letter + word[i - 1] + word.slice(i + 1)] : []),
  ]);
}
