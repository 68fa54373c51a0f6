/** Painting leaves nothing behind: the heap of Go after two thousand frames is what it was before. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { measurePicture } from '../../scripts/bench/picture.js';
import { launchChromium } from './chromium.js';

test('two thousand frames of a run leave the heap flat', async (t) => {
  const browser = await launchChromium();
  t.after(() => browser.close());
  const frames = 2000;
  // So small that a graphics card in software keeps up, and so far on that the history of costs grows slowly.
  const cost = await measurePicture(browser, { fragment: 'n=10&steps=8180', frames, width: 60, height: 40 });
  const grown = cost.heapAfter - cost.heapBefore;
  // Less than the smallest object a frame: what remains is slices that grew once.
  t.diagnostic(`${grown} bytes`);
  assert.ok(grown < 16 * frames, `${grown} bytes more on the heap, ${cost.bytes.toFixed(0)} allocated in a frame`);
});
