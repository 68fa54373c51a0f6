import { advice } from "./activations/advice.js";
import { Curves } from "./activations/curves.js";
import { Flows } from "./activations/flows.js";
import { UnitActivity } from "./activations/unit.js";
import { Lighting } from "./lighting.js";

/** @typedef {import("../types.js").PanelContext} PanelContext */

/** The activations: how they look, what a unit makes of the examples, what they do to the gradient. */
class Activations {
  id = "activations";
  /** @type {{curves: Curves, unit: UnitActivity, flows: Flows} | null} */
  #parts = null;
  #release = () => {};

  /**
   * @param {HTMLElement} host
   * @param {PanelContext} context
   */
  mount(host, context) {
    const parts = (this.#parts = { curves: new Curves(context), unit: new UnitActivity(context), flows: new Flows(context) });
    host.append(parts.curves.element, parts.unit.element, parts.flows.element, advice((patch) => context.run.set(patch)));
    const lighting = new Lighting(host, context.pointing);
    const stopFollowing = context.pointing.on("change", () => parts.unit.follow());
    this.#release = () => {
      parts.flows.stop();
      parts.unit.stop();
      lighting.stop();
      stopFollowing();
    };
  }

  update() {
    this.#parts?.curves.update();
    this.#parts?.unit.update();
    this.#parts?.flows.update();
  }

  unmount() {
    this.#release();
    this.#parts = null;
  }
}

export const activations = new Activations();
