/** What this device remembers between visits. Storage is refused in some embedded and private pages, and may be
 * full; what is kept then lasts as long as the page.
 */

/** @type {Map<string, string>} */
const here = new Map();

/** @param {string} name */
export function remembered(name) {
  try {
    return localStorage.getItem(`shallows.${name}`) ?? here.get(name) ?? null;
  } catch {
    return here.get(name) ?? null;
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function remember(name, value) {
  here.set(name, value);
  try {
    localStorage.setItem(`shallows.${name}`, value);
  } catch {
    // The page goes on without.
  }
}
