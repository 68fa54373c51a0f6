/** Carries a run over a reload, which a lost graphics context makes necessary. A run that follows from its
 * settings is replayed by its link; one that does not keeps its weights, in this tab's storage.
 */

const KEY = "shallows.resume";

/** Reloads the page with the run at hand, or the one set aside for a lesson.
 * @param {import("./types.js").Engine} engine
 */
export function reload(engine) {
  engine.unpark();
  history.replaceState(null, "", engine.hash());
  if (!engine.replayable()) sessionStorage.setItem(KEY, JSON.stringify({ hash: engine.hash(), params: engine.params() }));
  location.reload();
}

/** Puts back the weights that reload kept, if the address is still theirs.
 * @param {import("./types.js").Engine} engine
 */
export function restore(engine) {
  const kept = sessionStorage.getItem(KEY);
  if (kept === null) return;
  sessionStorage.removeItem(KEY);
  /** @type {{hash: string, params: import("./types.js").Params}} */
  const { hash, params } = JSON.parse(kept);
  if (hash !== engine.hash()) return;
  params.layers.forEach(({ W, b }, l) =>
    b.forEach((value, i) => {
      engine.setBias(l + 1, i + 1, value);
      W[i].forEach((w, k) => engine.setWeight(l + 1, i + 1, k + 1, w));
    }),
  );
}
