import { element, place } from "./dom.js";
import { describe, otherName, symbol } from "./names.js";
import { equation, math } from "./math.js";
import { decimal } from "./numerals.js";

/** @typedef {import("./types.js").Target} Target */
/** @typedef {import("./types.js").Layout} Layout */
/** @typedef {Target | {kind: "fold", layer: number}} Part */

/** The network slot's elements: a button over every unit on show, the names of inputs and layers, and the
 * answers of links, biases and units to pointer and keyboard.
 *
 * Tab passes the diagram in one stop; arrow keys go from unit to unit.
 */
export class Diagram {
  #units = element("div", { class: "units", role: "group", "data-i18n-label": "network.label" });
  #text = element("div", { class: "headings", "aria-hidden": true });
  /** What each button stands for; a fold has only a layer. @type {Map<HTMLButtonElement, Part>} */
  #targets = new Map();
  #version = NaN;
  /** @type {number[]} */
  #unfolded = [];

  /**
   * @param {import("./run.js").Run} run
   * @param {import("./language.js").Language} language
   * @param {import("./slots.js").Slots} slots
   * @param {import("./pointing.js").Pointing} pointing
   * @param {import("./tooltip.js").Tooltip} tooltip
   * @param {import("./formulas.js").Formulas} formulas
   * @param {(target: Target, opener: HTMLElement) => void} inspect
   */
  constructor(run, language, slots, pointing, tooltip, formulas, inspect) {
    this.run = run;
    this.language = language;
    this.slot = slots.get("network");
    this.pointing = pointing;
    this.tooltip = tooltip;
    this.formulas = formulas;
    this.inspect = inspect;
    this.slot.append(this.#text, this.#units);
    language.translate(this.slot);

    this.slot.addEventListener("pointermove", (event) => this.#point(event));
    this.slot.addEventListener("pointerleave", () => this.#leave());
    this.slot.addEventListener("click", (event) => this.#click(event));
    this.#units.addEventListener("keydown", (event) => this.#key(event));
    this.#units.addEventListener("focusin", (event) => this.#focus(event.target));
    this.#units.addEventListener("focusout", () => this.pointing.hover(null));
    language.on("change", () => this.#renew());
    run.on("change", ({ restarted }) => (restarted ? this.#restart() : this.#describe()));
    run.on("state", (state) => state === "paused" && this.#describe());
  }

  /** Unit buttons stand for nothing once the network is another one. */
  #restart() {
    this.#unfolded = this.#unfolded.filter((layer) => (this.run.engine.config().net[layer - 1] ?? 0) > 0);
    this.tooltip.hide();
    this.#renew();
  }

  /** Makes the layout's elements again: their words are others, or their units. */
  #renew() {
    this.#version = NaN;
    this.show(this.run.engine.layout());
  }

  /** Lays the buttons out anew where the layout is another one.
   * @param {Layout} layout
   */
  show(layout) {
    if (layout.version === this.#version) return;
    this.#version = layout.version;
    const focused = document.activeElement?.id;
    const rove = this.#rover()?.id;
    this.#targets.clear();
    this.#units.replaceChildren(...layout.units.map((unit) => this.#unit(unit)), ...layout.folds.map((fold) => this.#fold(fold)));
    this.#rove(this.#button(rove) ?? [...this.#targets.keys()].find((b) => this.#targets.get(b)?.layer === 1) ?? null);
    if (focused) this.#button(focused)?.focus();
    this.#head(layout);
    this.#describe();
  }

  /** @param {Layout["units"][number]} unit */
  #unit({ layer, index, ...box }) {
    const button = element("button", { type: "button", class: "unit", id: `unit-${layer}-${index}`, tabindex: -1 });
    place(button, box);
    this.#targets.set(button, { kind: "unit", layer, to: index, from: 0 });
    return button;
  }

  /** @param {Layout["folds"][number]} fold */
  #fold({ layer, hidden, ...box }) {
    const button = element("button", { type: "button", class: "fold", id: `fold-${layer}`, tabindex: -1, "aria-expanded": String(hidden === 0) });
    place(button, box);
    button.dataset.hidden = String(hidden);
    this.#targets.set(button, { kind: "fold", layer });
    return button;
  }

  /** Writes what the layers are above them, and the names of inputs and output beside them.
   * @param {Layout} layout
   */
  #head({ units, headings }) {
    const config = this.run.engine.config();
    const last = config.net.length + 1;
    const titles = headings.map(({ layer, x, y, width }) => {
      const name = layer === 0 ? "network.inputs" : layer === last ? "network.output" : "network.layer";
      const act = layer === 0 ? "" : layer === last ? config.out : (config.act[layer - 1] ?? config.act[0]);
      const title = element("p", { class: "heading" }, element("b", {}, this.language.text(name, { layer })));
      if (act) title.append(element("span", {}, this.language.text(`option.${act}`)));
      title.style.left = `${x}px`;
      title.style.top = `${y}px`;
      title.style.maxWidth = `${width}px`;
      return title;
    });
    const names = units
      .filter(({ layer }) => layer === 0 || layer === last)
      .map(({ layer, index, x, y, w, h }) => {
        const side = layer === 0 ? "before" : "after";
        const name = element("span", { class: `unit-name ${side}` }, math(symbol(this.formulas, config, { kind: "unit", layer, to: index, from: 0 })));
        const other = layer === 0 ? otherName(this.formulas, config, index) : null;
        if (other) name.prepend(math(other), element("br"));
        name.style.left = `${layer === 0 ? x : x + w}px`;
        name.style.top = `${y + h / 2}px`;
        return name;
      });
    this.#text.replaceChildren(...titles, ...names);
  }

  /** Names the buttons for screen readers, with the biases of the moment. */
  #describe() {
    if (this.run.state === "playing") return;
    const config = this.run.engine.config();
    const { layers } = this.run.engine.params();
    for (const [button, part] of this.#targets) {
      const own = layers[part.layer - 1];
      if (part.kind === "fold") {
        const hidden = Number(button.dataset.hidden);
        button.setAttribute("aria-label", this.language.text(hidden ? "network.unfold" : "network.fold", { layer: part.layer, hidden }));
      } else if (own) {
        const values = { name: describe(this.language, config, part), bias: decimal(own.b[part.to - 1]), act: this.language.text(`option.${own.activation}`) };
        button.setAttribute("aria-label", this.language.text("part.unitState", values));
      } else {
        button.setAttribute("aria-label", describe(this.language, config, part));
      }
    }
  }

  /** @param {string | undefined} id */
  #button(id) {
    return [...this.#targets.keys()].find((button) => button.id === id);
  }

  #rover() {
    return [...this.#targets.keys()].find((button) => button.tabIndex === 0);
  }

  /** Makes a button the one that Tab stops at.
   * @param {HTMLButtonElement | null} button
   */
  #rove(button) {
    for (const other of this.#targets.keys()) other.tabIndex = other === button ? 0 : -1;
  }

  /** @param {EventTarget | null} focused */
  #focus(focused) {
    if (!(focused instanceof HTMLButtonElement)) return;
    this.#rove(focused);
    const target = this.#targets.get(focused);
    if (focused.matches(":focus-visible")) this.pointing.hover(target?.kind === "unit" ? target : null);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!(event.target instanceof HTMLButtonElement)) return;
    const next = this.#neighbour(event.target, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  /** The button that an arrow key leads to: up and down within a layer, left and right to the closest unit
   * of the next one.
   * @param {HTMLButtonElement} from
   * @param {string} key
   */
  #neighbour(from, key) {
    const target = this.#targets.get(from);
    if (!target) return null;
    const middle = (/** @type {HTMLElement} */ b) => b.offsetTop + b.offsetHeight / 2;
    const column = (/** @type {number} */ layer) =>
      [...this.#targets].filter(([, t]) => t.layer === layer).map(([b]) => b).sort((a, b) => a.offsetLeft - b.offsetLeft || middle(a) - middle(b));
    if (key === "ArrowUp" || key === "ArrowDown") {
      const own = column(target.layer);
      return own[own.indexOf(from) + (key === "ArrowDown" ? 1 : -1)] ?? null;
    }
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const next = column(target.layer + (key === "ArrowRight" ? 1 : -1));
      return next.sort((a, b) => Math.abs(middle(a) - middle(from)) - Math.abs(middle(b) - middle(from)))[0] ?? null;
    }
    return null;
  }

  /** What a pointer meets.
   * @param {MouseEvent} event
   */
  #at(event) {
    const { x, y } = this.slot.getBoundingClientRect();
    return this.run.engine.hit("network", event.clientX - x, event.clientY - y);
  }

