/** What the symmetry panel says is true of the run at hand. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { statements } from '../../web/panels/symmetry/statements.js';

/** @typedef {import('../../web/panels/symmetry/statements.js').Facts} Facts */

const balanced = [0, 1, 0, 1];
const unbalanced = [0, 1, 1, 1];

/**
 * A run with hidden layers, its units told apart by their number.
 * @param {object} given
 * @param {number[]} [given.net]
 * @param {string} [given.act]
 * @param {(layer: number, to: number, from: number) => number} [given.weight]
 * @param {number[]} [given.targets]
 * @param {Partial<Facts['config']>} [given.config]
 * @param {number[]} [given.asymmetry] the history
 * @param {boolean} [given.moved]
 * @param {number} [given.saturated]
 * @returns {Facts}
 */
function facts({ net = [3], act = 'tanh', weight = () => 0, targets = balanced, config = {}, asymmetry = [0], moved = false, saturated = 0 }) {
  const sizes = [2, ...net, 1];
  const layers = sizes.slice(1).map((size, l) => ({
    W: Array.from({ length: size }, (_, i) => Array.from({ length: sizes[l] }, (_, j) => weight(l + 1, i + 1, j + 1))),
    b: Array(size).fill(0),
    activation: l < net.length ? act : 'sigmoid',
  }));
  const flow = { dZ: 0, dW: 0, dead: 0 };
  return /** @type {Facts} */ ({
    config: { data: 'planar', net, out: 'sigmoid', init: 'zeros', scale: 0.01, batch: 0, ...config },
    params: { layers },
    targets,
    symmetry: {
      asymmetry: asymmetry[asymmetry.length - 1],
      moved: { weights: moved ? 1 : 0, hiddenBiases: 0, outputBias: moved ? 1 : 0 },
      history: { step: new Float64Array(asymmetry.map((_, i) => i)), asymmetry: new Float64Array(asymmetry) },
      lines: null,
    },
    flows: layers.map(({ activation }) => ({ ...flow, activation, saturated })),
  });
}

const apart = (/** @type {number} */ layer, /** @type {number} */ to, /** @type {number} */ from) => layer + to / 7 + from / 13;

for (const { name, run, says } of [
  { name: 'logistic regression', run: facts({ net: [] }), says: ['logistic'] },
  { name: 'zeros, balanced', run: facts({}), says: ['frozen', 'balanced'] },
  { name: 'zeros, not balanced', run: facts({ targets: unbalanced }), says: ['frozen', 'outputBias'] },
  { name: 'zeros, balanced, in mini-batches', run: facts({ config: { batch: 2 } }), says: ['frozen', 'outputBias'] },
  { name: 'zeros, a batch as large as the data', run: facts({ config: { batch: 4 } }), says: ['frozen', 'balanced'] },
  { name: 'zeros, linear output', run: facts({ config: { out: 'linear' } }), says: ['frozen', 'outputBias'] },
  { name: 'zeros, sigmoid, balanced', run: facts({ act: 'sigmoid' }), says: ['balanced'] },
  { name: 'zeros, sigmoid, not balanced', run: facts({ act: 'sigmoid', targets: unbalanced }), says: ['half'] },
  { name: 'zeros after the output bias has moved by hand', run: { ...facts({}), symmetry: { ...facts({}).symmetry, moved: { weights: 0, hiddenBiases: 0, outputBias: 1 } } }, says: ['frozen', 'outputBias'] },
  { name: 'a constant', run: facts({ weight: () => 0.5, moved: true, config: { init: 'constant' } }), says: ['copies'] },
  { name: 'identical rows', run: facts({ weight: (l, _, from) => (l === 1 ? from : 1), moved: true, config: { init: 'rows' } }), says: ['copies'] },
  { name: 'equal rows with different weights out', run: facts({ weight: (l, _, from) => (l === 1 ? 1 : from), moved: true, config: { init: 'constant' } }), says: ['nudged'] },
  { name: 'copies poked', run: facts({ weight: apart, asymmetry: [0, 0, 1e-6], moved: true }), says: ['nudged'] },
  { name: 'copies parted', run: facts({ weight: apart, asymmetry: [0, 1e-6, 1e-3], moved: true }), says: ['parted'] },
  { name: 'one copy parted from the others', run: facts({ weight: (l, to, from) => (l === 1 && to === 1) || (l === 2 && from === 1) ? 2 : 1, asymmetry: [0, 1e-6, 1e-3], moved: true }), says: ['parted', 'rest'] },
  { name: 'a poke that is undone', run: facts({ weight: apart, asymmetry: [0, 1e-6, 1e-8], moved: true }), says: ['closing'] },
  { name: 'random', run: facts({ weight: apart, asymmetry: [1], config: { init: 'randn' } }), says: ['random'] },
  { name: 'random, saturated', run: facts({ weight: apart, asymmetry: [9], config: { init: 'randn' }, saturated: 0.8 }), says: ['random', 'saturated'] },
  { name: 'random, the flat half of ReLU', run: facts({ act: 'relu', weight: apart, asymmetry: [9], config: { init: 'randn' }, saturated: 0.8 }), says: ['random'] },
  { name: 'a single unit', run: facts({ net: [1, 1], weight: apart, config: { init: 'randn' } }), says: ['single'] },
  { name: 'a single unit below others', run: facts({ net: [1, 3], weight: apart, config: { init: 'randn' } }), says: ['one'] },
]) {
  test(`the symmetry panel on ${name}`, () => {
    assert.deepEqual(statements(run), says);
  });
}
