import { byId } from "../dom.js";

/** Waits until the reader, or the page around this one, wants the engine loaded.
 * @param {Promise<void>} asked by the page around
 */
export async function askToLoad(asked) {
  const [progress, cover] = [byId("loading", HTMLElement), byId("ask", HTMLElement)];
  [progress.hidden, cover.hidden] = [true, false];
  await Promise.race([asked, new Promise((resolve) => byId("load", HTMLElement).addEventListener("click", resolve))]);
  [progress.hidden, cover.hidden] = [false, true];
}
