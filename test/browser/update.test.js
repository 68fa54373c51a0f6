/** One update in slow motion: its stages, its numbers, and that it makes exactly one step. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';
import { assertTranslated, languages, visitPanel } from './panel.js';
import { metrics } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

/** The quantities on show at the stage.
 * @param {Page} page
 */
const shown = (page) => page.evaluate(() => [...document.querySelectorAll('.quantity')].map((e) => /** @type {HTMLElement} */ (e).dataset.name).join(' '));

const stages = ['Z[1]', 'A[1]', 'Z[2]', 'A[2]', 'J', 'dZ[2]', 'dW[2]', 'db[2]', 'dA[1] dZ[1]', 'dW[1]', 'db[1]', "W[1]' b[1]' W[2]' b[2]'"];

for (const language of languages) {
  test(`${language}: the stages in words, to the end by buttons, make one step of the run`, async (t) => {
    const page = await visitPanel(t, 'update', '#v=1&steps=5', language);
    await assertTranslated(page, 'update');
    const next = page.locator('.panel-bar [data-do="update next"]');
    assert.equal(await page.locator('.panel-bar [data-do="update back"]').isDisabled(), true);
    for (const [i, stage] of stages.entries()) {
      assert.equal(await shown(page), stage);
      assert.equal(await page.locator('.stage[aria-current=step]').count(), 1);
      assert.match(await page.locator('.stage-told').innerText(), new RegExp(`${i + 1}`));
      await next.click();
    }
    assert.equal((await metrics(page)).step, 6);
    assert.equal(await shown(page), stages[0]);
  });
}

test('two keys go through the stages from anywhere, and not from a field; arrows do in the panel', async (t) => {
  const page = await visit(t, '?panel=update');
  await page.locator('#unit-1-1').focus();
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  await page.keyboard.press(',');
  assert.equal(await shown(page), stages[1]);
  await page.locator('[data-do="update play"]').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await shown(page), stages[2]);
  await page.keyboard.press('ArrowLeft');
  await page.locator('#set-lr').focus();
  await page.keyboard.press('.');
  assert.equal(await shown(page), stages[1]);
  await page.click('#tab-ledger');
  for (const _ of stages) await page.keyboard.press('.');
  assert.equal((await metrics(page)).step, 0);
});

test('however fast a key is repeated, each update takes all its stages', async (t) => {
  const page = await visit(t, '?panel=update');
  await page.evaluate((times) => {
    for (let i = 0; i < times; i++) document.dispatchEvent(new KeyboardEvent('keydown', { key: '.', repeat: i > 0 }));
  }, 3 * stages.length + 1);
  assert.equal((await metrics(page)).step, 3);
  assert.equal(await shown(page), stages[1]);
});

test('the stages play by themselves up to the update, which they make once', async (t) => {
  const page = await visit(t, '?panel=update#v=1&net=0');
  await page.locator('.panel-bar [data-do="update play"]').click();
  await page.waitForFunction(() => window.playground.metrics().step === 1);
  await page.waitForFunction(() => document.querySelector('.stage[aria-current]') === document.querySelector('.stage'));
  assert.equal(await page.locator('.panel-bar [data-do="update play"] use').getAttribute('href'), '#icon-play');
});

/** Keeps what the page tells the engine about numbers on their way.
 * @param {Page} page
 */
function listen(page) {
  return page.addInitScript(() => {
    /** @type {{layer: number, back: boolean, progress: number}[]} */
    const travels = [];
    Object.assign(window, { travels });
    /** @type {typeof window.shallowsStart} */
    let start;
    Object.defineProperty(window, 'shallowsStart', {
      set: (given) => (start = given),
      get: () => (/** @type {import('../../web/types.js').Engine} */ engine) => {
        const { travel } = engine;
        engine.travel = (way) => {
          if (way) travels.push(way);
          Object.assign(window, { travelling: way !== null });
          travel(way);
        };
        start(engine);
      },
    });
  });
}

/** The ways that numbers have taken, and whether all progress lay between 0 and 1; then forgets them.
 * @param {Page} page
 */
function taken(page) {
  return page.evaluate(() => {
    const { travels } = /** @type {any} */ (window);
    const ways = new Set(travels.splice(0).map((/** @type {any} */ { layer, back, progress }) => `${back ? 'back' : 'on'} ${layer}${progress >= 0 && progress <= 1 ? '' : ' too far'}`));
    return [...ways];
  });
}

test('values travel right into Z, gradients left into dZ, and nothing travels where that is not welcome', async (t) => {
  const page = await visit(t, '?panel=update#v=1&steps=50', { profile: { reducedMotion: 'no-preference' }, prepare: listen });
  const go = async (/** @type {number} */ stages) => {
    for (let i = 0; i < stages; i++) {
      await page.keyboard.press('.');
    }
    await page.waitForFunction(() => !(/** @type {any} */ (window).travelling));
    return taken(page);
  };
  assert.deepEqual(await go(1), [], 'A[1] is computed in place');
  assert.deepEqual(await go(1), ['on 2'], 'Z[2]');
  assert.deepEqual(await go(5), [], 'A[2] to db[2]');
  assert.deepEqual(await go(1), ['back 2'], 'dZ[1]');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  assert.deepEqual(await go(6), [], 'to the end, and Z[1] and Z[2] of the next update');
  assert.equal((await metrics(page)).step, 51);
});
