import { element } from "../dom.js";
import { ExamplesChoice, NotationChoice } from "./choices.js";
import { InFull } from "./infull.js";
import { Lighting } from "./lighting.js";
import { ExamplePicker } from "./picker.js";
import { Quantities } from "./quantities.js";

/** @typedef {import("../types.js").PanelContext} PanelContext */

/** The next update written out: every quantity in the lecture's order with its formula, shape and numbers. */
class LedgerPanel {
  id = "ledger";
  update = () => {};
  unmount = () => {};

  /**
   * @param {HTMLElement} host
   * @param {PanelContext} context
   */
  mount(host, context) {
    const { engine, pointing, notation } = context;
    const picker = new ExamplePicker(context);
    const examples = new ExamplesChoice();
    const written = new NotationChoice(context);
    const quantities = new Quantities(context);
    /** @type {import("../types.js").Ledger | null} */
    let ledger = null;
    const inFull = new InFull(context, () => ledger);
    host.classList.add("ledger");
    host.append(
      element("div", { class: "panel-bar" }, picker.element, examples.element, written.element, written.note),
      quantities.element,
      inFull.element);
    const lighting = new Lighting(host, pointing);

    this.update = () => {
      ledger = engine.ledger({ all: examples.all, targets: notation.targets });
      if (pointing.example === null) pointing.chooseExample(ledger.examples[0] ?? null);
      const config = engine.config();
      examples.show(config);
      written.show(config);
      picker.offer(ledger.examples);
      quantities.show(ledger);
      inFull.show();
      lighting.light();
    };
    examples.changed = this.update;
    const forget = [
      pointing.on("change", () => {
        inFull.show();
        quantities.light();
        lighting.light();
      }),
      pointing.on("example", (example) => {
        picker.show();
        quantities.revealExample(example);
        inFull.show();
      }),
    ];
    this.unmount = () => {
      for (const stop of forget) stop();
      lighting.stop();
      quantities.stop();
      host.classList.remove("ledger");
    };
  }
}

export const ledger = new LedgerPanel();
