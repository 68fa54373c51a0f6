/** The button of a notice that standardises the inputs.
 * @param {import("../run.js").Run} run
 * @param {import("../language.js").Language} language
 */
export function standardise(run, language) {
  return { label: language.text("own.standardise"), run: () => void run.set({ scaling: "standard" }) };
}
