/** Reading and driving the panels under the network. */

import assert from 'node:assert/strict';
import { visit } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Opens the page in English with a panel open.
 * @param {import('node:test').TestContext} t
 * @param {string} panel
 * @param {string} fragment
 * @param {Parameters<typeof visit>[2]} [options]
 */
export async function visitPanel(t, panel, fragment, options) {
  const page = await visit(t, `?lang=en&panel=${panel}${fragment}`, options);
  await page.locator('#panel').waitFor();
  return page;
}

/**
 * Holds something of a page in Chinese, then in English, in which it is left.
 * @param {Page} page
 * @param {(language: 'zh-Hans' | 'en') => Promise<void>} check
 */
export async function inBothLanguages(page, check) {
  for (const language of /** @type {const} */ (['zh-Hans', 'en'])) {
    await page.locator('#language').selectOption(language);
    await page.waitForFunction((language) => document.documentElement.lang === language, language);
    await check(language);
  }
}

/**
 * Every text of the open panel is in the page's language, in each that there is, and none is a bare key.
 * @param {Page} page
 * @param {string} panel
 */
export async function assertTranslated(page, panel) {
  await inBothLanguages(page, (language) => eventually(async () => {
    const text = await page.locator('#panel').evaluate((e) =>
      /** @type {HTMLElement} */ (e).innerText + [...e.querySelectorAll('[aria-label]')].map((labelled) => labelled.getAttribute('aria-label')).join('\n'));
    assert.doesNotMatch(text, new RegExp(`\\b${panel}\\.\\w|\\{\\w+\\}`), 'a key or a place to fill stands in the text');
    assert.equal(/\p{Script=Han}/u.test(text), language === 'zh-Hans');
  }));
}

/**
 * Which of some symbols are lit.
 * @param {import('playwright-core').Locator} symbols
 */
export async function lit(symbols) {
  return symbols.evaluateAll((found) => found.map((symbol) => getComputedStyle(symbol).boxShadow !== 'none'));
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * The number that a text shows, perhaps beside a power of ten: 0.5, −1.200×10⁻⁵, 10⁶.
 * @param {string} text
 */
export function numberOf(text) {
  const [, digits, power] = /^(.*?)(?:×?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(text.trim().replaceAll('−', '-')) ?? [];
  const exponent = (power ?? '⁰').replace('⁻', '-').replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(superscripts.indexOf(digit)));
  return Number(`${digits || 1}e${exponent}`);
}

/**
 * @param {readonly number[]} shown
 * @param {readonly number[]} wanted
 * @param {string} what
 */
export function assertShown(shown, wanted, what) {
  assert.equal(shown.length, wanted.length, `${what}: ${shown} for ${wanted}`);
  shown.forEach((number, i) => assert.ok(Math.abs(number - wanted[i]) <= 5e-3 * Math.abs(wanted[i]) + 1e-12, `${what}: ${shown} for ${wanted}`));
}

/**
 * Tries a check again and again until it holds, and gives what it gives: a panel follows the run within a tenth of a second,
 * or as soon as the machine gets to it. Also for what a page tells by a promise, which to waitForFunction is as good as true.
 * @template T
 * @param {() => Promise<T>} check
 * @returns {Promise<T>}
 */
export async function eventually(check) {
  for (const end = Date.now() + 60_000; ; ) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
