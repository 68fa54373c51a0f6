/** How often an escape that was itself escaped is undone. */
const ROUNDS = 64;

/** The characters that HTML may write as a name, of those that a query holds or that stand around it. @type {Record<string, string>} */
const named = { amp: "&", equals: "=", num: "#", quest: "?", colon: ":", sol: "/", period: ".", semi: ";", comma: ",", quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " ", bsol: "\\", lowbar: "_", newline: "\n" };

/** A text of an address without any escape: of percents, HTML, JSON and quoted-printable, escapes of escapes too, and full-width
 * letters and marks as usual ones. What is no escape stays.
 * @param {string} text
 */
export function undone(text) {
  for (let round = 0, before = ""; round < ROUNDS && text !== before; round++) {
    before = text;
    text = text
      .replace(/(?:%[\da-f]{2})+/gi, (escapes) => new TextDecoder().decode(Uint8Array.from(escapes.slice(1).split("%"), (code) => parseInt(code, 16))))
      .replace(/\\{1,2}u([\da-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
      .replace(/&#(x[\da-f]{1,6}|\d{1,7});/gi, (reference, code) => (Number(`0${code}`) <= 0x10ffff ? String.fromCodePoint(Number(`0${code}`)) : reference))
      .replace(/&([a-z]{2,8});/gi, (reference, name) => named[name.toLowerCase()] ?? reference)
      .normalize("NFKC");
  }
  return text.replace(/=[ \t]*\r?\n/g, "").replace(/=3d/gi, "=");
}
