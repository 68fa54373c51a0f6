/** What axe finds, in both themes and in the states a visitor meets. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { visit } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * @param {Page} page
 * @returns {Promise<string[]>} what is wrong and where, one line each
 */
async function violations(page) {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter((/** @type {any} */ { impact }) => impact === 'serious' || impact === 'critical')
      .flatMap((/** @type {any} */ { id, help, nodes }) => nodes.map((/** @type {any} */ n) => `${id}: ${help}: ${n.html.slice(0, 160)}`));
  });
}

for (const theme of ['light', 'dark']) {
  test(`axe is content with the ${theme} page`, async (t) => {
    const page = await visit(t, `?theme=${theme}#v=1&test=20&steps=10`);
    assert.deepEqual(await violations(page), []);
  });

  test(`axe is content with the ${theme} inspector and notices`, async (t) => {
    const page = await visit(t, `?theme=${theme}#v=1&lr=fast`);
    await page.locator('#unit-1-1').focus();
    await page.keyboard.press('Enter');
    await page.locator('#inspector').waitFor();
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

test('each unit says what it is and what it holds', async (t) => {
  const page = await visit(t, '');
  for (const [id, pattern] of /** @type {[string, RegExp][]} */ ([
    ['#unit-0-1', /x/], ['#unit-1-2', /2/], ['#unit-2-1', /output|ŷ|a/i],
  ])) {
    const unit = page.locator(id);
    const name = await unit.evaluate((e) => (e.getAttribute('aria-label') ?? '') + (e.textContent ?? ''));
    assert.match(name, pattern);
    assert.equal(await unit.evaluate((e) => e.tagName), 'BUTTON');
  }
});
