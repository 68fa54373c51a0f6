/** Which page around this one may command it: what origin= in the address says. It fails closed. */

/** The keys that can only be meant as origin=: in another case, with blanks, after an & that was escaped twice.
 * @param {string} key
 */
export function meansOrigin(key) {
  return /^(amp;)*\s*origin\s*$/i.test(key);
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
  if (!/^https?:\/\//i.test(trimmed) || /[\s\p{C}]/u.test(trimmed)) return null;
  try {
    const { hostname, username, password, origin } = new URL(trimmed);
    return /^([\w.-]+|\[[\da-f:.]+\])$/i.test(hostname) && !username && !password ? origin : null;
  } catch {
    return null;
  }
}
