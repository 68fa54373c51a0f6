/** The ledger: its numbers are the run's, and pointing goes both ways. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assertTranslated, eventually, lit, visitPanel } from './panel.js';
import { params } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

/** The exact numbers of a quantity that are on show, row by row.
 * @param {Page} page
 * @param {string} name
 * @returns {Promise<number[][]>}
 */
async function numbers(page, name) {
  const quantity = page.locator(`.quantity[data-name="${name}"]`);
  await quantity.scrollIntoViewIfNeeded();
  await quantity.locator('.grid [role=gridcell]').first().waitFor();
  // The page fills a table that has come into sight when it is told so; this asks to be told with it.
  await quantity.locator('.grid').last().evaluate((grid) => new Promise((resolve) => new IntersectionObserver(resolve).observe(grid)));
  return quantity.locator('.grid').last().evaluate((grid) =>
    [...grid.querySelectorAll('[aria-rowindex]:not(.grid-head)')].map((row) => [...row.querySelectorAll('[role=gridcell]:not(.ghost)')].map((cell) => Number(/** @type {HTMLElement} */ (cell).title))));
}

/** Where an example of the training set is in the page.
 * @param {Page} page
 * @param {number} example counted from 1
 */
function place(page, example) {
  return page.evaluate((i) => {
    const [x1, x2] = window.playground.data().train[i - 1];
    const { left, top, width, height } = /** @type {HTMLElement} */ (document.querySelector('#slot-output')).getBoundingClientRect();
    // As engine/scene lays the plane out.
    const side = Math.min(width - 40, height - 36);
    return { x: left + 30 + (width - 40 - side) / 2 + (side * (x1 + 6)) / 12, y: top + 10 + (height - 36 - side) / 2 + (side * (6 - x2)) / 12 };
  }, example);
}

/** The formula in full, as text.
 * @param {Page} page
 */
const inFull = (page) => page.locator('.in-full').evaluate((e) => e.textContent ?? '');

