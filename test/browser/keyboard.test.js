/** Everything by keyboard alone: Tab reaches it, nothing traps it. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';
import { params } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Presses Tab until the focus comes round, and names each element it met.
 * @param {Page} page
 * @param {'Tab' | 'Shift+Tab'} key
 * @returns {Promise<string[]>}
 */
async function walk(page, key) {
  const limit = 300;
  /** @type {string[]} */
  const met = [];
  for (let i = 0; i < limit; i++) {
    await page.keyboard.press(key);
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      return element && element !== document.body ? element.id || element.outerHTML.slice(0, 120) : '';
    });
    if (name === '' || name === met[0]) return met;
    met.push(name);
  }
  assert.fail(`no way round in ${limit} steps; the last were ${met.slice(-4)}`);
}

/**
 * Has Tab begin anew, as on a page that has just opened.
 * @param {Page} page
 */
async function rewind(page) {
  await page.evaluate(() => {
    const first = document.createElement('i');
    first.tabIndex = -1;
    document.body.prepend(first);
    first.focus();
    first.remove();
  });
}

/**
 * The elements that the document offers to Tab.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
function offered(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
      .filter((e) => /** @type {HTMLElement} */ (e).tabIndex >= 0 && !e.matches(':disabled') && e.checkVisibility({ visibilityProperty: true }))
      .filter((e) => !(e instanceof HTMLInputElement && e.type === 'radio' && !e.checked))
      .map((e) => e.id || e.outerHTML.slice(0, 120)));
}

test('on the page as it opens', async (t) => {
  const page = await visit(t, '#v=1&steps=3');

  await t.test('the first stops of Tab skip to the network and to the panels, and leave the link as it is', async () => {
    const address = page.url();
    await page.keyboard.press('Tab');
    for (const [name, id] of /** @type {[string, RegExp][]} */ ([['Skip to the network', /^unit-/], ['Skip to the lecture’s panels', /^tab-/]])) {
      const link = page.getByRole('link', { name });
      assert.equal(await link.evaluate((e) => e === document.activeElement && e.getBoundingClientRect().width > 50), true, name);
      await page.keyboard.press('Enter');
      assert.match(await page.evaluate(() => document.activeElement?.id ?? ''), id);
      await link.focus();
      await page.keyboard.press('Tab');
    }
    assert.equal(page.url(), address);
  });

  await t.test('Tab reaches every control and every unit, forwards and backwards, and is never trapped', async () => {
    await rewind(page);
    const wanted = await offered(page);
    assert.ok(wanted.includes('play') && wanted.includes('unit-1-1'));
    const forwards = await walk(page, 'Tab');
    assert.deepEqual(wanted.filter((name) => !forwards.includes(name)), [], 'not reached by Tab');
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    const backwards = await walk(page, 'Shift+Tab');
    assert.deepEqual(wanted.filter((name) => !backwards.includes(name)), [], 'not reached by Shift+Tab');
  });

  await t.test('the focus is always to be seen', async () => {
    await rewind(page);
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      const unmarked = await page.evaluate(() => {
        const e = document.activeElement;
        if (!e || e === document.body) return '';
        const marked = (/** @type {Element} */ one) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
          return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
        };
        return marked(e) || (e.parentElement && marked(e.parentElement)) ? '' : e.id || e.outerHTML.slice(0, 120);
      });
      assert.equal(unmarked, '');
    }
  });

  await t.test('a unit opens the inspector, where a weight can be typed in', async () => {
    await page.evaluate(() => window.playground.set('#v=1'));
    await page.locator('#unit-1-1').focus();
    await page.keyboard.press('Enter');
    await page.locator('#inspector').waitFor();
    const value = page.locator('#inspect-value').first();
    await value.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('1.25');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => {
      const { W, b } = window.playground.params().layers[0];
      return W[0].includes(1.25) || b[0] === 1.25;
    });
    const { layers } = await params(page);
    assert.equal([...layers[0].W.slice(1).flat(), ...layers[0].b.slice(1)].includes(1.25), false, 'the other units keep theirs');
    assert.equal(await page.evaluate(() => window.playground.hash().includes('steps=')), false);
    await page.keyboard.press('Escape');
    await page.locator('#inspector').waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'unit-1-1', 'the focus returns to the unit');
  });

  await t.test('the ? in the header puts one beside each control, which says what that is and leads to its lesson', async () => {
    const why = page.locator('.field:has(#set-lr) > .explain');
    await page.locator('#explain').focus();
    await page.keyboard.press('Enter');
    await why.waitFor();
    await why.focus();
    await page.keyboard.press('Enter');
    await page.locator('#explained').waitFor();
    assert.match(await page.locator('#explained').innerText(), /^Learning rate\s+How far/);
    await page.keyboard.press('Escape');
    await page.locator('#explained').waitFor({ state: 'hidden' });
    assert.ok(await why.evaluate((e) => e === document.activeElement), 'the focus returns');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.lesson-heading').waitFor();
    await page.locator('#explained').waitFor({ state: 'hidden' });
    await page.locator('#lesson-leave').click();
    await page.locator('#side-tab-settings').click();
    await page.locator('#explain').click();
    await why.waitFor({ state: 'hidden' });
  });

  await t.test('arrow keys move a slider, and the engine follows', async () => {
    const slider = page.locator('#settings input[type=range]').first();
    await slider.focus();
    const before = await page.evaluate(() => JSON.stringify(window.playground.get()));
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((old) => JSON.stringify(window.playground.get()) !== old, before);
  });
});

