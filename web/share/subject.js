import { settingsInWords, valueInWords } from "../inwords.js";
import { fixed, percent } from "../numerals.js";
import { oneLine } from "../line.js";
import { parameters } from "../presentation.js";
import { publicAddress } from "../site.js";

/** Heights that suit the page's shapes, in CSS pixels. @type {Record<string, number>} */
export const usualHeights = { full: 640, min: 420, figure: 360 };

/** Settings that are always said. */
const main = /** @type {const} */ (["data", "n", "in", "net", "act", "lr"]);

/** The run that is shared: what it is called, where it is, and how it is to be shown as the reader chose. */
export class Subject {
  /**
   * @param {import("../run.js").Run} run
   * @param {import("../language.js").Language} language
   */
  constructor(run, language) {
    this.run = run;
    this.engine = run.engine;
    this.language = language;
    /** What the reader chose, by the names of choices.js. @type {Record<string, string>} */
    this.choices = {};
  }

  /** What the run is called where the reader gives it no name. */
  get name() {
    const { data, net } = this.engine.config();
    const key = net.length > 0 ? "share.name" : "share.shallowName";
    return this.language.text(key, { data: valueInWords(data, this.language), units: net.join(" + ") });
  }

  get title() {
    return oneLine(this.choices.title ?? "") || this.name;
  }

  /** The name of a file about the run.
   * @param {string} ending
   */
  file(ending) {
    return `shallows-${this.engine.config().data}.${ending}`;
  }

  /** The run for the snippets.
   * @param {boolean} [framed] whether it is for a frame in another page
   * @returns {import("./snippets.js").Figure}
   */
  figure(framed = false) {
    const { ui, show, theme, lang, run, width, height, picture } = this.choices;
    const told = framed ? { ui, show, lang, theme, run, title: this.title } : { lang, theme, run, title: oneLine(this.choices.title ?? "") };
    const query = Object.entries(told).map(([key, value = ""]) => [key, value === parameters[/** @type {keyof typeof told} */ (key)].default ? "" : value]);
    return {
      site: publicAddress().href.replace(/[?#].*$/s, "").replace(/\/index\.html$/, "/"),
      fragment: this.engine.hash().slice(1),
      query: Object.fromEntries(query),
      title: this.title,
      width: Number(width) || "100%",
      height: Number(height) || usualHeights[ui],
      picture: oneLine(picture ?? ""),
    };
  }

  /** The settings and how far it is, in short: the main settings and those that are not usual. */
  get summary() {
    const { language } = this;
    const told = settingsInWords(this.engine, language, main).map(({ key, name, value }) => (key === "data" ? value : `${name} ${value}`));
    const { step, cost, accuracy } = this.engine.metrics();
    const reached = [`${language.text("readout.step")} ${step}`];
    if (!this.run.empty) reached.push(`${language.text("readout.cost")} ${fixed(cost)}`);
    if (accuracy !== null) reached.push(`${language.text("readout.accuracy")} ${percent(accuracy)}`);
    return [...told, ...reached].join(" · ");
  }
}