  /** @param {PointerEvent} event */
  #point(event) {
    if (event.pointerType === "touch") return;
    const hit = this.#at(event);
    this.slot.classList.toggle("pointing", hit !== null);
    const target = targetOf(hit);
    if (!target) return this.#leave();
    this.pointing.hover(target);
    const name = symbol(this.formulas, this.run.engine.config(), target);
    this.tooltip.show({ x: event.clientX, y: event.clientY }, math(target.kind === "unit" ? name : equation(name, hit?.value ?? NaN)));
  }

  #leave() {
    this.pointing.hover(null);
    this.tooltip.hide();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const opener = event.target instanceof HTMLButtonElement ? event.target : null;
    // The keyboard clicks a button at no place; then the button is meant, never the bias mark on its corner.
    const part = event.detail === 0 && opener ? this.#targets.get(opener) : this.#at(event);
    this.tooltip.hide();
    if (part?.kind === "fold") return this.#toggle(part.layer);
    const target = part && targetOf(part);
    if (!target) return this.pointing.choose(null);
    const button = opener ?? this.#button(`unit-${target.layer}-${target.to}`);
    if (button) this.inspect(target, button);
  }

  /** @param {number} layer */
  #toggle(layer) {
    const folded = !this.#unfolded.includes(layer);
    this.#unfolded = folded ? [...this.#unfolded, layer] : this.#unfolded.filter((l) => l !== layer);
    this.run.view({ unfold: this.#unfolded });
  }
}

/** The part of the network that a button or a hit stands for.
 * @param {Part | import("./types.js").Hit | null} part
 * @returns {Target | null}
 */
function targetOf(part) {
  if (part?.kind !== "unit" && part?.kind !== "link" && part?.kind !== "bias") return null;
  const { kind, layer, to, from } = part;
  return { kind, layer, to, from };
}
