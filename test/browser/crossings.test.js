/** Crossing into the engine costs more than what is done there, so what a visitor does crosses seldom. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';
import { countCrossings, crossingsOf } from './crossings.js';
import { seeStep } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Waits until the page has told all of a run at rest: its pictures in words, and its address.
 * @param {Page} page
 * @param {string} address the fragment
 * @param {string | null} [told] of the cost curve before
 */
async function rest(page, address, told = null) {
  await page.waitForFunction(({ address, told }) => {
    const name = document.querySelector('#cost-seen')?.getAttribute('aria-label');
    return name && name !== told && location.hash === address;
  }, { address, told });
}

test('opening, a step and a hover cross few times', async (t) => {
  const page = await visit(t, '', { prepare: countCrossings });
  const opening = await crossingsOf(page, () => rest(page, '#v=1'), 0);
  assert.ok(opening.length <= 8, `opening crosses ${opening.length} times: ${opening.join(', ')}`);

  const told = await page.locator('#cost-seen').getAttribute('aria-label');
  const step = await crossingsOf(page, async () => {
    await page.locator('#step').click();
    await seeStep(page, 1);
    await rest(page, '#v=1&steps=1', told);
  });
  assert.ok(step.length <= 2, `a step crosses ${step.length} times: ${step.join(', ')}`);

  await page.mouse.move(1, 1);
  const unit = await page.locator('#unit-1-2').boundingBox();
  const hover = await crossingsOf(page, async () => {
    if (unit) await page.mouse.move(unit.x + unit.width / 2, unit.y + unit.height / 2);
    await page.locator('#tooltip').waitFor();
  });
  assert.ok(hover.length <= 1, `a hover crosses ${hover.length} times: ${hover.join(', ')}`);
});
