/** The page in a frame of another site: in every sandbox, in small frames, and without a claim on scroll or keyboard. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visitHost } from './harness.js';
import { eventually } from './panel.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

const alone = 'allow-scripts';
const sandboxes = [alone, 'allow-scripts allow-same-origin'];

/**
 * A page of notes with one frame between two fields.
 * @param {string} address of the frame, in the site
 * @param {{sandbox?: string}} [frame]
 */
function notes(address, { sandbox = alone } = {}) {
  return (/** @type {string} */ site) => `<!DOCTYPE html><html lang="en"><title>Notes</title>
    <style>body { margin: 0 } iframe { border: 0; display: block } p { height: 2000px }</style>
    <input id="before" autofocus>
    <iframe sandbox="${sandbox}" width="600" height="360" src="${site}${address}"></iframe>
    <input id="after"><p>Text.</p></html>`;
}

/**
 * The playground's frame, ready.
 * @param {Page} page
 * @returns {Promise<Frame>}
 */
async function playground(page) {
  await page.waitForFunction(() => document.querySelector('iframe'));
  const frame = page.frames()[1];
  await frame.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  return frame;
}

for (const sandbox of sandboxes) {
  test(`with sandbox="${sandbox}" and a server that sends no header it trains, and leaves the focus alone`, async (t) => {
    const page = await visitHost(t, notes('?ui=figure#v=1&steps=20', { sandbox }));
    await page.locator('#before').pressSequentially('typed while it ');
    const frame = await playground(page);
    await page.keyboard.type('loads');
    assert.equal(await page.locator('#before').inputValue(), 'typed while it loads');
    const step = await frame.evaluate(async () => {
      await window.playground.step(5);
      return window.playground.metrics().step;
    });
    assert.equal(step, 25);
    // Keys that mean nothing in it go to the page around, those that do and what is typed with others do not.
    await page.evaluate(() => addEventListener('message', ({ data }) => data?.type === 'key' && (/** @type {any} */ (window).keys ??= []).push(data.payload.key)));
    await page.locator('iframe').click({ position: { x: 300, y: 100 } });
    for (const key of ['ArrowRight', 's', 'Control+b', 'Shift+ArrowLeft', 'Space', 'Escape', '.']) await page.keyboard.press(key);
    await page.waitForFunction(() => /** @type {any} */ (window).keys?.length > 2);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).keys), ['ArrowRight', 'Escape', '.']);
    await frame.waitForFunction(() => document.documentElement.dataset.run === 'playing');
    assert.equal(await frame.evaluate(() => window.origin === 'null'), sandbox === alone);

    await t.test('scrolled away it does no work; back in sight it goes on', async () => {
      const step = () => frame.evaluate(() => window.playground.metrics().step);
      await frame.waitForFunction(() => window.playground.metrics().step > 3);
      await page.evaluate(() => scrollTo(0, 1500));
      let before = -1;
      for (let now = await step(); now !== before; now = await step()) {
        before = now;
        await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      }
      assert.equal(await step(), before);
      await page.evaluate(() => scrollTo(0, 0));
      await frame.waitForFunction((was) => window.playground.metrics().step > was, before);
    });
  });
}

