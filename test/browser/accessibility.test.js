/** What axe finds, in both themes and in the states a visitor meets; presentations and failures have it in their own tests. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assertContent, violations } from './axe.js';
import { visit } from './harness.js';

test('axe is content with the page, on a desk and on a phone', async (t) => {
  const page = await visit(t, '#v=1&test=20&steps=10');
  const phone = { width: 390, height: 844 };
  await t.test('as it opens', () => assertContent(page));
  await t.test('on a phone', async () => {
    const usual = page.viewportSize() ?? phone;
    await page.setViewportSize(phone);
    await assertContent(page);
    await page.setViewportSize(usual);
  });
  await t.test('with a ? at each control, and one explained', async () => {
    await page.locator('#explain').click();
    await page.locator('.readout-cost .explain').first().click();
    await page.locator('#explained').waitFor();
    await assertContent(page);
    await page.keyboard.press('Escape');
    await page.locator('#explain').click();
  });
  await t.test('with inspector and notices', async () => {
    await page.locator('#unit-1-1').focus();
    await page.keyboard.press('Enter');
    await page.locator('#inspect-value').fill('heavy');
    await page.keyboard.press('Enter');
    // Under the pointer a notice stays.
    await page.locator('#notices .toast').hover();
    await assertContent(page);
  });
});

test('axe is content with the page, a panel and the dialogs in forced colours', async (t) => {
  const page = await visit(t, '?panel=ledger#v=1&data=own', { profile: { forcedColors: 'active' } });
  assert.deepEqual(await violations(page), [], 'page');
  for (const [opener, dialog] of [['#share', '#share-dialog'], ['.drawing-tools button[data-i18n-tip="own.table"]', '#table-dialog']]) {
    await page.locator(opener).click();
    await page.locator(dialog).waitFor();
    assert.deepEqual(await violations(page, dialog), [], dialog);
    await page.keyboard.press('Escape');
  }
});

test('plane and curve say what is to be seen in them once the run rests', async (t) => {
  const page = await visit(t, '?lang=en#v=1&data=line');
  const plane = page.getByRole('img', { name: /^Boundary, Output: Blue is class 1/ });
  const curve = page.getByRole('img', { name: /^Cost: At step 0 the cost is 0\.693/ });
  await plane.waitFor();
  await curve.waitFor();

  await page.evaluate(() => window.playground.step(200));
  await page.getByRole('img', { name: /Blue lies above a falling diagonal, orange below it; .* 100\.0% of the training examples are right\.$/ }).waitFor();
  await page.getByRole('img', { name: /^Cost: The cost falls from 0\.693\d* to 0\.\d+ in 200 steps\./ }).waitFor();

  await page.locator('#unit-1-1').focus();
  await page.getByRole('img', { name: /^Boundary, Unit 1 of layer 1: Blue is positive, orange negative\./ }).waitFor();

  await page.locator('#language').selectOption('zh-Hans');
  await page.getByRole('img', { name: /^代价曲线: 代价在 200 步内从/ }).waitFor();
});
