/** Settings of a run in words. */

import { decimal } from "./numerals.js";

/** @typedef {import("./types.js").Config} Config */

/** Names and values of some settings, and of all that are not the usual ones; not of those without a meaning for the
 * run at hand. How far it is its numbers say.
 * @param {import("./types.js").Engine} engine
 * @param {import("./language.js").Language} language
 * @param {readonly (keyof Config)[]} always
 * @returns {{key: keyof Config, name: string, value: string}[]}
 */
export function settingsInWords(engine, language, always) {
  const config = engine.config();
  const unusual = (/** @type {import("./types.js").Setting} */ { key, default: usual }) => String(usual) !== String(config[key]);
  return engine.settings()
    .filter((setting) => (always.includes(setting.key) || unusual(setting)) && setting.key !== "steps" && !setting.idle)
    .map(({ key }) => ({ key, name: language.text(`setting.${key}`), value: valueInWords(config[key], language) }));
}

/** Counts and seeds are written in full. @param {string | number} item */
const written = (item) => (typeof item === "number" && !Number.isInteger(item) ? decimal(item, 15) : String(item));

/** A setting's value.
 * @param {import("./types.js").Value} value
 * @param {import("./language.js").Language} language
 */
function valueInWords(value, language) {
  const one = (/** @type {string | number} */ item) => (language.has(`option.${item}`) ? language.text(`option.${item}`) : written(item));
  return Array.isArray(value) ? value.map(one).join(", ") || "0" : one(value);
}
