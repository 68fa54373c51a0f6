import { element, say } from "../dom.js";
import { symbol } from "../references.js";
import { Lighting } from "./lighting.js";
import { sentence } from "./sentence.js";
import { Meter } from "./symmetry/meter.js";
import { Start } from "./symmetry/start.js";
import { statements } from "./symmetry/statements.js";

/** @typedef {import("../types.js").PanelContext} PanelContext */
/** @typedef {import("../types.js").Symmetry} Symmetry */

/** Why weights begin at random: what becomes of units that begin alike. */
class SymmetryPanel {
  id = "symmetry";
  update = () => {};
  unmount = () => {};

  /**
   * @param {HTMLElement} host
   * @param {PanelContext} context
   */
  mount(host, context) {
    const { engine, run, pointing, language, formulas } = context;
    const start = new Start(run);
    const meter = new Meter(context);
    const says = new Statements(context);
    const lines = new Lines(context);
    const poked = element("span", { class: "caption" });
    const poke = element("button", { type: "button", class: "button", id: "symmetry-poke", "data-i18n": "symmetry.poke" });
    poke.addEventListener("click", () => run.poke());
    host.append(element("div", { class: "panel-columns" },
      element("div", { class: "panel-part symmetry-side" },
        start.element,
        element("div", { class: "panel-actions" }, poke, poked),
        says.element,
        lines.element),
      meter.element));

    const lighting = new Lighting(host, pointing);
    this.update = () => {
      const symmetry = engine.symmetry();
      const flows = engine.flows();
      start.show();
      const weight = formulas.math(symbol({ name: "W", letter: "w", layer: 1, row: 1, col: 1 }));
      poked.replaceChildren(...sentence(language, "symmetry.poked", { weight }));
      meter.show(symmetry, flows);
      lines.show(symmetry.lines);
      says.show(statements({
        config: engine.config(),
        params: engine.params(),
        targets: engine.data().train.map(([, , y]) => y),
        symmetry,
        flows,
      }));
      lighting.light();
    };
    this.unmount = () => {
      lighting.stop();
      engine.lines([]);
    };
  }
}

/** What is true of the run on show. */
class Statements {
  element = element("ul", { class: "panel-list symmetry-says", id: "symmetry-says", "aria-live": "polite" });
  #shown = "";

  /** @param {PanelContext} context */
  constructor(context) {
    this.context = context;
  }

  /** @param {string[]} keys */
  show(keys) {
    const { engine, language, formulas, open } = this.context;
    const last = engine.config().net.length + 1;
    const shown = JSON.stringify([keys, last, this.context.notation.layers]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const write = (/** @type {string} */ name, /** @type {number} */ layer) => formulas.math(symbol({ name, layer }));
    this.element.replaceChildren(...keys.map((key) => {
      const item = element("li", { "data-says": key }, ...sentence(language, `symmetry.says.${key}`, {
        A: write("A", last - 1), W: write("W", last), dW: write("dW", last), dA: write("dA", last - 1),
      }));
      if (key === "saturated") {
        const more = element("button", { type: "button", class: "link-button", id: "symmetry-activations" }, language.text("symmetry.seeActivations"));
        more.addEventListener("click", () => open("activations"));
        item.append(" ", more);
      }
      return item;
    }));
  }
}

/** Each first-layer unit's line w·x + b = 0, drawn over the data. */
class Lines {
  element = element("p", { class: "caption", id: "symmetry-lines" });

  /** @param {PanelContext} context */
  constructor({ engine, language }) {
    this.engine = engine;
    this.language = language;
  }

  /** @param {Symmetry["lines"]} lines */
  show(lines) {
    const segments = (lines ?? []).flatMap((line) => (line ? [line] : []));
    this.engine.lines([{ segments, style: "thin" }]);
    const apart = new Set(segments.map((ends) => ends.map((x) => x.toFixed(2)).join()));
    const key = !lines ? "symmetry.noPlane" : segments.length === 0 ? "symmetry.noLines" : "symmetry.lines";
    say(this.element, this.language.text(key, { units: lines?.length ?? 0, lines: segments.length, apart: apart.size }));
  }
}

export const symmetry = new SymmetryPanel();