test('with a panel open', async (t) => {
  const page = await visit(t, '?panel=ledger');

  await t.test('Escape closes what lies on top: the dialog, then the inspector, then the panel', async () => {
    const inspector = page.locator('#inspector');
    const open = async () => {
      await page.locator('#unit-1-1').focus();
      await page.keyboard.press('Enter');
      await inspector.waitFor();
    };
    const weights = JSON.stringify(await params(page));

    // From where the reader has gone meanwhile, and there the focus stays.
    for (const place of ['#set-lr', '#play', '#panel [tabindex="0"]']) {
      await open();
      const element = page.locator(place).first();
      await element.focus();
      await page.keyboard.press('Escape');
      await inspector.waitFor({ state: 'hidden' });
      assert.equal(await element.evaluate((e) => e === document.activeElement), true, place);
    }
    assert.equal(await page.locator('#panel').isVisible(), true, 'one key closes one thing');
    await page.keyboard.press('Escape');
    await page.locator('#panel').waitFor({ state: 'hidden' });

    await open();
    await page.locator('#share').focus();
    await page.keyboard.press('Enter');
    await page.locator('#share-dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#share-dialog').waitFor({ state: 'hidden' });
    assert.equal(await inspector.isVisible(), true);
    await page.keyboard.press('Escape');
    await inspector.waitFor({ state: 'hidden' });

    // What was begun to be typed in is given up.
    await open();
    await page.keyboard.type('7');
    await page.keyboard.press('Escape');
    await inspector.waitFor({ state: 'hidden' });
    assert.equal(JSON.stringify(await params(page)), weights);
  });

  await t.test('space plays and pauses but in text fields and on what it operates itself', async () => {
    await page.locator('#tab-ledger').click();
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    const state = () => page.evaluate(() => document.documentElement.dataset.run);
    await page.keyboard.press('Space');
    await page.waitForFunction(() => window.playground.metrics().step > 3);
    await page.keyboard.press('Space');
    assert.equal(await state(), 'paused', 'at the beginning');

    for (const slider of ['#settings .main-settings input[type=range]', '#scrubber', '#panel-separator', '#panel [role=grid], #panel [tabindex="0"]']) {
      const element = page.locator(slider).first();
      await element.focus();
      const value = await element.evaluate((e) => /** @type {HTMLInputElement} */ (e).value);
      await page.keyboard.press('Space');
      assert.equal(await state(), 'playing', slider);
      await page.keyboard.press('Space');
      assert.equal(await state(), 'paused', slider);
      if (slider.includes('settings')) assert.equal(await element.evaluate((e) => /** @type {HTMLInputElement} */ (e).value), value);
    }

    for (const own of ['#set-lr', '#discretise', '#set-data-planar', '#set-act', '#group-training summary', '#tab-ledger', '#unit-1-1']) {
      const element = page.locator(own).first();
      await element.focus();
      await page.keyboard.press('Space');
      assert.equal(await state(), 'paused', own);
      await page.keyboard.press('Escape');
    }
  });
});

test('what scrolls by itself is a stop of Tab with a name while it does', async (t) => {
  const page = await visit(t, '?lesson=gradient-descent', { profile: { viewport: { width: 360, height: 740 } } });
  const press = (/** @type {string} */ selector) => page.locator(selector).evaluate((e) => /** @type {HTMLElement} */ (e).click());
  const show = async (/** @type {string} */ panel) => {
    await press(`#tab-${panel}`);
    await page.waitForFunction((panel) => document.querySelector('#panel')?.getAttribute('aria-labelledby') === `tab-${panel}` && document.querySelector('#panel math'), panel);
  };
  for (const come of [
    async () => {},
    async () => { await press('#lesson-leave'); await show('check'); },
    async () => { await page.evaluate(() => window.playground.set({ net: [12, 12] })); await show('ledger'); },
    async () => { await page.locator('#language').selectOption('zh-Hans'); await show('vectorise'); },
  ]) {
    await come();
    await page.waitForFunction(() => {
      const all = [...document.querySelectorAll('.formula, .lesson-formulas, .panel-scroll, .graph-picture, pre')].filter((e) => e.checkVisibility());
      const scrollers = all.filter((e) => e.scrollWidth > e.clientWidth && getComputedStyle(e).overflowX === 'auto');
      const rest = all.filter((e) => !e.matches('pre') && !scrollers.includes(e));
      return scrollers.every((e) => /** @type {HTMLElement} */ (e).tabIndex === 0 && /region|group/.test(e.getAttribute('role') ?? '') && e.getAttribute('aria-label')) &&
        rest.every((e) => e.getAttribute('tabindex') === null || e.scrollHeight > e.clientHeight);
    });
  }
});
