import { LONG } from "../copylink.js";
import { paintCode } from "./code.js";
import { curve, weights } from "./data.js";
import { parts } from "../figure/figure.js";
import { shorten } from "../notices.js";
import { isPicture } from "./escape.js";
import { snippets } from "./snippets.js";

/** What the reader gets: a text or a picture, and its file where it is one. Instead of it a problem may be told.
 * @typedef {object} Product
 * @property {string} [text]
 * @property {HTMLCanvasElement} [canvas] a picture
 * @property {{name: string, type: string}} [file]
 * @property {{path: string, text: string}} [once] a second text, for a file that the notes need once
 * @property {boolean} [drawn] whether the text is an SVG to look at
 * @property {{name: string, make: () => HTMLCanvasElement}} [still] the picture that the text speaks of
 * @property {string} [problem]
 */

/** What forms are made of.
 * @typedef {object} Material
 * @property {import("./subject.js").Subject} subject
 * @property {import("../figure/paper.js").Paper} paper
 */

/** A form in which a run is shared. Its name is the text share.form.<id>, what it is for share.hint.<id>.
 * @typedef {object} Form
 * @property {string} id
 * @property {readonly string[]} choices what can be chosen about it, by the names of choices.js
 * @property {(material: Material) => Product} make
 */

/** Pixels to a CSS pixel in still pictures. */
const STILL = 2;

const ofLinks = ["lang", "theme", "run", "title"];
const ofFrames = ["ui", "show", "lang", "theme", "width", "height", "run", "title"];

/** What can be chosen about a snippet. @type {Record<string, readonly string[]>} */
const ofSnippets = {
  link: ofLinks,
  html: [...ofFrames, "picture"],
  iframe: ofFrames,
  markdown: ["part", "colours", "lang", "theme", "title", "picture"],
  myst: [...ofFrames.filter((choice) => choice !== "height"), "picture"],
  jupyter: ofFrames,
  quarto: [...ofFrames, "picture"],
  mdx: ofFrames,
  hugo: [...ofFrames, "picture"],
};

/** @type {Form[]} */
const texts = snippets.map(({ id, write, once }) => ({
  id,
  choices: ofSnippets[id],
  make: (material) => {
    const figure = material.subject.figure(ofSnippets[id].includes("ui"));
    const pictured = ofSnippets[id].includes("picture");
    if (pictured && !isPicture(figure.picture)) return { problem: material.subject.language.text("share.noPicture", { name: shorten(figure.picture) }) };
    const still = pictured && figure.picture !== "" ? { name: fileName(figure.picture), make: () => stillOf(material, id) } : undefined;
    return { text: write(figure), still, once: once && { path: once.path, text: once.write(figure) } };
  },
}));

/** The name that a picture's address ends in. @param {string} address */
function fileName(address) {
  return address.replace(/[?#].*$/s, "").split("/").pop() || address;
}

/** The picture of a figure: what it shows, without a caption, which the notes have.
 * @param {Material} material
 * @param {string} id the snippet's
 */
function stillOf({ subject, paper }, id) {
  const { show, ui, part, theme, colours } = subject.choices;
  const shown = /** @type {string} */ (id === "markdown" ? part : show || (ui === "full" ? "whole" : "output"));
  const known = parts.find((name) => name === shown) ?? "equations";
  return paper.bitmap({ part: known, scale: STILL, caption: null, theme: id === "markdown" ? colours : theme }).canvas;
}

const written = new Map(texts.map((form) => [form.id, form]));
const link = (/** @type {Material} */ material) => written.get("link")?.make(material).text ?? "";

/** What stands around a picture; nobody types a long link off, so only the page's address is left of it.
 * @param {Material} material
 * @returns {import("../figure/figure.js").Caption | null}
 */
function caption(material) {
  const { subject } = material;
  if (subject.choices.caption !== "1") return null;
  const address = link(material);
  return { title: subject.title, settings: subject.summary, link: address.length > LONG ? address.replace(/[?#].*$/s, "") : address };
}

/** @type {Form} */
const png = {
  id: "png",
  choices: ["part", "scale", "colours", "caption", "title"],
  make: (material) => {
    const { colours, part, scale } = material.subject.choices;
    const options = { theme: colours, part: /** @type {import("../figure/figure.js").Part} */ (part), scale: Number(scale), caption: caption(material) };
    return { canvas: material.paper.bitmap(options).canvas, file: { name: material.subject.file("png"), type: "image/png" } };
  },
};

/** @type {Form} */
const svg = {
  id: "svg",
  choices: ["colours", "caption", "title"],
  make: (material) => {
    const { subject, paper } = material;
    const text = paper.drawing({ theme: subject.choices.colours, caption: caption(material), title: subject.title }).file();
    return { text, drawn: true, file: { name: subject.file("svg"), type: "image/svg+xml" } };
  },
};

/** @type {Form} */
const qr = {
  id: "qr",
  choices: ofLinks,
  make: (material) => {
    const { engine, language } = material.subject;
    const address = link(material);
    const rows = engine.qr(address);
    if (!rows) return { problem: language.text("share.tooLongForCode", { length: address.length }) };
    return { canvas: paintCode(rows), file: { name: material.subject.file("qr.png"), type: "image/png" } };
  },
};

/** @type {Form[]} */
const files = [
  {
    id: "weights",
    choices: [],
    make: (material) => ({ text: weights(material.subject.engine, link(material)), file: { name: material.subject.file("json"), type: "application/json" } }),
  },
  {
    id: "curve",
    choices: [],
    make: ({ subject }) => ({ text: curve(subject.engine), file: { name: subject.file("csv"), type: "text/csv" } }),
  },
];

/** All forms, in groups named by share.group.<id>. @type {{id: string, forms: Form[]}[]} */
export const groups = [
  { id: "link", forms: [...texts.filter(({ id }) => id === "link"), qr] },
  { id: "notes", forms: texts.filter(({ id }) => id !== "link") },
  { id: "pictures", forms: [png, svg] },
  { id: "data", forms: files },
];
