/** What a page around the playground hears while it trains. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { report } from '../../web/embedding/news.js';
import { Emitter } from '../../web/emitter.js';

test('metrics come at most four times a second, and the last are those where the run stops', (t) => {
  let now = 0;
  /** @type {{act: () => void, at: number}[]} */
  const due = [];
  t.mock.method(performance, 'now', () => now);
  t.mock.method(globalThis, 'setTimeout', (/** @type {() => void} */ act, /** @type {number} */ wait) => {
    return due.push({ act, at: now + wait });
  });
  /** @type {{at: number, step: number}[]} */
  const told = [];
  let step = 0;
  const run = /** @type {any} */ ({ page: new Emitter() });
  run.engine = { metrics: () => ({ step }) };
  report(/** @type {any} */ ({
    tell: (/** @type {string} */ type, /** @type {{step: number}} */ metrics) => type === 'metrics' && told.push({ at: now, step: metrics.step }),
  }), run);

  for (; now < 11_000; now += 10) {
    if (due[0]?.at <= now) due.shift()?.act();
    if (now < 10_000) {
      step++;
      run.page.emit('stepped', null);
    }
  }
  const gaps = told.slice(1).map(({ at }, i) => at - told[i].at);
  assert.ok(Math.min(...gaps) >= 250, `gaps of ${gaps}`);
  assert.ok(told.length >= 38, `${told.length} in ten seconds`);
  assert.equal(told[told.length - 1].step, 1000);
});
