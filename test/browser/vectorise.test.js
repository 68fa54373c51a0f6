/** From one example to all: the loop beside the product. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */

/** The exact numbers of the columns that one way has filled and that are in sight.
 * @param {Page} page
 * @param {number} way 0 for the loop, 1 for the product
 */
function filled(page, way) {
  return page.locator('.vectorise-numbers').nth(way).evaluate((e) =>
    [...e.querySelectorAll('[data-row]')].map((row) =>
      [...row.querySelectorAll('[role=gridcell]')].filter((cell) => cell.textContent !== '').map((cell) => Number(/** @type {HTMLElement} */ (cell).title))));
}

for (const lang of ['en', 'zh-Hans']) {
  test(`${lang}: columns fill one at a time, the product fills all, and both are equal`, async (t) => {
    const page = await visit(t, `?lang=${lang}&panel=vectorise#v=1&n=50&net=3&steps=20`);
    assert.deepEqual(await filled(page, 0), [[], [], []]);
    await page.click('#vectorise-one');
    await page.click('#vectorise-one');
    const wanted = await page.evaluate(() => {
      const { W, b } = window.playground.params().layers[0];
      const { train } = window.playground.data();
      return W.map(([w1, w2], i) => train.slice(0, 2).map(([x1, x2]) => w1 * x1 + w2 * x2 + b[i]));
    });
    const two = await filled(page, 0);
    wanted.forEach((row, i) => row.forEach((z, j) => assert.ok(Math.abs(z - two[i][j]) < 1e-12, `z of unit ${i + 1}, example ${j + 1}: ${two[i][j]}, want ${z}`)));
    assert.deepEqual(two.map((row) => row.length), [2, 2, 2]);
    assert.deepEqual(await filled(page, 1), [[], [], []]);
    assert.match(await page.locator('#vectorise-count').innerText(), /2.*50/);

    await page.click('#vectorise-stack');
    const all = await filled(page, 1);
    two.forEach((row, i) => row.forEach((z, j) => assert.ok(Math.abs(z - all[i][j]) < 1e-12)));
    assert.equal(await page.locator('.vectorise-result').innerText(), '');
    await page.click('#vectorise-play');
    assert.match(await page.locator('.vectorise-result').innerText(), /\(3, 50\).*(0|e−1\d)/);
    await page.click('#vectorise-again');
    assert.deepEqual(await filled(page, 0), [[], [], []]);
  });
}

test('both ways are measured on this machine', async (t) => {
  const page = await visit(t, '?panel=vectorise');
  await page.click('#vectorise-measure');
  const times = await page.locator('#vectorise-times tbody tr').allInnerTexts();
  assert.equal(times.length, 2);
  for (const time of times) assert.match(time, /[1-9].* µs/);
});

test('where motion is welcome the columns fill by themselves and can be held', async (t) => {
  const page = await visit(t, '?panel=vectorise', { profile: { reducedMotion: 'no-preference' } });
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
