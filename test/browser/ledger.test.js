/** The ledger: its numbers are the run's, and pointing goes both ways. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';
import { eventually } from './panel.js';
import { params } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

/** The names of the quantities on show, in order; a prime marks those after the update.
 * @param {Page} page
 */
const names = (page) => page.evaluate(() => [...document.querySelectorAll('.quantity')].map((e) => /** @type {HTMLElement} */ (e).dataset.name));

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
    [...grid.querySelectorAll('[data-row]')].map((row) => [...row.querySelectorAll('[role=gridcell]:not(.ghost)')].map((cell) => Number(/** @type {HTMLElement} */ (cell).title))));
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

for (const lang of ['en', 'zh-Hans']) {
  test(`${lang}: all quantities in the lecture's order, with the run's own numbers`, async (t) => {
    const page = await visit(t, `?lang=${lang}&panel=ledger#v=1&steps=50`);
    assert.deepEqual(await names(page), [
      'X', 'W[1]', 'b[1]', 'Z[1]', 'A[1]', 'W[2]', 'b[2]', 'Z[2]', 'A[2]', 'Y', 'J',
      'dZ[2]', 'dW[2]', 'db[2]', 'dA[1]', 'dZ[1]', 'dW[1]', 'db[1]', "W[1]'", "b[1]'", "W[2]'", "b[2]'",
    ]);
    const { layers } = await params(page);
    assert.deepEqual(await numbers(page, 'W[1]'), layers[0].W);
    assert.deepEqual(await numbers(page, 'b[2]'), [layers[1].b]);
    const outputs = (await numbers(page, 'A[2]'))[0];
    const { train, predicted } = await page.evaluate(() => {
      const { train } = window.playground.data();
      return { train, predicted: window.playground.predict(train.map(([x1, x2]) => [x1, x2])) };
    });
    assert.ok(outputs.length >= 4);
    outputs.forEach((a, i) => assert.ok(Math.abs(a - predicted[i]) < 1e-12, `a(${i + 1}) is ${a}, the network says ${predicted[i]}`));
    assert.deepEqual((await numbers(page, 'X'))[1].slice(0, 4), train.slice(0, 4).map(([, x2]) => x2));
    assert.equal((await numbers(page, 'J'))[0][0], await page.evaluate(() => window.playground.metrics().cost));

    const after = { W: await numbers(page, "W[1]'"), b: await numbers(page, "b[2]'") };
    await page.evaluate(() => window.playground.step());
    const next = (await params(page)).layers;
    // Training adds in another order than the ledger.
    const apart = Math.max(...after.W.flatMap((row, i) => row.map((w, j) => Math.abs(w - next[0].W[i][j]))), Math.abs(after.b[0][0] - next[1].b[0]));
    assert.ok(apart < 1e-12, `the update of the ledger and the one that the run makes differ by ${apart}`);
  });

  test(`${lang}: an example picked by number, by key or in the plane is marked everywhere`, async (t) => {
    const page = await visit(t, `?lang=${lang}&panel=ledger#v=1&steps=50`);
    /** The numbers over the columns that are marked. */
    const marked = () => page.evaluate(() => [...new Set([...document.querySelectorAll('.grid-head .chosen')].map((e) => e.textContent))]);
    await page.fill('#example', '3');
    await page.keyboard.press('Enter');
    await eventually(async () => assert.deepEqual(await marked(), ['3']));
    await page.keyboard.press('ArrowUp');
    await eventually(async () => assert.deepEqual(await marked(), ['4']));
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

  test(`${lang}: what is pointed at lights up in diagram, tables and formulas`, async (t) => {
    const page = await visit(t, `?lang=${lang}&panel=ledger#v=1&steps=50`);
    await page.fill('#example', '1');
    await page.keyboard.press('Enter');
    await page.hover('#unit-1-2');
    assert.match(await inFull(page), /tanh/);
    const { z, W, b, x } = await page.evaluate(() => {
      const { W, b } = window.playground.params().layers[0];
      const [x1, x2] = window.playground.data().train[0];
      return { W: W[1], b: b[1], x: [x1, x2], z: W[1][0] * x1 + W[1][1] * x2 + b[1] };
    });
    assert.ok((await inFull(page)).replaceAll('−', '-').includes(String(Number(z.toPrecision(4)))), `${await inFull(page)} ends in ${z}`);
    for (const part of [W[0], W[1], x[0], x[1], b]) assert.ok((await inFull(page)).includes(String(Number(Math.abs(part).toPrecision(4)))), `${part} in ${await inFull(page)}`);

    const cell = page.locator('.quantity[data-name="W[1]"] [data-row="2"] [data-col="1"]');
    await cell.hover();
    assert.ok(await cell.evaluate((e) => e.classList.contains('pointed')));
    assert.match((await inFull(page)).replace(/\s/g, ''), /≔/, 'the weight, its gradient and what it becomes');
    const symbol = page.locator('.in-full [data-symbol*=\'"W"\']').first();
    assert.ok(await symbol.evaluate((e) => e.classList.contains('lit')));

    await page.mouse.move(0, 0);
    await page.locator('.quantity[data-name="Z[1]"] .formula [data-symbol*=\'"W"\']').hover();
    assert.ok(await page.locator('.quantity[data-name="W[1]"] .formula .symbol').evaluate((e) => e.classList.contains('lit')), 'the matrix of the formula is the one above');
  });

  test(`${lang}: the notations of other courses, and targets written the other way`, async (t) => {
    const page = await visit(t, `?lang=${lang}&panel=ledger`);
    const written = async () => (await page.locator('.quantity[data-name="Z[1]"] .formula').evaluate((e) => e.textContent ?? '')).replace(/[\s\u2061\u2062]/g, '');
    const bracket = await written();
    await page.selectOption('#notation', 'round');
    assert.equal(await written(), bracket.replaceAll('[', '(').replaceAll(']', ')'));
    await page.selectOption('#notation', 'below');
    assert.equal(await written(), bracket.replaceAll(/[[\]]/g, ''));

    const cost = (await numbers(page, 'J'))[0][0];
    const gradient = await numbers(page, 'dW[1]');
    const targets = (await numbers(page, 'Y'))[0];
    await page.selectOption('#targets', 'signed');
    assert.deepEqual((await numbers(page, 'Y'))[0], targets.map((y) => 2 * y - 1));
    assert.match(await page.locator('.quantity[data-name="J"] .formula').evaluate((e) => e.textContent ?? ''), /log/);
    assert.deepEqual([(await numbers(page, 'J'))[0][0], await numbers(page, 'dW[1]')], [cost, gradient], 'the numbers stay');
    assert.match(await page.locator('.ledger-note').innerText(), /log\(1 \+ exp/);
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
    assert.equal(await page.inputValue('#notation'), 'below', 'the choice is remembered');
  });
}

test('another network: its own quantities, and no formula of a unit that is gone', async (t) => {
  const page = await visit(t, '?panel=ledger#v=1&net=4');
  await page.hover('#unit-1-4');
  assert.match(await inFull(page), /^z4/);
  await page.mouse.move(0, 0);
  await page.evaluate(() => window.playground.set({ net: [3, 2] }));
  await page.waitForFunction(() => document.querySelector('.quantity[data-name="dZ[3]"]'));
  assert.match(await inFull(page), /^z1/);
  await page.evaluate(() => window.playground.set({ net: [] }));
  await page.waitForFunction(() => !document.querySelector('.quantity[data-name="Z[2]"]'));
  assert.deepEqual(await names(page), ['X', 'W[1]', 'b[1]', 'Z[1]', 'A[1]', 'Y', 'J', 'dZ[1]', 'dW[1]', 'db[1]', "W[1]'", "b[1]'"]);
});

test('the next mini-batch or all examples', async (t) => {
  const page = await visit(t, '?panel=ledger#v=1&batch=16');
  const shape = () => page.locator('.quantity[data-name="X"] .shape').innerText();
  assert.equal(await shape(), '(2, 16)');
  await page.check('input[name=examples][value=all]', { force: true });
  assert.equal(await shape(), '(2, 400)');
});

test('the tables by keyboard: arrows point at cells, Enter picks the example', async (t) => {
  const page = await visit(t, '?panel=ledger#v=1&steps=20');
  const grid = page.locator('.quantity[data-name="Z[1]"] .grid');
  await grid.scrollIntoViewIfNeeded();
  await page.locator('.quantity[data-name="b[1]"] .grid').focus();
  await page.keyboard.press('Tab');
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  const active = await grid.getAttribute('aria-activedescendant');
  const cell = await grid.locator(`[id="${active}"]`).evaluate((e) => [e.parentElement?.dataset.row, e.dataset.col]);
  assert.deepEqual(cell, ['2', '3']);
  assert.match(await inFull(page), /tanh/);
  await page.keyboard.press('Enter');
  assert.equal(await page.inputValue('#example'), '3');
  await page.keyboard.press('End');
  await page.waitForFunction(() => document.querySelector('.quantity[data-name="Z[1]"] .pointed')?.getAttribute('data-col') === '400');
});

test('of large matrices only what is in sight is in the page, also while it plays', async (t) => {
  const page = await visit(t, '?panel=ledger#v=1&n=2000&net=48,48&scale=0.1&lr=0.1');
  await page.click('#play');
  await page.waitForFunction(() => window.playground.metrics().step > 3);
  await page.click('#play');
  assert.ok((await page.locator('.grid-cell').count()) < 1500);
  const grid = page.locator('.quantity[data-name="Z[1]"] .grid');
  await grid.scrollIntoViewIfNeeded();
  await grid.evaluate((e) => e.scrollTo(e.scrollWidth, e.scrollHeight));
  await grid.locator('[data-row="48"] [data-col="2000"]').waitFor();
  assert.deepEqual(await page.locator('.quantity[data-name="X"] .grid').evaluate((e) => e.scrollLeft > 1000), true, 'the columns of examples scroll together');
});

test('all tables, in sight or not, are of one step: at rest they have its numbers', async (t) => {
  const [page, other] = [await visit(t, '?panel=ledger#v=1'), await visit(t, '?panel=ledger#v=1&steps=40')];
  const texts = (/** @type {import('playwright-core').Page} */ shown) => shown.locator('.quantity .grid').evaluateAll((grids) => grids.map((grid) => grid.textContent));
  await page.evaluate(() => window.playground.step(40));
  await eventually(async () => assert.deepEqual(await texts(page), await texts(other)));
  assert.ok((await texts(page)).every((text) => text));
});

test('a matrix is copied with its rows and columns', async (t) => {
  const page = await visit(t, '?panel=ledger#v=1&net=3', { profile: { permissions: ['clipboard-read', 'clipboard-write'] } });
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
