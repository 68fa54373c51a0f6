/**
 * Takes the pictures of docs/images anew from the page in dist/: those that the guides show, as PNG, and one of each state of the
 * page in which it is to be looked at, as WebP, which is a third of that.
 *
 *     node scripts/screenshot.js [name …]
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../test/browser/chromium.js';
import { serveSite } from '../test/browser/site.js';

/** @typedef {import('playwright-core').Page} Page */

const images = fileURLToPath(new URL('../docs/images/', import.meta.url));

const trained = 'v=1&steps=2000';
const tested = 'v=1&test=20&steps=200';
const moons = 'v=1&data=moons&init=xavier&opt=adam&lr=0.03&steps=300';

/**
 * What is taken: a file, the address it is of, its size in CSS pixels, whether it is a first visit, and what is pressed before.
 * @type {{file: string, address: string, width: number, height: number, first?: boolean, press?: string[]}[]}
 */
const pictures = [
  { file: 'playground.png', address: `?lang=en&theme=light#${trained}`, width: 1440, height: 900 },
  { file: 'phone.png', address: '?lang=en&theme=dark#v=1&data=spiral&net=8,8&init=xavier&opt=adam&lr=0.03&steps=600', width: 390, height: 844 },
  { file: 'moons.png', address: `?lang=en&theme=light&ui=figure#${moons}`, width: 600, height: 360 },
  { file: 'opening.webp', address: '?lang=en&theme=light', width: 1440, height: 900, first: true },
  { file: 'opening-phone.webp', address: '?lang=en&theme=light', width: 390, height: 844, first: true },
  { file: 'dark.webp', address: `?lang=en&theme=dark#${tested}`, width: 1280, height: 720 },
  { file: 'chinese.webp', address: `?lang=zh-Hans&theme=light#${tested}`, width: 1280, height: 720 },
  { file: 'lecture.webp', address: `?lang=en&theme=light&panel=ledger#${tested}`, width: 1440, height: 900 },
  { file: 'explain.webp', address: `?lang=en&theme=light#${tested}`, width: 1440, height: 900, press: ['#explain', '.field:has(#set-lr) > .explain'] },
  { file: 'diagnosis.webp', address: '?lang=en&theme=light#v=1&data=moons&n=40&noise=0.3&test=50&net=16&steps=1000', width: 1024, height: 768 },
  { file: 'phone-lesson.webp', address: '?lang=en&theme=light&lesson=gradient-descent', width: 390, height: 844 },
  { file: 'phone-sheet.webp', address: `?lang=en&theme=light&panel=ledger#${tested}`, width: 390, height: 844 },
  { file: 'phone-side.webp', address: `?lang=en&theme=light#${tested}`, width: 844, height: 390 },
  { file: 'presenting.webp', address: `?lang=en&theme=light&ui=present&show=update,network#${trained}`, width: 1280, height: 720 },
  { file: 'talk.webp', address: `?lang=en&theme=light&ui=present&show=network,output,cost#${trained}`, width: 1280, height: 720 },
  { file: 'figure-320.webp', address: `?lang=en&theme=light&ui=figure#${moons}`, width: 320, height: 400 },
  { file: 'figure-700.webp', address: `?lang=en&theme=light&ui=figure#${moons}`, width: 700, height: 420 },
  { file: 'figure-960.webp', address: `?lang=en&theme=light&ui=figure#${moons}`, width: 960, height: 600 },
];

/**
 * The page as a picture, whose kind is that of the file's name.
 * @param {Page} page
 * @param {string} file
 */
async function take(page, file) {
  if (file.endsWith('.png')) return page.screenshot();
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 90 });
  await session.detach();
  return Buffer.from(data, 'base64');
}

/** Waits until the page no longer changes: the picture of the last step comes after the one under way.
 * @param {Page} page
 */
async function still(page) {
  for (let before = await page.screenshot(); ;) {
    await page.waitForTimeout(2000);
    const now = await page.screenshot();
    if (now.equals(before)) return;
    before = now;
  }
}

mkdirSync(images, { recursive: true });
const [browser, site] = await Promise.all([launchChromium(), serveSite()]);
const wanted = process.argv.slice(2);
for (const { file, address, width, height, first, press = [] } of pictures.filter(({ file }) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))) {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  if (!first) await page.addInitScript(() => localStorage.setItem('shallows.opening', 'told'));
  await page.goto(site.address + address);
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  await page.evaluate(() => window.playground.ready);
  const goal = Number(/steps=(\d+)/.exec(address)?.[1] ?? 0);
  await page.waitForFunction((step) => window.playground.metrics().step >= step, goal);
  for (const selector of press) await page.locator(selector).click();
  await still(page);
  writeFileSync(images + file, await take(page, file));
  await page.close();
  console.log(`docs/images/${file}`);
}
await browser.close();
site.close();
