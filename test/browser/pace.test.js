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

test('training does not wait for slow frames', async (t) => {
  const page = await visit(t, '', { prepare: slowFrames });
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

test('a link to a late step opens though frames are slow', async (t) => {
  const page = await visit(t, '#v=1&steps=2000', { prepare: slowFrames });
  await seeStep(page, 2000);
  await seeCost(page, '0.254385');
});

test('controls answer while a run trains at full speed', async (t) => {
  const page = await visit(t, '#v=1&net=32,32&n=2000');
  await page.locator('#speed').selectOption('full');
  await page.locator('#play').click();
  await page.waitForFunction(() => window.playground.metrics().step > 5);
  await page.locator('#set-act').selectOption('relu');
  await page.waitForFunction(() => window.playground.get().act[0] === 'relu');
  await page.locator('#play').click();
  const { step } = await metrics(page);
  await seeStep(page, step);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.run), 'paused');
});

test('the last picture of a seek is of the step it reached', async (t) => {
  const page = await visit(t, '#v=1&steps=400');
  await page.locator('#slot-cost .label').filter({ hasText: /^400$/ }).first().waitFor();
});
