/** The computation graph of one example on the page. What it shows is decided and tested in engine/page/graph. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { countDrawing, seeRest } from './drawing.js';
import { seeSettings, train } from './reader.js';
import { assertTranslated, eventually, lit, visitPanel } from './panel.js';

test('a walk through the graph: steps by button and by key, an example, numbers unfolded, a layer grown, and pointing there and back', async (t) => {
  const page = await visitPanel(t, 'graph', '#v=1&net=6', { prepare: countDrawing });
  await assertTranslated(page, 'graph');
  const place = page.locator('#graph-place');
  const lines = page.locator('.graph-line');
  await place.filter({ hasText: '11' }).waitFor();
  await page.locator('[data-do="graph start"]').click();
  await eventually(async () => assert.equal(await lines.count(), 3));
  assert.ok(!await page.locator('#graph-L').isVisible());
  await page.locator('[data-do="graph next"]').click();
  await eventually(async () => assert.equal(await lines.count(), 4));
  await page.keyboard.press('ArrowRight');
  await eventually(async () => assert.equal(await lines.count(), 7));
  await page.keyboard.press('End');
  await page.locator('#graph-L').waitFor();
  await page.locator('[data-do="graph next"]:disabled').waitFor();
  // Each line begins and ends where its nodes are.
  const ends = await page.evaluate(() => {
    const box = (/** @type {string} */ id) => /** @type {Element} */ (document.getElementById(id)).getBoundingClientRect();
    const line = /** @type {Element} */ (document.querySelector('.graph-line')).getBoundingClientRect();
    return [line.left - box('graph-X').right, line.right - box('graph-Z1').left];
  });
  for (const apart of ends) assert.ok(Math.abs(apart) < 3, `${ends}`);

  await page.locator('#example').fill('1');
  await page.keyboard.type('7');
  await train(page, 2);
  await page.keyboard.press('Enter');
  await page.locator('.graph-picture[aria-label*="17"]').waitFor();

  const unfold = page.locator('#graph-W1 + .graph-numbers').getByRole('button', { name: '6 × 2' });
  await unfold.focus();
  await page.keyboard.press('Enter');
  await page.locator('#graph-W1 + .graph-numbers mn.symbol').first().waitFor();
  assert.equal(await unfold.getAttribute('aria-expanded'), 'true');
  await page.locator('.graph-table summary').click();
  await eventually(async () => assert.equal(await page.locator('.graph-table tbody tr').count(), 11));

  await page.locator('[data-do="graph shrink"]').click();
  await seeSettings(page, { net: [] });
  await page.locator('[data-do="graph grow"]').click();
  await seeSettings(page, { net: [4] });
  await page.locator('#graph-W2').waitFor();
  await assertTranslated(page, 'graph');

  await page.evaluate(() => window.playground.set('#v=1&net=2'));
  await page.locator('#graph-W1 + .graph-numbers .graph-value mn.symbol').nth(3).waitFor();
  const picture = () => page.locator('#slot-network').screenshot();
  await seeRest(page);
  const before = await picture();
  await page.locator('#graph-W1 + .graph-numbers .graph-value mn.symbol').nth(2).hover();
  await eventually(async () => assert.ok((await lit(page.locator('#graph-W1 .symbol'))).includes(true)));
  await eventually(async () => assert.ok(!before.equals(await picture()), 'the diagram marks the link'));
  await page.mouse.move(0, 0);
  await eventually(async () => assert.ok(before.equals(await picture()), 'it marks nothing any more'));

  await page.locator('#unit-1-2').hover();
  await eventually(async () => assert.deepEqual(await lit(page.locator('#graph-A1 + .graph-numbers .graph-value mn.symbol')), [false, true]));
});
