import { generated, isIdle } from "../controls.js";
import { parameters } from "../presentation.js";
import { fixed, percent } from "../readouts.js";
import { publicAddress } from "../site.js";

/** Heights that suit the page's shapes, in CSS pixels. @type {Record<string, number>} */
export const usualHeights = { full: 640, min: 420, figure: 360 };

/** Settings that are always said. */
const main = ["data", "n", "in", "net", "act", "lr"];
/** The run that is shared: what it is called, where it is, and how it is to be shown as the reader chose. */
export class Subject {
  /**
   * @param {import("../types.js").Engine} engine
   * @param {import("../language.js").Language} language
   */
  constructor(engine, language) {
    this.engine = engine;
    this.language = language;
    /** What the reader chose, by the names of choices.js. @type {Record<string, string>} */
    this.choices = {};
  }

  /** What the run is called where the reader gives it no name. */
  get name() {
    const { data, net } = this.engine.config();
    const key = net.length > 0 ? "share.name" : "share.shallowName";
    return this.language.text(key, { data: this.#value(data), units: net.join(" + ") });
  }

  get title() {
    return this.choices.title?.trim() || this.name;
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
    const told = framed ? { ui, show, lang, theme, run, title: this.title } : { lang, theme, run, title: this.choices.title?.trim() };
    const query = Object.entries(told).map(([key, value = ""]) => [key, value === parameters[/** @type {keyof typeof told} */ (key)].default ? "" : value]);
    return {
      site: publicAddress().href.replace(/[?#].*$/s, "").replace(/\/index\.html$/, "/"),
      fragment: this.engine.hash().slice(1),
      query: Object.fromEntries(query),
      title: this.title,
      width: Number(width) || "100%",
      height: Number(height) || usualHeights[ui],
      picture: picture ?? "",
    };
  }

  /** The settings and how far it is, in short: the main settings and those that are not usual. */
  get summary() {
    const { language } = this;
    const config = this.engine.config();
    const unusual = (/** @type {import("../types.js").Setting} */ { key, default: usual }) => main.includes(key) || String(usual) !== String(config[key]);
    const means = (/** @type {keyof import("../types.js").Config} */ key) => !isIdle(key, config) && !(config.data === "own" && generated.includes(key)) && (key !== "act" || config.net.length > 0);
    const told = this.engine.settings()
      .filter((setting) => setting.key !== "steps" && unusual(setting) && means(setting.key))
      .map(({ key }) => (key === "data" ? this.#value(config.data) : `${language.text(`setting.${key}`)} ${this.#value(config[key])}`));
    const { step, cost, accuracy } = this.engine.metrics();
    const reached = [`${language.text("readout.step")} ${step}`, `${language.text("readout.cost")} ${fixed(cost)}`];
    if (accuracy !== null) reached.push(`${language.text("readout.accuracy")} ${percent(accuracy)}`);
    return [...told, ...reached].join(" · ");
  }

  /** A setting's value in words.
   * @param {import("../types.js").Value} value
   */
  #value(value) {
    const one = (/** @type {string | number} */ item) => (this.language.has(`option.${item}`) ? this.language.text(`option.${item}`) : String(item));
    return Array.isArray(value) ? value.map(one).join(", ") || "0" : one(value);
  }
}
