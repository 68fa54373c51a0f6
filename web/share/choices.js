import { element } from "../dom.js";
import { parts } from "../figure/figure.js";
import { languages } from "../languages.js";
import { parameters } from "../presentation.js";
import { usualHeights } from "./subject.js";

/** What the reader may choose about a form. A select's options are named by texts, a field's placeholder says what
 * holds without a value.
 * @typedef {object} Choice
 * @property {"select" | "switch" | "text" | "number"} kind
 * @property {readonly string[]} [options]
 * @property {string} initial
 * @property {(option: string) => string} [named] the key of an option's text, or a text as it is
 * @property {(subject: import("./subject.js").Subject) => string} [placeholder]
 * @property {number} [most] the longest text, or the largest number
 */

const NARROWEST = 160;
const WIDEST = 4000;

/** All choices, by their names. @type {Record<string, Choice>} */
export const choices = {
  ui: { kind: "select", options: parameters.ui.values, initial: "figure", named: (option) => `share.ui.${option}` },
  show: { kind: "select", options: ["", ...parameters.show.values.filter((part) => part !== "ledger")], initial: "", named: partName },
  theme: { kind: "select", options: parameters.theme.values, initial: parameters.theme.default, named: (option) => `share.theme.${option}` },
  lang: { kind: "select", options: parameters.lang.values, initial: parameters.lang.default, named: (option) => languages[/** @type {keyof typeof languages} */ (option)] ?? "share.lang.auto" },
  run: { kind: "switch", initial: parameters.run.default },
  title: { kind: "text", initial: "", placeholder: ({ name }) => name, most: 200 },
  width: { kind: "number", initial: "", placeholder: () => "100%", most: WIDEST },
  height: { kind: "number", initial: "", placeholder: ({ choices: { ui } }) => String(usualHeights[ui]), most: WIDEST },
  picture: { kind: "text", initial: "", most: 400 },
  part: { kind: "select", options: parts, initial: "whole", named: (option) => (option === "whole" ? "share.part.whole" : partName(option)) },
  colours: { kind: "select", options: parameters.theme.values, initial: "auto", named: (option) => (option === "auto" ? "share.colours.auto" : `share.theme.${option}`) },
  scale: { kind: "select", options: ["1", "2", "3"], initial: "2", named: (option) => `${option}×` },
  caption: { kind: "switch", initial: "1" },
};

/** @param {string} part */
function partName(part) {
  if (part === "") return "share.show.usual";
  if (part === "equations") return "share.part.equations";
  return ["network", "output", "cost"].includes(part) ? `${part}.title` : `panel.${part}`;
}

/** A labelled control for a choice; refresh shows what follows from other choices.
 * @param {string} name
 * @param {import("./subject.js").Subject} subject
 * @param {() => void} changed
 * @returns {{element: HTMLElement, refresh: () => void}}
 */
export function control(name, subject, changed) {
  const { kind, options = [], named = String, placeholder, most } = choices[name];
  const { language } = subject;
  const word = (/** @type {string} */ key) => (language.has(key) ? language.text(key) : key);
  const label = language.text(`share.choice.${name}`);
  const set = (/** @type {string} */ value) => {
    subject.choices[name] = value;
    changed();
  };
  const id = `share-${name}`;
  if (kind === "select") {
    const select = element("select", { id, class: "select" }, ...options.map((option) => element("option", { value: option }, word(named(option)))));
    select.value = subject.choices[name];
    select.addEventListener("change", () => set(select.value));
    return { element: element("div", { class: "share-choice" }, element("label", { for: id, class: "name" }, label), select), refresh: () => {} };
  }
  if (kind === "switch") {
    const box = element("input", { id, type: "checkbox", checked: subject.choices[name] === "1" });
    box.addEventListener("change", () => set(box.checked ? "1" : "0"));
    return { element: element("label", { class: "switch share-choice" }, box, element("span", {}, label)), refresh: () => {} };
  }
  const bounds = kind === "number" ? { type: "number", min: NARROWEST, max: most, inputmode: "numeric" } : { type: "text", maxlength: most };
  const field = element("input", { id, class: "share-field", autocomplete: "off", value: subject.choices[name], ...bounds });
  field.addEventListener("input", () => field.validity.valid && set(field.value));
  const refresh = () => void (field.placeholder = placeholder?.(subject) ?? "");
  refresh();
  return { element: element("div", { class: `share-choice ${kind}` }, element("label", { for: id, class: "name" }, label), field), refresh };
}
