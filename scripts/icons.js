/**
 * Paints the app's icons, for systems that take no SVG, from web/icons/shallows.svg.
 *
 *     node scripts/icons.js
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../test/browser/chromium.js';

const icons = fileURLToPath(new URL('../web/icons/', import.meta.url));
const logo = readFileSync(icons + 'shallows.svg', 'utf8');
/** The square inside the logo's circle: systems cut their own shape out of it. */
const full = logo.replace('viewBox="0 0 32 32"', 'viewBox="5.5 5.5 21 21"');

const pictures = [
  { file: 'app-180.png', svg: full, size: 180 },
  { file: 'app-192.png', svg: logo, size: 192 },
  { file: 'app-512.png', svg: logo, size: 512 },
  { file: 'app-maskable-512.png', svg: full, size: 512 },
];

const browser = await launchChromium();
const page = await browser.newPage();
for (const { file, svg, size } of pictures) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`);
  await page.screenshot({ path: icons + file, omitBackground: true });
  console.log(`web/icons/${file}`);
}
await browser.close();
