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

test('language and theme are first those of the browser, English where the page does not speak its own', async (t) => {
  const page = await visit(t, '', { profile: { locale: 'zh-CN', colorScheme: 'dark' } });
  const mandarin = await language(page);
  assert.equal(mandarin.lang, 'zh-Hans');
  assert.match(mandarin.play, chinese);
  assert.equal(await isDark(page), true);
  await page.emulateMedia({ colorScheme: 'light' });
  await eventually(async () => assert.equal(await isDark(page), false));

  const other = await language(await visit(t, '', { profile: { locale: 'de-DE' } }));
  assert.equal(other.lang, 'en');
  assert.doesNotMatch(other.play, chinese);
});

test('?lang= and ?theme= decide over the browser, and keep the experiment; then the button does', async (t) => {
  const page = await visit(t, '?lang=zh-Hans&theme=dark#v=1&net=3', { profile: { colorScheme: 'light' } });
  const { lang, play } = await language(page);
  assert.equal(lang, 'zh-Hans');
  assert.match(play, chinese);
  assert.equal(await page.evaluate(() => window.playground.hash()), '#v=1&net=3');
  assert.equal(await isDark(page), true);
  await seePainted(page);
  await page.locator('#theme').click();
  assert.equal(await isDark(page), false);
  await seePainted(page);
});

/**
 * What is to be named and is not.
 * @param {Page} page
 */
function nameless(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-i18n], label, button, option, legend')]
      .filter((e) => e.checkVisibility() && !e.textContent?.trim() && !e.getAttribute('aria-label') && !e.getAttribute('title'))
      .map((e) => e.outerHTML.slice(0, 120)));
}

test('the switch changes every text at once, none is missing in either language, and a reload keeps it', async (t) => {
  const page = await visit(t, '');
  const before = await language(page);
  assert.deepEqual(await nameless(page), [], 'en');
  await page.locator('#language').selectOption('zh-Hans');
  await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
  const after = await language(page);
  assert.deepEqual(await nameless(page), [], 'zh-Hans');
  const kept = (/** @type {string} */ text) => text.split('\n').map((line) => line.trim()).filter((line) => /[a-z]{5,}/i.test(line));
  const untranslated = kept(after.rest).filter((line) => kept(before.rest).includes(line));
  assert.deepEqual(untranslated.filter((line) => !/^(Shallows|English|tanh|NumPy|RMSProp|Adam)$/i.test(line)), []);
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  assert.equal((await language(page)).lang, 'zh-Hans');
});

/**
 * How an element looks, apart from its size.
 * @param {Page} page
 * @param {string} selector of the first such element
 */
function look(page, selector) {
  return page.locator(selector).first().evaluate((e) => {
    const { color, backgroundColor, backgroundImage, backgroundPosition, borderTop, borderBottom, boxShadow, outline } = getComputedStyle(e);
    return [color, backgroundColor, backgroundImage, backgroundPosition, borderTop, borderBottom, boxShadow, outline];
  });
}

test('with forced colours states, marks and pictures keep apart, in the system’s colours', async (t) => {
  // The system decides, whatever the address asks for.
  const page = await visit(t, '?lock=lr&theme=light#v=1&test=20&steps=50', { profile: { forcedColors: 'active', colorScheme: 'dark', deviceScaleFactor: 1 } });
  for (const colorScheme of /** @type {const} */ (['dark', 'light'])) {
    await page.emulateMedia({ colorScheme });
    const system = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      const colours = Object.fromEntries(['Canvas', 'CanvasText', 'Highlight', 'GrayText'].map((name) => {
        probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
        return [name, getComputedStyle(probe).color];
      }));
      probe.remove();
      return colours;
    });
    const apart = async (/** @type {string} */ one, /** @type {string} */ other) =>
      assert.notDeepEqual(await look(page, one), await look(page, other), `${one} looks like ${other}`);
    await apart('#discretise', '#show-test');
    await apart('#side-tab-settings', '#side-tab-lessons');
    await apart('.picture-card:has(:checked)', '.picture-card:not(:has(:checked))');
    await apart('.chip:has(:checked)', '.chip:not(:has(:checked))');
    await apart('#set-lr', '#set-n');
    await apart('.mark.one', '.mark.zero');
    await apart('.stroke-sample.positive', '.stroke-sample.negative');
    assert.ok((await look(page, '#set-lr')).includes(system.GrayText), 'a field that is locked');
    for (const mark of ['.mark.one', '.mark.zero']) assert.notEqual((await look(page, mark))[1], system.Canvas, mark);
    assert.notEqual((await look(page, '#speed'))[2], 'none', 'the arrow of a list');
    assert.equal(await page.locator('#scrubber').evaluate((e) => getComputedStyle(e).forcedColorAdjust), 'none', 'the track of a slider');
    assert.equal((await look(page, 'html'))[1], system.Canvas);

    await page.locator('#play').focus();
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.activeElement)).outline);
    assert.ok(ring.includes(system.Highlight) && ring.includes('solid'), ring);

    // The canvas: the line of the cost is the system's text.
    const ink = (system.CanvasText.match(/\d+/g) ?? []).map(Number);
    const axes = await page.locator('#slot-cost').boundingBox();
    assert.ok(axes);
    const column = Array.from({ length: Math.floor(axes.height) }, (_, i) => /** @type {[number, number]} */ ([Math.floor(axes.x + 0.6 * axes.width), Math.floor(axes.y) + i]));
    await eventually(async () => {
      const painted = await readPixels(page, column);
      assert.ok(painted.some((pixel) => ink.every((channel, i) => Math.abs(channel - pixel[i]) < 3)), 'the cost curve');
    });

    await page.locator('#share').click();
    await page.locator('#share-dialog .share-text').waitFor();
    await apart('.share-form:has(:checked)', '.share-form:not(:has(:checked))');
    await page.keyboard.press('Escape');
  }
});
