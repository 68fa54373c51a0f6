/** Characters of an address that are looked at; the longest link is shorter. */
const MOST = 300_000;

/** Which page around this one may be heard and told before engine/page/host has read the address: the origin that it names
 * plainly, * for any where nothing in it is like origin=, else "" for none. What is one slip from the word has one half of it.
 * @param {{search: string, hash: string}} address
 */
export function plainOrigin({ search, hash }) {
  const pairs = [...new URLSearchParams(`${search}&${hash.slice(1)}`)];
  const named = pairs.filter(([key]) => key === "origin").map(([, value]) => value.trim());
  // A title without marks is words, and a record letters.
  const others = pairs.filter(([key, value]) => key !== "origin" && !(/^(title|z)$/.test(key) && /^[^=%&\\]*$/.test(value.normalize("NFKC"))));
  if (named.length > 1 || search.length + hash.length > MOST || /ori|gin|orgiin/i.test(others.join("&").normalize("NFKC"))) return "";
  if (named.length === 0) return "*";
  try {
    return /^https?:\/\/([\p{L}\p{N}.:_-]+|\[[\da-f:.]+\](:\d+)?)($|[/?#])/iu.test(named[0]) ? new URL(named[0]).origin : "";
  } catch {
    return "";
  }
}
