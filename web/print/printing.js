import { byId } from "../dom.js";
import { framed } from "../embedding/frame.js";
import { publicAddress } from "../site.js";

/** What a page of A4 or Letter has room for, in CSS pixels. */
const PAPER = 680;
/** Pixels to a CSS pixel of a picture: fine enough for paper; and of a code to a module. */
const SCALE = 2;
const MODULE = 8;

/** Has the sheet of engine/page/sheet filled while the page is being printed; css/print.css shows it instead of the page.
 * Browsers announce printing by an event, or to style sheets, or both.
 * @param {import("../page.js").Page} page
 * @param {import("../figure/paper.js").Paper} paper
 */
export function preparePrinting(page, paper) {
  const media = matchMedia("print");
  const root = document.documentElement;
  const remove = () => {
    delete root.dataset.printed;
    page.do("sheet", "away");
  };
  const show = () => {
    fitPanel();
    const address = publicAddress();
    // Of a page in a frame, the whole page.
    if (framed) address.search = "";
    page.do("sheet", "of", address.href, byId("brand", HTMLElement).textContent ?? "", ...(root.dataset.show?.split(" ") ?? []));
    for (const canvas of byId("printed", HTMLElement).querySelectorAll("canvas")) paint(canvas, paper);
    root.dataset.printed = "";
  };
  addEventListener("beforeprint", show);
  addEventListener("afterprint", () => media.matches || remove());
  media.addEventListener("change", () => (media.matches ? "printed" in root.dataset || show() : remove()));
}

/** Paints the picture that a canvas is for.
 * @param {HTMLCanvasElement} canvas
 * @param {import("../figure/paper.js").Paper} paper
 */
function paint(canvas, paper) {
  const { figure: part = "", address } = canvas.dataset;
  if (!part) return;
  const painted = paper.bitmap({ part, address, scale: part === "code" ? MODULE : SCALE, caption: null, theme: "light" }).canvas;
  canvas.width = painted.width;
  canvas.height = painted.height;
  canvas.getContext("2d")?.drawImage(painted, 0, 0);
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
