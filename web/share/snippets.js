/** What stands in other people's pages to show the playground there: texts in the languages of notes and books.
 * docs/embedding.md says which goes where.
 */

import { oneLine } from "../line.js";
import * as escape from "./escape.js";

/** A run and how it is to be shown.
 * @typedef {object} Figure
 * @property {string} site where the playground is, ending in a slash
 * @property {string} fragment the run, as in a link, without the #
 * @property {Record<string, string>} query keys of web/presentation.js; an empty value is as good as none
 * @property {string} title names the figure, and stands for it where it cannot be seen
 * @property {number | string} width in pixels, or with its unit, such as 100%
 * @property {number} height in pixels
 * @property {string} picture where its still picture is; empty for none
 */

/** A text to paste; the page calls it by the text share.form.<id>.
 * @typedef {object} Snippet
 * @property {string} id
 * @property {string} language what it is written in
 * @property {(figure: Figure) => string} write
 * @property {{path: string, write: (figure: Figure) => string}} [once] a file that the notes need once, for all figures
 */

/** All snippets, in the order in which they are offered. @type {readonly Snippet[]} */
export const snippets = /** @type {Snippet[]} */ ([
  { id: "link", language: "text", write: link },
  { id: "html", language: "html", write: element },
  { id: "iframe", language: "html", write: iframe },
  { id: "markdown", language: "markdown", write: markdown },
  { id: "myst", language: "markdown", write: myst },
  { id: "jupyter", language: "python", write: jupyter },
  { id: "quarto", language: "markdown", write: quarto },
  { id: "mdx", language: "mdx", write: mdx },
  { id: "hugo", language: "markdown", write: hugo, once: { path: "layouts/shortcodes/nn-playground.html", write: shortcode } },
]).map((snippet) => ({ ...snippet, write: (figure) => snippet.write({ ...figure, picture: escape.isPicture(figure.picture) ? figure.picture : "" }) }));

/** Keys of the query that only mean something in someone else's page. */
const framing = ["ui", "show", "hide", "lock", "load", "origin"];
/** Keys that are attributes of the element by the same names. */
const attributes = ["ui", "show", "hide", "lock", "run", "theme", "lang"];

/**
 * @param {Figure} figure
 * @param {(key: string) => boolean} told whether the address says a key of the query
 */
function address({ site, fragment, query }, told) {
  const given = Object.entries(query).filter(([key, value]) => value !== "" && told(key));
  const search = given.length > 0 ? `?${new URLSearchParams(given.map(([key, value]) => [key, oneLine(value)]))}` : "";
  return escape.address(`${site}${search}#${fragment}`);
}

/** The run in the frame of someone else's page.
 * @param {Figure} figure
 */
function framed(figure) {
  return address(figure, () => true);
}

/** The run in a page of its own.
 * @param {Figure} figure
 */
function link(figure) {
  return address(figure, (key) => !framing.includes(key));
}

/** The width in pixels of the column of Jupyter Book 2, whose figures take parts of it. */
const MYST_COLUMN = 750;

/** In Markdown too this is HTML: it holds no empty line, and each tag of the element has a line of its own.
 * @param {Figure} figure
 */
function element(figure) {
  const { site, fragment, query, title, width, height, picture } = figure;
  const told = attributes.filter((key) => query[key]).map((key) => ` ${key}="${escape.html(query[key])}"`);
  const loading = query.load === "click" ? ' loading="click"' : "";
  const poster = picture && ` poster="${escape.html(picture)}"`;
  const still = picture ? `<img src="${escape.html(picture)}" alt="${escape.html(title)}">` : escape.html(title);
  return [
    `<script async src="${escape.html(site)}web/embed.js"></script>`,
    `<nn-playground config="${escape.html(fragment)}"${told.join("")}${loading}${poster} title="${escape.html(title)}" width="${width}" height="${height}">`,
    `<a href="${escape.html(link(figure))}">${still}</a>`,
    `</nn-playground>`,
  ].join("\n");
}

/** The link below the frame is what remains where frames are taken out.
 * @param {Figure} figure
 */
function iframe(figure) {
  const { title, width, height } = figure;
  return [
    `<figure style="margin: 0">`,
    `<iframe src="${escape.html(framed(figure))}" title="${escape.html(title)}" sandbox="allow-scripts" loading="lazy" width="${width}" height="${height}" style="border: 0; max-width: 100%"></iframe>`,
    `<figcaption><a href="${escape.html(link(figure))}">${escape.html(title)}</a></figcaption>`,
    `</figure>`,
  ].join("\n");
}

