/** What a mistake in back-propagation makes of the lecture's formulas. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mistaken } from '../../web/panels/check/mistaken.js';

/** @typedef {import('../../web/types.js').Expression} Expression */

/** @param {string} name @param {number} [layer] @returns {Expression} */
const symbol = (name, layer = 0) => ({ kind: 'symbol', name, letter: name, layer, row: 0, col: 0, example: 0, next: false });
/** @type {Expression} */
const mean = { kind: 'fraction', over: { kind: 'number', value: 1, markup: '' }, under: symbol('m') };
/** @param {Expression} of @returns {Expression} */
const transpose = (of) => ({ kind: 'transpose', of });
/** @param {Expression[]} of @returns {Expression} */
const product = (...of) => ({ kind: 'product', of });
/** @param {Expression[]} of @returns {Expression} */
const equation = (...of) => ({ kind: 'equals', of });
/** @type {Expression} */
const penalty = product(symbol('λ'), symbol('W', 2));

const dW = symbol('dW', 2);
const sum = (/** @type {Expression} */ first) => equation(dW, { kind: 'sum', of: [first, penalty] });
const correct = sum(product(mean, symbol('dZ', 2), transpose(symbol('A', 1))));

/** @type {Expression} */
const prime = { kind: 'call', function: 'g', layer: 1, prime: true, of: symbol('Z', 1) };
/** @type {Expression} */
const chain = { kind: 'elementwise', of: [symbol('dA', 1), prime] };

for (const { mistake, formula, want } of [
  { mistake: 'mean', formula: correct, want: sum(product(symbol('dZ', 2), transpose(symbol('A', 1)))) },
  { mistake: 'activation', formula: correct, want: sum(product(mean, symbol('dZ', 2), transpose(symbol('Z', 1)))) },
  {
    mistake: 'transpose',
    formula: correct,
    want: sum(product(mean, symbol('dZ', 2), { kind: 'call', function: 'reshape', layer: 0, prime: false, of: symbol('A', 1) })),
  },
  { mistake: 'derivative', formula: equation(symbol('dZ', 1), chain, symbol('later')), want: equation(symbol('dZ', 1), symbol('dA', 1)) },
]) {
  test(`the mistake ${mistake} leaves its part out, and only that`, () => {
    assert.deepEqual(mistaken(formula, mistake)?.wrong, want);
  });
}

test('a formula without the part stays', () => {
  assert.equal(mistaken(equation(symbol('dZ', 2), symbol('A', 2)), 'derivative'), null);
});
