/** The activations: how they look, what a unit makes of the examples, what they do to the gradient. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { params, seeSettings, train } from './reader.js';
import { assertTranslated, eventually, languages, numberOf, visitPanel } from './panel.js';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
async function ticks(page) {
  const paths = await page.locator('.activations-ticks').evaluateAll((all) => all.map((path) => path.getAttribute('d') ?? ''));
  return paths.map((d) => d.split('M').length - 1);
}

/**
 * The sizes of the layers' gradients in a column of the table, the first layer's first.
 * @param {Page} page
 * @param {number} column 0 for the run itself, then each activation compared
 */
async function sizes(page, column) {
  const rows = page.locator('.activations-flows tbody tr');
  const texts = [];
  for (let i = 0; i < await rows.count(); i++) texts.push(await rows.nth(i).locator('.activations-size .number').nth(column).innerText());
  return texts.map(numberOf);
}

for (const language of languages) {
  test(`five curves and their derivatives, told apart without colour, in ${language}`, async (t) => {
    const page = await visitPanel(t, 'activations', '', language);
    await assertTranslated(page, 'activations');
    const plots = page.locator('.activations-plots .plot');
    assert.equal(await plots.count(), 2);
    for (const i of [0, 1]) {
      const strokes = await plots.nth(i).locator('.plot-line').evaluateAll((lines) => lines.map((line) => {
        const { strokeDasharray, strokeWidth } = getComputedStyle(line);
        return `${strokeDasharray} ${strokeWidth}`;
      }));
      assert.equal(strokes.length, 5);
      assert.equal(new Set(strokes).size, 5, strokes.join(', '));
    }
    const rows = await page.locator('.activations-curves tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    assert.deepEqual(rows.map((cells) => cells[3]), ['(0, 1)', '(−1, 1)', '[0, ∞)', '(−∞, ∞)', '(−∞, ∞)']);
    const centred = rows.map((cells) => cells[4]);
    assert.deepEqual(centred.map((text) => text === centred[1]), [false, true, false, false, true]);
    assert.match(rows[3][1] ?? '', /0\.01/, 'the slope of leaky ReLU');
  });

  test(`a unit at work, chosen here or in the diagram, in ${language}`, async (t) => {
    const page = await visitPanel(t, 'activations', '#v=1&net=3&init=xavier&seed=4&n=200', language);
    await train(page, 40);
    const { layers } = await params(page);
    const points = (await page.evaluate(() => window.playground.data())).train;
    const share = (/** @type {number} */ unit) => points.filter(([x1, x2]) =>
      1 - Math.tanh(layers[0].W[unit][0] * x1 + layers[0].W[unit][1] * x2 + layers[0].b[unit]) ** 2 < 0.05).length / points.length;
    const shown = async () => Number(/([\d.]+)\s?%/.exec(await page.locator('#activations-saturated').innerText())?.[1]);
    const assertShare = (/** @type {number} */ unit) => eventually(async () => assert.ok(Math.abs(await shown() - 100 * share(unit)) < 0.1));
    await assertShare(0);
    assert.equal((await ticks(page)).reduce((a, b) => a + b), 200);

    await page.locator('#activations-unit').selectOption('1,3');
    await assertShare(2);
    await page.locator('#unit-1-2').click();
    assert.equal(await page.locator('#activations-unit').inputValue(), '1,2');
    await assertShare(1);
  });

  test(`dead units are seen, and leaky ReLU keeps them alive, in ${language}`, async (t) => {
    const page = await visitPanel(t, 'activations', '', language);
    const dead = () => page.locator('.activations-flows tbody tr').first().locator('td').nth(2).innerText();
    const told = page.locator('#activations-dead');
    const alive = await told.innerText();
    await page.locator('[data-case="dead-dead"]').click();
    await seeSettings(page, { act: ['relu'], net: [8] });
    await page.waitForFunction((before) => document.querySelector('#activations-dead')?.textContent !== before, alive);
    assert.equal(await dead(), '8');
    await page.locator('[data-case="dead-leaky"]').click();
    await seeSettings(page, { act: ['leaky'] });
    await page.waitForFunction((before) => document.querySelector('#activations-dead')?.textContent === before, alive);
    assert.equal(await dead(), '0');
  });

  test(`the gradient vanishes through layers of sigmoid, side by side with tanh and ReLU, in ${language}`, async (t) => {
    const page = await visitPanel(t, 'activations', '', language);
    await page.locator('[data-case="deep-sigmoid"]').click();
    await seeSettings(page, { net: [8, 8, 8, 8], act: ['sigmoid'] });
    await page.waitForFunction(() => document.querySelectorAll('.activations-flows tbody tr').length === 5);
    const [own, sigmoid, tanh, relu] = await Promise.all([0, 1, 2, 3].map((column) => sizes(page, column)));
    assert.deepEqual(own, sigmoid, 'the run is the one compared');
    assert.ok(own[0] < own[4] / 100, `first and last layer of sigmoid: ${own}`);
    assert.ok(tanh[0] > 30 * sigmoid[0] && relu[0] > 30 * sigmoid[0], `first layers: ${[sigmoid[0], tanh[0], relu[0]]}`);

    await page.locator('#activations-train').click();
    await page.locator('.activations-flows [role="status"]', { hasText: '100' }).waitFor();
    await train(page, 100);
    await eventually(async () => assert.deepEqual(await sizes(page, 0), await sizes(page, 1), 'both after 100 steps'));
    await page.locator('#activations-again').click();
    assert.deepEqual(await sizes(page, 1), sigmoid);
  });
}

test('every rule has a case that can be seen', async (t) => {
  const page = await visitPanel(t, 'activations', '#v=1&data=plane');
  for (const [name, wanted] of /** @type {const} */ ([
    ['output-show', { data: 'planar', out: 'sigmoid', loss: 'bce' }],
    ['relu-show', { act: ['relu'], init: 'he' }],
    ['tanh-tanh', { act: ['tanh'] }],
    ['tanh-sigmoid', { act: ['sigmoid'] }],
    ['deep-relu', { net: [8, 8, 8, 8], act: ['relu'] }],
  ])) {
    await page.locator(`[data-case="${name}"]`).click();
    await seeSettings(page, /** @type {any} */ (wanted));
  }
});
