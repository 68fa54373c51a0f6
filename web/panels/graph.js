import { element } from "../dom.js";
import { GraphPicture, unnumbered } from "./graph/picture.js";
import { shownAfter, stepsOf } from "./graph/steps.js";
import { GraphTable } from "./graph/table.js";
import { Lighting } from "./lighting.js";
import { ExamplePicker } from "./picker.js";
import { panelOf } from "./view.js";

/** @typedef {import("../types.js").PanelContext} PanelContext */
/** @typedef {import("../types.js").Graph} Graph */
/** @typedef {import("../types.js").GraphNode} GraphNode */

/** Units of the hidden layer that logistic regression grows. */
const GROWN = 4;

/** The computation graph of one example, forward and backward, node by node. */
class GraphWalk {
  /** @type {Graph} */
  #graph = { nodes: [], edges: [] };
  /** @type {import("./graph/steps.js").Step[]} */
  #steps = [];
  #at = 0;
  #shape = "";
  /** How many training examples there are, and what they come of. */
  #count = 0;
  #origin = "";
  #start = this.#button("graph.start", "«", () => this.#go(0));
  #back = this.#button("graph.back", "‹", () => this.#go(this.#at - 1));
  #next = this.#button("graph.next", "›", () => this.#go(this.#at + 1));
  #all = this.#button("graph.all", "»", () => this.#go(this.#steps.length - 1));
  #grow = this.#button("graph.grow", "", () => this.context.run.set({ net: [GROWN] }));
  #shrink = this.#button("graph.shrink", "", () => this.context.run.set({ net: [] }));
  #place = element("p", { id: "graph-place", class: "caption", role: "status" });
  #told = element("div", { class: "graph-told" });

  /**
   * @param {HTMLElement} host
   * @param {PanelContext} context
   */
  constructor(host, context) {
    this.host = host;
    this.context = context;
    this.picker = new ExamplePicker(context);
    this.picture = new GraphPicture(context, (node) => this.#explain(node));
    this.table = new GraphTable(context);
    host.append(
      element("div", { class: "panel-bar" },
        element("div", { class: "graph-steps" }, this.#start, this.#back, this.#next, this.#all),
        this.#grow, this.#shrink, this.picker.element),
      element("div", { class: "graph-step" }, this.#place, this.#told),
      this.picture.element,
      this.table.element);
    this.lighting = new Lighting(host, context.pointing);
    this.forget = context.pointing.on("example", () => this.show());
    host.addEventListener("keydown", this.#key);
  }

  /** A button that shows a sign or, without one, its text.
   * @param {string} text
   * @param {string} sign
   * @param {() => void} act
   */
  #button(text, sign, act) {
    const button = sign
      ? element("button", { type: "button", class: "button square", "data-i18n-tip": text }, element("span", { "aria-hidden": "true" }, sign))
      : element("button", { type: "button", class: "button", "data-i18n": text });
    button.addEventListener("click", act);
    return button;
  }

  /** Shows the graph of the moment at the step at hand; another network's with all its steps. */
  show() {
    const { engine, run, pointing, notation, language } = this.context;
    const { net, in: inputs } = engine.config();
    const { origin } = run;
    if (origin !== this.#origin) this.#count = engine.data().train.length;
    this.#origin = origin;
    if (pointing.example === null || pointing.example > this.#count) return pointing.chooseExample(1);
    const graph = engine.graph(pointing.example, notation.targets);
    if (!graph) return;
    this.#graph = graph;
    this.#steps = stepsOf(graph);
    const shape = JSON.stringify([net, inputs]);
    if (shape !== this.#shape) this.#at = this.#steps.length - 1;
    this.#shape = shape;
    this.picker.offer(Array.from({ length: this.#count }, (_, i) => i + 1));
    this.#grow.hidden = net.length > 0;
    this.#shrink.hidden = net.length === 0;
    this.picture.element.setAttribute("aria-label", language.text("graph.label", { example: pointing.example }));
    this.picture.show(graph);
    this.table.show(graph.nodes);
    this.#reveal();
  }

  /** @param {number} step */
  #go(step) {
    if (step < 0 || step >= this.#steps.length) return;
    this.#at = step;
    this.#reveal();
    const { nodes } = this.#steps[step];
    this.picture.reach(nodes[nodes.length - 1]);
  }

  /** Goes to the step that a node came with; pressed again, to that of its derivative.
   * @param {number} node
   */
  #explain(node) {
    const steps = this.#steps.flatMap(({ nodes }, i) => (nodes.includes(node) ? [i] : []));
    this.#go(steps.find((step) => step !== this.#at) ?? this.#at);
  }

  #reveal() {
    const { language } = this.context;
    const { direction, nodes } = this.#steps[this.#at];
    this.picture.reveal(shownAfter(this.#steps, this.#at), nodes);
    this.#start.disabled = this.#back.disabled = this.#at === 0;
    this.#next.disabled = this.#all.disabled = this.#at === this.#steps.length - 1;
    const place = language.text(`graph.${direction}`, { step: this.#at + 1, steps: this.#steps.length });
    if (this.#place.textContent !== place) this.#place.textContent = place;
    this.#told.className = `graph-told ${direction}`;
    this.#told.replaceChildren(...nodes.flatMap((i) => this.#tell(this.#graph.nodes[i], direction)));
    this.lighting.light();
  }

  /** A node's formula, or its derivative's, with the result where that is a single number.
   * @param {GraphNode} node
   * @param {"forward" | "backward"} direction
   */
  #tell({ formula, chain, result, rise }, direction) {
    const { formulas } = this.context;
    const [how, value] = direction === "forward" ? [formula, result] : [chain, rise];
    return how ? [element("p", { class: "formula" }, ...formulas.pieces(unnumbered(how)), ...(value ? [formulas.side(value)] : []))] : [];
  }

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    const taken = event.target instanceof Element && event.target.closest("input, select");
    const step = { ArrowLeft: this.#at - 1, ArrowRight: this.#at + 1, Home: 0, End: this.#steps.length - 1 }[event.key];
    if (step === undefined || taken || event.defaultPrevented) return;
    event.preventDefault();
    this.#go(step);
  };

  stop() {
    this.forget();
    this.picture.stop();
    this.lighting.stop();
    this.host.removeEventListener("keydown", this.#key);
  }
}

export const graph = panelOf("graph", GraphWalk);
