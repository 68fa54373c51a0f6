/** Debian's Chromium with WebGL2 in software, the same with and without a GPU. */

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const finder = fileURLToPath(new URL('../../scripts/chromium.sh', import.meta.url));

const flags = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * @param {string[]} more flags of one test
 * @returns {Promise<import('playwright-core').Browser>}
 */
export function launchChromium(...more) {
  const executablePath = execFileSync(finder, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
  return chromium.launch({ executablePath, args: [...flags, ...more] });
}
