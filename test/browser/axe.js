/** What axe finds. */

import assert from 'node:assert/strict';
import axe from 'axe-core';

/**
 * @param {import('playwright-core').Page} page
 * @param {string} [within] what to look at, for every fault; without, the whole page, for the serious and critical ones
 * @returns {Promise<string[]>} what is wrong and where, one line each
 */
export async function violations(page, within) {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe.source);
  return page.evaluate(async (within) => {
    // Style sheets and media are loaded again only for rules that are off by default, or of sound.
    const { violations } = await /** @type {any} */ (window).axe.run(within ?? document, { resultTypes: ['violations'], preload: false });
    return violations
      .filter((/** @type {any} */ { impact }) => within !== undefined || impact === 'serious' || impact === 'critical')
      .flatMap((/** @type {any} */ { id, help, nodes }) => nodes.map((/** @type {any} */ n) => `${id}: ${help}: ${n.html.slice(0, 200)}`));
  }, within);
}

/**
 * Holds that axe is content in both themes with the page as it stands.
 * @param {import('playwright-core').Page} page
 */
export async function assertContent(page) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, colorScheme);
    assert.deepEqual(await violations(page), [], colorScheme);
  }
}
