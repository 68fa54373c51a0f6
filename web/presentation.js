/** What the query of the address says about how a run is presented. The fragment is the experiment. */

import { framed } from "./embedding/frame.js";
import { hidesOrigin, meansOrigin, readOrigin } from "./embedding/origin.js";
import { languages, nearest } from "./languages.js";

/** The panel that show= also knows by what it shows. */
const EQUATIONS = "equations";
const LONGEST_TITLE = 200;

const pictures = /** @type {const} */ (["network", "output", "cost"]);
/** The panels in the order of their tabs, as engine/page has them. */
const panelIds = ["ledger", "update", "vectorise", "graph", "activations", "collapse", "symmetry", "check", "numpy"];

/** The names by which engine/page/lessons knows the lessons. */
const lessons = [
  "representation", "computing-output", "vectorising", "activations", "choosing", "non-linear", "gradient-descent",
  "initialisation", "symmetry",
];

/** A key of the query. A value must be one of values, or each of a comma's list, or else match; without a value, or
 * with one that is not possible, the default applies.
 * @typedef {object} Parameter
 * @property {string} default
 * @property {readonly string[]} [values]
 * @property {boolean} [list]
 * @property {(value: string) => boolean} [match]
 * @property {(value: string) => string | null} [near] the nearest of values, null where none is near
 */

/** The one table of the query's keys.
 * @satisfies {Record<string, Parameter>}
 */
export const parameters = {
  ui: { default: "full", values: ["full", "min", "figure"] },
  show: { default: "", values: [...pictures, EQUATIONS, ...panelIds], list: true },
  hide: { default: "", list: true },
  lock: { default: "", list: true },
  run: { default: "0", values: ["0", "1"] },
  load: { default: "auto", values: ["auto", "click"] },
  theme: { default: "auto", values: ["auto", "light", "dark"] },
  lang: { default: "auto", values: ["auto", ...Object.keys(languages)], near: nearest },
  title: { default: "", match: (/** @type {string} */ value) => value.length <= LONGEST_TITLE },
  origin: { default: "" },
  panel: { default: "", values: panelIds },
  lesson: { default: "", values: lessons },
};

/** @typedef {keyof typeof parameters} ParameterKey */

/** What was ignored: a key that does not exist, a value that a key cannot have, or a key given again. Of origin= it is
 * the page around that is ignored.
 * @typedef {{reason: "unknown" | "invalid" | "repeated" | "origin" | "hiddenOrigin" | "cutOrigin" | "long", key: string, value: string}} Ignored
 */

/** The presentation that a query asks for. */
export class Presentation {
  /** @type {Ignored[]} */
  ignored = [];
  /** @type {Map<string, string>} */
  #values = new Map();

  /**
   * @param {{query: URLSearchParams, cut: boolean}} asked
   * @param {{search: string, hash: string}} [address] that it was read from
   */
  constructor({ query, cut }, address = location) {
    if (cut) this.ignored.push({ reason: "long", key: "", value: "" });
    /** @type {string[]} */
    const origins = [];
    for (const [key, value] of query) {
      if (meansOrigin(key)) origins.push(value);
      else if (this.#values.has(key)) this.ignored.push({ reason: "repeated", key, value });
      else if (!Object.hasOwn(parameters, key)) this.ignored.push({ reason: "unknown", key, value });
      else this.#values.set(key, this.#possible(key, parameters[/** @type {ParameterKey} */ (key)], value));
    }
    /** The origin that a page around this one must have to be heard: empty for any, null for none. */
    this.origin = readOrigin(origins);
    const hidden = origins.length === 0 ? hidesOrigin(address) : null;
    if (hidden) {
      this.origin = null;
      // Of an address that is only long there is a word to say where a page around this one could miss something.
      if (framed || hidden !== "cutOrigin") this.ignored.push({ reason: hidden, key: "origin", value: "" });
    } else if (this.origin === null) this.ignored.push({ reason: "origin", key: "origin", value: origins.join(", ") });
  }

  /**
   * @param {string} key
   * @param {Parameter} parameter
   * @param {string} value
   */
  #possible(key, parameter, value) {
    const { values, list, match, near } = parameter;
    const items = list ? value.split(",").filter((item) => item !== "") : [value];
    const fits = (/** @type {string} */ item) => (values?.includes(item) ?? true) && (match?.(item) ?? true) || Boolean(near?.(item));
    for (const bad of items.filter((item) => !fits(item))) this.ignored.push({ reason: "invalid", key, value: bad });
    const good = items.filter(fits);
    return good.length > 0 ? good.join(",") : parameter.default;
  }

  /** The value of a key.
   * @param {ParameterKey} key
   */
  get(key) {
    return this.#values.get(key) ?? parameters[key].default;
  }

  /** The values of a key that is a list.
   * @param {"show" | "hide" | "lock"} key
   */
  list(key) {
    return this.get(key).split(",").filter((item) => item !== "");
  }

  /** The pictures and panels on show, null for the whole page. Of the panels there is one at most.
   * @param {string} [ui] where that is not as asked
   */
  shown(ui = this.get("ui")) {
    const asked = [...new Set(this.list("show").map((part) => (part === EQUATIONS ? "ledger" : part)))];
    if (asked.length === 0) return ui === "full" ? null : { pictures: ["output"], panel: null };
    return { pictures: pictures.filter((name) => asked.includes(name)), panel: panelIds.find((id) => asked.includes(id)) ?? null };
  }

  /** The settings of hide= or lock=; what is none is ignored.
   * @param {"hide" | "lock"} key
   * @param {readonly string[]} settings all of them
   */
  settings(key, settings) {
    const bad = this.list(key).filter((name) => !settings.includes(name));
    this.ignored.push(...bad.map((value) => /** @type {const} */ ({ reason: "invalid", key, value })));
    return new Set(this.list(key).filter((name) => settings.includes(name)));
  }
}
