/**
 * Nothing is lost in small windows, zoomed pages and large text (WCAG 1.4.4, 1.4.10, 1.4.12): in every state each control
 * can be brought into the window, nothing covers it there, and a picture is large enough to read. A zoom of 400 % is a
 * window of a quarter of the size.
 */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */

/** A window in CSS pixels, and the size of the reader's text in percent. @typedef {{width: number, height: number, text: number}} Size */

/** @param {[number, number, number?]} size @returns {Size} */
const size = ([width, height, text = 100]) => ({ width, height, text });

const extremes = /** @type {[number, number, number?][]} */ ([[320, 256], [360, 640], [600, 360], [720, 450], [1440, 900, 200]]).map(size);

const others = /** @type {[number, number, number?][]} */ ([
  [360, 225], [546, 256], [568, 320], [320, 568], [390, 844], [667, 375], [844, 390], [1024, 480], [800, 640],
  [390, 844, 200], [768, 1024, 150], [1440, 900, 150], [1100, 760], [1280, 720],
]).map(size);

/** The least side of a picture. */
const LEAST = 180;

/** What WCAG 1.4.12 lets a reader set. */
const spacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** How the page comes to a state, from the state before. @type {[string, (page: Page) => Promise<unknown>][]} */
const states = [
  ['at first', async () => {}],
  ['with a unit inspected', async (page) => {
    await page.locator('#unit-1-1').evaluate((e) => /** @type {HTMLElement} */ (e).click());
    await page.locator('#inspect-value').waitFor();
  }],
  ['with the ledger', async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('#tab-ledger').evaluate((e) => /** @type {HTMLElement} */ (e).click());
    await page.locator('#panel .quantity').first().waitFor();
  }],
  ['with data of three coordinates', async (page) => {
    await page.locator('#panel-close').evaluate((e) => /** @type {HTMLElement} */ (e).click());
    await page.evaluate(() => window.playground.set({ data: 'shell' }));
    await page.locator('#section').waitFor();
    await page.locator('#notices .toast button').evaluateAll((all) => all.forEach((e) => /** @type {HTMLElement} */ (e).click()));
  }],
  ['with own points', async (page) => {
    await page.evaluate(() => window.playground.set({ data: 'own' }));
    await page.locator('#own-tools').waitFor();
    // It says for a while that the run started over, over what is below it, and goes when told to.
    await page.locator('#notices .toast button').evaluateAll((all) => all.forEach((e) => /** @type {HTMLElement} */ (e).click()));
  }],
  ['with the table', async (page) => {
    await page.locator('#own-table').evaluate((e) => /** @type {HTMLElement} */ (e).click());
    await page.locator('#table-dialog[open]').waitFor();
  }],
  ['with the share dialog', async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('#share').evaluate((e) => /** @type {HTMLElement} */ (e).click());
    await page.locator('#share-dialog .share-text').waitFor();
  }],
  ['in a lesson', async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('#side-tab-lessons').evaluate((e) => /** @type {HTMLElement} */ (e).click());
    await page.locator('#lesson-gradient-descent').evaluate((e) => /** @type {HTMLElement} */ (e).click());
    await page.locator('.lesson-heading').waitFor();
  }],
  ['in a lesson with a panel', async (page) => {
    await page.locator('#tab-update').evaluate((e) => /** @type {HTMLElement} */ (e).click());
    await page.locator('#panel').waitFor();
    // Neither stands in the other's place.
    assert.ok(await page.locator('.lesson-heading').isVisible());
  }],
];

/**
 * Brings every control of the page, or of the dialog that is open, into the window and says of which this fails; and
 * which pictures are small, and what stands beyond the window's right edge.
 * @param {Page} page
 * @param {number} least
 * @returns {Promise<string[]>}
 */
