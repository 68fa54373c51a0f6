/** Why hidden layers are not linear: a walk through what a network of linear layers amounts to. What is said of others is decided and
 * tested in engine/page/collapse.
 */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { countDrawing, seeRest } from './drawing.js';
import { params, seeSettings, seeStep, train } from './reader.js';
import { assertShown, assertTranslated, eventually, numberOf, visitPanel } from './panel.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * W' and b' of linear layers, worked out here.
 * @param {Page} page
 */
async function amounts(page) {
  const { layers } = await params(page);
  let [W, b] = [layers[0].W, layers[0].b];
  for (const layer of layers.slice(1)) {
    b = layer.W.map((row, i) => row.reduce((sum, w, j) => sum + w * b[j], layer.b[i]));
    W = layer.W.map((row) => W[0].map((_, k) => row.reduce((sum, w, j) => sum + w * W[j][k], 0)));
  }
  return { W: W[0], b: b[0] };
}

/**
 * The numbers that end the panel's first two formulas.
 * @param {Page} page
 */
async function shown(page) {
  const formulas = page.locator('.collapse-formulas .formula');
  const last = async (/** @type {number} */ i) => (await formulas.nth(i).locator('math').last().locator('mn').allTextContents()).map(numberOf);
  return { W: await last(0), b: await last(1) };
}

/** @param {Page} page */
async function assertAmounts(page) {
  const [seen, wanted] = [await shown(page), await amounts(page)];
  assertShown(seen.W, wanted.W, 'W′');
  assertShown(seen.b, [wanted.b], 'b′');
}

test('linear layers amount to logistic regression, number by number, whose line lies over the boundary while the panel is open', async (t) => {
  const page = await visitPanel(t, 'collapse', '#v=1&net=4,3&init=xavier&lr=0.1', { prepare: countDrawing });
  await assertTranslated(page, 'collapse');
  assert.ok(await page.locator('.collapse-result').isHidden(), 'with tanh there is no such W′');

  await page.locator('#collapse-turn').click();
  await seeSettings(page, { act: ['linear'], net: [4, 3] });
  await page.locator('.collapse-result').waitFor();
  for (const step of [0, 30]) {
    await train(page, step);
    await eventually(() => assertAmounts(page));
    assert.ok(numberOf(await page.locator('#collapse-difference').innerText()) < 1e-14);
  }
  await assertTranslated(page, 'collapse');

  await page.locator('#collapse-turn').click();
  await seeSettings(page, { act: ['tanh'] });
  await page.locator('.collapse-result').waitFor({ state: 'hidden' });

  await page.evaluate(() => window.playground.set('#v=1&data=gauss&act=linear&init=xavier&lr=0.1&steps=20'));
  await seeStep(page, 20);
  const picture = () => page.locator('#slot-output').screenshot();
  await page.locator('#panel-close').click();
  await seeRest(page);
  const closed = await picture();
  for (const end of ['seen', 'back']) {
    await page.locator('#tab-collapse').click();
    await eventually(async () => assert.ok(!closed.equals(await picture()), `the line is ${end}`));
    await page.locator('#panel-close').click();
    await eventually(async () => assert.ok(closed.equals(await picture()), 'the line is gone'));
  }
});
