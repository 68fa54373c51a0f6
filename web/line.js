/** A text of someone else's as one line that shows what it holds: blanks for line breaks and control characters, no
 * characters that turn the text around them or that XML forbids, U+FFFD for halves of characters. Marks of direction and
 * joiners stay, as Arabic, Persian and emoji need them.
 * @param {string} text
 */
export function oneLine(text) {
  return text.replace(/[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, "").replace(/[\s\p{Cc}]+/gu, " ").replace(/\p{Cs}/gu, "\ufffd").trim();
}
