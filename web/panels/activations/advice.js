import { element } from "../../dom.js";

/** @typedef {import("../../types.js").Config} Config */

/** Rules for choosing an activation, each with settings that show it. @type {Record<string, Record<string, Partial<Config>>>} */
const rules = {
  output: { show: { data: "planar", net: [4], act: ["tanh"], out: "sigmoid", loss: "bce" } },
  relu: { show: { act: ["relu"], init: "he", lr: 0.3 } },
  tanh: { tanh: { act: ["tanh"], init: "xavier" }, sigmoid: { act: ["sigmoid"], init: "xavier" } },
  dead: { dead: { data: "planar", net: [8], act: ["relu"], init: "zeros" }, leaky: { act: ["leaky"], init: "he", lr: 0.3 } },
  deep: { sigmoid: { net: [8, 8, 8, 8], act: ["sigmoid"], init: "xavier" }, relu: { net: [8, 8, 8, 8], act: ["relu"], init: "he", lr: 0.1 } },
};

/** Which activation to take where, with buttons that set each case up.
 * @param {(patch: Partial<Config>) => void} set
 */
export function advice(set) {
  const items = Object.entries(rules).map(([rule, cases]) => {
    const buttons = Object.entries(cases).map(([name, patch]) => {
      const button = element("button", { type: "button", class: "button", "data-case": `${rule}-${name}`, "data-i18n": `activations.case.${rule}.${name}` });
      button.addEventListener("click", () => set(patch));
      return button;
    });
    return element("li", {}, element("p", { "data-i18n": `activations.rule.${rule}` }), element("div", { class: "panel-actions" }, ...buttons));
  });
  return element("section", { class: "activations-advice" }, element("h3", { "data-i18n": "activations.choosing" }), element("ul", {}, ...items));
}
