import { byId, element } from "../dom.js";
import { framed } from "../embedding/frame.js";
import { parts } from "../figure/figure.js";
import { settingsInWords } from "../inwords.js";
import { paintCode } from "../code.js";

/** Settings that are always on the sheet. */
const main = /** @type {const} */ (["data", "n", "in", "net", "act", "out", "loss", "init", "seed", "lr", "opt", "batch"]);
/** Pixels of a picture to a CSS pixel: fine enough for paper. */
const SCALE = 2;
/** Characters of a link that someone may type in or a page can hold. */
const MOST = 2000;

/** The page as it is printed: pictures, numbers, settings and the link, light on any theme. What the open panel shows
 * follows by itself.
 * @param {import("../figure/paper.js").Paper} paper
 * @param {import("../address.js").Address} address
 */
export function makeSheet(paper, address) {
  const { engine, language } = paper.speaker;
  const settings = settingsInWords(engine, language, main).map(({ key, name, value }) => entry(name, value, { "data-key": key }));
  const shown = partsShown();
  return element("article", { id: "printed", class: "printed", "data-shape": shown.join() === "output" ? "square" : "wide" },
    element("h1", {}, byId("brand", HTMLElement).textContent ?? ""),
    ...lesson(),
    element("div", { class: "printed-pictures" }, ...pictures(paper, shown)),
    element("dl", { class: "printed-numbers" }, ...numbers()),
    element("dl", { class: "printed-settings" }, ...settings),
    link(engine, language, addressOnPaper(address)),
    ...panel());
}

/** What of the run's pictures the page shows: all, or those that its address asks for. */
function partsShown() {
  const shown = document.documentElement.dataset.show?.split(" ") ?? ["whole"];
  return shown.includes("network") && shown.includes("output") ? /** @type {const} */ (["whole"]) : parts.filter((part) => shown.includes(part));
}

/**
 * @param {import("../figure/paper.js").Paper} paper
 * @param {readonly import("../figure/figure.js").Part[]} shown
 */
function pictures(paper, shown) {
  return shown.map((part) => {
    const { canvas } = paper.bitmap({ part, scale: SCALE, caption: null, theme: "light" });
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", byId("summary", HTMLElement).textContent ?? "");
    return canvas;
  });
}

/** The link to the run; of a page in a frame the whole page.
 * @param {import("../address.js").Address} address
 */
function addressOnPaper(address) {
  const link = new URL(address.link());
  if (framed) link.search = "";
  return link.href;
}

/** The readouts that apply. */
function numbers() {
  return [...document.querySelectorAll(".readouts > div:not([hidden])")].map((readout) =>
    entry(readout.querySelector("dt")?.textContent ?? "", readout.querySelector("dd")?.textContent ?? ""));
}

/** Whose run it is while a lesson is open. */
function lesson() {
  if (byId("lesson-reminder", HTMLElement).hidden) return [];
  const says = document.querySelector("#lesson-reminder p")?.textContent ?? "";
  return [element("p", { class: "caption" }, says)];
}

/** The heading of the panel that is open. */
function panel() {
  const tab = document.querySelector('#panel-tabs [aria-selected="true"]');
  return tab ? [element("h2", {}, tab.textContent ?? "")] : [];
}

/** The link as text, and as a code for a phone where there is room in one.
 * @param {import("../types.js").Engine} engine
 * @param {import("../language.js").Language} language
 * @param {string} address
 */
function link(engine, language, address) {
  const rows = engine.qr(address);
  const says = address.length > MOST ? language.text("print.longLink", { length: address.length }) : element("a", { href: address }, address);
  return element("div", { class: "printed-link" },
    ...(rows ? [paintCode(rows)] : []),
    element("p", {}, element("span", { class: "caption" }, language.text("print.link")), says));
}

/**
 * @param {string} name
 * @param {string} value
 * @param {Record<string, string>} [attributes]
 */
function entry(name, value, attributes = {}) {
  return element("div", attributes, element("dt", {}, name), element("dd", {}, value));
}
