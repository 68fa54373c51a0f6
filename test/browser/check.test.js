/** The gradient check: right as it is, wrong when it is broken, and what a mistake costs. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';
import { params, train } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * The verdicts, matrix by matrix, once there are as many wrong ones as wanted.
 * @param {Page} page
 * @param {string[]} verdicts
 */
async function seeVerdicts(page, verdicts) {
  await page.waitForFunction((wanted) => {
    const seen = [...document.querySelectorAll('.check tbody tr')].map((row) => row.getAttribute('data-verdict'));
    return JSON.stringify(seen) === JSON.stringify(wanted);
  }, verdicts);
}

/**
 * @param {Page} page
 * @param {string} mistake
 */
async function make(page, mistake) {
  await page.locator(`label:has([name="check-mistake"][value="${mistake}"])`).click();
}

const right = 'right';
const wrong = 'wrong';

for (const { lang, words } of [
  { lang: 'en', words: { right: /is right/, wrong: /is wrong in 4 of 4/, none: 'right', some: 'wrong' } },
  { lang: 'zh-Hans', words: { right: /梯度正确/, wrong: /4 个矩阵中有 4 个/, none: '正确', some: '错误' } },
]) {
  test(`the gradient is right until it is broken (${lang})`, async (t) => {
    const page = await visit(t, `?lang=${lang}&panel=check#v=1&steps=1000`);
    const verdict = page.locator('#check-verdict');
    await seeVerdicts(page, [right, right, right, right]);
    assert.match(await verdict.innerText(), words.right);
    assert.equal(await page.locator('.verdict').first().innerText(), words.none);
    const colour = await verdict.evaluate((e) => getComputedStyle(e).borderLeftColor);

    await make(page, 'mean');
    await seeVerdicts(page, [wrong, wrong, wrong, wrong]);
    assert.match(await verdict.innerText(), words.wrong);
    assert.equal(await page.locator('.verdict').first().innerText(), words.some);
    const [red, green, blue] = (await verdict.evaluate((e) => getComputedStyle(e).borderLeftColor)).match(/\d+/g)?.map(Number) ?? [];
    assert.ok(red > 2 * green && red > 2 * blue, 'the check turns red');
    assert.notEqual(await verdict.evaluate((e) => getComputedStyle(e).borderLeftColor), colour);

    // dW[1] and db[1] depend on g′; dW[2] alone has A[1] in it.
    await make(page, 'derivative');
    await seeVerdicts(page, [wrong, wrong, right, right]);
    await make(page, 'activation');
    await seeVerdicts(page, [right, right, wrong, right]);
    await make(page, 'transpose');
    await page.waitForFunction(() => document.querySelector('.check tbody tr')?.getAttribute('data-verdict') === 'wrong');
    await make(page, 'none');
    await seeVerdicts(page, [right, right, right, right]);
    assert.ok(await page.locator('#check-changes').isHidden());
  });
}

test('the formulas show what a mistake changes', async (t) => {
  const page = await visit(t, '?panel=check#v=1');
  await make(page, 'activation');
  const [changed, former] = [page.locator('#check-changes ins'), page.locator('#check-changes del')];
  await changed.waitFor();
  assert.equal(await changed.count(), 1);
  const text = (/** @type {import('playwright-core').Locator} */ l) => l.evaluate((e) => e.textContent?.replace(/\s/g, ''));
  assert.match(String(await text(changed)), /dW\[2\]=.*dZ\[2\].*Z\[1\]T/);
  assert.match(String(await text(former)), /dW\[2\]=.*dZ\[2\].*A\[1\]T/);
});

test('a mistake that an activation hides is said to do no harm', async (t) => {
  const page = await visit(t, '?panel=check#v=1&act=linear&init=xavier&steps=5');
  await make(page, 'derivative');
  await seeVerdicts(page, [right, right, right, right]);
  assert.match(await page.locator('#check-verdict').innerText(), /no difference/);
});

test('training with a mistake beside the right gradient shows what it costs, and leaves the run alone', async (t) => {
  const page = await visit(t, '?panel=check#v=1&steps=3');
  const before = await params(page);
  await make(page, 'activation');
  await page.locator('#check-train').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /step 1000/.test(document.querySelector('#check-cost')?.textContent ?? ''));
  const [, good, bad] = /: ([\d.]+) with the right gradient, ([\d.]+) with/.exec(await page.locator('#check-cost').innerText()) ?? [];
  assert.equal(good, '0.288083');
  assert.ok(Number(bad) > 0.4, `with the mistake: ${bad}`);
  assert.equal(await page.locator('.check-trial .plot-line').count(), 2);
  assert.deepEqual(await params(page), before);

  await page.evaluate(() => void window.playground.set({ lr: 0.5 }));
  await page.waitForFunction(() => document.querySelector('#check-cost')?.textContent === '');
  assert.equal(await page.locator('.check-trial .plot-line').count(), 0);
});

test('the check follows the run', async (t) => {
  const page = await visit(t, '?panel=check#v=1&net=3,2&act=relu,sigmoid&init=he&lr=0.1');
  await page.locator('.check tbody tr').nth(5).waitFor();
  const first = () => page.locator('.check tbody tr').first().innerText();
  const before = await first();
  await train(page, 50);
  await page.waitForFunction((old) => /** @type {HTMLElement | null} */ (document.querySelector('.check tbody tr'))?.innerText !== old, before);
  await page.waitForFunction(() => document.querySelector('.check-comparison .caption')?.textContent?.includes('step 50'));
});
