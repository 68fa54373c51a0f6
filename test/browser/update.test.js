/** One update in slow motion: its stages, its numbers, and that it makes exactly one step. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assertTranslated, eventually, visitPanel } from './panel.js';
import { readPixels } from './pixels.js';
import { metrics, seeStep } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

/** The quantities on show at the stage.
 * @param {Page} page
 */
const shown = (page) => page.evaluate(() => [...document.querySelectorAll('.quantity')].map((e) => /** @type {HTMLElement} */ (e).dataset.name).join(' '));

const stages = ['Z[1]', 'A[1]', 'Z[2]', 'A[2]', 'J', 'dZ[2]', 'dW[2]', 'db[2]', 'dA[1] dZ[1]', 'dW[1]', 'db[1]', "W[1]' b[1]' W[2]' b[2]'"];

test('a walk through an update', async (t) => {
  const page = await visitPanel(t, 'update', '#v=1&steps=5');
  const begin = (/** @type {string} */ fragment) => page.evaluate((fragment) => window.playground.set(fragment), fragment);

  await t.test('the stages in words, to the end by buttons, make one step of the run', async () => {
    await assertTranslated(page, 'update');
    const next = page.locator('.panel-bar [data-do="update next"]');
    assert.equal(await page.locator('.panel-bar [data-do="update back"]').isDisabled(), true);
    for (const [i, stage] of stages.entries()) {
      assert.equal(await shown(page), stage);
      assert.equal(await page.locator('.stage[aria-current=step]').count(), 1);
      assert.match(await page.locator('.stage-told').innerText(), new RegExp(`${i + 1}`));
      if (stage === 'J') await assertTranslated(page, 'update');
      await next.click();
    }
    assert.equal((await metrics(page)).step, 6);
    assert.equal(await shown(page), stages[0]);
  });

  await t.test('two keys go through the stages from anywhere, and not from a field; arrows do in the panel', async () => {
    await begin('#v=1');
    await page.locator('#unit-1-1').focus();
    await page.keyboard.press('.');
    await page.keyboard.press('.');
    await page.keyboard.press(',');
    assert.equal(await shown(page), stages[1]);
    await page.locator('[data-do="update play"]').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await shown(page), stages[2]);
    await page.keyboard.press('ArrowLeft');
    await page.locator('#set-lr').focus();
    await page.keyboard.press('.');
    assert.equal(await shown(page), stages[1]);
    await page.click('#tab-ledger');
    for (const _ of stages) await page.keyboard.press('.');
    assert.equal((await metrics(page)).step, 0);
    await page.click('#tab-update');
  });

  await t.test('however fast a key is repeated, each update takes all its stages', async () => {
    await begin('#v=1');
    await page.locator('#unit-1-1').focus();
    await page.evaluate((times) => {
      for (let i = 0; i < times; i++) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '.', repeat: i > 0, bubbles: true, cancelable: true }));
    }, 3 * stages.length + 1);
    assert.equal((await metrics(page)).step, 3);
    assert.equal(await shown(page), stages[1]);
  });

  await t.test('the stages play by themselves up to the update, which they make once', async () => {
    await begin('#v=1&net=0');
    // From the last stage but one: each takes its time.
    for (let left = await page.locator('.stage').count(); left > 2; left--) await page.locator('.panel-bar [data-do="update next"]').click();
    await page.locator('.panel-bar [data-do="update play"]').click();
    await page.waitForFunction(() => window.playground.metrics().step === 1);
    await page.waitForFunction(() => document.querySelector('.stage[aria-current]') === document.querySelector('.stage'));
    assert.equal(await page.locator('.panel-bar [data-do="update play"] use').getAttribute('href'), '#icon-play');
  });

  await t.test('numbers on their way through the diagram arrive', async () => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await begin('#v=1&steps=50');
    await seeStep(page, 50);
    await page.locator('#set-lr').focus(); // of the unit, a ring
    await page.locator('#play').focus();
    const unit = await page.locator('#unit-1-1').boundingBox();
    assert.ok(unit);
    const start = async () => (await readPixels(page, [[Math.round(unit.x + unit.width), Math.round(unit.y + unit.height / 2)]]))[0];
    const before = await start();
    // A[1] is computed in place; Z[2] takes what lies at the left end of its links until a frame follows the first.
    await page.keyboard.press('.');
    await page.keyboard.press('.');
    await eventually(async () => assert.deepEqual(await start(), before));
  });
});
