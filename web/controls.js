import { byId, element, icon } from "./dom.js";
import { choiceField, featuresField, numberField, pictureField } from "./fields.js";
import { Layers } from "./layers.js";
import { letter } from "./math.js";

/** @typedef {import("./types.js").Config} Config */
/** @typedef {import("./types.js").Setting} Setting */
/** @typedef {import("./fields.js").Field} Field */

/** The settings that matter first stand above the groups. */
const main = ["net", "act", "lr"];
/** Groups that are open at first. */
const open = ["data"];

/** Settings that have no effect for the moment.
 * @type {Partial<Record<keyof Config, (config: Config) => boolean>>}
 */
const idle = {
  slope: ({ act }) => !act.includes("leaky"),
  scale: ({ init }) => !["constant", "randn", "uniform", "rows"].includes(init),
  bseed: ({ batch }) => batch === 0,
};

/** Settings that own data know nothing of. */
export const generated = ["n", "noise"];

/** Whether a setting has no effect for the moment.
 * @param {keyof Config} key
 * @param {Config} config
 */
export function isIdle(key, config) {
  return idle[key]?.(config) ?? false;
}

/** The controls of all settings, built from the engine's table. */
export class Controls {
  #form = byId("settings", HTMLFormElement);
  /** @type {Map<string, Field>} */
  #fields = new Map();
  /** @type {Layers} */
  #layers;

  /**
   * @param {import("./run.js").Run} run
   * @param {import("./language.js").Language} language
   * @param {import("./notices.js").Notices} notices
   * @param {{hidden: Set<string>, locked: Set<string>}} withheld settings that the presentation leaves out, or shows only
   */
  constructor(run, language, notices, withheld) {
    this.run = run;
    this.language = language;
    this.notices = notices;
    this.withheld = withheld;
    this.#form.addEventListener("submit", (event) => event.preventDefault());

    const settings = run.engine.settings();
    const byKey = Object.fromEntries(settings.map((setting) => [setting.key, setting]));
    this.#layers = new Layers(byKey.net, byKey.act, run.engine.config(), language, (patch) => this.#set(patch), (text) => this.#refuse(text));
    this.#layers.withhold(withheld);
    const rate = this.#field(byKey.lr);
    this.#form.replaceChildren(element("div", { class: "main-settings" }, this.#layers.element, rate.element), ...this.#groups(settings));
    language.translate(this.#form);
    language.on("change", () => this.show());
    run.on("change", () => this.show());
    this.show();
  }

  /** The groups below the main settings, each a disclosure.
   * @param {Setting[]} settings
   */
  #groups(settings) {
    /** @type {Map<string, HTMLElement>} */
    const groups = new Map();
    for (const setting of settings) {
      if (main.includes(setting.key) || setting.group === "opening") continue;
      const fields = groups.get(setting.group) ?? element("div", { class: "fields" });
      fields.append(this.#field(setting).element);
      groups.set(setting.group, fields);
    }
    return [...groups].filter(([, fields]) => [...fields.children].some((field) => !field.hasAttribute("hidden"))).map(([group, fields]) =>
      element("details", { class: "group", id: `group-${group}`, open: open.includes(group) },
        element("summary", {}, element("h3", { "data-i18n": `group.${group}` }), icon("chevron")), fields));
  }

  /** @param {Setting} setting */
  #field(setting) {
    const actions = {
      set: (/** @type {import("./types.js").Value} */ value, /** @type {"set" | "drag"} */ cause = "set") => this.#set({ [setting.key]: value }, cause),
      refused: (/** @type {string} */ text) => this.#refuse(text),
      needed: () => this.notices.show(this.language.text("notice.input")),
      translate: (/** @type {HTMLElement} */ root) => this.language.translate(root),
    };
    const field = this.#build(setting, actions);
    field.element.hidden = this.withheld.hidden.has(setting.key);
    this.#fields.set(setting.key, field);
    return field;
  }

  /**
   * @param {Setting} setting
   * @param {import("./fields.js").Actions} actions
   */
  #build(setting, actions) {
    if (setting.key === "data") return pictureField(setting, actions);
    if (setting.kind === "choices") return featuresField(setting, actions);
    if (setting.kind === "choice") return choiceField(setting, actions);
    return numberField(setting, actions, setting.key === "lr" ? letter("α") : undefined);
  }

  /**
   * @param {Partial<Config>} patch
   * @param {"set" | "drag"} [cause]
   */
  #set(patch, cause) {
    if (patch.data && !this.withheld.locked.has("lr")) this.run.chooseData(patch.data);
    else this.run.set(patch, cause);
  }

  /** @param {string} text */
  #refuse(text) {
    this.notices.show(this.language.text("notice.number", { value: text }));
  }

  /** Shows the values in use. */
  show() {
    const config = this.run.engine.config();
    this.#layers.show(config);
    for (const setting of this.run.engine.settings()) {
      const field = this.#fields.get(setting.key);
      field?.show(config, setting);
      field?.disable(this.withheld.locked.has(setting.key) || isIdle(setting.key, config));
      if (field) field.element.hidden = this.withheld.hidden.has(setting.key) || (config.data === "own" && generated.includes(setting.key));
    }
  }
}
