import { byId } from "./dom.js";
import { changeAddress } from "./history.js";
import { publicAddress } from "./site.js";

/** Milliseconds until an address that the browser refused to change is written: WebKit takes 100 changes in so long. */
const SPAN = 10_000;

/** The fragment of the page's address, which engine/page/address keeps. */
export class Address {
  /** @param {import("./page.js").Page} page */
  constructor(page) {
    this.page = page;
    page.on("address", ({ from, fragment, push }) => {
      if (location.hash !== from || changeAddress(push ? "push" : "replace", fragment)) return;
      setTimeout(() => page.do("address", "at", location.hash), SPAN);
    });
    page.on("reload", ({ fragment }) => {
      if (changeAddress("replace", fragment)) location.reload();
      else setTimeout(() => page.do("reload"), SPAN / 10);
    });
    const copy = byId("copy-link", HTMLButtonElement);
    copy.addEventListener("click", () => page.do("share", "link", this.link()));
    copy.disabled = false;
    addEventListener("hashchange", () => page.do("address", "came", location.hash));
    page.do("address", "at", location.hash);
  }

  /** The address that gives this run to someone else; a lesson would put its own in its place. */
  link() {
    const address = publicAddress();
    address.searchParams.delete("lesson");
    address.hash = this.page.engine.hash();
    return address.href;
  }
}
