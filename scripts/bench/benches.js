/** What a bench costs in Chromium: by all cores, by one, by two, and by the page itself, with what clicks take meanwhile.
 *
 *   CHROMIUM=$(scripts/chromium.sh) node scripts/bench/benches.js dist
 *
 * prints that alone, for a build without make bench. The kernel's own rate is then that of docs/performance.json.
 */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../../test/browser/chromium.js';
import { serveSite } from '../../test/browser/site.js';

/** @typedef {import('playwright-core').Browser} Browser */

/** Examples of an update of the default, and seeds of each bench. */
const EXAMPLES = 400;
const SEEDS = 100;
/** Of a longer one, in which starting is no matter. */
const STEPS = 10_000;
/** Milliseconds between two clicks. */
const REST = 200;

/**
 * Seconds of a hundred seeds of the default for 1,000 steps, from the call, with all that has to be loaded for it; of 10,000 steps
 * by one worker and by two, and of both while somebody clicks five times a second, which has a picture painted each time; what of
 * it two save; what share of the kernel's own rate one worker and the page without workers reach; and milliseconds that clicks
 * take meanwhile.
 * @param {Browser} browser
 * @param {string} address
 * @param {number} kernel examples a second of the kernel alone
 */
export async function measureBenches(browser, address, kernel) {
  const short = await bench(browser, address, 1000, null, true);
  const one = await bench(browser, address, STEPS, 1, false);
  const two = await bench(browser, address, STEPS, 2, false);
  const oneClicked = await bench(browser, address, STEPS, 1, true);
  const twoClicked = await bench(browser, address, STEPS, 2, true);
  const none = await bench(browser, address, STEPS, 0, true);
  const rate = (/** @type {{seconds: number, steps: number}} */ { seconds, steps }) => EXAMPLES * SEEDS * steps / seconds;
  return {
    'seconds of 100 seeds, 1,000 steps': short.seconds,
    'seconds of 100 seeds, 10,000 steps, one worker': one.seconds,
    'seconds of 100 seeds, 10,000 steps, two workers': two.seconds,
    'one worker / two': one.seconds / two.seconds,
    'one worker / two, with clicks': oneClicked.seconds / twoClicked.seconds,
    'one worker / kernel': rate(one) / kernel,
    'the page without workers / kernel': rate(none) / kernel,
    'longest click, two workers, ms': Math.max(...twoClicked.clicks),
    'longest click, no workers, ms': Math.max(...none.clicks),
  };
}

/**
 * @param {Browser} browser @param {string} address @param {number} steps
 * @param {number | null} workers how many there can be, null for as many as there are cores
 * @param {boolean} clicking
 */
async function bench(browser, address, steps, workers, clicking) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  await page.addInitScript((workers) => {
    if (workers === 0) Reflect.deleteProperty(window, 'Worker');
    else if (workers) Object.defineProperty(navigator, 'hardwareConcurrency', { value: workers });
  }, workers);
  await page.goto(address + '#v=1');
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  await page.evaluate(({ seeds, steps }) => {
    const clicks = /** @type {number[]} */ ([]);
    addEventListener('click', (event) => clicks.push(performance.now() - event.timeStamp));
    const start = performance.now();
    const result = window.playground.bench({ from: '#v=1', seeds, steps }).then(() => ({ seconds: (performance.now() - start) / 1000, clicks }));
    Object.assign(window, { result });
  }, { seeds: SEEDS, steps });
  const box = await page.locator('#discretise').boundingBox();
  let going = clicking;
  const result = page.evaluate(() => /** @type {Promise<{seconds: number, clicks: number[]}>} */ (Reflect.get(window, 'result')));
  void result.finally(() => (going = false));
  while (going && box) {
    await page.mouse.click(box.x + 4, box.y + 4);
    await page.waitForTimeout(REST);
  }
  const { seconds, clicks } = await result;
  await context.close();
  return { seconds, clicks, steps };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const browser = await launchChromium();
  const site = await serveSite({ root: resolve(process.argv[2] ?? 'dist') });
  const { inChromium } = JSON.parse(readFileSync(new URL('../../docs/performance.json', import.meta.url), 'utf8'));
  console.log(await measureBenches(browser, site.address, inChromium.workloads.at(-1).train.vectors));
  site.close();
  await browser.close();
}