const sizes = [[320, 400], [480, 270], [500, 300], [600, 360], [750, 450], [960, 600]];
for (const ui of ['figure', 'min', 'full']) {
  test(`ui=${ui} fills frames of any size and needs no more`, async (t) => {
    const page = await visitHost(t, notes(`?ui=${ui}`));
    const frame = await playground(page);
    for (const [width, height] of sizes) {
      await t.test(`${width}x${height}`, async () => {
        await page.locator('iframe').evaluate((e, size) => Object.assign(e, size), { width, height });
        // What lies over the pictures is placed anew in the next frame.
        await eventually(async () => {
          const { outside, extent, plane } = await frame.evaluate(() => {
            const settings = document.documentElement.dataset.ui === 'min' ? ['#set-net', '#set-act', '#set-lr'] : [];
            const buttons = [...document.querySelectorAll('.header :is(button, select)')].filter((e) => e.checkVisibility());
            const wanted = ['#play', '#slot-output', ...settings].map((selector) => /** @type {Element} */ (document.querySelector(selector)));
            return {
              outside: [...wanted, ...buttons].filter((e) => {
                const { left, top, right, bottom, width } = e.getBoundingClientRect();
                return width < 24 || left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
              }).map(({ id }) => id),
              extent: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
              plane: /** @type {Element} */ (document.querySelector('#slot-output')).clientWidth,
            };
          });
          assert.deepEqual(extent, [width, height]);
          assert.deepEqual(outside, []);
          assert.deepEqual(await frame.evaluate(overlaps), []);
          assert.ok(plane >= 0.3 * Math.min(width, height), `the picture has its share: ${plane}`);
        });
      });
    }
    if (ui === 'min') await t.test('Tab goes through the frame and out again, both ways', async () => {
      const documents = [page, frame];
      const count = () => {
        const scope = /** @type {any} */ (window);
        scope.arrived = 0;
        addEventListener('focusin', () => scope.arrived++);
      };
      await Promise.all(documents.map((each) => each.evaluate(count)));
      const arrived = async () => {
        const counts = await Promise.all(documents.map((each) => each.evaluate(() => /** @type {any} */ (window).arrived)));
        return counts[0] + counts[1];
      };
      for (const [from, key, to] of [['before', 'Tab', 'after'], ['after', 'Shift+Tab', 'before']]) {
        await page.locator(`#${from}`).focus();
        const way = new Set();
        for (let i = 0; i < 60; i++) {
          const before = await arrived();
          await page.keyboard.press(key);
          // The way from one process to the other takes its time.
          await eventually(async () => assert.ok(await arrived() > before));
          const at = await page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);
          way.add(at);
          if (at === to) break;
        }
        assert.deepEqual([...way], ['IFRAME', to]);
      }
    });
  });
}

/** Which two of the page's controls, pictures and headings lie over each other. Runs in the page. */
function overlaps() {
  const all = [...document.querySelectorAll('button, input:not([type="radio"], [type="checkbox"], [type="range"]), select, h1, h2, label, .slot')]
    .filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.closest('.hidden-text, .slot *'))
    .map((e) => ({ e, box: e.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  return all.flatMap(({ e, box }, i) => all.slice(i + 1)
    .filter(({ e: f, box: other }) => !e.contains(f) && !f.contains(e)
      && Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1)
    .map(({ e: f }) => `${e.id || e.outerHTML.slice(0, 80)} and ${f.id || f.outerHTML.slice(0, 80)}`));
}

test('it takes on the scheme of the host, and the wheel and one finger over the picture scroll the notes', async (t) => {
  const page = await visitHost(t, notes('?ui=figure'), { profile: { hasTouch: true, colorScheme: 'dark' } });
  const frame = await playground(page);
  assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.mouse.move(450, 180);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction(() => scrollY === 120);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForFunction(() => scrollY === 0);
  const finger = await page.context().newCDPSession(page);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 450, y: 200 }] });
  for (let y = 190; y > 60; y -= 10) await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 450, y }] });
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForFunction(() => scrollY > 50);
});

test('a lost graphics context in a sandboxed frame: one button brings the run back, changed weights too', async (t) => {
  const page = await visitHost(t, notes('?ui=figure#v=1&steps=30'));
  const frame = await playground(page);
  await frame.evaluate(async () => {
    Object.assign(window, { lost: true });
    window.playground.set({ lr: 0.5 });
    await window.playground.step(3);
  });
  const before = await frame.evaluate(() => window.playground.params());
  await frame.evaluate(() => {
    const gl = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas')).getContext('webgl2');
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await frame.locator('#notices .button:not(.square)').click();
  // A change of the address counts as a navigation too.
  await frame.waitForFunction(() => !('lost' in window) && document.documentElement.dataset.state === 'ready');
  assert.deepEqual(await frame.evaluate(() => window.playground.params()), before);
});
