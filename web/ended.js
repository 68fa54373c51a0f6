import { byId } from "./dom.js";
import { changeAddress } from "./history.js";

/** Steps of training that are not too many to do again. */
const MOST = 100_000;

/** Says that the engine has ended, in front of everything that would need it, and offers to reload with the run. */
export function tellEnd() {
  // What fails from now on for want of the engine is no news.
  for (const name of ["error", "unhandledrejection"]) addEventListener(name, (event) => event.preventDefault());
  document.documentElement.dataset.state = "failed";
  byId("play", HTMLButtonElement).disabled = true;
  const dialog = byId("ended", HTMLDialogElement);
  byId("ended-reload", HTMLButtonElement).onclick = () => reopen(Number(byId("step-count", HTMLElement).textContent));
  dialog.addEventListener("close", () => dialog.showModal());
  dialog.showModal();
}

/** Reloads the page with the run of the address, trained as far as it was: of an engine that has ended nothing else is
 * known.
 * @param {number} step
 */
function reopen(step) {
  const steps = Math.min(step, MOST);
  const trained = /[#&]z=/.test(location.hash) ? location.hash : `${location.hash.replace(/&steps=\d+/, "")}&steps=${steps}`;
  changeAddress("replace", trained);
  location.reload();
}
