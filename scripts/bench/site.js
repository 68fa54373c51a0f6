/** What the page costs in Chromium: a picture, opening a link to a late step, going back, a click while training, a bench, the
 * first load beside a reference. */

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measureBenches } from './benches.js';
import { measureFirst } from './first.js';
import { measurePicture } from './picture.js';

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */

const root = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = 5;
const CLICKS = 15;
const JUMPS = 40;
/** The largest network there is, near enough: 4,000 weights and biases, of which the optimizer remembers twice as many. */
const LARGEST = '#v=1&net=27,27,27,27,27,27&in=x1,x2,x1sq,x2sq,x1x2,sinx1,sinx2&init=xavier&opt=adam&lr=0.001';

/**
 * Measures dist/ as scripts/serve sends it.
 * @param {Browser} browser @param {import('./programs.js').Programs} programs
 */
export async function measureSite(browser, programs) {
  const server = spawn('go', ['run', './scripts/serve', '-host', 'localhost', '-port', '0', 'dist'], { cwd: root, detached: true });
  try {
    const [address] = /** @type {RegExpMatchArray} */ (String(await new Promise((resolve) => server.stdout.once('data', resolve))).match(/http\S+/));
    const picture = await measurePicture(browser, { fragment: 'net=8,8,8,8,8,8&init=xavier&lr=0.01', frames: 100, width: 640, height: 400 });
    const loads = /** @type {Record<string, number>[]} */ ([]);
    for (let i = 0; i < PAGES; i++) loads.push(await load(browser, address));
    return {
      picture: { milliseconds: picture.milliseconds, bytes: picture.bytes },
      load: Object.fromEntries(Object.keys(loads[0]).map((key) => [key, median(loads.map((l) => l[key]))])),
      first: await measureFirst(browser, address),
      seek: await seek(browser, address),
      back: await back(browser, address, 100_000),
      backLargest: await back(browser, address + LARGEST, 2000),
      click: await click(browser, address),
      bench: await measureBenches(browser, address, programs),
    };
  } finally {
    if (server.pid) process.kill(-server.pid);
  }
}

/** @param {number[]} numbers */
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

/** Opens the page in a fresh profile. @param {Browser} browser @param {string} address @param {(page: Page) => Promise<unknown>} [prepare] */
async function visit(browser, address, prepare) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  await prepare?.(page);
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  return page;
}

/** Requests, bytes over the wire and milliseconds of a first visit.
 * @param {Browser} browser @param {string} address @returns {Promise<Record<string, number>>}
 */
async function load(browser, address) {
  const page = await visit(browser, address);
  const result = await page.evaluate(() => {
    const entries = /** @type {PerformanceResourceTiming[]} */ ([...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]);
    return {
      requests: entries.length,
      bytes: entries.reduce((sum, { transferSize }) => sum + transferSize, 0),
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      engineHere: entries.find(({ name }) => name.endsWith('.wasm'))?.responseEnd ?? NaN,
      ready: performance.now(),
    };
  });
  await page.context().close();
  return result;
}

/** Milliseconds of training on the way to step 10000, in all, in the longest slice, and of the clock.
 * @param {Browser} browser @param {string} address
 */
async function seek(browser, address) {
  const page = await visit(browser, address, (page) => page.addInitScript(() => {
    const slices = /** @type {number[]} */ ([]);
    Object.assign(window, { slices });
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (source, imports) => {
      const { module, instance } = await instantiate(source, imports);
      const turn = /** @type {Function} */ (instance.exports.turn);
      /** @param {unknown[]} args */
      const timed = (...args) => {
        const start = performance.now();
        const done = turn(...args);
        slices.push(performance.now() - start);
        return done;
      };
      const exports = { ...instance.exports, turn: timed };
      return { module, instance: new Proxy(instance, { get: (target, key) => (key === 'exports' ? exports : Reflect.get(target, key, target)) }) };
    };
  }));
  const result = await page.evaluate(async () => {
    const start = performance.now();
    await window.playground.step(10_000);
    const slices = /** @type {number[]} */ (/** @type {any} */ (window).slices);
    return { training: slices.reduce((sum, slice) => sum + slice, 0), longest: Math.max(...slices), clock: performance.now() - start };
  });
  await page.context().close();
  return result;
}

/** Milliseconds of going to a step of a run so far, wherever the run stands: median, longest.
 * @param {Browser} browser @param {string} address @param {number} steps that the run has
 */
async function back(browser, address, steps) {
  const page = await visit(browser, address);
  const times = await page.evaluate(async ({ steps, jumps }) => {
    const times = [];
    await window.playground.step(steps);
    for (let i = 1; i <= jumps; i++) {
      // Far from each other, and nowhere near a power of two.
      const step = Math.floor(steps * ((i * 0.6180339887) % 1)) | 1;
      const start = performance.now();
      await window.playground.goTo(step);
      times.push(performance.now() - start);
    }
    return times;
  }, { steps, jumps: JUMPS });
  await page.context().close();
  return { median: median(times), longest: Math.max(...times) };
}

/** Milliseconds from a click to the end of its handlers while the largest networks train at full speed: median, longest.
 * @param {Browser} browser @param {string} address
 */
async function click(browser, address) {
  const page = await visit(browser, address + '#v=1&net=8,8,8,8,8,8&init=xavier&lr=0.01');
  await page.locator('#speed').selectOption('full');
  await page.evaluate(() => {
    const clicks = /** @type {number[]} */ ([]);
    Object.assign(window, { clicks });
    addEventListener('click', (event) => clicks.push(performance.now() - event.timeStamp));
    window.playground.play();
  });
  const box = await page.locator('#discretise').boundingBox();
  for (let i = 0; box && i < CLICKS; i++) {
    await page.mouse.click(box.x + 4, box.y + 4);
    await page.waitForTimeout(300);
  }
  const times = await page.evaluate(() => /** @type {number[]} */ (/** @type {any} */ (window).clicks));
  await page.context().close();
  return { median: median(times), longest: Math.max(...times) };
}
