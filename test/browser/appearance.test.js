/** Languages and themes: from the browser at first, then as chosen, and kept. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';
import { eventually } from './panel.js';
import { planeOf, rampOf, readPixels } from './pixels.js';

/** @typedef {import('playwright-core').Page} Page */

const chinese = /\p{Script=Han}/u;

/**
 * @param {Page} page
 * @returns {Promise<{lang: string, play: string, rest: string}>} the language of the page, and its visible text
 */
async function language(page) {
  return {
    lang: await page.evaluate(() => document.documentElement.lang),
    play: await page.locator('#play').innerText(),
    rest: await page.locator('.app').innerText(),
  };
}

/**
 * @param {Page} page
 * @returns {Promise<boolean>} whether the page is light ink on a dark ground
 */
function isDark(page) {
  return page.evaluate(() => {
    const light = (/** @type {string} */ colour) =>
      (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, channel) => sum + Number(channel), 0);
    return light(getComputedStyle(document.body).color) > light(getComputedStyle(document.documentElement).backgroundColor);
  });
}

/**
 * Waits until a corner of the plane has its colour of the theme at hand.
 * @param {Page} page
 */
async function seePainted(page) {
  const plane = await planeOf(page);
  const [x, y] = plane.pixel(-5.8, 5.8).map(Math.floor);
  const [output] = await page.evaluate((place) => window.playground.predict([place]), plane.point(x + 0.5, y + 0.5));
  const wanted = (await rampOf(page))(2 * output - 1);
  await eventually(async () => {
    const [painted] = await readPixels(page, [[x, y]]);
    assert.ok(wanted.every((channel, i) => Math.abs(channel - painted[i]) < 3), `painted ${painted}, want ${wanted}`);
  });
}

test('the browser’s language is the first choice', async (t) => {
  const english = await language(await visit(t, '', { profile: { locale: 'en-GB' } }));
  assert.equal(english.lang, 'en');
  assert.doesNotMatch(english.play, chinese);

  const mandarin = await language(await visit(t, '', { profile: { locale: 'zh-CN' } }));
  assert.equal(mandarin.lang, 'zh-Hans');
  assert.match(mandarin.play, chinese);

  const other = await language(await visit(t, '', { profile: { locale: 'de-DE' } }));
  assert.equal(other.lang, 'en');
});

test('?lang= decides over the browser, and keeps the experiment', async (t) => {
  const page = await visit(t, '?lang=zh-Hans#v=1&net=3');
  const { lang, play } = await language(page);
  assert.equal(lang, 'zh-Hans');
  assert.match(play, chinese);
  assert.equal(await page.evaluate(() => window.playground.hash()), '#v=1&net=3');
});

test('the switch changes every text at once, and a reload keeps it', async (t) => {
  const page = await visit(t, '');
  const before = await language(page);
  await page.locator('#language').selectOption('zh-Hans');
  await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
  const after = await language(page);
  const kept = (/** @type {string} */ text) => text.split('\n').map((line) => line.trim()).filter((line) => /[a-z]{5,}/i.test(line));
  const untranslated = kept(after.rest).filter((line) => kept(before.rest).includes(line));
  assert.deepEqual(untranslated.filter((line) => !/^(Shallows|English|tanh|NumPy|RMSProp|Adam)$/i.test(line)), []);
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  assert.equal((await language(page)).lang, 'zh-Hans');
});

test('no text is missing in either language', async (t) => {
  for (const lang of ['en', 'zh-Hans']) {
    const page = await visit(t, `?lang=${lang}`);
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('[data-i18n], label, button, option, legend')]
        .filter((e) => e.checkVisibility() && !e.textContent?.trim() && !e.getAttribute('aria-label') && !e.getAttribute('title'))
        .map((e) => e.outerHTML.slice(0, 120)));
    assert.deepEqual(nameless, [], lang);
  }
});

test('the theme follows the system, ?theme= and the button', async (t) => {
  assert.equal(await isDark(await visit(t, '', { profile: { colorScheme: 'light' } })), false);
  assert.equal(await isDark(await visit(t, '', { profile: { colorScheme: 'dark' } })), true);
  assert.equal(await isDark(await visit(t, '?theme=light', { profile: { colorScheme: 'dark' } })), false);

  const page = await visit(t, '?theme=dark', { profile: { colorScheme: 'light' } });
  assert.equal(await isDark(page), true);
  await seePainted(page);
  await page.locator('#theme').click();
  assert.equal(await isDark(page), false);
  await seePainted(page);
});
