import { element, icon } from "./dom.js";
import { NumberField } from "./number.js";
import { stepper } from "./fields.js";

/** @typedef {import("./types.js").Config} Config */
/** @typedef {import("./types.js").Setting} Setting */

/** The units of a first hidden layer. */
const FIRST_SIZE = 4;

/** The hidden layers: how many, their sizes, and their activation, one for all or one for each. */
export class Layers {
  #list = element("ol", { class: "layers" });
  #none = element("p", { class: "caption", "data-i18n": "layers.none" });
  #count = element("output", { for: "add-layer remove-layer", class: "number" });
  #remove = element("button", { type: "button", id: "remove-layer", class: "button square", "data-i18n-label": "layers.remove" }, icon("minus"));
  #add = element("button", { type: "button", id: "add-layer", class: "button square", "data-i18n-label": "layers.add" }, icon("plus"));
  #act;
  /** @type {Set<string>} */
  #locked = new Set();
  /** The settings in use. @type {Config} */
  #config;

  /**
   * @param {Setting} net
   * @param {Setting} act
   * @param {Config} config
   * @param {import("./language.js").Language} language
   * @param {(patch: Partial<Config>) => void} set
   * @param {(text: string) => void} refused
   */
  constructor(net, act, config, language, set, refused) {
    this.net = net;
    this.act = act;
    this.#config = config;
    this.language = language;
    this.set = set;
    this.refused = refused;
    this.#act = this.#activationSelect("set-act");
    this.#act.append(element("option", { value: "", hidden: true, "data-i18n": "layers.mixed" }));
    this.#act.addEventListener("change", () => set({ act: [this.#act.value] }));
    this.#add.addEventListener("click", () => this.#grow());
    this.#remove.addEventListener("click", () => this.#shrink());
    const count = element("div", { class: "field" },
      element("span", { id: "net-name", class: "name", "data-i18n": "setting.net" }),
      element("span", { class: "stepper" }, this.#remove, this.#count, this.#add));
    const activation = element("div", { class: "field" }, element("label", { for: "set-act", class: "name", "data-i18n": "setting.act" }), this.#act);
    this.element = element("div", { class: "network-fields" },
      element("div", { id: "set-net", class: "layers-field", role: "group", "aria-labelledby": "net-name" }, count, this.#none, this.#list), activation);
  }

  /** Leaves out settings, or shows them only.
   * @param {{hidden: Set<string>, locked: Set<string>}} settings
   */
  withhold({ hidden, locked }) {
    this.#locked = locked;
    const [net, act] = this.element.children;
    net.toggleAttribute("hidden", hidden.has("net"));
    act.toggleAttribute("hidden", hidden.has("act"));
  }

  /** @param {Config} config */
  show(config) {
    this.#config = config;
    const { net, act } = config;
    const focused = document.activeElement?.id;
    this.#act.value = act.length > 1 ? "" : act[0];
    this.#act.disabled = net.length === 0 || this.#locked.has("act");
    this.#none.hidden = net.length > 0;
    this.#count.textContent = String(net.length);
    this.#add.disabled = this.#locked.has("net") || net.length >= (this.net.maxItems ?? Infinity);
    this.#remove.disabled = this.#locked.has("net") || net.length === 0;
    this.#list.replaceChildren(...net.map((size, i) => this.#row(i + 1, size)));
    this.language.translate(this.#list);
    if (focused) document.getElementById(focused)?.focus();
  }

  /** One layer: its size, and its own activation where there are several layers.
   * @param {number} layer
   * @param {number} size
   */
  #row(layer, size) {
    const field = new NumberField({ id: `set-net-${layer}`, integer: true });
    field.show(size);
    field.entered = (value) => this.set({ net: replaced(this.#config.net, layer, value) });
    field.refused = this.refused;
    const row = element("li", { class: "layer" }, element("label", { for: field.input.id }, this.language.text("layers.layer", { layer })));
    if (this.#config.net.length > 1) {
      const own = this.#activationSelect(`set-act-${layer}`);
      own.setAttribute("aria-label", this.language.text("layers.activation", { layer }));
      own.disabled = this.#locked.has("act");
      own.value = this.#activations()[layer - 1];
      own.addEventListener("change", () => this.set({ act: replaced(this.#activations(), layer, own.value) }));
      row.append(own);
    }
    const { group, disable } = stepper(field, "net");
    disable(this.#locked.has("net"));
    row.append(group);
    return row;
  }

  /** @param {string} id */
  #activationSelect(id) {
    const options = (this.act.options ?? []).map((code) => element("option", { value: code, "data-i18n": `option.${code}` }));
    return element("select", { id, class: "select" }, ...options);
  }

  /** The activation of every layer. */
  #activations() {
    const { net, act } = this.#config;
    return net.map((_, i) => act[i] ?? act[0]);
  }

  /** A new layer is as wide and as active as the last one. */
  #grow() {
    const { net, act } = this.#config;
    this.set({ net: [...net, net.at(-1) ?? FIRST_SIZE], act: act.length > 1 ? [...act, act[act.length - 1]] : act });
  }

  #shrink() {
    const { net, act } = this.#config;
    this.set({ net: net.slice(0, -1), act: act.length > 1 ? act.slice(0, -1) : act });
    if (this.#remove.disabled) this.#add.focus();
  }
}

/** A list with one item replaced.
 * @template T
 * @param {T[]} list
 * @param {number} layer counts from 1
 * @param {T} item
 */
function replaced(list, layer, item) {
  return list.map((old, i) => (i + 1 === layer ? item : old));
}
