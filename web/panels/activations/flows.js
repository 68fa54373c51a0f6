import { element } from "../../dom.js";
import { Loop } from "../../loop.js";
import { math, mn, node } from "../../math.js";
import { decimal, fixed, percent } from "../../numerals.js";
import { sample } from "./curves.js";

/** @typedef {import("../../types.js").PanelContext} PanelContext */
/** @typedef {import("../../types.js").Flow} Flow */
/** @typedef {import("../../types.js").ComparedRun} ComparedRun */

/** Updates a press adds, and milliseconds of them a frame. */
const STEPS = 100;
const BUDGET = 8;

/** The size of each layer's gradient: in this run, and with each activation in its hidden layers side by side. */
export class Flows {
  #caption = element("caption");
  #head = element("thead");
  #body = element("tbody");
  #train = element("button", { type: "button", class: "button", id: "activations-train" });
  #again = element("button", { type: "button", class: "button", id: "activations-again", "data-i18n": "activations.again" });
  #status = element("span", { class: "caption", role: "status" });
  #actions = element("div", { class: "panel-actions" }, this.#train, this.#again, this.#status);
  #loop = new Loop();
  /** The settings compared. */
  #settings = "";
  /** @type {ComparedRun[]} */
  #runs = [];
  #goal = 0;

  /** @param {PanelContext} context */
  constructor(context) {
    this.context = context;
    this.element = element("section", { class: "activations-flows" },
      element("h3", { "data-i18n": "activations.flows" }),
      element("p", { class: "caption", "data-i18n": "activations.flowsHint" }),
      element("div", { class: "panel-scroll" }, element("table", { class: "panel-table" }, this.#caption, this.#head, this.#body)),
      this.#actions);
    this.#train.addEventListener("click", () => this.#go());
    this.#again.addEventListener("click", () => this.#start());
  }

  update() {
    const { engine, run } = this.context;
    const { steps, act, ...rest } = engine.config();
    const settings = JSON.stringify([rest, run.origin]);
    this.#actions.hidden = rest.net.length === 0;
    if (settings !== this.#settings) {
      this.#settings = settings;
      this.#start();
    } else {
      this.#show();
    }
  }

  /** Lets go of the frames under way. */
  stop() {
    this.#loop.stop();
  }

  /** Sets each run back to step 0. */
  #start() {
    const { engine } = this.context;
    this.#loop.stop();
    this.#goal = 0;
    this.#runs = [];
    if (engine.config().net.length > 0) {
      engine.startComparison();
      this.#runs = engine.compare(0, 0) ?? [];
    }
    this.#tell();
  }

  /** Trains on to a further goal, or stops on the way. */
  #go() {
    if (this.#loop.running) {
      this.#loop.stop();
      return this.#tell();
    }
    this.#goal = this.#step() + STEPS;
    this.#loop.start(() => {
      this.#runs = this.context.engine.compare(this.#goal - this.#step(), BUDGET) ?? [];
      const going = this.#step() < this.#goal && this.#runs.some(({ diverged }) => !diverged);
      if (going) this.#show();
      else queueMicrotask(() => this.#tell());
      return going;
    });
    this.#tell();
  }

  #step() {
    return Math.max(0, ...this.#runs.map(({ step }) => step));
  }

  /** Shows the runs and says where they are. */
  #tell() {
    const { language } = this.context;
    this.#status.textContent = this.#loop.running ? "" : language.text("activations.each", { step: this.#step() });
    this.#train.textContent = language.text(this.#loop.running ? "activations.stop" : "activations.train", { steps: STEPS });
    this.#show();
  }

  #show() {
    const { engine, language } = this.context;
    const own = engine.flows();
    const sizes = [own, ...this.#runs.map(({ layers }) => layers)].flat().map(({ dW }) => dW).filter((size) => size > 0 && Number.isFinite(size));
    const low = Math.max(-16, Math.floor(Math.log10(Math.min(1, ...sizes))) - 1);
    const high = Math.ceil(Math.log10(Math.max(1e-3, ...sizes)));
    this.#caption.replaceChildren(language.text("activations.scale"), " ", math(power(low)), " … ", math(power(high)));
    const heads = this.#runs.map(({ activation, step, cost, diverged }) =>
      element("th", { scope: "col" },
        element("span", { class: "activations-name" }, sample(activation), language.text(`option.${activation}`)),
        element("span", { class: "caption number" }, diverged ? language.text("activations.diverged") : language.text("summary.regression", { step, cost: fixed(cost) }))));
    const { step, cost } = engine.metrics();
    this.#head.replaceChildren(element("tr", {},
      element("th", { scope: "col" }, language.text("activations.layer")),
      element("th", { scope: "col" }, language.text("activations.own"), " ", element("span", { class: "caption number" }, language.text("summary.regression", { step, cost: fixed(cost) }))),
      element("th", { scope: "col" }, language.text("activations.saturated")),
      element("th", { scope: "col" }, language.text("activations.deadUnits")),
      ...heads));
    this.#body.replaceChildren(...own.map((flow, l) => this.#row(flow, l, (size) => bar(size, low, high))));
  }

  /**
   * @param {Flow} flow
   * @param {number} l
   * @param {(size: number) => HTMLElement} sized
   */
  #row({ activation, dW, saturated, dead }, l, sized) {
    const { language, formulas } = this.context;
    const gradient = formulas.math({ kind: "symbol", name: "dW", letter: "dW", layer: l + 1, row: 0, col: 0, example: 0, next: false });
    return element("tr", {},
      element("th", { scope: "row" }, gradient, " ", element("span", { class: "caption" }, language.text(`option.${activation}`))),
      sized(dW),
      element("td", { class: "number" }, percent(saturated, 0)),
      element("td", { class: "number" }, String(dead)),
      ...this.#runs.map(({ layers }) => sized(layers[l].dW)));
  }
}

/** A size as a bar on a scale of powers of ten, with its number.
 * @param {number} size
 * @param {number} low
 * @param {number} high
 */
function bar(size, low, high) {
  const filled = element("i");
  filled.style.width = `${size > 0 ? 100 * Math.min(1, Math.max(0.02, (Math.log10(size) - low) / (high - low))) : 0}%`;
  return element("td", { class: "activations-size" }, element("span", { class: "activations-track" }, filled), element("span", { class: "number" }, decimal(size)));
}

/** @param {number} exponent */
const power = (exponent) => node("msup", mn(10), mn(String(exponent).replace("-", "−")));
