/** A walk through the activations. What they show is decided and tested in engine/page/activations. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { seeSettings, seeStep, train } from './reader.js';
import { assertTranslated, visitPanel } from './panel.js';

test('the activations: told apart without colour, a unit at work, a rule’s case, runs side by side', async (t) => {
  const page = await visitPanel(t, 'activations', '#v=1&net=3&n=50');
  await assertTranslated(page, 'activations');
  for (const plot of await page.locator('.activations-plots .plot').all()) {
    const strokes = await plot.locator('.plot-line').evaluateAll((lines) => lines.map((line) => {
      const { strokeDasharray, strokeWidth } = getComputedStyle(line);
      return `${strokeDasharray} ${strokeWidth}`;
    }));
    assert.equal(strokes.length, 6);
    assert.equal(new Set(strokes).size, 6, strokes.join(', '));
  }

  const chosen = page.locator('#activations-unit');
  await chosen.selectOption('1,3');
  await page.locator('#field-caption', { hasText: '3' }).waitFor();
  await page.locator('#unit-1-2').click();
  await page.waitForFunction(() => /** @type {HTMLSelectElement} */ (document.querySelector('#activations-unit')).value === '1,2');

  await page.locator('[data-do="activations set dead-dead"]').click();
  await seeSettings(page, { act: ['relu'], net: [8] });
  await page.locator('.activations-unit[data-dead]').waitFor();
  await train(page, 2);
  await seeStep(page, 2);
  await page.locator('.activations-flows thead', { hasText: '2' }).waitFor();

  await assertTranslated(page, 'activations');
  await page.locator('#activations-train').click();
  await page.locator('.activations-flows [role="status"]', { hasText: '100' }).waitFor();
  await page.locator('#activations-again').click();
  await page.locator('.activations-flows [role="status"]', { hasText: '0' }).waitFor();
});