test('a walk through the ledger', async (t) => {
  const page = await visitPanel(t, 'ledger', '#v=1&steps=50', { profile: { permissions: ['clipboard-read', 'clipboard-write'] } });
  /** @param {string} fragment */
  const begin = (fragment) => page.evaluate((fragment) => window.playground.set(fragment), fragment);

  await t.test('the next update in words, with the run’s own numbers', async () => {
    await assertTranslated(page, 'ledger');
    assert.deepEqual(await numbers(page, 'W[1]'), (await params(page)).layers[0].W);
    await page.evaluate(() => window.playground.step());
    await eventually(async () => assert.deepEqual(await numbers(page, 'W[1]'), (await params(page)).layers[0].W));
  });

  await t.test('an example picked by number, by key or in the plane is marked everywhere', async () => {
    /** The numbers over the columns that are marked. */
    const marked = () => page.evaluate(() => [...new Set([...document.querySelectorAll('.grid-head .chosen')].map((e) => e.textContent))]);
    await page.fill('#example', '3');
    await page.keyboard.press('Enter');
    await eventually(async () => assert.deepEqual(await marked(), ['3']));
    await page.keyboard.press('ArrowUp');
    await eventually(async () => assert.deepEqual(await marked(), ['4']));
    assert.equal(await page.inputValue('#example'), '4');
    await page.fill('#example', 'four');
    await page.keyboard.press('Enter');
    assert.equal(await page.inputValue('#example'), '4', 'what is no number gives way');
    const value = Number((await page.locator('.unit-value[data-unit="2-1"]').innerText()).replace('−', '-'));
    const a = (await numbers(page, 'A[2]'))[0][3];
    assert.ok(Math.abs(value - a) < 1e-3, `the output shows ${value}, its a is ${a}`);

    const example = await page.evaluate(() => {
      const { train } = window.playground.data();
      const near = (/** @type {number[]} */ p, /** @type {number[]} */ q) => Math.hypot(p[0] - q[0], p[1] - q[1]);
      return train.findIndex((p) => train.every((q) => p === q || near(p, q) > 0.3)) + 1;
    });
    const { x, y } = await place(page, example);
    await page.mouse.click(x, y);
    assert.equal(await page.inputValue('#example'), String(example));
    await page.waitForFunction((number) => document.querySelector('.grid-head .chosen')?.textContent === number, String(example));
  });

  await t.test('what is pointed at lights up in diagram, tables and formulas', async () => {
    await page.hover('#unit-1-2');
    assert.match(await inFull(page), /^z2.*tanh/);

    const cell = page.locator('.quantity[data-name="W[1]"] [data-point$=" 2 1"]');
    await cell.hover();
    assert.ok(await cell.evaluate((e) => e.classList.contains('pointed')));
    assert.match((await inFull(page)).replace(/\s/g, ''), /≔/, 'the weight, its gradient and what it becomes');
    const symbol = page.locator('.in-full [data-symbol*=\'"W"\']').first();
    assert.deepEqual(await lit(symbol), [true]);

    await page.mouse.move(0, 0);
    await page.waitForFunction(() => !document.querySelector('.pointed'));
    await page.locator('.quantity[data-name="Z[1]"] .formula [data-symbol*=\'"W"\']').hover();
    assert.deepEqual(await lit(page.locator('.quantity[data-name="W[1]"] .formula .symbol')), [true], 'the matrix of the formula is the one above');
  });

  await t.test('the tables by keyboard: arrows point at cells, Enter picks the example', async () => {
    const grid = page.locator('.quantity[data-name="Z[1]"] .grid');
    await grid.scrollIntoViewIfNeeded();
    await page.locator('.quantity[data-name="b[1]"] .grid').focus();
    await page.keyboard.press('Tab');
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    const active = await grid.getAttribute('aria-activedescendant');
    const cell = await grid.locator(`[id="${active}"]`).evaluate((e) => e.dataset.point?.split(' ').slice(-2));
    assert.deepEqual(cell, ['2', '3']);
    assert.match(await inFull(page), /tanh/);
    await page.keyboard.press('Enter');
    assert.equal(await page.inputValue('#example'), '3');
    await page.keyboard.press('End');
    await page.waitForFunction(() => document.querySelector('.quantity[data-name="Z[1]"] .pointed')?.getAttribute('aria-colindex') === '401');
  });

  await t.test('a matrix is copied with its rows and columns', async () => {
    await begin('#v=1&net=3');
    const grid = page.locator('#panel .grid[aria-rowcount="4"]').first();
    await grid.locator('[role=gridcell]').first().waitFor();
    const copied = async () => {
      await page.keyboard.press('Control+c');
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const shown = await grid.evaluate((table) => {
      getSelection()?.selectAllChildren(table);
      return [...table.querySelectorAll('[role=row]')].map((row) => [...row.querySelectorAll('[role=gridcell]:not([aria-hidden])')].map((cell) => (cell.textContent ?? '').replace('\u2212', '-'))).filter((row) => row.length > 0);
    });
    assert.equal(shown.length, 3);
    assert.equal(await copied(), shown.map((row) => row.join('\t')).join('\n'));
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await grid.focus();
    const all = (await copied()).split('\n').map((row) => row.split('\t').map(Number));
    assert.equal(all.length, 3);
    assert.ok(all.flat().every(Number.isFinite));
    assert.ok(all.every((row, i) => row.length >= shown[i].length && row.length === all[0].length));
  });

  await t.test('of large matrices only what is in sight is in the page, also while it plays', async () => {
    await begin('#v=1&n=2000&net=48,48&scale=0.1&lr=0.1');
    await page.click('#play');
    await page.waitForFunction(() => window.playground.metrics().step > 3);
    await page.click('#play');
    assert.ok((await page.locator('.grid-cell').count()) < 1500);
    assert.ok((await page.locator('.quantity .grid').evaluateAll((grids) => grids.map((grid) => grid.querySelectorAll('[role=gridcell]').length))).every((cells) => cells > 0), 'at rest all tables have numbers');
    const grid = page.locator('.quantity[data-name="Z[1]"] .grid');
    await grid.scrollIntoViewIfNeeded();
    await grid.evaluate((e) => e.scrollTo(e.scrollWidth, e.scrollHeight));
    await grid.locator('[data-point$=" 48 2000"]').waitFor();
    assert.deepEqual(await page.locator('.quantity[data-name="X"] .grid').evaluate((e) => e.scrollLeft > 1000), true, 'the columns of examples scroll together');
  });

  await t.test('the notation of another course, which is remembered', async () => {
    await begin('#v=1');
    const written = async () => (await page.locator('.quantity[data-name="Z[1]"] .formula').evaluate((e) => e.textContent ?? '')).replace(/[\s\u2061\u2062]/g, '');
    const bracket = await written();
    await page.selectOption('#notation', 'round');
    assert.equal(await written(), bracket.replaceAll('[', '(').replaceAll(']', ')'));
    await page.selectOption('#notation', 'below');
    await page.selectOption('#targets', 'signed');
    assert.match(await page.locator('.ledger-note').innerText(), /log\(1 \+ exp/);
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
    assert.deepEqual([await page.inputValue('#notation'), await page.inputValue('#targets')], ['below', 'signed']);
    assert.equal(await written(), bracket.replaceAll(/[[\]]/g, ''));
  });
});
