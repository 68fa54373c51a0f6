/** The lines of a graph, between where its nodes and their numbers are now: columns are as wide as what stands in them. */

/** An edge from one node past its numbers to another, by their ids; back where a derivative comes back along it.
 * @typedef {{from: string, to: string, back: boolean}} Edge
 */

/** How far apart the two lines of an edge are, and where edges meet a node, in CSS pixels. */
const APART = 6;
const SPREAD = 12;

/** Draws the graph. @type {() => void} */
let redraw = () => {};
const sizes = new ResizeObserver(() => redraw());

/** Draws the edges of the graph, of which a page shows one, and anew whenever something in it has another size.
 * @param {Element} picture an svg element beside the nodes
 * @param {Edge[]} edges
 */
export function join(picture, edges) {
  redraw = () => draw(picture, edges);
  // What else is shown at the same time stands then.
  queueMicrotask(redraw);
}

/**
 * @param {Element} picture
 * @param {Edge[]} edges
 */
function draw(picture, edges) {
  const sheet = picture.parentElement;
  if (!sheet?.isConnected) return;
  const { x, y } = sheet.getBoundingClientRect();
  const box = (/** @type {Element} */ element) => {
    sizes.observe(element);
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left: left - x, right: right - x, middle: (top + bottom) / 2 - y, half: (bottom - top) / 2 };
  };
  sizes.observe(sheet);
  picture.innerHTML = edges.map(({ from, to, back }) => {
    const [source, target] = [from, to].map((id) => /** @type {HTMLElement} */ (document.getElementById(id)));
    const [start, end, numbers] = [source, target, /** @type {Element} */ (source.nextElementSibling)].map(box);
    const apart = start.middle - end.middle;
    const meet = end.middle + (Math.abs(apart) > 2 ? Math.sign(apart) * Math.min(SPREAD, end.half - APART) : 0);
    const bend = (end.left - numbers.right) / 2;
    // Level past the numbers, then to the node that the edge leads to.
    const way = (/** @type {number} */ down) => `M${start.right} ${start.middle + down}H${numbers.right}c${bend} 0 ${bend} ${meet - start.middle} ${2 * bend} ${meet - start.middle}`;
    const forward = `<path class="graph-line forward" d="${way(0)}M${end.left - 6} ${meet - 3.5}l6 3.5l-6 3.5"/>`;
    return forward + (back ? `<path class="graph-line backward" d="${way(APART)}M${start.right + 6} ${start.middle + APART - 3.5}l-6 3.5l6 3.5"/>` : "");
  }).join("");
}
