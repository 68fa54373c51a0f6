/** The page at the sizes of a desk, a tablet both ways, phones and low windows: nothing overlaps, the picture stays in view. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';
import { eventually } from './panel.js';
import { planeOf, rampOf, readPixels } from './pixels.js';
import { seeStep } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  { width: 360, height: 640 },
  { width: 320, height: 640 },
  { width: 600, height: 360 },
  { width: 1366, height: 600 },
];

/**
 * The pairs of things that cover one another: controls, texts and pictures,
 * each cut to what its scrolling ancestors show of it.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
function overlaps(page) {
  return page.evaluate(() => {
    const clips = (/** @type {Element} */ e) => getComputedStyle(e).overflow !== 'visible';
    /** @param {Element} element */
    const seen = (element) => {
      let { left, top, right, bottom } = element.getBoundingClientRect();
      for (let e = element.parentElement; e; e = e.parentElement) {
        if (!clips(e)) continue;
        const box = e.getBoundingClientRect();
        left = Math.max(left, box.left);
        top = Math.max(top, box.top);
        right = Math.min(right, box.right);
        bottom = Math.min(bottom, box.bottom);
      }
      return { left, top, right, bottom };
    };
    const things = [...document.querySelectorAll('.app :is(button, select, input, label, h1, h2, dt, dd, legend, p, progress, .slot)')]
      .filter((e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((element) => ({ element, box: seen(element) }))
      .filter(({ box }) => box.right - box.left > 2 && box.bottom - box.top > 2);
    const found = [];
    for (const [i, a] of things.entries()) {
      for (const b of things.slice(i + 1)) {
        if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
        const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (width > 1 && height > 1) found.push(`${a.element.outerHTML.slice(0, 90)} and ${b.element.outerHTML.slice(0, 90)}`);
      }
    }
    return found;
  });
}

/**
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<boolean>} whether the whole element lies in the window
 */
async function inView(page, selector) {
  const box = await page.locator(selector).boundingBox();
  const size = page.viewportSize();
  return !!box && !!size && box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height;
}

/**
 * Scrolls every panel that scrolls to its end.
 * @param {Page} page
 */
async function scrollPanels(page) {
  await page.evaluate(() => {
    for (const e of document.querySelectorAll('.app, .app *')) e.scrollTop = e.scrollHeight;
  });
}

/**
 * Gives the page a window of another size, and waits until it has laid itself out.
 * @param {Page} page
 * @param {{width: number, height: number}} size
 */
async function resize(page, size) {
  await page.setViewportSize(size);
  await page.evaluate(async () => {
    for (const e of document.querySelectorAll('.app, .app *')) e.scrollTop = 0;
    await new Promise((resolve) => new ResizeObserver(resolve).observe(document.body));
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  });
}

/**
 * Remembers where units and texts are the moment that the page says it is ready; to be called before it is opened.
 * @param {Page} page
 */
const watchPlaces = (page) => page.addInitScript(() => {
  const places = () => [...document.querySelectorAll('.unit, .label')].map((e) => {
    const { x, y, width, height } = e.getBoundingClientRect();
    return [x, y, width, height].map(Math.round).join();
  });
  new MutationObserver((_, observer) => {
    if (document.documentElement.dataset.state !== 'ready') return;
    observer.disconnect();
    Object.assign(window, { places, first: places() });
  }).observe(document, { attributes: true, attributeFilter: ['data-state'], subtree: true });
});

/**
 * The pictures were in their places once the page was ready.
 * @param {Page} page
 */
async function assertInPlace(page) {
  const { first, then } = await page.evaluate(async () => {
    // By then the page has heard of the sizes of all it watches, and had a frame to follow.
    await new Promise((resolve) => new ResizeObserver(resolve).observe(document.body));
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    const scope = /** @type {any} */ (window);
    return { first: scope.first, then: scope.places() };
  });
  assert.ok(first.length >= 5);
  assert.deepEqual(first, then);
}

/**
 * The side of the plane in CSS pixels.
 * @param {Page} page
 */
async function sideOf(page) {
  const { pixel } = await planeOf(page);
  const ratio = await page.evaluate(() => devicePixelRatio);
  // The data's plane reaches to 6 either way.
  return Math.abs(pixel(6, 0)[0] - pixel(-6, 0)[0]) / ratio;
}

