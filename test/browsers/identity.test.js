/** A link means the same network in every browser, to the last bit of every weight. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, open, siteAddress } from './browsers.js';

/** @typedef {import('./browsers.js').Browser} Browser */

const links = [
  '#v=1&steps=1000',
  '#v=1&data=spiral&classes=3&noise=0.1&test=30&in=x1,x2,sinx1,sinx2&net=8,8&init=he&lr=0.03&opt=adam&batch=32&l2=0.001&steps=1000',
  '#v=1&data=moons&net=6,5,4&act=relu,leaky,relu&init=he&lr=0.05&opt=momentum&batch=50&l1=0.0005&steps=1000',
  '#v=1&data=bumps&net=7&act=sigmoid&init=xavier&lr=0.02&opt=rmsprop&batch=7&steps=1000',
  '#activation=relu&regularization=L1&regularizationRate=0.001&dataset=xor&networkShape=4,2&seed=0.92802&noise=10',
];

/** Opens a link and trains its run up to a step.
 * @param {Browser} browser
 * @param {string} link
 * @param {number} to
 */
async function train(browser, link, to) {
  await open(browser, siteAddress() + link);
  return browser.evaluate(async (to) => {
    await window.playground.ready;
    await window.playground.step(to - window.playground.metrics().step);
    const { layers } = window.playground.params();
    const hex = (/** @type {number} */ v) => new BigUint64Array(Float64Array.of(v).buffer)[0].toString(16).padStart(16, '0');
    const { step, cost } = window.playground.metrics();
    return { step, cost: hex(Number(cost)), bits: layers.map(({ W, b }) => [...W.flat(), ...b].map(hex).join(' ')) };
  }, to);
}

/** Changes a run of Chromium by hand, and gives the link to it: weights typed in, then another learning rate on the way.
 * @param {Browser} chromium
 */
async function editedLink(chromium) {
  await open(chromium, `${siteAddress()}#v=1&data=circle&net=5,3&act=tanh,leaky&init=he&lr=0.1&opt=adam&batch=64&steps=200`);
  await chromium.evaluate(() => window.playground.ready);
  await chromium.click('#unit-1-2');
  await chromium.evaluate(() => {
    for (const [id, value] of [['inspect-value', '0.1'], ['inspect-1', '-1.7e-3']]) {
      const field = /** @type {HTMLInputElement} */ (document.getElementById(id));
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    const { W, b } = window.playground.params().layers[0];
    if (b[1] !== 0.1 || W[1][0] !== -0.0017) throw new Error('nothing was typed in');
  });
  return chromium.evaluate(async () => {
    const { playground } = window;
    await playground.step(50);
    playground.set({ lr: 0.03 });
    await playground.step(50);
    return playground.hash();
  });
}

test('links to step 1,000, and one that carries weights, train to the same bits in Chromium, Firefox and WebKit', async (t) => {
  const chromium = await launch(t, 'Chromium');
  const edited = await editedLink(chromium);
  assert.match(edited, /&z=1\.[\w-]{300}/);
  const runs = [...links.map((link) => ({ link, to: 1000 })), { link: edited, to: 300 }, { link: edited, to: 1000 }];
  /** @type {Awaited<ReturnType<typeof train>>[]} */
  const expected = [];
  for (const { link, to } of runs) expected.push(await train(chromium, link, to));
  assert.deepEqual(expected.map(({ step }) => step), runs.map(({ to }) => to));

  for (const name of /** @type {const} */ (['Firefox', 'WebKit'])) {
    await t.test(name, async (t) => {
      const browser = await launch(t, name);
      for (const [i, { link, to }] of runs.entries()) assert.deepEqual(await train(browser, link, to), expected[i], link);
    });
  }
});
