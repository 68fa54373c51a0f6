/** The tabs under the network and the panel they open, whatever it shows. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { violations } from './axe.js';
import { visit } from './harness.js';
import { assertTranslated, eventually } from './panel.js';
import { seeStep } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
const opened = (page) => page.evaluate(() => [...document.querySelectorAll('[role=tab][aria-selected=true]')].map((e) => e.id).filter((id) => id !== 'side-tab-settings'));

/** @param {Page} page @param {string} selector */
async function box(page, selector) {
  const found = await page.locator(selector).boundingBox();
  assert.ok(found, `${selector} is not shown`);
  return found;
}

test('a panel is opened, made larger and closed, by pointer and by keyboard, and stands in the address', async (t) => {
  const page = await visit(t, '?panel=nonsense#v=1&net=3');
  assert.deepEqual(await opened(page), []);
  assert.ok((await box(page, '.panel-strip')).height <= 44, 'the strip is a strip');
  const before = await box(page, '#slot-network');
  await page.click('#tab-ledger');
  assert.deepEqual(await opened(page), ['tab-ledger']);
  assert.equal(await page.locator('#panel').getAttribute('aria-labelledby'), 'tab-ledger');
  const network = await box(page, '#slot-network');
  const panel = await box(page, '#panel');
  assert.ok(network.height < before.height && network.y + network.height <= panel.y);

  const height = async () => (await box(page, '.panels')).height;
  const usual = await height();
  await page.locator('#panel-separator').focus();
  await page.keyboard.press('ArrowUp');
  assert.ok(await height() > usual + 20);
  assert.equal(await page.locator('#panel-separator').getAttribute('aria-valuenow'), '50');
  await page.keyboard.press('Home');
  const least = await height();
  const bar = await box(page, '#panel-separator');
  await page.mouse.move(bar.x + bar.width / 2, bar.y + bar.height / 2);
  await page.mouse.down();
  await page.mouse.move(bar.x + bar.width / 2, bar.y - 150);
  await page.mouse.up();
  assert.ok(Math.abs((await height()) - least - 150) < 12, 'the panel follows the pointer');

  await page.locator('#tab-ledger').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  assert.deepEqual(await opened(page), ['tab-update']);
  assert.equal(new URL(page.url()).searchParams.get('panel'), 'update');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.querySelector('#panel')?.contains(document.activeElement)), 'Tab goes into the panel');
  await page.keyboard.press('Escape');
  assert.deepEqual(await opened(page), []);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'tab-update');
  assert.equal(await page.locator('#panel').isVisible(), false);
  assert.deepEqual(await box(page, '#slot-network'), before);
  assert.deepEqual([new URL(page.url()).search, new URL(page.url()).hash], ['', '#v=1&net=3']);

  await page.goto(page.url().replace('#', '?panel=vectorise#'));
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  assert.deepEqual(await opened(page), ['tab-vectorise']);

  await t.test('with a panel open picture, panel and play button do not overlap, on windows of any shape', async () => {
    await page.click('#tab-ledger');
    for (const [width, height] of [[1440, 900], [1024, 768], [768, 1024], [390, 844]]) {
      const size = `${width}x${height}`;
      await page.setViewportSize({ width, height });
      const panel = await box(page, '#panel');
      assert.ok(panel.width >= Math.min(width, 600) && panel.height >= 200, `${size}: the panel is ${panel.width} by ${panel.height}`);
      for (const other of ['#slot-output', '#play', ...(width >= 600 ? ['#slot-network'] : [])]) {
        const { x, y, width: w, height: h } = await box(page, other);
        const apart = x + w <= panel.x || panel.x + panel.width <= x || y + h <= panel.y || panel.y + panel.height <= y;
        assert.ok(apart, `${size}: ${other} lies under the panel`);
        assert.ok(w > 0 && h > 20, `${size}: ${other}`);
      }
      // What lies over the pictures is placed anew in the next frame.
      await eventually(async () => assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, size));
    }
    await page.click('#play');
    await page.waitForFunction(() => window.playground.metrics().step > 5);
    await page.click('#play');
  });

  await t.test('axe is content with the panels, light and dark', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.evaluate(() => window.playground.set('#v=1&steps=10'));
    await seeStep(page, 10);
    for (const id of ['ledger', 'update', 'vectorise', 'graph', 'activations', 'collapse', 'confusion']) {
      await page.click(`#tab-${id}`);
      for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        await page.emulateMedia({ colorScheme });
        await page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, colorScheme);
        // What scrolls gets its stop of Tab a little later.
        await eventually(async () => assert.deepEqual(await violations(page, '.panels'), [], `${colorScheme} ${id}`));
      }
    }
    // The confusion matrix is open: its cells answer to the pointer and to the keyboard.
    const says = page.locator('#confusion-says');
    const hint = await says.innerText();
    await page.locator('#confusion-train-1-2').hover();
    await eventually(async () => assert.match(await says.innerText(), /class 0 taken for class 1: \d+ of \d+/));
    await page.locator('#panel-tabs').hover();
    await eventually(async () => assert.equal(await says.innerText(), hint));
    await page.locator('#confusion-train-1-1').focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await eventually(async () => assert.match(await says.innerText(), /class 1 taken for itself/));
    assert.deepEqual(await page.evaluate(() => [document.activeElement?.id, document.activeElement?.ariaPressed]), ['confusion-train-2-2', 'true']);
    assert.deepEqual(await page.locator('.confusion-matrix :is(tbody tr:first-of-type, thead tr:last-of-type) th').evaluateAll((heads) => heads.map((head) => head.getAttribute('scope'))), ['col', 'col', 'col', 'col', 'row']);
    await assertTranslated(page, 'confusion');
  });
});
