/**
 * Takes the pictures of docs/images anew from the page in dist/.
 *
 *     node scripts/screenshot.js
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../test/browser/chromium.js';
import { serveSite } from '../test/browser/site.js';

const images = fileURLToPath(new URL('../docs/images/', import.meta.url));

const pictures = [
  { file: 'playground.png', address: '?lang=en&theme=light#v=1&steps=2000', width: 1440, height: 900 },
  { file: 'phone.png', address: '?lang=en&theme=dark#v=1&data=spiral&net=8,8&init=xavier&opt=adam&lr=0.03&steps=600', width: 390, height: 844 },
  { file: 'moons.png', address: '?lang=en&theme=light&ui=figure#v=1&data=moons&init=xavier&opt=adam&lr=0.03&steps=300', width: 600, height: 360 },
];

/** The page once it no longer changes: the picture of the last step comes after the one under way.
 * @param {import('playwright-core').Page} page
 */
async function still(page) {
  let before = await page.screenshot();
  for (;;) {
    await page.waitForTimeout(2000);
    const now = await page.screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
}

mkdirSync(images, { recursive: true });
const [browser, site] = await Promise.all([launchChromium(), serveSite()]);
for (const { file, address, width, height } of pictures) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(site.address + address);
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  await page.evaluate(() => window.playground.ready);
  const goal = Number(/steps=(\d+)/.exec(address)?.[1]);
  await page.waitForFunction((step) => window.playground.metrics().step === step, goal);
  writeFileSync(images + file, await still(page));
  await page.close();
  console.log(`docs/images/${file}`);
}
await browser.close();
site.close();
