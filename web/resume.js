/** Reloads the page with the run at hand, or the one set aside for a lesson: a lost graphics context makes that
 * necessary.
 * @param {import("./types.js").Engine} engine
 */
export function reload(engine) {
  engine.unpark();
  history.replaceState(null, "", engine.hash());
  location.reload();
}
