/** One labelled control for each kind of setting. Each builder returns the control and a function that shows
 * the setting's value in a Config.
 */

import { addressOf } from "./assets.js";
import { element, icon } from "./dom.js";
import { NumberField } from "./number.js";
import { positionOf, stepsOf, valueAt } from "./scale.js";
import { feature, math } from "./math.js";

/** @typedef {import("./types.js").Config} Config */
/** @typedef {import("./types.js").Setting} Setting */
/** @typedef {import("./types.js").Value} Value */

/** What a control does with what the reader chose.
 * @typedef {object} Actions
 * @property {(value: Value, cause?: "set" | "drag") => void} set
 * @property {(text: string) => void} refused what was typed in is no number
 * @property {() => void} needed the last choice of a list cannot go
 * @property {(root: HTMLElement) => void} translate fills in the text of what is built later
 */

/**
 * @typedef {object} Field
 * @property {HTMLElement} element
 * @property {(config: Config, setting: Setting) => void} show the setting's options may have changed
 * @property {(disabled: boolean) => void} disable
 */

/** A label with the setting's name, and a hint where the locales have one.
 * @param {Setting} setting
 * @param {string} [control] the id of what it labels
 */
function caption({ key }, control = `set-${key}`) {
  return element("label", { for: control, class: "name", "data-i18n": `setting.${key}` });
}

/** A choice of a few: a select.
 * @param {Setting} setting
 * @param {Actions} actions
 * @returns {Field}
 */
export function choiceField(setting, actions) {
  const select = element("select", { id: `set-${setting.key}`, class: "select" });
  select.addEventListener("change", () => actions.set(select.value));
  return {
    element: element("div", { class: "field" }, caption(setting), select),
    show: (config, { key, options = [] }) => {
      select.replaceChildren(...options.map((code) => element("option", { value: code, "data-i18n": `option.${code}` })));
      actions.translate(select);
      select.value = String(config[key]);
    },
    disable: (disabled) => void (select.disabled = disabled),
  };
}

/** A choice by picture: radio buttons, each with the picture of its code.
 * @param {Setting} setting
 * @param {Actions} actions
 * @returns {Field}
 */
export function pictureField(setting, actions) {
  const { key, options = [] } = setting;
  const radios = options.map((code) => element("input", { type: "radio", name: key, value: code, id: `set-${key}-${code}` }));
  const cards = options.map((code, i) =>
    element("label", { class: "picture-card" }, radios[i],
      element("img", { src: addressOf(`icons/${code}.svg`), alt: "", width: 48, height: 48 }),
      element("span", { "data-i18n": `option.${code}` })));
  for (const radio of radios) radio.addEventListener("change", () => actions.set(radio.value));
  const group = element("fieldset", { id: `set-${key}`, class: "picture-cards" }, element("legend", { class: "name", "data-i18n": `setting.${key}` }), ...cards);
  return {
    element: group,
    show: (config) => radios.forEach((radio) => void (radio.checked = radio.value === config[setting.key])),
    disable: (disabled) => void (group.disabled = disabled),
  };
}

/** A choice of several: chips with the inputs' formulas. One at least stays.
 * @param {Setting} setting
 * @param {Actions} actions
 * @returns {Field}
 */
export function featuresField(setting, actions) {
  const { key, options = [] } = setting;
  const boxes = options.map((code) => element("input", { type: "checkbox", value: code, id: `set-${key}-${code}`, "data-i18n-label": `option.${code}` }));
  const chips = options.map((code, i) => element("label", { class: "chip" }, boxes[i], math(feature(code))));
  for (const box of boxes) {
    box.addEventListener("change", () => {
      const chosen = boxes.filter(({ checked }) => checked).map(({ value }) => value);
      if (chosen.length > 0) return actions.set(chosen);
      box.checked = true;
      actions.needed();
    });
  }
  const group = element("fieldset", { id: `set-${key}`, class: "field chips" }, element("legend", { class: "name", "data-i18n": `setting.${key}` }), ...chips);
  return {
    element: group,
    show: (config) => boxes.forEach((box) => void (box.checked = config.in.includes(box.value))),
    disable: (disabled) => void (group.disabled = disabled),
  };
}

/** A number: an exact field, with a slider where the setting has one, else with buttons for one less and more.
 * @param {Setting} setting
 * @param {Actions} actions
 * @param {Node} [symbol] the lecture's letter
 * @returns {Field}
 */
export function numberField(setting, actions, symbol) {
  const { key, slider } = setting;
  const integer = setting.kind === "integer";
  const exact = new NumberField({ id: `set-${key}`, integer });
  exact.entered = (value) => actions.set(value);
  exact.refused = actions.refused;
  const name = caption(setting);
  const head = element("div", { class: "field" }, name);
  if (symbol) head.append(math(symbol));

  if (!slider) {
    const { group, disable } = stepper(exact, key);
    head.append(group);
    return { element: head, show: (config) => exact.show(Number(config[key])), disable };
  }

  const steps = stepsOf(slider, integer);
  const range = element("input", { type: "range", min: 0, max: steps, "data-i18n-label": `setting.${key}` });
  const value = () => valueAt(slider, integer, range.valueAsNumber);
  range.addEventListener("input", () => actions.set(value(), "drag"));
  head.append(exact.input);
  return {
    element: element("div", { class: "ranged" }, head, range),
    show: (config) => {
      const now = Number(config[key]);
      exact.show(now);
      range.setAttribute("aria-valuetext", String(now));
      range.valueAsNumber = positionOf(slider, integer, now);
      range.style.setProperty("--filled", String(range.valueAsNumber / steps));
    },
    disable: (disabled) => void (range.disabled = exact.input.disabled = disabled),
  };
}

/** A number field between buttons for one less and one more.
 * @param {NumberField} field
 * @param {string} key
 */
export function stepper(field, key) {
  const [less, more] = [-1, 1].map((step) => {
    const button = element("button", { type: "button", class: "button square", "data-i18n-label": `stepper.${key}.${step < 0 ? "less" : "more"}` }, icon(step < 0 ? "minus" : "plus"));
    button.addEventListener("click", () => field.entered(field.shown + step));
    return button;
  });
  return {
    group: element("span", { class: "stepper" }, less, field.input, more),
    disable: (/** @type {boolean} */ disabled) => void (less.disabled = more.disabled = field.input.disabled = disabled),
  };
}
