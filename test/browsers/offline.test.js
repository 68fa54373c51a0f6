/** Without a network, in Chromium, Firefox and WebKit: the app that a visit left behind, and the page as one file. */

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serveSite } from '../browser/site.js';
import { launch, launchers, small } from './browsers.js';

/** @typedef {import('./browsers.js').Browser} Browser */

const folder = mkdtempSync(join(tmpdir(), 'shallows-single-'));
const file = join(folder, 'shallows.html');

before(() => {
  execFileSync('go', ['run', './scripts/build', '-single', file], { cwd: fileURLToPath(new URL('../../', import.meta.url)), stdio: 'inherit' });
});

after(() => rmSync(folder, { recursive: true }));

/** Trains on, changes the language and opens a lesson; resolves to what came of it.
 * @param {Browser} browser
 */
function use(browser) {
  return browser.evaluate(async () => {
    const until = async (/** @type {() => unknown} */ condition) => {
      while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await until(() => document.documentElement.dataset.state === 'ready');
    await window.playground.step(5);
    const language = /** @type {HTMLSelectElement} */ (document.querySelector('#language'));
    language.value = 'zh-Hans';
    language.dispatchEvent(new Event('change'));
    await until(() => document.documentElement.lang === 'zh-Hans');
    const { step } = window.playground.metrics();
    /** @type {HTMLElement} */ (document.querySelector('#side-tab-lessons')).click();
    /** @type {HTMLElement} */ (document.querySelector('#lesson-representation')).click();
    await until(() => document.querySelector('.lesson-heading'));
    return { step, heading: document.querySelector('.lesson-heading')?.textContent ?? '' };
  });
}

for (const name of /** @type {(keyof typeof launchers)[]} */ (Object.keys(launchers))) {
  test(`${name}: with the server down the next visit has everything`, async (t) => {
    const browser = await launch(t, name, { size: small });
    const site = await serveSite();
    t.after(() => site.close());
    await browser.goto(`${site.address}?lang=en`);
    await browser.evaluate(async () => {
      while (navigator.serviceWorker.controller?.state !== 'activated') await new Promise((resolve) => setTimeout(resolve, 50));
    });
    site.close();
    await browser.goto(`${site.address}?lang=en#v=1&steps=10`);
    const { step, heading } = await use(browser);
    assert.equal(step, 15);
    assert.match(heading, /\p{Script=Han}/u);
  });

  test(`${name}: the page as one file opens from disk`, async (t) => {
    const browser = await launch(t, name, { size: small });
    await browser.goto(`${pathToFileURL(file).href}?lang=en#v=1&steps=10`);
    const { step, heading } = await use(browser);
    assert.equal(step, 15);
    assert.match(heading, /\p{Script=Han}/u);
  });
}
