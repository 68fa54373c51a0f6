/** Pieces of MathML, and the names that are the same in every notation. */

import { numeral } from "./numerals.js";

const MATHML = "http://www.w3.org/1998/Math/MathML";

/**
 * @param {string} tag
 * @param {...(Node | string)} children
 */
export function node(tag, ...children) {
  const made = document.createElementNS(MATHML, tag);
  made.append(...children);
  return made;
}

/** @param {...(Node | string)} children */
export const row = (...children) => node("mrow", ...children);
/** @param {string} name */
export const mi = (name) => node("mi", name);
/** @param {string | number} value */
export const mn = (value) => node("mn", String(value));
/** @param {string} sign */
export const mo = (sign) => node("mo", sign);

/** A formula to put in a page.
 * @param {...(Node | string)} children
 */
export function math(...children) {
  return node("math", ...children);
}

/** y with a hat, the network's output. */
export function prediction() {
  const hatted = node("mover", mi("y"), mo("^"));
  // Firefox no longer takes the operator's word for it.
  hatted.setAttribute("accent", "true");
  return hatted;
}

/** @param {1 | 2} index */
const x = (index) => node("msub", mi("x"), mn(index));
/** @param {1 | 2} index */
const square = (index) => node("msubsup", mi("x"), mn(index), mn(2));
/** @param {1 | 2} index */
const sine = (index) => row(mi("sin"), mo("\u2061"), x(index));

const features = {
  x1: () => x(1),
  x2: () => x(2),
  x1sq: () => square(1),
  x2sq: () => square(2),
  x1x2: () => row(x(1), mo("\u2062"), x(2)),
  sinx1: () => sine(1),
  sinx2: () => sine(2),
};

/** An input feature by its code in links.
 * @param {string} code
 */
export function feature(code) {
  return features[/** @type {keyof typeof features} */ (code)]();
}

/** name = value.
 * @param {Node} name
 * @param {number} value
 */
export function equation(name, value) {
  return row(name, mo("="), numeral(value));
}
