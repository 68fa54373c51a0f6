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

test('what is pointed at and what keys lead to', async (t) => {
  const page = await visit(t, '#v=1&steps=100');

  await t.test('a link tells its name and value, opens at its weight, and takes a new one', async () => {
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

  await t.test('arrow keys lead to every unit', async () => {
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.playground.set('#v=1&net=3,2'));
    await page.locator('#unit-3-1').waitFor();
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
});
