import { byId } from "../dom.js";
import { framed } from "../embedding/frame.js";
import { makeSheet } from "./sheet.js";

/** What a page of A4 or Letter has room for, in CSS pixels. */
const PAPER = 680;

/** Puts the printed form of the page into the document while it is being printed; css/print.css shows it instead of
 * the page. Browsers announce printing by an event, or to style sheets, or both.
 * @param {import("../figure/paper.js").Paper} paper
 * @param {import("../address.js").Address} address
 */
export function preparePrinting(paper, address) {
  const media = matchMedia("print");
  /** @type {HTMLElement | null} */
  let sheet = null;
  const remove = () => {
    sheet?.remove();
    sheet = null;
    delete document.documentElement.dataset.printed;
  };
  const show = () => {
    remove();
    fitPanel();
    sheet = makeSheet(paper, address);
    document.body.prepend(sheet);
    document.documentElement.dataset.printed = "";
  };
  addEventListener("beforeprint", show);
  addEventListener("afterprint", () => media.matches || remove());
  media.addEventListener("change", () => (media.matches ? sheet ?? show() : remove()));
}

/** Has the open panel keep the layout that it has, all of what scrolls sideways in view, and fit the paper. */
function fitPanel() {
  const panel = byId("panel", HTMLElement);
  const beyond = [...panel.querySelectorAll(".panel-scroll, .graph-picture")].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  const width = panel.offsetWidth + Math.max(0, ...beyond);
  const { style } = document.documentElement;
  style.setProperty("--printed-width", `${width}px`);
  style.setProperty("--printed-zoom", String(Math.min(1, (framed ? innerWidth : PAPER) / width)));
}
