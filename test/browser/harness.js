/**
 * What every browser test shares: one Chromium and one server a file, a fresh
 * profile a visit, and gates no test can forget. A visit fails on an error in
 * the console, an uncaught exception, and any request that leaves the site.
 */

import { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { launchChromium } from './chromium.js';
import { serveHost } from './host.js';
import { serveSite } from './site.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContextOptions} Profile */

/**
 * What takes time and tells nothing of the page: painting its boxes, and putting them together with the canvas, by a
 * graphics card in software; and optimizing what of the engine has run for less than half a second. test/browsers goes
 * without, and compositing.test.js has it both ways.
 */
const thrift = ['--disable-gpu-rasterization', '--disable-gpu-compositing', '--js-flags=--wasm-tiering-budget=390000000'];

/** @type {Awaited<ReturnType<typeof launchChromium>>} */
let browser;
/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;

before(async () => {
  [browser, site] = await Promise.all([launchChromium(...thrift), serveSite()]);
});

after(async () => {
  await browser?.close();
  site?.close();
});

/** How long a condition may take to come true on a slow machine with a software GPU. */
const patience = 60_000;

/**
 * Opens the page in a fresh profile.
 * @param {import('node:test').TestContext} t
 * @param {string} address relative to the site: '', '?lang=zh-Hans', '#v=1&net=8'
 * @param {object} [options]
 * @param {Profile} [options.profile] language, size, colour scheme, …; English at 1440x900, in a quarter of the scale, without
 * @param {RegExp[]} [options.expected] errors, in the console or uncaught, that the test is about
 * @param {(page: Page) => Promise<unknown>} [options.prepare] before the page is opened
 * @param {'ready' | 'failed' | 'loading'} [options.state] to wait for; ready without
 * @param {boolean} [options.first] whether it is the reader's first visit, with what is told then
 * @returns {Promise<Page>}
 */
export async function visit(t, address, { profile, expected = [], prepare, state = 'ready', first = false } = {}) {
  const page = await newPage(t, [new URL(site.address).origin], { profile, expected });
  if (!first) await beenHere(page);
  await prepare?.(page);
  await page.goto(site.address + address);
  await page.waitForFunction((wanted) => document.documentElement.dataset.state === wanted, state);
  return page;
}

/**
 * Has the reader have been here before. To be called before the page is opened.
 * @param {Page} page
 */
function beenHere(page) {
  return page.addInitScript(() => {
    try {
      localStorage.setItem('shallows.opening', 'told');
    } catch {
      // Nothing is kept here.
    }
  });
}

/**
 * Opens a page of another origin that holds the playground.
 * @param {import('node:test').TestContext} t
 * @param {(site: string) => string} html the host page, given where the site is; the address ends in a slash
 * @param {object} [options]
 * @param {Profile} [options.profile]
 * @param {RegExp[]} [options.expected] errors, in the console or uncaught, that the test is about
 * @param {(page: Page) => Promise<unknown>} [options.prepare] before the page is opened
 * @returns {Promise<Page>}
 */
export async function visitHost(t, html, { profile, expected = [], prepare } = {}) {
  const host = await serveHost(html(site.address));
  t.after(() => host.close());
  const page = await newPage(t, [new URL(site.address).origin, new URL(host.address).origin], { profile, expected });
  await prepare?.(page);
  await page.goto(host.address);
  return page;
}

/**
 * A page in a fresh profile, with the gates.
 * @param {import('node:test').TestContext} t
 * @param {string[]} origins that requests may go to
 * @param {object} [options]
 * @param {Profile} [options.profile]
 * @param {RegExp[]} [options.expected] errors, in the console or uncaught, that the test is about
 */
export async function newPage(t, origins, { profile, expected = [] } = {}) {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    // A sixteenth of the pixels to paint in software; tests that look at single ones say how many they want.
    deviceScaleFactor: 0.25,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    // What offline.test.js is about; elsewhere it would only take time.
    serviceWorkers: 'block',
    ...profile,
  });
  context.setDefaultTimeout(patience);
  /** @type {string[]} */
  const faults = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(http|ws)s?:$/.test(url.protocol) && !origins.includes(url.origin)) faults.push(`left for ${url}`);
  });
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = `${message.text()} (${message.location().url})`;
    if (!expected.some((pattern) => pattern.test(text))) faults.push(`console: ${text}`);
  });
  context.on('weberror', (error) => {
    const text = `uncaught: ${error.error().stack}`;
    if (!expected.some((pattern) => pattern.test(text))) faults.push(text);
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(faults, []);
  });

  return context.newPage();
}

/**
 * Where the site is served; ends in a slash.
 * @returns {string}
 */
export function siteAddress() {
  return site.address;
}
