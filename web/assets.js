/** Files of web/ that the page reads as it runs. */

/** The files' names in the site, which has hashes of their contents in them. @type {Record<string, string> | null} */
let names = null;

/** Where a file is.
 * @param {string} path from web/
 */
export function addressOf(path) {
  names ??= /** @type {Record<string, string>} */ (JSON.parse(document.getElementById("files")?.textContent ?? "{}"));
  return window.shallowsSealed?.pictures?.[path] ?? new URL(`web/${names[path] ?? path}`, document.baseURI).href;
}

/** Reads a JSON file: from the server, or, in a sealed page, from what its script brought.
 * @param {string} path from web/
 * @returns {Promise<any>}
 */
export async function readJSON(path) {
  if (window.shallowsSealed) return window.shallowsSealed.files[path];
  const answer = await fetch(addressOf(path));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** Runs a classic script of web/.
 * @param {string} path from web/
 * @returns {Promise<void>}
 */
export function runScript(path) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = addressOf(path);
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`${path} did not load`)));
    document.head.append(script);
  });
}
