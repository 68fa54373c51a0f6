/** The query says how a run is presented; what it cannot say is ignored and told. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assertContent } from './axe.js';
import { siteAddress, visit } from './harness.js';

test('a figure is the picture, with a bar below: play, again, step and cost, title, legend, and the whole page', async (t) => {
  const page = await visit(t, '?ui=figure&title=Four%20tanh%20units#v=1&out=linear&loss=mse&lr=100', { profile: { viewport: { width: 600, height: 360 } } });
  const shown = (/** @type {string} */ selector) => page.evaluate((selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility()).map(({ id }) => id), selector);
  assert.deepEqual(await shown('button, input, select'), ['play', 'again', 'open-whole']);
  assert.deepEqual(await shown('dd'), ['step-count', 'cost-value']);
  assert.deepEqual(await page.locator('.output-legend .mark').evaluateAll((all) => all.map((e) => e.checkVisibility())), [true, true]);
  assert.equal(await page.locator('h1.brand').innerText(), 'Four tanh units');
  assert.equal(await page.title(), 'Four tanh units');
  await assertContent(page);

  // It diverges, and can be played again.
  await page.locator('#play').click();
  await page.waitForFunction(() => window.playground.metrics().diverged);
  assert.ok(await page.locator('#play').isDisabled());
  await page.evaluate(() => window.playground.set({ lr: 0.001 }));
  await page.locator('#again').click();
  await page.waitForFunction(() => document.documentElement.dataset.run === 'playing' && window.playground.metrics().step > 0);
  await page.locator('#play').click();
  const [whole] = await Promise.all([page.context().waitForEvent('page'), page.locator('#open-whole').click()]);
  assert.equal(whole.url(), siteAddress() + await page.evaluate(() => window.playground.hash()));
});

