/** A machine that paints slowly trains no slower for it, and the page goes on answering. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';
import { metrics, seeCost, seeStep } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Gives the page two frames a second, as a graphics card in software may.
 * @param {Page} page
 */
async function slowFrames(page) {
  await page.addInitScript(() => {
    const request = window.requestAnimationFrame.bind(window);
    /** Who waits for a frame. @type {Map<number, FrameRequestCallback>} */
    const waiting = new Map();
    let last = 0;
    window.requestAnimationFrame = (callback) => {
      const id = ++last;
      waiting.set(id, callback);
      request(() => setTimeout(() => request((now) => {
        waiting.get(id)?.(now);
        waiting.delete(id);
      }), 500));
      return id;
    };
    window.cancelAnimationFrame = (id) => void waiting.delete(id);
  });
}

test('a link to a late step opens though frames are slow, for which training does not wait', async (t) => {
  const page = await visit(t, '#v=1&steps=2000', { prepare: slowFrames });
  await seeStep(page, 2000);
  await seeCost(page, '0.254385');
  await page.locator('#speed').selectOption('full');
  const slices = await page.evaluate(async () => {
    let slices = 0;
    window.playground.on('step', () => slices++);
    window.playground.play();
    for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
    window.playground.pause();
    return slices;
  });
  assert.ok(slices > 20, `${slices} slices in the time of six frames`);
});

test('the last picture of a seek is of the step it reached, controls answer at full speed, and speed is by time', async (t) => {
  const page = await visit(t, '#v=1&steps=400');
  await page.locator('#slot-cost .label').filter({ hasText: /^400$/ }).first().waitFor();

  await page.evaluate(() => window.playground.set('#v=1&net=32,32&n=2000'));
  await page.locator('#speed').selectOption('full');
  await page.locator('#play').click();
  await page.waitForFunction(() => window.playground.metrics().step > 5);
  await page.locator('#set-act').selectOption('relu');
  await page.waitForFunction(() => window.playground.get().act[0] === 'relu');
  await page.locator('#play').click();
  const { step } = await metrics(page);
  await seeStep(page, step);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.run), 'paused');

  await page.locator('#speed').selectOption('normal');
  for (const frame of [100, 200]) {
    const { step, rate } = await page.evaluate(async (frame) => {
      // A clock that stands still but for our frames, and no turns between these.
      let now = performance.now();
      performance.now = () => now;
      const later = /** @type {(...given: any[]) => number} */ (window.setTimeout.bind(window));
      const but = (/** @type {unknown} */ act, /** @type {number} */ delay, /** @type {unknown[]} */ ...given) => (delay === 20 ? 0 : later(act, delay, ...given));
      Object.assign(window, { setTimeout: but });
      window.playground.set('v=1');
      window.playground.play();
      for (const end = now + 5000; now < end;) {
        now += frame;
        await new Promise(requestAnimationFrame);
      }
      const { step } = window.playground.metrics();
      while (!document.querySelector('.rate')?.textContent) await new Promise(requestAnimationFrame);
      return { step, rate: document.querySelector('.rate')?.textContent };
    }, frame);
    assert.ok(step > 190 && step < 220, `${step} steps after five seconds of ${1000 / frame} frames`);
    assert.match(String(rate), /^[1-9]\d{0,2}\/s$/);
  }
});