test('the page fits windows of all sizes', async (t) => {
  const page = await visit(t, '?panel=ledger#v=1&steps=5', { prepare: watchPlaces });
  await t.test('the pictures are in their places once the page is ready', () => assertInPlace(page));
  await page.locator('#panel-close').click();

  await page.evaluate(() => window.playground.set('#v=1'));
  for (const size of sizes) {
    await t.test(`${size.width}x${size.height}: nothing to scroll sideways, picture and play in view`, async () => {
      await resize(page, size);
      const extent = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        height: document.documentElement.scrollHeight,
      }));
      assert.deepEqual(extent, size, 'the shell does not scroll');
      for (const when of ['at first', 'with the settings scrolled']) {
        for (const control of ['#play', '#speed', '#share', '#theme', '#language', '#slot-output']) assert.ok(await inView(page, control), `${control} ${when}`);
        await scrollPanels(page);
      }
    });
  }

  await page.evaluate(() => window.playground.set('#v=1&test=20&net=6,4&steps=20'));
  await seeStep(page, 20);
  // In Chinese where room is scarce.
  for (const [lang, all] of /** @type {const} */ ([['en', sizes], ['zh-Hans', [...sizes.slice(3), sizes[1]]]])) {
    await page.locator('#language').selectOption(lang);
    await page.waitForFunction((lang) => document.documentElement.lang === lang, lang);
    for (const size of all) {
      await t.test(`nothing overlaps at ${size.width}x${size.height} in ${lang}`, async () => {
        await resize(page, size);
        assert.deepEqual(await overlaps(page), []);
        await scrollPanels(page);
        assert.deepEqual(await overlaps(page), [], 'with the panels scrolled');
      });
    }
  }
  await page.locator('#language').selectOption('en');
  await page.waitForFunction(() => document.documentElement.lang === 'en');

  await t.test('the widest and deepest network stays inside its slot', async () => {
    await page.evaluate(() => window.playground.set('#v=1&net=64,64'));
    await resize(page, sizes[0]);
    const outside = await page.evaluate(() => {
      const slot = /** @type {Element} */ (document.querySelector('#slot-network')).getBoundingClientRect();
      return [...document.querySelectorAll('[id^="unit-"]')].filter((unit) => {
        const box = unit.getBoundingClientRect();
        return box.left < slot.left - 1 || box.right > slot.right + 1 || box.top < slot.top - 1 || box.bottom > slot.bottom + 1;
      }).map(({ id }) => id);
    });
    assert.deepEqual(outside, []);
  });

  await t.test('the plane is large on large screens; boundary and network change places, and fill the window', async () => {
    await page.evaluate(() => window.playground.set('#v=1'));
    await resize(page, { width: 1920, height: 1080 });
    await eventually(async () => assert.ok(await sideOf(page) >= 600));
    assert.ok(await sideOf(page) >= 600, `${await sideOf(page)}`);
    const [output, network] = [await page.locator('#slot-output').boundingBox(), await page.locator('#slot-network').boundingBox()];
    assert.ok(output && network);
    await page.locator('.zone.output .swap').click();
    await eventually(async () => {
      const [now, other] = [await page.locator('#slot-output').boundingBox(), await page.locator('#slot-network').boundingBox()];
      assert.ok(now && other && now.x < other.x && now.width > output.width && other.width < network.width);
    });
    await page.keyboard.press('f');
    await page.locator('#slot-network').waitFor({ state: 'hidden' });
    await eventually(async () => assert.ok(await sideOf(page) > 750, `${await sideOf(page)}`));
    await page.keyboard.press('Escape');
    await page.locator('#fill-network').click();
    await page.locator('#slot-output').waitFor({ state: 'hidden' });
    await page.keyboard.press('f');
    await page.locator('#tab-ledger').focus();
    await page.keyboard.press('f');
    await page.locator('#slot-network').waitFor({ state: 'hidden' });
    // What had the focus is away.
    await page.waitForFunction(() => document.activeElement?.id === 'fill-output');
    await page.keyboard.press('Escape');
    await page.locator('.panels-heading button').click();
    await page.locator('#panels-menu button').getByText('Symmetry').click();
    await page.locator('#panel').waitFor();
    assert.equal(await page.locator('#tab-symmetry').getAttribute('aria-selected'), 'true');
  });

  await t.test('in a window too low for all of it the page scrolls, and the picture with it; in the lowest without, the tools stay in their column', async () => {
    await page.locator('#panel-close').click();
    await page.evaluate(() => window.playground.set('#v=1'));
    await resize(page, { width: 320, height: 256 });
    for (const block of /** @type {const} */ (['end', 'start', 'center'])) {
      await page.locator('#slot-output').evaluate((slot, block) => slot.scrollIntoView({ block, behavior: 'instant' }), block);
      assert.ok(await page.evaluate(() => scrollY > 0));
      const plane = await planeOf(page);
      const [x, y] = plane.pixel(-5, 5).map(Math.floor);
      const [output] = await page.evaluate((place) => window.playground.predict([place]), plane.point(x + 0.5, y + 0.5));
      const wanted = (await rampOf(page))(2 * output - 1);
      await eventually(async () => {
        const [painted] = await readPixels(page, [[x, y]]);
        assert.ok(wanted.every((channel, i) => Math.abs(channel - painted[i]) < 3), `${block}: painted ${painted}, want ${wanted}`);
      });
    }

    await page.evaluate(() => window.playground.set({ data: 'own' }));
    await resize(page, { width: 600, height: 360 });
    const outside = await page.evaluate(() => {
      const zone = /** @type {Element} */ (document.querySelector('.zone.output')).getBoundingClientRect();
      return [...document.querySelectorAll('#own-tools button')].filter((e) => {
        const { left, right, bottom } = e.getBoundingClientRect();
        return left < zone.left || right > zone.right || bottom > zone.bottom;
      }).map(({ id }) => id);
    });
    assert.deepEqual(outside, []);
  });
});

