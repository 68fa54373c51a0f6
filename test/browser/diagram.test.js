/** The network as something to point at: units, links and biases name themselves, open, and take a number. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';
import { params } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * @param {Page} page
 * @param {string} unit
 * @returns {Promise<{x: number, y: number, width: number, height: number}>}
 */
async function boxOf(page, unit) {
  const box = await page.locator(unit).boundingBox();
  assert.ok(box);
  return box;
}

/** @param {Page} page */
async function focusedValue(page) {
  await page.locator('#inspector').waitFor();
  return Number(await page.locator('#inspect-value').inputValue());
}

/** Shown values have eight significant digits.
 * @param {number} shown
 * @param {number} value
 */
function assertShows(shown, value) {
  assert.ok(Math.abs(shown - value) <= 1e-7 * Math.abs(value), `${shown} for ${value}`);
}

test('a link tells its name and value, opens at its weight, and takes a new one', async (t) => {
  const page = await visit(t, '#v=1&steps=100');
  const { x, y, width, height } = await boxOf(page, '#unit-1-1');
  const link = /** @type {const} */ ([x + width + 12, y + height / 2 + 1]);
  await page.mouse.move(...link);
  await page.locator('#tooltip').waitFor();
  assert.match(await page.locator('#tooltip').innerText(), /[w𝑤].*=.*\d/su);

  await page.mouse.click(...link);
  assertShows(await focusedValue(page), (await params(page)).layers[1].W[0][0]);
  await page.keyboard.type('-2.5');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.playground.params().layers[1].W[0][0] === -2.5);
});

test('every bias is there to be seen and clicked, the output’s too', async (t) => {
  const page = await visit(t, '#v=1&steps=100');
  for (const [layer, index] of [[1, 1], [1, 4], [2, 1]]) {
    const { x, y, height } = await boxOf(page, `#unit-${layer}-${index}`);
    await page.mouse.click(x + 1, y + height - 1);
    assertShows(await focusedValue(page), (await params(page)).layers[layer - 1].b[index - 1]);
    await page.keyboard.press('Escape');
  }
});

test('a weight that is no number is refused in words', async (t) => {
  const page = await visit(t, '');
  const before = await params(page);
  await page.locator('#unit-2-1').click();
  await page.locator('#inspect-value').fill('heavy');
  await page.keyboard.press('Enter');
  await page.locator('#notices').getByText('heavy').waitFor();
  assert.deepStrictEqual(await params(page), before);
});

test('a layer of more than 12 units folds, and unfolds', async (t) => {
  const page = await visit(t, '#v=1&net=20');
  const units = page.locator('[id^="unit-1-"]');
  const folded = await units.count();
  assert.ok(folded <= 12, `${folded} units`);
  await page.locator('#unit-1-20').waitFor();
  await page.locator('#fold-1').click();
  await page.locator('#unit-1-10').waitFor();
  assert.equal(await units.count(), 20);
  await page.locator('#fold-1').click();
  await page.waitForFunction((n) => document.querySelectorAll('[id^="unit-1-"]').length === n, folded);
});

test('arrow keys lead to every unit', async (t) => {
  const page = await visit(t, '#v=1&net=3,2');
  /** @type {Set<string | undefined>} */
  const met = new Set();
  await page.locator('#unit-0-1').focus();
  for (const key of ['', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'ArrowRight']) {
    if (key) await page.keyboard.press(key);
    met.add(await page.evaluate(() => document.activeElement?.id));
  }
  const units = await page.locator('[id^="unit-"]').evaluateAll((all) => all.map(({ id }) => id));
  assert.deepEqual(units.filter((id) => !met.has(id)), []);
});