/** @param {Figure} figure */
function markdown(figure) {
  const title = escape.markdown(figure.title);
  return `[${figure.picture ? `![${title}](${escape.address(figure.picture)})` : title}](${link(figure)})`;
}

/** For mystmd and Jupyter Book 2, where a figure is 60% as high as the column is wide. Sphinx knows no such directive:
 * there the HTML is right.
 * @param {Figure} figure
 */
function myst(figure) {
  const { title, width, picture } = figure;
  return [
    `:::{iframe} ${framed(figure)}`,
    `:width: ${typeof width === "number" ? `${Math.round(Math.min(width / MYST_COLUMN, 1) * 100)}%` : width}`,
    `:title: ${oneLine(title)}`,
    ...(picture ? [`:placeholder: ${escape.address(picture)}`] : []),
    `[${escape.markdown(title)}](${link(figure)})`,
    `:::`,
  ].join("\n");
}

/** IPython writes the extras into its HTML as they are. The link is for notebooks shown without frames; it is no Markdown,
 * as nbconvert's knows fewer escapes.
 * @param {Figure} figure
 */
function jupyter(figure) {
  const { title, width, height } = figure;
  const extras = ['sandbox="allow-scripts"', 'loading="lazy"', `title="${escape.html(title)}"`];
  return [
    `from IPython.display import HTML, IFrame, display`,
    ``,
    `display(`,
    `    IFrame(`,
    `        ${escape.string(framed(figure))},`,
    `        width=${escape.string(String(width))},`,
    `        height=${height},`,
    `        extras=[${extras.map(escape.string).join(", ")}],`,
    `    ),`,
    `    HTML(${escape.string(`<a href="${escape.html(link(figure))}">${escape.html(title)}</a>`)}),`,
    `)`,
  ].join("\n");
}

/** @param {Figure} figure */
function quarto(figure) {
  return [
    `::: {.content-visible when-format="html"}`,
    "```{=html}",
    element(figure),
    "```",
    `:::`,
    ``,
    `::: {.content-visible unless-format="html"}`,
    markdown(figure),
    `:::`,
  ].join("\n");
}

/** A frame, as React runs no scripts in pages that it shows without loading them anew.
 * @param {Figure} figure
 */
function mdx(figure) {
  const { title, width, height } = figure;
  return [
    `<figure style={{margin: 0}}>`,
    `  <iframe src="${escape.html(framed(figure))}" title="${escape.html(title)}" sandbox="allow-scripts" loading="lazy" width="${width}" height="${height}" style={{border: 0, maxWidth: "100%"}} />`,
    `  <figcaption><a href="${escape.html(link(figure))}">{${escape.string(title)}}</a></figcaption>`,
    `</figure>`,
  ].join("\n");
}

/** @param {Figure} figure */
function hugo(figure) {
  const { fragment, query, title, width, height, picture } = figure;
  const told = attributes.map((key) => [key, query[key] ?? ""]);
  const load = query.load === "click" ? "click" : "";
  const parameters = [["config", fragment], ...told, ["loading", load], ["title", title], ["width", String(width)], ["height", String(height)], ["picture", picture], ["link", link(figure)]];
  const given = parameters.filter(([, value]) => value !== "").map(([key, value]) => `${key}=${escape.hugo(value)}`);
  return `{{< nn-playground ${given.join(" ")} >}}`;
}

/** The shortcode that hugo calls.
 * @param {Figure} figure
 */
function shortcode({ site }) {
  const keys = ["config", ...attributes, "loading", "title", "width", "height"].map((key) => `"${key}"`).join(" ");
  return [
    `<script async src="${escape.html(site)}web/embed.js"></script>`,
    `<nn-playground{{ range $key := slice ${keys} }}{{ with $.Get $key }} {{ $key }}="{{ . }}"{{ end }}{{ end }}{{ with .Get "picture" }} poster="{{ . }}"{{ end }}>`,
    `<a href="{{ .Get "link" }}">{{ with .Get "picture" }}<img src="{{ . }}" alt="{{ $.Get "title" }}">{{ else }}{{ .Get "title" }}{{ end }}</a>`,
    `</nn-playground>`,
    ``,
  ].join("\n");
}
