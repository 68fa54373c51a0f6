import { element } from "../dom.js";
import { feature, letter, math, mo, node, prediction } from "../math.js";
import { matrix } from "../matrix.js";
import { decimal, numeral } from "../numerals.js";

/** @typedef {import("../types.js").PanelContext} PanelContext */
/** @typedef {import("../types.js").Config} Config */
/** @typedef {import("../types.js").Collapsed} Collapsed */
/** @typedef {import("../types.js").Expression} Expression */
/** @typedef {import("../types.js").SymbolExpression} SymbolExpression */

/** Places along each side of the plane where the two networks are compared. */
const GRID = 41;
/** Linear layers that learn without running away. @type {Partial<Config>} */
const deep = { net: [4, 4, 4], act: ["linear"], init: "xavier", lr: 0.05 };

/** Why hidden layers are not linear: what a network of linear layers amounts to, number by number. */
class Collapse {
  id = "collapse";
  /** @type {PanelContext | null} */
  #context = null;
  #verdict = element("p", { class: "collapse-verdict", role: "status" });
  #formulas = element("div", { class: "collapse-formulas" });
  #difference = element("output", { class: "number", id: "collapse-difference" });
  #line = element("p", { class: "caption" });
  #result = element("div", { class: "collapse-result" });
  #turn = element("button", { type: "button", class: "button", id: "collapse-turn" });
  #deepen = element("button", { type: "button", class: "button", id: "collapse-deepen", "data-i18n": "collapse.deepen" });

  constructor() {
    this.#turn.addEventListener("click", () => this.#context?.run.set({ act: [this.#linear() ? "tanh" : "linear"] }));
    this.#deepen.addEventListener("click", () => this.#context?.run.set(deep));
  }

