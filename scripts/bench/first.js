/** When the first true picture stands and when it can be trained, in first visits of the page and of a reference that takes turns with
 * it.
 *
 *   CHROMIUM=$(scripts/chromium.sh) node scripts/bench/first.js dist
 *
 * prints that alone, for a build without make bench.
 */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launchChromium } from '../../test/browser/chromium.js';
import { serveSite } from '../../test/browser/site.js';

/** @typedef {import('playwright-core').Browser} Browser */
/** Milliseconds from the start of the navigation. @typedef {{firstPaint: number, picture: number, ready: number}} Moments */

const TURNS = 7;

/**
 * Medians of the page and of the reference, and how many times the reference's time the page's first picture takes.
 * @param {Browser} browser @param {string} address of the site
 */
export async function measureFirst(browser, address) {
  const reference = await serveReference();
  try {
    const [ours, theirs] = [/** @type {Moments[]} */ ([]), /** @type {Moments[]} */ ([])];
    for (let i = 0; i < TURNS; i++) {
      theirs.push(await moments(browser, reference.address));
      ours.push(await moments(browser, address));
    }
    const result = { ...medians(ours, ''), ...medians(theirs, 'reference: ') };
    return { ...result, 'picture / reference': result.picture / result['reference: picture'] };
  } finally {
    reference.close();
  }
}

/** @param {Moments[]} visits @param {string} name @returns {Record<string, number>} */
function medians(visits, name) {
  const middle = (/** @type {keyof Moments} */ key) => visits.map((visit) => visit[key]).sort((a, b) => a - b)[visits.length >> 1];
  return Object.fromEntries(/** @type {const} */ (['firstPaint', 'picture', 'ready']).map((key) => [name + key, middle(key)]));
}

/** One visit in a fresh profile. A picture stands in the frame after the one in which it is in the document, or in which the graphics
 * card has painted it.
 * @param {Browser} browser @param {string} address @returns {Promise<Moments>}
 */
async function moments(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  await page.addInitScript(() => {
    const found = { picture: 0, ready: 0 };
    let painted = false;
    const draw = WebGL2RenderingContext.prototype.drawElements;
    WebGL2RenderingContext.prototype.drawElements = function (...call) {
      draw.apply(this, call);
      if (painted || found.picture || call[1] < 100) return;
      // More than a background. Reading waits for all that was asked of the card.
      this.readPixels(0, 0, 1, 1, this.RGBA, this.UNSIGNED_BYTE, new Uint8Array(4));
      painted = true;
    };
    const look = () => {
      const shown = document.querySelector('.first-picture')?.checkVisibility();
      const state = document.documentElement?.dataset.state;
      const drawn = document.querySelector('#field') && state === 'ready';
      const [picture, ready] = [shown || painted || drawn, state === 'ready'];
      requestAnimationFrame(() => {
        if (picture) found.picture ||= performance.now();
        if (ready) found.ready ||= performance.now();
        if (found.picture && found.ready) Object.assign(window, { found });
      });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(address);
  await page.waitForFunction(() => 'found' in window);
  const result = await page.evaluate(() => ({
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    .../** @type {{picture: number, ready: number}} */ (Reflect.get(window, 'found')),
  }));
  await context.close();
  return result;
}

/** Serves reference/. Its library is one that is there for the tests: jsQR, of 257 kB. */
async function serveReference() {
  const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));
  /** @type {Record<string, string>} */
  const files = {
    '/': here('reference/index.html'),
    '/style.css': here('reference/style.css'),
    '/reference.js': here('reference/reference.js'),
    '/library.js': here('../../node_modules/jsqr/dist/jsQR.js'),
  };
  /** @type {Record<string, string>} */
  const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };
  const server = createServer((request, response) => {
    const file = files[request.url ?? ''];
    response.writeHead(file ? 200 : 404, { 'Content-Type': types[extname(file ?? '')] ?? 'text/plain' });
    response.end(file && readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://localhost:${port}/`, close: () => server.close() };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const browser = await launchChromium();
  const site = await serveSite({ root: resolve(process.argv[2] ?? 'dist') });
  console.log(await measureFirst(browser, site.address));
  site.close();
  await browser.close();
}
