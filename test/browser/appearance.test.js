/** Languages and themes: from the browser at first, then as chosen, and kept. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';

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
  const output = page.locator('#slot-output');
  const dark = await output.screenshot();
  await page.locator('#theme').click();
  assert.equal(await isDark(page), false);
  assert.ok(!dark.equals(await output.screenshot()), 'the picture follows the theme');
});
