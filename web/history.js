import { query } from "./query.js";

/** Changes the address of the page; false where the browser refuses, as WebKit does after 100 changes in 10 s.
 * @param {"push" | "replace"} how
 * @param {string | URL} address
 * @param {unknown} [state] of the entry of history; as it is without, and none of a new one
 */
export function changeAddress(how, address, state = how === "push" ? null : history.state) {
  try {
    if (how === "push") history.pushState(state, "", address);
    else history.replaceState(state, "", address);
    return true;
  } catch {
    return false;
  }
}

/** Has a key of the query have a value, "" for none.
 * @param {string} key
 * @param {string} value
 * @param {boolean} [push] whether going back undoes it
 */
export function changeQuery(key, value, push = false) {
  const asked = query();
  if (value ? asked.get(key) === value : !asked.has(key)) return;
  if (value) asked.set(key, value);
  else asked.delete(key);
  const address = new URL(location.href);
  address.search = String(asked).replaceAll("%2C", ",");
  changeAddress(push ? "push" : "replace", address);
}

/** Characters of the query and of the fragment, one more than any link has. */
const MOST = 300_001;

/** Cuts an address that is longer than any link: browsers resolve every name of a file and of an icon by all of it. What is left
 * is still told as too long.
 */
export function shortenAddress() {
  const { search, hash } = location;
  if (search.length > MOST || hash.length > MOST) changeAddress("replace", search.slice(0, MOST) + hash.slice(0, MOST));
}
