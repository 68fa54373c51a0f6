/** @typedef {import("../../types.js").GraphNode} GraphNode */
/** @typedef {import("../../types.js").Graph} Graph */

/** One step through a graph: the nodes whose values, or whose derivatives, come with it.
 * @typedef {{direction: "forward" | "backward", nodes: number[]}} Step
 */

/** The steps through a graph: forward each quantity that is computed, with what it is computed from and is given;
 * backward each derivative, those of the parameters of a layer at once.
 * @param {Graph} graph
 * @returns {Step[]}
 */
export function stepsOf({ nodes, edges }) {
  /** @type {Step[]} */
  const steps = [];
  nodes.forEach((node, i) => {
    if (!node.formula) return;
    const given = edges.filter(({ from, to }) => to === i && !nodes[from].formula).map(({ from }) => from);
    steps.push({ direction: "forward", nodes: [...given, i] });
  });
  const found = nodes.map((node, i) => ({ node, i })).filter(({ node }) => node.derivative !== null).reverse();
  for (const { node, i } of found) {
    const last = steps[steps.length - 1];
    const along = !node.formula && last.direction === "backward" && !nodes[last.nodes[0]].formula;
    if (along) last.nodes.unshift(i);
    else steps.push({ direction: "backward", nodes: [i] });
  }
  return steps;
}

/** What is to be seen after a step: the nodes with their values, and those with their derivatives.
 * @param {Step[]} steps
 * @param {number} at
 */
export function shownAfter(steps, at) {
  const done = steps.slice(0, at + 1);
  const of = (/** @type {Step["direction"]} */ direction) => new Set(done.filter((step) => step.direction === direction).flatMap(({ nodes }) => nodes));
  return { values: of("forward"), slopes: of("backward") };
}
