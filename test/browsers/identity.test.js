/** A link means the same network in every browser, to the last bit of every weight. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, open, siteAddress, small } from './browsers.js';

/** @typedef {import('./browsers.js').Browser} Browser */

const links = [
  '#v=1',
  '#v=1&data=spiral&classes=3&noise=0.1&test=30&in=x1,x2,sinx1,sinx2&net=8,8&init=he&lr=0.03&opt=adam&batch=32&l2=0.001',
  '#v=1&data=moons&net=6,5,4&act=relu,leaky,relu&init=he&lr=0.05&opt=momentum&batch=50&l1=0.0005',
  '#v=1&data=bumps&net=7&act=sigmoid&init=xavier&lr=0.02&opt=rmsprop&batch=7',
  '#activation=relu&regularization=L1&regularizationRate=0.001&dataset=xor&networkShape=4,2&seed=0.92802&noise=10',
];

/** Trains a run up to a step, and tells where it stands.
 * @param {Browser} browser
 * @param {number} to
 */
const train = (browser, to) => browser.evaluate(async (to) => {
  const { playground } = window;
  await playground.ready;
  await playground.step(to - playground.metrics().step);
  const { layers } = playground.params();
  const hex = (/** @type {number} */ v) => new BigUint64Array(Float64Array.of(v).buffer)[0].toString(16).padStart(16, '0');
  const { step, cost } = playground.metrics();
  return { step, cost: hex(Number(cost)), bits: layers.map(({ W, b }) => [...W.flat(), ...b].map(hex).join(' ')) };
}, to);

/** Opens links, by the address and on a page that stands, and tells what their runs come to.
 * @param {Browser} browser
 * @param {string} edited a link to step 300
 */
async function runs(browser, edited) {
  await open(browser, siteAddress() + edited);
  const all = [await train(browser, 300), await train(browser, 1000)];
  for (const link of links) {
    await browser.evaluate((link) => void window.playground.set(link), link);
    all.push(await train(browser, 1000));
  }
  return all;
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
  const chromium = await launch(t, 'Chromium', { size: small });
  const edited = await editedLink(chromium);
  assert.match(edited, /&z=1\.[\w-]{300}/);
  const expected = await runs(chromium, edited);
  assert.deepEqual(expected.map(({ step }) => step), [300, ...Array(1 + links.length).fill(1000)]);
  assert.equal(new Set(expected.map(({ bits }) => bits.join())).size, expected.length, 'each is a run of its own');

  for (const name of /** @type {const} */ (['Firefox', 'WebKit'])) {
    await t.test(name, async (t) => {
      assert.deepEqual(await runs(await launch(t, name, { size: small }), edited), expected);
    });
  }
});
