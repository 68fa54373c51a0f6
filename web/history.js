/** Changes the address of the page; false where the browser refuses, as WebKit does after 100 changes in 10 s.
 * @param {"push" | "replace"} how
 * @param {string | URL} address
 * @param {unknown} [state] of the entry of history
 */
export function changeAddress(how, address, state = null) {
  try {
    if (how === "push") history.pushState(state, "", address);
    else history.replaceState(state, "", address);
    return true;
  } catch {
    return false;
  }
}
