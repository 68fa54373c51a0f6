/** The bench: many runs in a table, each a click away from the page, and all of it in a link. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { violations } from './axe.js';
import { visit } from './harness.js';
import { eventually } from './panel.js';

test('a bench is set up, runs, is sorted and opened, and comes back from its link', async (t) => {
  const page = await visit(t, '?panel=bench#v=1&lr=0.5');
  const rows = page.locator('#bench-table > tbody > tr:has(> th)');
  const cells = (/** @type {number} */ row) => rows.nth(row).locator('> :is(th, td)').allInnerTexts();

  await page.locator('#bench-vary-0').selectOption('net');
  await page.locator('#bench-values-0').fill('3；1');
  await page.locator('#bench-seeds').fill('4');
  await page.locator('#bench-steps').fill('1000000');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.getElementById('bench-steps')).value === '100000');
  await page.locator('#bench-steps').fill('60');
  await page.keyboard.press('Tab');
  await page.locator('#bench-goal').selectOption('accuracy');
  await page.waitForFunction(() => location.hash === '#v=1&lr=0.5&bench=net~3~1~seeds~4~steps~60~goal~accuracy~0.9');

  await page.locator('#bench-run').click();
  await page.waitForFunction(() => document.getElementById('bench-progress')?.textContent === '8 of 8 runs.');
  assert.equal(await page.locator('#bench-bar').evaluate((bar) => /** @type {HTMLProgressElement} */ (bar).value), 100);
  assert.deepEqual([(await cells(0))[1], (await cells(1))[1]], ['3', '1']);
  await page.getByRole('button', { name: 'Hidden layers', exact: true }).click();
  await page.locator('th[aria-sort="ascending"]').waitFor();
  assert.deepEqual([(await cells(0))[1], (await cells(1))[1]], ['1', '3']);

  // The two rows side by side: their runs made again, one way through both.
  await page.locator('#bench-pair').click();
  const stands = page.locator('#pair-status');
  const told = (/** @type {RegExp} */ text) => page.waitForFunction((text) => new RegExp(text).test(document.querySelector('#pair-status')?.textContent ?? ''), text.source);
  await told(/^Step 60 of 60\. Hidden layers 1: Cost .* Hidden layers 3: Cost/);
  assert.deepEqual(await violations(page), []);
  await page.locator('#pair-place').fill('0');
  await told(/^Step 0 of 60\. .* Cost 0\.693/);
  await page.keyboard.press('Space');
  await page.waitForFunction(() => document.getElementById('pair-play')?.getAttribute('aria-label') === 'Pause');
  await page.keyboard.press('Space');
  await page.locator('#pair-place').fill('7');
  await page.locator('#pair-step').click();
  await told(/^Step 8 of 60\./);
  await page.locator('.pair-plane').first().hover();
  await page.locator('.pair-here').nth(1).waitFor();
  assert.match(await page.locator('.pair-numbers').nth(1).locator('dd').last().innerText(), /^0\.\d/);
  const costs = (await stands.innerText()).match(/Cost [\d.]+/g);
  assert.ok(await page.locator('#pair-dialog image').first().evaluate(async (image) => {
    const bitmap = new Image();
    bitmap.src = image.getAttribute('href') ?? '';
    await bitmap.decode();
    return bitmap.naturalWidth === 80 && bitmap.naturalHeight === 80;
  }));
  await page.locator('#pair-dialog section').nth(1).getByRole('button').click();
  await page.waitForFunction(() => window.playground.metrics().step === 8);
  assert.equal(`Cost ${(await page.evaluate(() => window.playground.metrics().cost ?? 0)).toPrecision(4)}`, costs?.[1]);
  await page.locator('#bench-back').click();
  await page.waitForFunction(() => window.playground.get().net[0] === 4);
  await page.locator('#bench-pair').click();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.id === 'bench-pair');

  await page.getByRole('button', { name: 'Details of Hidden layers 3' }).click();
  const seeds = page.getByLabel('Plane of');
  await eventually(async () => assert.deepEqual(await violations(page), []));
  await seeds.selectOption('3');
  await page.getByRole('button', { name: 'Open Hidden layers 3, seed 5, as the run on the page' }).first().click();
  await page.waitForFunction(() => window.playground.get().seed === 5 && window.playground.metrics().step === 60);
  assert.deepEqual(await page.evaluate(() => window.playground.get().net), [3]);
  const chosen = await seeds.evaluate((select) => /** @type {HTMLSelectElement} */ (select).selectedOptions[0].text);
  assert.equal(chosen, `seed 5: ${(100 * (await page.evaluate(() => window.playground.metrics().accuracy ?? 0))).toFixed(2).replace('.00', '')}%`);
  await page.waitForFunction(() => location.hash === '#v=1&net=3&seed=5&lr=0.5&steps=60&bench=net~3~1~seeds~4~steps~60~goal~accuracy~0.9~from~net~4~seed~2');
  await page.locator('#bench-back').click();
  await page.waitForFunction(() => window.playground.get().net[0] === 4 && window.playground.metrics().step === 0);
  await page.waitForFunction(() => location.hash === '#v=1&lr=0.5&bench=net~3~1~seeds~4~steps~60~goal~accuracy~0.9');

  const download = page.waitForEvent('download');
  await page.locator('#bench-csv').click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\n');
  assert.equal(lines.length, 9);
  assert.match(lines[4], /^1,3,5,60,.*,false,,"?v=1&net=3&seed=5&lr=0.5&steps=60"?$/);

  await page.locator('#bench-metric').selectOption('share');
  const painted = page.waitForEvent('download');
  await page.locator('#bench-png').click();
  const png = await readFile(await (await painted).path());
  assert.equal(png.toString('latin1', 1, 4), 'PNG');
  assert.equal(png.readUInt32BE(16), 1280);

  const other = await visit(t, await page.evaluate(() => location.hash));
  await other.locator('#bench-run').waitFor();
  assert.equal(await other.locator('#bench-values-0').inputValue(), '3;1');
  assert.equal(await other.locator('#bench-table > tbody > tr:has(> th)').count(), 2);
});
