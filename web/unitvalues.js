import { element } from "./dom.js";
import { decimal } from "./numerals.js";
import { Throttle } from "./throttle.js";

/** What a value needs of room: below a unit, else over it if the unit is that wide. In CSS pixels. */
const LINE = 14;
const WIDE = 30;

/** The values of the chosen example at the units of the diagram: x at the inputs, a at all others. */
export class UnitValues {
  #host = element("div", { class: "unit-values", "aria-hidden": "true" });
  /** @type {import("./types.js").Layout["units"]} */
  #units = [];
  #version = NaN;
  #throttle = new Throttle(() => this.#show(), 0.1);

  /**
   * @param {import("./run.js").Run} run
   * @param {import("./slots.js").Slots} slots
   * @param {import("./pointing.js").Pointing} pointing
   */
  constructor(run, slots, pointing) {
    this.run = run;
    this.pointing = pointing;
    slots.get("network").append(this.#host);
    pointing.on("example", () => this.#show());
    run.on("step", () => this.#showSoon());
    run.on("change", () => this.#showSoon());
    run.on("state", (state) => state === "paused" && this.#throttle.now());
  }

  /** Follows the units to where they are now.
   * @param {import("./types.js").Layout} layout
   */
  lay({ units, version }) {
    if (version === this.#version) return;
    this.#units = units;
    this.#version = version;
    this.#show();
  }

  #showSoon() {
    if (this.pointing.example !== null) this.#throttle.soon();
  }

  #show() {
    const values = this.#values();
    this.#host.replaceChildren(...this.#units.flatMap((unit) => {
      const value = values.get(unit.layer)?.[unit.index - 1];
      return value === undefined ? [] : this.#label(unit, value);
    }));
  }

  /** The values of each layer's units. */
  #values() {
    /** @type {Map<number, Float64Array>} */
    const values = new Map();
    const { example } = this.pointing;
    const graph = example === null ? null : this.run.engine.graph(example, "own");
    for (const { symbol, value } of graph?.nodes ?? []) {
      if (symbol.name === "X" || symbol.name === "A") values.set(symbol.layer, value);
    }
    return values;
  }

  /**
   * @param {import("./types.js").Layout["units"][number]} unit
   * @param {number} value
   */
  #label({ layer, index, x, y, w, h }, value) {
    const below = this.#units.some((other) => other.layer === layer && other.x < x + w && other.x + other.w > x && other.y >= y + h && other.y < y + h + LINE);
    if (below && w < WIDE) return [];
    const label = element("span", { class: `unit-value ${below ? "over" : "under"}`, "data-unit": `${layer}-${index}` }, decimal(value, 3));
    // The bias has the lower left corner.
    label.style.left = `${x + 0.2 * w}px`;
    label.style.top = `${y + h}px`;
    return [label];
  }
}
