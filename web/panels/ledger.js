import { element } from "../dom.js";

/** @typedef {import("../types.js").PanelContext} PanelContext */

/** The next update written out: every quantity in the lecture's order with its formula. */
class Ledger {
  id = "ledger";
  #list = element("div", { class: "ledger" });
  /** @type {PanelContext | null} */
  #context = null;

  /**
   * @param {HTMLElement} host
   * @param {PanelContext} context
   */
  mount(host, context) {
    this.#context = context;
    host.append(this.#list);
  }

  update() {
    if (!this.#context) return;
    const { engine, notation, formulas } = this.#context;
    const { quantities } = engine.ledger({ all: true, targets: notation.targets });
    this.#list.replaceChildren(...quantities.map(({ symbol, formula }) => element("p", {}, formulas.math(formula ?? symbol))));
  }

  unmount() {
    this.#context = null;
  }
}

export const ledger = new Ledger();
