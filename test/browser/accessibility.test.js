/** What axe finds, in both themes and in the states a visitor meets. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { violations } from './axe.js';
import { visit } from './harness.js';

for (const theme of ['light', 'dark']) {
  test(`axe is content with the ${theme} page`, async (t) => {
    const page = await visit(t, `?theme=${theme}#v=1&test=20&steps=10`);
    assert.deepEqual(await violations(page), []);
  });

  test(`axe is content with the ${theme} inspector and notices`, async (t) => {
    const page = await visit(t, `?theme=${theme}`);
    await page.locator('#unit-1-1').focus();
    await page.keyboard.press('Enter');
    await page.locator('#inspect-value').fill('heavy');
    await page.keyboard.press('Enter');
    // Under the pointer a notice stays.
    await page.locator('#notices .toast').hover();
    assert.deepEqual(await violations(page), []);
  });

  test(`axe is content with the ${theme} page of a phone`, async (t) => {
    const page = await visit(t, `?theme=${theme}`, { profile: { viewport: { width: 390, height: 844 } } });
    assert.deepEqual(await violations(page), []);
  });

  for (const ui of ['min', 'figure']) {
    test(`axe is content with ui=${ui} in ${theme}`, async (t) => {
      const page = await visit(t, `?theme=${theme}&ui=${ui}`, { profile: { viewport: { width: 600, height: 360 } } });
      assert.deepEqual(await violations(page), []);
    });
  }

  test(`axe is content when the ${theme} page cannot start`, async (t) => {
    const page = await visit(t, `?theme=${theme}`, {
      state: 'failed',
      prepare: (page) => page.addInitScript(() => { Reflect.deleteProperty(window, 'WebAssembly'); }),
    });
    assert.deepEqual(await violations(page), []);
  });
}

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
