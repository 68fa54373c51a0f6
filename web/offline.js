import { framed } from "./embedding/frame.js";

/** Milliseconds after which a page that is looked at again asks for a new version. */
const HOUR = 3_600_000;

/** Has the browser keep the app, so that the next visit needs no network, and says when there is a new version of it.
 * A page in a frame leaves that to the site's own pages; where there are no service workers, nothing happens.
 * @param {import("./page.js").Page} page
 */
export async function keepOffline(page) {
  if (framed || window.shallowsSealed || !("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  const version = document.querySelector('meta[name="version"]')?.getAttribute("content");
  // A page that came past the worker, as one does that is reloaded with Shift, may be newer than the worker.
  const kept = serviceWorker.controller !== null;
  const script = new URL("sw.js", document.baseURI).href;
  let told = false;
  serviceWorker.addEventListener("message", ({ data, source }) => {
    // Other pages of this origin may have workers that speak to all of it.
    if (told || !(source instanceof ServiceWorker && source.scriptURL === script) || data.version === version) return;
    told = true;
    page.do("notices", "say", "notice.update");
  });
  // When the page has nothing better to do.
  await new Promise((resolve) => ("requestIdleCallback" in window ? requestIdleCallback(resolve) : setTimeout(resolve, 1000)));
  let registration;
  try {
    await serviceWorker.register(script);
    registration = await serviceWorker.ready;
  } catch {
    // Refused, or no room: the page goes on as it came.
    return;
  }
  if (kept) registration.active?.postMessage({ version });
  let asked = performance.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || performance.now() - asked < HOUR) return;
    asked = performance.now();
    registration.update().catch(() => {});
  });
}
