/** From one example to all: the loop beside the product. What is shown is decided and tested in engine/page/vectorise. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assertTranslated, visitPanel } from './panel.js';

test('columns fill one at a time, or by themselves, the product fills all, both are equal and measured', async (t) => {
  const page = await visitPanel(t, 'vectorise', '#v=1&n=50&net=3&steps=20');
  const filled = (/** @type {number} */ way) => page.locator('.vectorise-numbers').nth(way).locator('[role=gridcell]', { hasText: /\d/ });
  await page.locator('.vectorise-numbers [role=gridcell]').first().waitFor();
  assert.equal(await filled(0).count(), 0);
  await page.click('#vectorise-one');
  assert.equal(await filled(0).count(), 3);
  await page.click('#vectorise-stack');
  await filled(1).first().waitFor();
  await page.click('#vectorise-play');
  assert.match(await page.locator('.vectorise-result').innerText(), /\(3, 50\)/);
  await page.click('#vectorise-measure');
  for (const time of await page.locator('#vectorise-times tbody tr').allInnerTexts()) assert.match(time, /[1-9].* µs/);
  await assertTranslated(page, 'vectorise');
  await page.click('#vectorise-again');
  assert.equal(await filled(0).count(), 0);

  // Where motion is welcome they can be held on their way.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.evaluate(() => window.playground.set('#v=1'));
  const count = async () => Number((await page.locator('#vectorise-count').innerText()).match(/\d+/)?.[0]);
  await page.click('#vectorise-play');
  // Held in the very turn: all columns are filled in twelve seconds, which may go by before a click gets there.
  await page.waitForFunction(() => {
    const filling = Number(document.querySelector('#vectorise-count')?.textContent?.match(/\d+/)?.[0]) > 3;
    if (filling) /** @type {HTMLElement} */ (document.querySelector('#vectorise-play')).click();
    return filling;
  });
  const held = await count();
  assert.ok(held > 3 && held < 400, `${held} columns`);
  // Playing, it would fill more than one in this time.
  await page.evaluate(async () => {
    for (const end = performance.now() + 1000; performance.now() < end;) await new Promise(requestAnimationFrame);
  });
  assert.equal(await count(), held);
  await page.click('#vectorise-play');
  await page.waitForFunction((held) => Number(document.querySelector('#vectorise-count')?.textContent?.match(/\d+/)?.[0]) > held, held);
});
