import { changeAddress } from "./history.js";

/** Reloads the page with the run of the address, trained as far as it was: of an engine that has ended nothing else is
 * known.
 * @param {number} step
 */
export function reopen(step) {
  const steps = Math.min(step, 100_000);
  const trained = /[#&]z=/.test(location.hash) ? location.hash : `${location.hash.replace(/&steps=\d+/, "")}&steps=${steps}`;
  changeAddress("replace", trained);
  location.reload();
}

/** Reloads the page with the run at hand, or the one set aside for a lesson: a lost graphics context makes that
 * necessary.
 * @param {import("./types.js").Engine} engine
 */
export function reload(engine) {
  engine.do("lessons", "yield");
  if (changeAddress("replace", engine.hash())) location.reload();
  else setTimeout(() => reload(engine), 1000);
}
