/** The canvas behind the page is whole whether Chromium composes the page by software or not, whatever lies over it. */

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { launchChromium } from './chromium.js';
import { eventually } from './panel.js';
import { serveSite } from './site.js';

/** @typedef {import('playwright-core').Page} Page */

/** What composes the page of boxes that the processor paints, and a browser that has it so. */
const composers = { software: ['--disable-gpu-compositing'], 'the graphics card': ['--disable-gpu-rasterization'] };
/** @type {Record<string, Awaited<ReturnType<typeof launchChromium>>>} */
const browsers = {};
/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;

before(async () => {
  site = await serveSite();
  for (const [name, flags] of Object.entries(composers)) browsers[name] = await launchChromium(...flags);
});

after(async () => {
  for (const browser of Object.values(browsers)) await browser.close();
  site?.close();
});

/**
 * @param {import('node:test').TestContext} t
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {import('playwright-core').BrowserContextOptions} profile
 */
async function visit(t, browser, address, profile) {
  const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce', serviceWorkers: 'block', ...profile });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(site.address + address);
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  return page;
}

/**
 * Holds that the pictures look as they do when what lies over the canvas beside them is out of sight: that keeps its
 * place, and the canvas has nothing before it.
 * @param {Page} page
 * @param {string} over the selector of what lies over the canvas
 */
async function seeWhole(page, over) {
  const boxes = await page.evaluate(() => [...document.querySelectorAll('.slot')]
    .map((slot) => slot.getBoundingClientRect()).filter(({ width }) => width > 0)
    .map(({ x, y, width, height }) => ({ x, y, width, height })));
  assert.ok(boxes.length > 0);
  // The whole window is taken: a smaller picture of it would have the browser compose anew.
  const look = async () => {
    const png = (await page.screenshot()).toString('base64');
    return page.evaluate(async ({ png, boxes, ratio }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
      context.drawImage(image, 0, 0);
      return boxes.map(({ x, y, width, height }) => {
        const { data } = context.getImageData(Math.round(x * ratio), Math.round(y * ratio), Math.round(width * ratio), Math.round(height * ratio));
        return data.reduce((hash, value) => (Math.imul(hash, 31) + value) | 0, 0);
      });
    }, { png, boxes, ratio: await page.evaluate(() => devicePixelRatio) });
  };
  const show = (/** @type {string} */ visibility) => page.locator(over).evaluate((e, visibility) => void (e.style.visibility = visibility), visibility);
  await eventually(async () => {
    const seen = await look();
    await show('hidden');
    const bare = await look();
    await show('');
    assert.deepEqual(seen, bare, `${over} cuts the pictures`);
  });
}

for (const composer of Object.keys(composers)) {
  test(`composed by ${composer}, no panel cuts the pictures`, async (t) => {
    const page = await visit(t, browsers[composer], '#v=1&steps=100', { viewport: { width: 1440, height: 900 } });
    await page.waitForFunction(() => window.playground.metrics().step === 100);
    // One that scrolls, one with bars that stay in it, one with a box of text that scrolls.
    for (const panel of ['ledger', 'update', 'numpy']) {
      await page.locator(`#tab-${panel}`).click();
      await seeWhole(page, '#panel');
    }
  });
}

test('nor on a phone, whose pixels are finer', async (t) => {
  const page = await visit(t, browsers.software, '?panel=ledger', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  await seeWhole(page, '#panel');
});