  /**
   * @param {HTMLElement} host
   * @param {PanelContext} context
   */
  mount(host, context) {
    this.#context = context;
    this.#result.replaceChildren(
      element("div", { class: "panel-scroll", role: "group", "data-i18n-label": "panel.collapse" }, this.#formulas),
      element("p", { class: "collapse-difference" },
        element("label", { for: "collapse-difference", "data-i18n": "collapse.difference" }), " ", this.#difference),
      this.#line);
    host.append(
      element("p", { class: "panel-lead", "data-i18n": "collapse.lead" }),
      this.#verdict,
      this.#result,
      element("div", { class: "panel-actions" }, this.#turn, this.#deepen));
  }

  update() {
    if (!this.#context) return;
    const { engine, language } = this.#context;
    const config = engine.config();
    const linear = this.#linear();
    const collapsed = config.net.length > 0 && linear ? engine.collapse(GRID) : null;
    say(this.#verdict, this.#sentence(config, collapsed !== null));
    this.#result.hidden = collapsed === null;
    this.#turn.hidden = config.net.length === 0;
    say(this.#turn, language.text(linear ? "collapse.bend" : "collapse.straighten"));
    if (collapsed) this.#show(config, collapsed);
    engine.lines(collapsed?.line ? [{ segments: [collapsed.line], style: "dashed" }] : []);
  }

  unmount() {
    this.#context?.engine.lines([]);
    this.#context = null;
  }

  /** Whether every hidden layer is linear. */
  #linear() {
    return this.#context?.engine.config().act.every((act) => act === "linear") ?? false;
  }

  /**
   * @param {Config} config
   * @param {boolean} collapses
   */
  #sentence({ net, act, out }, collapses) {
    const { language } = /** @type {PanelContext} */ (this.#context);
    const amounts = language.text(`collapse.to.${out}`);
    if (net.length === 0) return language.text("collapse.none", { amounts });
    if (collapses) return language.text("collapse.linear", { layers: net.length, amounts });
    const layer = act.findIndex((name) => name !== "linear");
    return language.text("collapse.bent", { layer: layer + 1, act: language.text(`option.${act[layer]}`), amounts });
  }

  /**
   * @param {Config} config
   * @param {Collapsed} collapsed
   */
  #show(config, collapsed) {
    const { engine, formulas, language } = /** @type {PanelContext} */ (this.#context);
    const { layers } = engine.params();
    const factors = layers.map((_, i) => symbol("W", layers.length - i));
    this.#formulas.replaceChildren(...[
      [
        formulas.math({ kind: "equals", of: [symbol("W′"), { kind: "product", of: factors }] }),
        math(mo("="), ...layers.map(({ W }, i) => matrix(weights(W, i + 1))).reverse()),
        math(mo("="), matrix({ rows: 1, cols: collapsed.W.length, values: collapsed.W })),
      ],
      [
        formulas.math({ kind: "equals", of: [symbol("b′"), bias(layers.length)] }),
        math(mo("="), ...biasNumbers(layers)),
        math(mo("="), numeral(collapsed.b)),
      ],
      [
        math(prediction(), mo("="), ...applied(config.out, primed("W"), mo("\u2062"), letter("x"), mo("+"), primed("b"))),
        math(mo("="), ...applied(config.out, ...affine(config.in, collapsed))),
      ],
    ].map((pieces) => element("p", { class: "formula" }, ...pieces)));
    this.#difference.value = decimal(collapsed.difference);
    const plane = config.in.join() === "x1,x2";
    say(this.#line, language.text(!plane ? "collapse.otherInputs" : collapsed.line ? "collapse.line" : "collapse.noLine"));
  }
}

/** Writes a text where another stands, so that nothing is announced twice.
 * @param {HTMLElement} target
 * @param {string} text
 */
function say(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

/** A parameter, or without a layer what the parameters amount to.
 * @param {string} name
 * @param {number} [layer]
 * @returns {SymbolExpression}
 */
function symbol(name, layer = 0) {
  return { kind: "symbol", name, letter: name, layer, row: 0, col: 0, example: 0, next: false };
}

/** W[l] (… b[1] …) + b[l], the bias that layers 1 to l amount to.
 * @param {number} l
 * @returns {Expression}
 */
function bias(l) {
  if (l === 1) return symbol("b", 1);
  return { kind: "sum", of: [{ kind: "product", of: [symbol("W", l), bias(l - 1)] }, symbol("b", l)] };
}

/** The same with numbers, for these layers.
 * @param {import("../types.js").Params["layers"]} layers
 * @returns {Node[]}
 */
function biasNumbers(layers) {
  const l = layers.length;
  const { W, b } = layers[l - 1];
  if (l === 1) return [matrix(biases(b, l))];
  const below = biasNumbers(layers.slice(0, -1));
  const inner = l > 2 ? [mo("("), ...below, mo(")")] : below;
  const last = b.length === 1 && b[0] < 0 ? [mo("−"), numeral(-b[0])] : [mo("+"), matrix(biases(b, l))];
  return [matrix(weights(W, l)), ...inner, ...last];
}

/**
 * @param {number[][]} W
 * @param {number} layer
 */
function weights(W, layer) {
  return { rows: W.length, cols: W[0].length, values: W.flat(), cell: (/** @type {number} */ row, /** @type {number} */ col) => ({ ...symbol("W", layer), row, col }) };
}

/**
 * @param {number[]} b
 * @param {number} layer
 */
function biases(b, layer) {
  return { rows: b.length, cols: 1, values: b, cell: (/** @type {number} */ row) => ({ ...symbol("b", layer), row }) };
}

/** @param {string} name */
function primed(name) {
  return node("msup", letter(name), mo("′"));
}

/** The output's function of an argument; a linear output has none.
 * @param {string} out
 * @param {...Node} argument
 */
function applied(out, ...argument) {
  if (out === "linear") return argument;
  return [letter(out === "sigmoid" ? "σ" : out), mo("\u2061"), mo("("), ...argument, mo(")")];
}

/** w′₁ x₁ + … + b′ with numbers.
 * @param {string[]} inputs
 * @param {Collapsed} collapsed
 */
function affine(inputs, { W, b }) {
  const terms = [...W.map((value, i) => ({ value, factor: [mo("·"), feature(inputs[i])] })), { value: b, factor: [] }];
  return terms.flatMap(({ value, factor }, i) => {
    if (i === 0) return [numeral(value), ...factor];
    return [mo(value < 0 ? "−" : "+"), numeral(Math.abs(value)), ...factor];
  });
}

export const collapse = new Collapse();