function lost(page, least) {
  return page.evaluate((least) => {
    const name = (/** @type {Element} */ e) => `${e.localName}#${e.id}.${e.className} “${(e.getAttribute('aria-label') || e.textContent || '').trim().slice(0, 30)}”`;
    const visible = (/** @type {Element} */ e) => e.checkVisibility({ visibilityProperty: true });
    const dialog = document.querySelector('dialog[open]');
    const inspector = document.querySelector('#inspector:not([hidden])');
    const scope = dialog ?? inspector ?? document.body;
    const faults = [];
    if (document.documentElement.scrollWidth > innerWidth) faults.push(`the page is ${document.documentElement.scrollWidth} wide`);

    for (const control of scope.querySelectorAll('button, input, select, textarea, summary, a[href], [tabindex="0"]')) {
      if (!visible(control) || control.closest('[inert]')) continue;
      const skip = /** @type {HTMLElement | null} */ (control.closest('.skips a'));
      skip?.focus(); // it shows itself only then
      control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      // Of what is larger than its scroller the part on show counts.
      let { left, top, right, bottom } = control.getBoundingClientRect();
      for (let e = control.parentElement; e && e !== document.documentElement; e = e.parentElement) {
        if (getComputedStyle(e).overflowY === 'visible') continue;
        const box = e.getBoundingClientRect();
        [left, top, right, bottom] = [Math.max(left, box.left), Math.max(top, box.top), Math.min(right, box.right), Math.min(bottom, box.bottom)];
      }
      const [x, y] = [(Math.max(0, left) + Math.min(innerWidth, right)) / 2, (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2];
      const there = document.elementFromPoint(x, y);
      const label = control.closest('label') ?? (control.id && document.querySelector(`label[for="${control.id}"]`));
      const own = there && (control.contains(there) || there.contains(control) && control.hasAttribute('tabindex') || label && label.contains(there));
      if (!own) faults.push(`${name(control)} at ${Math.round(x)}, ${Math.round(y)} is under ${there ? name(there) : 'nothing'}`);
      skip?.blur();
    }

    // A text without a locale is its key.
    for (const e of scope.querySelectorAll('[aria-label]')) if (/^[a-z]+\.[\w.-]+$/i.test(e.getAttribute('aria-label') ?? '')) faults.push(name(e));

    // What neither scrolls nor shows itself whole is lost, but for what stands there for the ear alone, and for two words that
    // give way: the activation in a heading and the count of points, which the settings tell.
    for (const e of scope.querySelectorAll(':not(.heading, .drawing-tools .caption)')) {
      const { overflowY, clipPath } = getComputedStyle(e);
      if (!['hidden', 'clip'].includes(overflowY) || clipPath !== 'none' || e instanceof SVGElement || !visible(e)) continue;
      if (e.scrollHeight > e.clientHeight + 2) faults.push(`${name(e)} shows ${e.clientHeight} of ${e.scrollHeight}`);
    }

    if (scope === document.body) {
      const radios = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('#pictures input')]).filter((e) => visible(/** @type {Element} */ (e.parentElement)));
      for (const radio of radios.length ? [...radios.slice(1), radios[0]] : [null]) {
        radio?.click();
        // The cost is wider than high on large windows, which have it all at once.
        for (const slot of document.querySelectorAll(radio ? '.slot' : '#slot-output')) {
          if (!visible(slot)) continue;
          slot.scrollIntoView({ block: 'nearest', behavior: 'instant' });
          const { width, height, top, bottom } = slot.getBoundingClientRect();
          if (Math.min(width, height) < least) faults.push(`${slot.id} is ${Math.round(width)} by ${Math.round(height)}`);
          if (bottom - top <= innerHeight && (top < -1 || bottom > innerHeight + 1)) faults.push(`${slot.id} stays outside`);
          const legend = slot.closest('.zone')?.querySelector('.legend');
          if (legend && visible(legend)) {
            legend.scrollIntoView({ block: 'nearest', behavior: 'instant' });
            const box = legend.getBoundingClientRect();
            if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1) faults.push(`the legend of ${slot.id} stays outside`);
          }
        }
      }
    }
    scrollTo(0, 0);
    return faults;
  }, least);
}

/**
 * Gives the page a window, and waits until it has laid itself out.
 * @param {Page} page
 * @param {Size} size
 */
async function resize(page, { width, height, text }) {
  await page.setViewportSize({ width, height });
  await page.evaluate(async (text) => {
    document.documentElement.style.fontSize = `${text}%`;
    await new Promise((resolve) => new ResizeObserver(resolve).observe(document.body));
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  }, text);
}

/** The part of windows that the k-th of states has; so each window has one state of so many. @param {Size[]} all @param {number} k @param {number} many */
const share = (all, k, many) => all.filter((_, i) => i % many === k % many);

test('every control is in reach and every picture large enough, in both languages and with wider spacing', async (t) => {
  // Without pictures, which would only take time.
  const page = await visit(t, '?lang=en#v=1&test=20&steps=20', {
    prepare: (page) => page.addInitScript(() => {
      const getContext = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = /** @type {any} */ (
        /**
         * @this {HTMLCanvasElement}
         * @param {string} kind
         * @param {unknown[]} more
         */
        function (kind, ...more) {
          return kind === 'webgl2' ? null : Reflect.apply(getContext, this, [kind, ...more]);
        });
    }),
  });
  const space = (/** @type {string} */ style) => page.evaluate((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
  }, style);
  /** @type {string[]} */
  const faults = [];
  let language = 'en';
  for (const [k, [state, enter]] of states.entries()) {
    await resize(page, { width: 1440, height: 900, text: 100 });
    await enter(page);
    /** @param {string} how @param {Size[]} sizes */
    const see = async (how, sizes) => {
      for (const size of sizes) {
        await resize(page, size);
        // No picture is larger than a window leaves room for.
        const least = Math.min(LEAST, Math.min(size.width, size.height) - 60);
        for (const fault of await lost(page, least)) faults.push(`${state}, ${how}, ${size.width}x${size.height} at ${size.text} %: ${fault}`);
      }
    };
    // A state begins in the language of the one before.
    for (const then of language === 'en' ? ['en', 'zh-Hans'] : ['zh-Hans', 'en']) {
      if (then !== language) {
        await page.locator('#language').evaluate((select, then) => {
          /** @type {HTMLSelectElement} */ (select).value = then;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        }, then);
        await page.waitForFunction((then) => document.documentElement.lang === then, then);
      }
      language = then;
      if (language === 'zh-Hans') {
        await see('in Chinese', share(extremes, k, 2));
        continue;
      }
      await see('in English', [...extremes, ...share(others, k, 3)]);
      await space(spacing);
      await see('with wider spacing', share(extremes, k, 2));
      await space('');
    }
  }
  assert.deepEqual(faults, []);

  await t.test('a page that was zoomed and scrolled is whole again in a larger window', async () => {
    await resize(page, { width: 320, height: 256, text: 100 });
    await page.evaluate(() => scrollTo(0, 900));
    await page.waitForFunction(() => scrollY > 300);
    await page.setViewportSize({ width: 1280, height: 1024 });
    await page.waitForFunction(() => scrollY === 0 && document.documentElement.scrollHeight === innerHeight);
  });
});
