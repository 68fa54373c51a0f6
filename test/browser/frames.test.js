/** Painting leaves nothing behind: the heap of Go after ten thousand frames is what it was before. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { measurePicture } from '../../scripts/bench/picture.js';
import { launchChromium } from './chromium.js';

test('ten thousand frames of a run leave the heap flat', async (t) => {
  const browser = await launchChromium();
  t.after(() => browser.close());
  // So small that a graphics card in software keeps up; past the steps at which the history of costs stops growing.
  const cost = await measurePicture(browser, { fragment: 'n=10&steps=5000', frames: 10_000, width: 60, height: 40 });
  const grown = cost.heapAfter - cost.heapBefore;
  assert.ok(grown < 65_536, `${grown} bytes more on the heap, ${cost.bytes.toFixed(0)} allocated in a frame`);
});