test('on a phone each picture can be brought up', async (t) => {
  const page = await visit(t, '?panel=ledger#v=1&steps=5', { profile: { viewport: sizes[3], hasTouch: true, isMobile: true }, prepare: watchPlaces });
  await assertInPlace(page);
  await page.locator('#side-tab-settings').tap();
  await page.locator('#sheet-pull').tap();
  await page.locator('#panel').waitFor({ state: 'hidden' });
  for (const picture of ['network', 'cost', 'output']) {
    await page.locator(`#pictures label:has(input[value=${picture}])`).tap();
    await page.locator(`#slot-${picture}`).waitFor();
    assert.ok(await inView(page, `#slot-${picture}`), picture);
    assert.ok(await inView(page, '#play'));
  }
  assert.equal((await page.locator('#slot-output').boundingBox())?.width, 390);
  assert.ok(await sideOf(page) > 340, 'the plane is as wide as the window');
  assert.ok(await inView(page, '#copy-link'));

  // One row of tabs; the sheet below them comes up with what is opened, and the picture stays in sight.
  const rows = await page.evaluate(() => [...document.querySelectorAll('[role=tab]')].filter((e) => e.checkVisibility({ visibilityProperty: true })).map((e) => e.getBoundingClientRect().top));
  assert.equal(new Set(rows.map(Math.round)).size, 1, `${rows}`);
  await page.locator('#tab-ledger').tap();
  await page.locator('#panel .quantity').first().waitFor();
  await scrollPanels(page);
  assert.ok(await inView(page, '#slot-output'));
  await eventually(async () => assert.ok(await sideOf(page) > 220, `${await sideOf(page)}`));
  const height = (await page.locator('#panel').boundingBox())?.height ?? 0;
  assert.ok(height > 280, `${height}`);
  await page.locator('#side-tab-settings').tap();
  await page.locator('#panel').waitFor({ state: 'hidden' });
  assert.ok(await page.locator('#side-settings').isVisible());
  await page.locator('#sheet-pull').tap();
  await eventually(async () => assert.ok(await sideOf(page) > 340));
  assert.equal(await page.locator('#sheet-pull').getAttribute('aria-expanded'), 'false');

  // It follows a finger on its handle, and a tab goes along with it.
  const top = async () => (await page.locator('#tab-ledger').boundingBox())?.y ?? 0;
  const before = await top();
  const handle = await page.locator('#sheet-pull').boundingBox() ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2 - 80, { steps: 2 });
  await eventually(async () => assert.ok(Math.abs(await top() - (before - 80)) < 2));
  await page.mouse.up();
  await eventually(async () => assert.ok(await sideOf(page) < 300));
  assert.equal(await page.locator('#sheet-pull').getAttribute('aria-expanded'), 'true');
});
