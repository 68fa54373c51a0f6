import { changeAddress } from "./history.js";

/** Milliseconds until an address that the browser refused to change is written: WebKit takes 100 changes in so long. */
const SPAN = 10_000;

/** Has engine/page/address keep the fragment of the page's address, and lessons and talks follow its query.
 * @param {import("./page.js").Page} page
 */
export function keepAddress(page) {
  page.on("address", ({ from, fragment, push }) => {
    if (location.hash !== from || changeAddress(push ? "push" : "replace", fragment)) return;
    setTimeout(() => page.do("address", "at", location.hash), SPAN);
  });
  page.on("reload", ({ fragment }) => {
    if (changeAddress("replace", fragment)) location.reload();
    else setTimeout(() => page.do("reload"), SPAN / 10);
  });
  addEventListener("hashchange", () => page.do("address", "came", location.hash));
  addEventListener("popstate", () => page.do("went", location.search, location.hash));
  page.do("address", "at", location.hash);
}
