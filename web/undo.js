/** How often an escape that was itself escaped is undone. */
const ROUNDS = 8;

/** The characters that HTML may write as a name, of those that a query holds or that stand around it. @type {Record<string, string>} */
const named = { amp: "&", equals: "=", num: "#", quest: "?", colon: ":", sol: "/", period: ".", semi: ";", comma: ",", quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " ", bsol: "\\", lowbar: "_", newline: "\n" };

/** A text without references of HTML, as &#38; and &equals;, references to & in references too.
 * @param {string} text
 */
export function unreferenced(text) {
  return repeatedly(text, (text) => text
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (reference, hex, decimal) => character(hex ? parseInt(hex, 16) : Number(decimal)) ?? reference)
    .replace(/&([a-z]{2,8});/gi, (reference, name) => named[name.toLowerCase()] ?? reference));
}

/** A text of an address without any escape: of percents, HTML, JSON and quoted-printable, escapes of escapes too, and full-width
 * letters and marks as usual ones. What is no escape stays.
 * @param {string} text
 */
export function undone(text) {
  const plain = repeatedly(text, (text) => unreferenced(text
    .replace(/(?:%[\da-f]{2})+/gi, (escapes) => new TextDecoder().decode(Uint8Array.from(escapes.slice(1).split("%"), (code) => parseInt(code, 16))))
    .replace(/\\{1,2}u([\da-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))).normalize("NFKC"));
  return plain.replace(/=[ \t]*\r?\n/g, "").replace(/=3d/gi, "=");
}

/**
 * @param {string} text
 * @param {(text: string) => string} undo
 */
function repeatedly(text, undo) {
  for (let round = 0, before = ""; round < ROUNDS && text !== before; round++) [before, text] = [text, undo(text)];
  return text;
}

/** @param {number} code */
function character(code) {
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
