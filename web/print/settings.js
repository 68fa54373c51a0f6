/** The settings of a run in words, as far as they say what kind of run it is. */

/** @typedef {import("../types.js").Config} Config */

/** Settings that are always said; others are where they are not the usual. @type {(keyof Config)[]} */
const main = ["data", "n", "in", "net", "act", "out", "loss", "init", "seed", "lr", "opt", "batch"];
/** The run's numbers say how far it is. @type {(keyof Config)[]} */
const silent = ["steps"];

/** Names and values.
 * @param {import("../types.js").Engine} engine
 * @param {import("../language.js").Language} language
 * @returns {{key: keyof Config, name: string, value: string}[]}
 */
export function settingsInWords(engine, language) {
  const config = engine.config();
  return engine.settings()
    .filter(({ key, default: usual }) => !silent.includes(key) && (main.includes(key) || String(usual) !== String(config[key])))
    .filter(({ key }) => key !== "act" || config.net.length > 0)
    .map(({ key }) => ({ key, name: language.text(`setting.${key}`), value: inWords(config[key], language) }));
}

/**
 * @param {import("../types.js").Value} value
 * @param {import("../language.js").Language} language
 */
function inWords(value, language) {
  const one = (/** @type {string | number} */ item) => (language.has(`option.${item}`) ? language.text(`option.${item}`) : String(item));
  return Array.isArray(value) ? value.map(one).join(", ") || "0" : one(value);
}