test('before an audience: one view at a time, in large text, by the keys of a clicker, and dark', async (t) => {
  const panels = ['update', 'ledger', 'vectorise', 'graph', 'activations', 'collapse', 'symmetry', 'check', 'confusion', 'numpy', 'bench'];
  const page = await visit(t, `?ui=present&show=cost,${panels},network#v=1&steps=3`, { profile: { viewport: { width: 1280, height: 720 } } });
  const seen = () => page.evaluate(() => ['.header', '#slot-network', '#slot-output', '#slot-cost', '#panel'].filter((s) => document.querySelector(s)?.checkVisibility()));
  assert.deepEqual(await seen(), ['#slot-cost']);
  await page.keyboard.press('PageDown');
  await page.waitForFunction(() => document.querySelector('#stage-0')?.getAttribute('aria-current'));
  assert.deepEqual(await seen(), ['#panel']);
  await page.locator('#talk-next').click();
  await page.waitForFunction(() => document.querySelector('#stage-1')?.getAttribute('aria-current'));
  await page.reload();
  await page.waitForFunction(() => document.querySelector('#stage-1')?.getAttribute('aria-current') && document.documentElement.dataset.state === 'ready');
  // What is taller than the screen is scrolled before the talk turns.
  await page.setViewportSize({ width: 1280, height: 340 });
  await page.waitForFunction(() => /** @type {Element} */ (document.querySelector('#panel')).clientHeight < 300);
  await page.keyboard.press('PageDown');
  await page.waitForFunction(() => (document.querySelector('#panel')?.scrollTop ?? 0) > 50);
  assert.ok(await page.locator('#stage-1[aria-current]').count());
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.waitForFunction(() => /** @type {Element} */ (document.querySelector('#panel')).clientHeight > 600);
  // Each step of each panel fits, in text that is large enough.
  for (const language of ['en', 'zh-Hans']) {
    await page.locator('#language').evaluate((select, language) => {
      /** @type {HTMLSelectElement} */ (select).value = language;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, language);
    await page.waitForFunction((language) => document.documentElement.lang === language, language);
    const { steps, small, tall } = await page.evaluate(() => {
      const press = (/** @type {string} */ key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      const [panel, place] = ['#panel', '.talk-place'].map((selector) => /** @type {HTMLElement} */ (document.querySelector(selector)));
      const least = () => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        let least = Infinity;
        while (walker.nextNode()) {
          const around = /** @type {Element} */ (walker.currentNode.parentElement);
          const shown = walker.currentNode.textContent?.trim() && around.checkVisibility({ visibilityProperty: true }) && around.getBoundingClientRect().width > 1;
          if (shown && !around.closest('svg, msub, msup, msubsup, munder, munderover')) least = Math.min(least, parseFloat(getComputedStyle(around).fontSize));
        }
        return least;
      };
      const [steps, small, tall] = /** @type {string[][]} */ ([[], [], []]);
      press('Home');
      for (press('PageDown'); document.querySelector('#panel')?.checkVisibility() && steps.at(-1) !== place.textContent; press('PageDown')) {
        steps.push(place.textContent ?? '');
        if (least() < 20) small.push(`${place.textContent}: ${least()}`);
        if (panel.scrollHeight > panel.clientHeight + 1) tall.push(`${place.textContent}: ${panel.scrollHeight - panel.clientHeight}`);
        panel.scrollTop = panel.scrollHeight;
      }
      return { steps, small, tall };
    });
    assert.deepEqual({ small, tall }, { small: [], tall: [] });
    assert.ok(steps.length > 40, `${steps.length} steps`);
  }
  const place = (/** @type {number} */ at) => page.locator('.talk-place', { hasText: `${at} / 13` }).waitFor();
  await place(13);
  const swipe = (/** @type {number} */ way) => page.locator('.window').evaluate((target, way) => {
    const touch = (/** @type {string} */ type, /** @type {number} */ clientX) => {
      const one = new Touch({ identifier: 1, target, clientX, clientY: 300 });
      target.dispatchEvent(new TouchEvent(type, { bubbles: true, touches: type === 'touchend' ? [] : [one], changedTouches: [one] }));
    };
    touch('touchstart', 600);
    touch('touchend', 600 + way);
  }, way);
  await swipe(200);
  await place(12);
  await swipe(-200);
  await place(13);
  // A press on a unit takes no keys away, its field neither.
  await page.locator('#unit-1-2').click();
  await page.locator('#inspector:focus').waitFor();
  await page.locator('#inspect-value').click();
  await page.keyboard.press('PageUp');
  await place(12);
  assert.ok(!await page.locator('#inspector').isVisible());
  await assertContent(page);
  await page.keyboard.press('b');
  await page.waitForFunction(() => document.elementFromPoint(640, 360)?.id === 'talk-dark');
  for (const key of ['.', 'Escape']) await page.keyboard.press(key);
  await page.locator('#present').waitFor();
  assert.ok(!page.url().includes('ui='));
});

test('min is the picture, the play button and the three main settings', async (t) => {
  const page = await visit(t, '?ui=min', { profile: { viewport: { width: 600, height: 360 } } });
  const { controls, pictures } = await page.evaluate(() => ({
    controls: [...document.querySelectorAll('button, input, select, [tabindex="0"]')].filter((e) => e.checkVisibility() && !e.closest('.slot')).map((e) => e.id || e.getAttribute('aria-label') || e.outerHTML),
    pictures: [...document.querySelectorAll('.slot')].filter((e) => e.checkVisibility()).map(({ id }) => id),
  }));
  assert.deepEqual(pictures, ['slot-output']);
  const main = (/** @type {string} */ id) => ['play', 'again', 'open-whole'].includes(id) || /^(set-(net|act|lr)|(add|remove)-layer|One unit)/.test(id);
  for (const wanted of ['play', 'set-net-1', 'set-act', 'set-lr']) assert.ok(controls.includes(wanted), `${wanted} among ${controls}`);
  assert.deepEqual(controls.filter((id) => !main(id)), []);
  await assertContent(page);

  for (const [width, height] of [[320, 256], [360, 225], [546, 256], [320, 568]]) {
    await t.test(`in a frame of ${width}x${height} min keeps picture and settings apart, and all of it in reach`, async () => {
      await page.setViewportSize({ width, height });
      await page.evaluate(async () => {
        await new Promise((resolve) => new ResizeObserver(resolve).observe(document.body));
        for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
      });
      const { side, covered } = await page.evaluate(() => {
        const picture = /** @type {Element} */ (document.querySelector('#slot-output')).getBoundingClientRect();
        const covered = [...document.querySelectorAll('button, input, select')].filter((e) => e.checkVisibility() && !e.closest('.slot')).filter((e) => {
          e.scrollIntoView({ block: 'nearest', behavior: 'instant' });
          const { left, right, top, bottom } = e.getBoundingClientRect();
          const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return !there || !e.contains(there) && !e.closest('label')?.contains(there);
        });
        return { side: Math.min(picture.width, picture.height), covered: covered.map(({ id, outerHTML }) => id || outerHTML) };
      });
      assert.deepEqual(covered, []);
      assert.ok(side >= Math.min(180, height - 60), `the picture is ${side} large`);
    });
  }
});

test('show= leaves the parts it names', async (t) => {
  const page = await visit(t, '?show=network,equations');
  assert.deepEqual(await page.evaluate(() => ['#slot-network', '#slot-output', '#slot-cost', '#panel'].filter((s) => document.querySelector(s)?.checkVisibility())),
    ['#slot-network', '#panel']);
  assert.match(await page.locator('#panel').innerText(), /W/);
});

test('hide= takes settings away, lock= their use, run=1 plays', async (t) => {
  const page = await visit(t, '?hide=data,act,n&lock=lr,net&run=1');
  for (const key of ['data', 'act', 'n']) assert.equal(await page.locator(`#set-${key}`).isVisible(), false, key);
  assert.ok(await page.locator('#set-lr').isDisabled());
  assert.ok(await page.locator('#set-net-1').isDisabled());
  assert.ok(await page.locator('#add-layer').isDisabled());
  assert.ok(await page.locator('#set-noise').isEnabled());
  await page.waitForFunction(() => window.playground.metrics().step > 0);
});

test('load=click loads nothing before the click; what the query cannot say is told in the language chosen, and changes nothing', async (t) => {
  /** @type {string[]} */
  const loaded = [];
  const page = await visit(t, `?load=click&lang=zh-Hans&ui=huge&lock=bogus&run=2&constructor=1&__proto__=2&show=,,&title=${'x'.repeat(300)}#v=1&net=3`, {
    state: 'loading',
    prepare: async (page) => page.on('request', (request) => loaded.push(request.url())),
  });
  await page.locator('#load').waitFor();
  assert.deepEqual(loaded.filter((url) => url.endsWith('.wasm')), []);
  await page.locator('#load').click();
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  assert.equal(await page.evaluate(() => window.playground.hash()), '#v=1&net=3');
  const told = await page.locator('#notices').innerText();
  for (const bad of ['huge', 'bogus']) assert.equal(told.split(`“${bad}”`).length, 2, told);
  assert.match(told, /网址/);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.ui), 'full');
  assert.ok(await page.locator('#slot-output').isVisible());
  assert.ok(await page.locator('#play').isEnabled());
});
