import { element } from "../../dom.js";

const keywords = ["assert", "def", "for", "if", "import", "as", "in", "return", "else", "not", "or", "and"];

/** Strings, comments, keywords and numbers of a program; what stands between is plain. */
const pieces = new RegExp([
  /(?<text>[rf]?"""[^]*?"""|[rf]?"[^"\n]*")/,
  /(?<comment>#[^\n]*)/,
  new RegExp(`(?<keyword>\\b(?:${keywords.join("|")})\\b)`),
  /(?<number>(?<![\w.])\d[\w.]*(?:(?<=e)[+-]\d+)?)/,
].map(({ source }) => source).join("|"), "g");

/** A Python program with its parts marked, to be put in a code element.
 * @param {string} program
 * @returns {(Node | string)[]}
 */
export function highlighted(program) {
  /** @type {(Node | string)[]} */
  const marked = [];
  let end = 0;
  for (const { 0: piece, index, groups } of program.matchAll(pieces)) {
    const kind = Object.entries(groups ?? {}).find(([, found]) => found !== undefined)?.[0];
    marked.push(program.slice(end, index), element("span", { class: `python-${kind}` }, piece));
    end = index + piece.length;
  }
  return [...marked, program.slice(end)];
}
