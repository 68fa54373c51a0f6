/** What does not change costs nothing: no drawing at rest, no training out of sight. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { countDrawing, seeRest } from './drawing.js';
import { visit } from './harness.js';
import { metrics } from './reader.js';

test('what a page does by itself', async (t) => {
  const page = await visit(t, '', {
    prepare: async (page) => {
      await countDrawing(page);
      await page.addInitScript(() => {
        Navigator.prototype.getGamepads = () => {
          throw new Error('a gamepad is asked for');
        };
      });
    },
  });

  await t.test('at rest nothing is drawn and no frame asked for, nor ever a gamepad; one step draws', async () => {
    await seeRest(page);
    const { asked, before } = await page.evaluate(async () => {
      const scope = /** @type {any} */ (window);
      const before = scope.asked;
      // As many turns as fill some frames, for whoever asks for each of them.
      for (let i = 0; i < 100; i++) await new Promise((resolve) => setTimeout(resolve));
      return { asked: scope.asked - before, before: scope.drawn };
    });
    assert.equal(asked, 0);
    await page.evaluate(() => window.playground.step());
    await page.waitForFunction((count) => /** @type {any} */ (window).drawn > count, before);
  });

  await t.test('training takes at most a small part of a frame', async () => {
    await page.evaluate(() => window.playground.set('#v=1&net=32,32&n=2000'));
    await page.locator('#speed').selectOption('full');
    const { longest, frames } = await page.evaluate(async () => {
      const times = /** @type {number[]} */ ([]);
      const off = window.playground.on('step', () => times.push(window.playground.metrics().step));
      window.playground.play();
      for (let i = 0; i < 20; i++) await new Promise(requestAnimationFrame);
      window.playground.pause();
      off();
      const slices = times.map((step, i) => step - (times[i - 1] ?? 0));
      return { longest: Math.max(...slices), frames: times.length };
    });
    assert.ok(frames > 1, 'the run shows itself while it trains');
    assert.ok(longest < (await metrics(page)).step, 'not all in one slice');
  });
});

test('in a hidden tab nothing trains and nothing is drawn; shown again, the run goes on', async (t) => {
  const page = await visit(t, '', {
    prepare: async (page) => {
      await countDrawing(page);
      // Headless Chromium never hides a tab: withhold the frames, as browsers do, and say so.
      await page.addInitScript(() => {
        let hidden = false;
        /** @type {(() => void)[]} */
        const withheld = [];
        const request = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (callback) => request((now) => {
          if (hidden) withheld.push(() => window.requestAnimationFrame(callback));
          else callback(now);
        });
        Object.defineProperty(document, 'hidden', { get: () => hidden });
        Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
        Object.assign(window, {
          hide(/** @type {boolean} */ now) {
            hidden = now;
            document.dispatchEvent(new Event('visibilitychange'));
            if (!hidden) for (const go of withheld.splice(0)) go();
          },
        });
      });
    },
  });
  await page.locator('#play').click();
  await page.waitForFunction(() => window.playground.metrics().step > 3);
  const quiet = await page.evaluate(async () => {
    const scope = /** @type {any} */ (window);
    scope.hide(true);
    const turns = async () => {
      for (let i = 0; i < 100; i++) await new Promise((resolve) => setTimeout(resolve));
    };
    await turns();
    const before = { step: scope.playground.metrics().step, drawn: scope.drawn };
    await turns();
    return { before, after: { step: scope.playground.metrics().step, drawn: scope.drawn } };
  });
  assert.deepEqual(quiet.after, quiet.before);
  await page.evaluate(() => /** @type {any} */ (window).hide(false));
  await page.waitForFunction((step) => window.playground.metrics().step > step, quiet.after.step);
});
