/** A walk through the gradient check. What it finds and says is decided and tested in engine/page/check. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assertTranslated, eventually, inBothLanguages, visitPanel } from './panel.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * The verdicts, matrix by matrix, once they are as wanted.
 * @param {Page} page
 * @param {string} verdicts
 */
async function seeVerdicts(page, verdicts) {
  await page.waitForFunction((wanted) => {
    const seen = [...document.querySelectorAll('.check tbody tr')].map((row) => row.getAttribute('data-verdict'));
    return seen.join(' ') === wanted;
  }, verdicts);
}

/**
 * @param {Page} page
 * @param {string} mistake
 */
async function make(page, mistake) {
  await page.locator(`label:has([name="check-mistake"][value="${mistake}"])`).click();
}

test('the gradient is right until it is broken; then the formulas show why, and training what it costs', async (t) => {
  const page = await visitPanel(t, 'check', '#v=1&steps=1000');
  const verdict = page.locator('#check-verdict');
  const colour = () => verdict.evaluate((e) => getComputedStyle(e).borderLeftColor);
  /** @param {Record<string, {all: RegExp, first: string}>} words */
  const says = (words) => inBothLanguages(page, (language) => eventually(async () => {
    assert.match(await verdict.innerText(), words[language].all);
    assert.equal(await page.locator('.verdict').first().innerText(), words[language].first);
  }));
  await seeVerdicts(page, 'right right right right');
  await says({ en: { all: /is right/, first: 'right' }, 'zh-Hans': { all: /梯度正确/, first: '正确' } });
  const usual = await colour();

  await make(page, 'mean');
  await seeVerdicts(page, 'wrong wrong wrong wrong');
  await says({ en: { all: /is wrong in 4 of 4/, first: 'wrong' }, 'zh-Hans': { all: /4 个矩阵中有 4 个/, first: '错误' } });
  const [red, green, blue] = (await colour()).match(/\d+/g)?.map(Number) ?? [];
  assert.ok(red > 2 * green && red > 2 * blue, 'the check turns red');
  assert.notEqual(await colour(), usual);

  await make(page, 'activation');
  await seeVerdicts(page, 'right right wrong right');
  const [changed, former] = [page.locator('#check-changes ins'), page.locator('#check-changes del')];
  await changed.waitFor();
  assert.equal(await changed.count(), 1);
  const text = (/** @type {import('playwright-core').Locator} */ l) => l.evaluate((e) => e.textContent?.replace(/\s/g, ''));
  assert.match(String(await text(changed)), /dW\[2\]=.*dZ\[2\].*Z\[1\]T/);
  assert.match(String(await text(former)), /dW\[2\]=.*dZ\[2\].*A\[1\]T/);

  await page.locator('#check-train').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /step 1000: 0\.288083 with the right gradient/.test(document.querySelector('#check-cost')?.textContent ?? ''));
  assert.equal(await page.locator('.check-trial .plot-line').count(), 2);
  await assertTranslated(page, 'check');
  await page.evaluate(() => void window.playground.set({ lr: 0.5 }));
  await page.waitForFunction(() => document.querySelector('#check-cost')?.textContent === '');
  assert.equal(await page.locator('.check-trial .plot-line').count(), 0);

  await make(page, 'none');
  await seeVerdicts(page, 'right right right right');
  assert.ok(await page.locator('#check-changes').isHidden());
});
