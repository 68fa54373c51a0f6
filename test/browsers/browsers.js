/** The three browsers, and the site they open. A test fails on any fault that a page reports. */

import { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { serveSite } from '../browser/site.js';
import { launchChromium } from './chromium.js';
import { launchFirefox } from './firefox.js';
import { launchWebKit } from './webkit.js';

/** @typedef {import('./webdriver.js').Browser} Browser */

export const launchers = { Chromium: launchChromium, Firefox: launchFirefox, WebKit: launchWebKit };

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;

before(async () => {
  site = await serveSite({ watched: true });
});

after(async () => {
  for (const browser of browsers.values()) await browser.close();
  site?.close();
});

/** Where the site is served; ends in a slash.
 * @returns {string}
 */
export function siteAddress() {
  return site.address;
}

/** Opens the playground and waits until it is ready: when a document has come is each browser's own affair.
 * @param {Browser} browser
 * @param {string} address
 */
export async function open(browser, address) {
  await browser.goto(address);
  await until(browser, () => document.documentElement.dataset.state === 'ready');
}

/** Waits in the page until a function gives something true.
 * @param {Browser} browser
 * @param {() => unknown} condition
 */
export async function until(browser, condition) {
  // Not without a pause, which would keep a processor from what is waited for.
  while (!await browser.evaluate(condition)) await pause(50);
}

/** For tests that ask for no picture: each is painted in software. */
export const small = { width: 1000, height: 640 };

/** Those started, one of each. @type {Map<string, Browser>} */
const browsers = new Map();

/** A browser for a test, which fails on the faults of its pages.
 * @param {import('node:test').TestContext} t
 * @param {keyof typeof launchers} name
 * @param {object} [options]
 * @param {RegExp} [options.expected] faults that the test is about
 * @param {import('./webdriver.js').Size} [options.size] of its window, the same for all tests of a file
 * @returns {Promise<Browser>}
 */
export async function launch(t, name, { expected, size = { width: 1440, height: 900 } } = {}) {
  const browser = browsers.get(name) ?? await launchers[name](size);
  browsers.set(name, browser);
  t.after(async () => {
    await browser.goto('about:blank');
    assert.deepEqual(site.faults.splice(0).filter((fault) => !expected?.test(fault)), []);
  });
  return browser;
}
