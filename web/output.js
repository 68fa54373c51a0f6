import { byId } from "./dom.js";
import { describe, symbol } from "./names.js";
import { symbol as written } from "./references.js";
import * as math from "./math.js";
import { fixed } from "./numerals.js";

/** The output zone: whose field is shown, what its colours mean, a readable cursor over plane and curve. */
export class Output {
  #caption = byId("field-caption", HTMLElement);
  #low = byId("ramp-low", HTMLElement);
  #high = byId("ramp-high", HTMLElement);
  #switches = /** @type {const} */ ([
    ["discretise", byId("discretise", HTMLInputElement)],
    ["showTest", byId("show-test", HTMLInputElement)],
    ["logSteps", byId("log-steps", HTMLInputElement)],
  ]);

  /**
   * @param {import("./run.js").Run} run
   * @param {import("./language.js").Language} language
   * @param {import("./slots.js").Slots} slots
   * @param {import("./pointing.js").Pointing} pointing
   * @param {import("./tooltip.js").Tooltip} tooltip
   * @param {import("./formulas.js").Formulas} formulas
   */
  constructor(run, language, slots, pointing, tooltip, formulas) {
    this.run = run;
    this.language = language;
    this.pointing = pointing;
    this.tooltip = tooltip;
    this.formulas = formulas;

    for (const [name, box] of this.#switches) box.addEventListener("change", () => run.view({ [name]: box.checked }));
    for (const name of /** @type {const} */ (["output", "cost"])) {
      const slot = slots.get(name);
      slot.addEventListener("pointermove", (event) => this.#read(name, slot, event));
      slot.addEventListener("pointerleave", () => this.#leave());
    }
    slots.get("output").addEventListener("click", (event) => this.#choose(slots.get("output"), event));
    run.on("change", ({ cause }) => {
      if (cause === "open") this.#see();
      this.show();
    });
    pointing.on("change", () => this.show());
    language.on("change", () => this.show());
    formulas.notation.on("change", () => this.show());
    this.#see();
    this.show();
  }

  /** Turns the switches as the engine has them: a link may do so too. */
  #see() {
    const view = this.run.engine.view({});
    for (const [name, box] of this.#switches) box.checked = view[name];
  }

  /** The unit whose field the plane shows: the one pointed at, itself or by its bias, else the output.
   * @returns {import("./types.js").Target}
   */
  get shown() {
    const { hovered, chosen } = this.pointing;
    const pointed = [hovered, chosen].find((target) => target && target.kind !== "link" && target.to > 0);
    const { layer, to } = pointed ?? { layer: this.run.engine.config().net.length + 1, to: 1 };
    return { kind: "unit", layer, to, from: 0 };
  }

  show() {
    const config = this.run.engine.config();
    const shown = this.shown;
    this.#caption.replaceChildren(describe(this.language, config, shown), " ", math.math(symbol(this.formulas, config, shown)));
    const classes = config.out === "sigmoid" && shown.layer > config.net.length;
    this.#low.textContent = classes ? "0" : "−1";
    this.#high.textContent = "1";
    document.documentElement.dataset.task = ["plane", "bumps"].includes(config.data) ? "regression" : "classes";
    document.documentElement.toggleAttribute("data-tested", config.test > 0);
    document.documentElement.toggleAttribute("data-standardised", config.scaling === "standard");
  }

  /** What the unit on show has as its value. Of an input that is x itself, but for standardised ones.
   * @param {import("./types.js").Config} config
   */
  #value(config) {
    const shown = this.shown;
    if (shown.layer > 0 || config.scaling === "none") return symbol(this.formulas, config, shown);
    return this.formulas.symbol(written({ name: "A", letter: "a", row: shown.to }));
  }

  /** Says what the place under the pointer stands for.
   * @param {"output" | "cost"} name
   * @param {HTMLElement} slot
   * @param {PointerEvent} event
   */
  #read(name, slot, event) {
    const { x, y } = slot.getBoundingClientRect();
    const hit = this.run.engine.hit(name, event.clientX - x, event.clientY - y);
    const point = { x: event.clientX, y: event.clientY };
    if (hit?.kind === "plane") {
      const config = this.run.engine.config();
      const parts = [math.equation(math.feature("x1"), hit.x), math.equation(math.feature("x2"), hit.y), math.equation(this.#value(config), hit.value ?? NaN)];
      this.tooltip.show(point, ...parts.map((part) => math.math(part)));
    } else if (hit?.kind === "cost") {
      const record = this.run.engine.cursor(event.clientX - x);
      if (!record) return this.#leave();
      const key = record.testCost === null ? "cost.at" : "cost.atTested";
      this.tooltip.show(point, this.language.text(key, { step: record.step, cost: fixed(record.cost), testCost: fixed(record.testCost) }));
    } else {
      this.#leave();
    }
  }

  /** Chooses the example under the pointer; the chosen one is let go.
   * @param {HTMLElement} slot
   * @param {MouseEvent} event
   */
  #choose(slot, event) {
    const { x, y } = slot.getBoundingClientRect();
    const example = this.run.engine.hit("output", event.clientX - x, event.clientY - y)?.example;
    if (example) this.pointing.chooseExample(example === this.pointing.example ? null : example);
  }

  #leave() {
    this.tooltip.hide();
    this.run.engine.cursor(null);
  }
}
