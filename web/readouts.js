import { byId } from "./dom.js";
import { fixed, percent } from "./numerals.js";

/** The numbers of the run. They change with every picture, so screen readers hear them only when it rests. */
export class Readouts {
  #step = byId("step-count", HTMLElement);
  #epoch = byId("epoch-count", HTMLElement);
  #cost = byId("cost-value", HTMLElement);
  #testCost = byId("test-cost-value", HTMLElement);
  #accuracy = byId("accuracy-value", HTMLElement);
  #summary = byId("summary", HTMLElement);

  /**
   * @param {import("./run.js").Run} run
   * @param {import("./language.js").Language} language
   * @param {import("./pictures.js").Pictures} pictures
   */
  constructor(run, language, pictures) {
    this.run = run;
    this.language = language;
    run.on("change", ({ cause }) => {
      this.#show(run.metrics());
      if (cause === "reset" || cause === "draw") this.#rest();
    });
    run.on("step", () => this.#rest());
    run.on("state", () => this.#rest());
    pictures.on("picture", () => this.#show(run.metrics()));
    this.#show(run.metrics());
  }

  #rest() {
    if (this.run.state !== "paused") return;
    const metrics = this.run.metrics();
    this.#show(metrics);
    this.#tell(metrics);
  }

  /** @param {import("./types.js").Metrics} metrics */
  #show({ step, epoch, cost, testCost, accuracy }) {
    this.#step.textContent = String(step);
    this.#epoch.textContent = String(epoch);
    this.#cost.textContent = this.run.empty ? "–" : fixed(cost);
    optional(this.#testCost, testCost === null ? undefined : fixed(testCost));
    optional(this.#accuracy, accuracy === null ? undefined : percent(accuracy));
  }

  /** @param {import("./types.js").Metrics} metrics */
  #tell({ step, cost, accuracy }) {
    if (this.run.empty) return;
    const key = accuracy === null ? "summary.regression" : "summary.classes";
    this.#summary.textContent = this.language.text(key, { step, cost: fixed(cost), accuracy: percent(accuracy ?? 0) });
  }
}

/** Shows a number, or hides its readout where it does not apply.
 * @param {HTMLElement} place
 * @param {string | undefined} text
 */
function optional(place, text) {
  place.textContent = text ?? "";
  place.parentElement?.toggleAttribute("hidden", text === undefined);
}
