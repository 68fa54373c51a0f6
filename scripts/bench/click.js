/** Milliseconds from a click to the text that it changes, of several builds in turn, so that they are measured alike:
 *
 *   node scripts/bench/click.js dist ../before/dist
 *
 * Of each build and kind of click it prints median and longest. CHROMIUM names the browser.
 */

import { resolve } from 'node:path';
import { launchChromium } from '../../test/browser/chromium.js';
import { serveSite } from '../../test/browser/site.js';

const ROUNDS = 3;
const CLICKS = 15;

/** What is clicked, whose text changes, and the page. @type {Record<string, [click: string, text: string, address: string]>} */
const kinds = {
  step: ['#step', '#step-count', '#v=1'],
  'step beside the ledger': ['#step', '#step-count', '?panel=ledger#v=1'],
  'the ledger itself': ['#step', '#panel', '?panel=ledger#v=1'],
};

/** @type {Record<string, Record<string, number[]>>} */
const times = {};
const browser = await launchChromium();
for (let round = 0; round < ROUNDS; round++) {
  for (const build of process.argv.slice(2)) {
    const site = await serveSite({ root: resolve(build) });
    for (const [kind, [click, text, address]] of Object.entries(kinds)) {
      ((times[kind] ??= {})[build] ??= []).push(...await measure(site.address + address, click, text));
    }
    site.close();
  }
}
await browser.close();
for (const [kind, builds] of Object.entries(times)) {
  for (const [build, all] of Object.entries(builds)) {
    const sorted = all.sort((a, b) => a - b);
    console.log(`${kind.padEnd(24)} ${build.padEnd(24)} ${sorted[sorted.length >> 1].toFixed(1)} ms, at most ${sorted[sorted.length - 1].toFixed(1)} ms`);
  }
}

/**
 * @param {string} address
 * @param {string} click a selector, as text
 * @param {string} text
 */
async function measure(address, click, text) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  const found = await page.evaluate(async ({ click, text, clicks }) => {
    /** @type {number[]} */
    const found = [];
    for (let i = 0; i < clicks; i++) {
      // The page has done all that the last click asks for.
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
      const target = /** @type {HTMLElement} */ (document.querySelector(click));
      const shown = /** @type {Element} */ (document.querySelector(text));
      const began = performance.now();
      const changed = new Promise((resolve) => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve(performance.now() - began);
        }).observe(shown, { subtree: true, childList: true, characterData: true, attributes: true });
      });
      target.click();
      found.push(await changed);
    }
    return found;
  }, { click, text, clicks: CLICKS });
  await context.close();
  return found;
}
