import { changeAddress } from "./history.js";
import { publicAddress } from "./site.js";

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

/** The address that gives the run to someone else, of a talk in the whole page; a lesson would put its own in its place.
 * @param {import("./page.js").Page} page
 */
export function linkTo(page) {
  const address = publicAddress();
  const talk = address.searchParams.get("ui") === "present" ? ["ui", "show", "view", "seq"] : [];
  for (const key of ["lesson", "page", "check", ...talk]) address.searchParams.delete(key);
  address.hash = page.engine.hash();
  return address;
}
