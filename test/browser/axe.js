/** What axe finds. */

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
