/** What a bench costs in Chromium: by all cores, by one, by two, and by the page itself, with what clicks take meanwhile.
 *
 *   CHROMIUM=$(scripts/chromium.sh) node scripts/bench/benches.js dist
 *
 * prints that alone, for a build without make bench.
 */

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../../test/browser/chromium.js';
import { serveSite } from '../../test/browser/site.js';
import { buildPrograms, raceInPage } from './programs.js';

/** @typedef {import('playwright-core').Browser} Browser */

/** The default among the workloads of measure. */
const DEFAULT = 'default 2-4-1 tanh, all 400';
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
 * take meanwhile. The kernel's rate is measured before and after what is compared with it: a machine shared with others is not as fast
 * in one minute as in the next.
 * @param {Browser} browser
 * @param {string} address
 * @param {import('./programs.js').Programs} programs
 */
export async function measureBenches(browser, address, programs) {
  const kernel = async () => (await raceInPage(browser, programs, DEFAULT)).workloads[0].train.vectors;
  const short = await bench(browser, address, 1000, null, true);
  const before = await kernel();
  const one = await bench(browser, address, STEPS, 1, false);
  const two = await bench(browser, address, STEPS, 2, false);
  const between = await kernel();
  const none = await bench(browser, address, STEPS, 0, true);
  const after = await kernel();
  const oneClicked = await bench(browser, address, STEPS, 1, true);
  const twoClicked = await bench(browser, address, STEPS, 2, true);
  const rate = (/** @type {{seconds: number, steps: number}} */ { seconds, steps }) => EXAMPLES * SEEDS * steps / seconds;
  return {
    'seconds of 100 seeds, 1,000 steps': short.seconds,
    'seconds of 100 seeds, 10,000 steps, one worker': one.seconds,
    'seconds of 100 seeds, 10,000 steps, two workers': two.seconds,
    'one worker / two': one.seconds / two.seconds,
    'one worker / two, with clicks': oneClicked.seconds / twoClicked.seconds,
    'one worker / kernel': 2 * rate(one) / (before + between),
    'the page without workers / kernel': 2 * rate(none) / (between + after),
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
  const programs = buildPrograms();
  console.log(await measureBenches(browser, site.address, programs));
  programs.remove();
  site.close();
  await browser.close();
}
