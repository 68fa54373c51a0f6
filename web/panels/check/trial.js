import { element, say } from "../../dom.js";
import { Loop } from "../../loop.js";
import { fixed } from "../../numerals.js";
import { Plot, powerTicks, roundTicks } from "../../plot.js";

/** @typedef {import("../../types.js").PanelContext} PanelContext */
/** @typedef {import("../../types.js").CostCurve} CostCurve */

/** Updates a press adds, and milliseconds of them a frame. */
const STEPS = 1000;
const BUDGET = 8;
/** Costs further apart than this factor are shown on a scale of logarithms. */
const FAR = 30;

/** What a mistake costs: the settings' run trained with it beside the right one, from the same initial weights. */
export class Trial {
  #train = element("button", { type: "button", class: "button", id: "check-train" });
  #status = element("p", { role: "status", id: "check-cost" });
  #plot = element("div");
  #legend = element("p", { class: "legend", hidden: true },
    element("span", {}, element("i", { class: "stroke-sample" }), element("span", { "data-i18n": "check.without" })),
    element("span", {}, element("i", { class: "stroke-sample test" }), element("span", { "data-i18n": "check.with" })));
  element = element("section", { class: "panel-part check-trial" },
    element("h3", { "data-i18n": "check.costs" }),
    element("div", { class: "panel-actions" }, this.#train),
    this.#legend,
    this.#plot,
    this.#status,
    element("p", { class: "caption", "data-i18n": "check.costsHint" }));
  #loop = new Loop();
  /** The mistake, the settings and the points tried. */
  #tried = "";
  #mistake = "none";
  #goal = 0;
  /** @type {{right: CostCurve, wrong: CostCurve} | null} */
  #curves = null;

  /** @param {PanelContext} context */
  constructor(context) {
    this.context = context;
    this.#train.addEventListener("click", () => this.#go());
  }

  /** Shows the trial of a mistake, a new one if the mistake, the settings or the points are others now.
   * @param {string} mistake
   */
  show(mistake) {
    this.element.hidden = mistake === "none";
    const { steps, ...settings } = this.context.engine.config();
    const tried = JSON.stringify([mistake, settings, this.context.run.origin]);
    if (tried === this.#tried) return;
    this.stop();
    this.#tried = tried;
    this.#mistake = mistake;
    this.#goal = 0;
    this.#curves = null;
    this.#tell();
  }

  /** Lets go of the frames under way. */
  stop() {
    this.#loop.stop();
  }

  /** Trains on to a further goal, or stops on the way. */
  #go() {
    if (this.#loop.running) {
      this.stop();
      return this.#tell();
    }
    const { engine } = this.context;
    if (!this.#curves) {
      engine.startExperiment(this.#mistake);
      this.#curves = engine.experiment(0, 0);
    }
    this.#goal = this.#step() + STEPS;
    this.#loop.start(() => {
      this.#curves = engine.experiment(this.#goal - this.#step(), BUDGET);
      const going = this.#step() < this.#goal && !this.#over();
      if (going) this.#draw();
      else queueMicrotask(() => this.#tell());
      return going;
    });
    this.#tell();
  }

  #both() {
    return this.#curves ? [this.#curves.right, this.#curves.wrong] : [];
  }

  #step() {
    return Math.max(0, ...this.#both().map(({ step }) => step[step.length - 1]));
  }

  #over() {
    return this.#curves !== null && this.#both().every(({ diverged }) => diverged);
  }

  /** Shows the curves and says where they are. */
  #tell() {
    const { language } = this.context;
    this.#train.textContent = language.text(this.#loop.running ? "check.stop" : this.#curves ? "check.trainOn" : "check.train", { steps: STEPS });
    this.#train.disabled = this.#over();
    if (!this.#loop.running) {
      const [right, wrong] = this.#both().map((curve) => this.#end(curve));
      say(this.#status, this.#curves ? language.text("check.cost", { step: this.#step(), right, wrong }) : "");
    }
    this.#draw();
  }

  /** How a run ended, in words.
   * @param {CostCurve} curve
   */
  #end({ step, cost, diverged }) {
    const last = step.length - 1;
    return diverged ? this.context.language.text("check.diverged", { step: step[last] }) : fixed(cost[last]);
  }

  #draw() {
    const costs = this.#both().flatMap(({ cost }) => [...cost]).filter((cost) => Number.isFinite(cost));
    this.#legend.hidden = costs.length === 0;
    if (costs.length === 0) return this.#plot.replaceChildren();
    const last = Math.max(10, this.#step());
    const plot = new Plot({
      x: { low: 0, high: last, ticks: roundTicks(0, last, 4) },
      y: costAxis(costs),
      label: this.context.language.text("check.plot", { step: this.#step() }),
      room: { left: 38, right: 16 },
    });
    const [right, wrong] = this.#both();
    plot.line(right.step, right.cost, "right");
    plot.line(wrong.step, wrong.cost, "wrong");
    this.#plot.replaceChildren(plot.element);
  }
}

/** @param {number[]} costs @returns {import("../../plot.js").Axis} */
function costAxis(costs) {
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  if (least > 0 && most / least > FAR) {
    const [low, high] = [10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(most))];
    return { low, high, ticks: powerTicks(low, high, 6), log: true };
  }
  const high = most > 0 ? 1.05 * most : 1;
  return { low: 0, high, ticks: roundTicks(0, high, 5) };
}
