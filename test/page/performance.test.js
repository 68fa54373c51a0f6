/** docs/performance.md tells what docs/performance.json holds. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const read = (/** @type {string} */ file) => readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8');

test('the tables of docs/performance.md are of docs/performance.json', () => {
  const text = read('performance.md');
  const { inNode, inChromium, site } = JSON.parse(read('performance.json'));
  const thousands = (/** @type {number} */ rate) => Math.round(rate / 1000).toLocaleString('en-US');
  const round = (/** @type {number} */ v) => String(Number(v.toPrecision(2)));
  const percent = (/** @type {number} */ share) => `${Math.round(100 * share)} %`;
  const rows = inNode.workloads.map((/** @type {any} */ { name, train }) => {
    const rates = ['JavaScript', 'plain loops', 'gonum', 'tiles', 'vectors'].map((one) => thousands(train[one]));
    const times = [train.tiles / train['plain loops'], train.vectors / train.tiles].map((v) => v.toFixed(1));
    return `| ${name}${name.endsWith('400') ? ' an update' : ''} | ${[...rates, ...times].join(' | ')} |`;
  });
  const { picture, click, back, backLargest, seek, load, bench } = site;
  rows.push(
    `median of 100 frames | ${round(picture.milliseconds)} ms |`,
    `median and longest of 15 | ${round(click.median)} and ${round(click.longest)} ms |`,
    `| default, of 100,000 steps | 128 | ${round(back.median)} | ${round(back.longest)} |`,
    `| 32 | ${round(backLargest.median)} | ${Math.round(backLargest.longest)} |`,
    `${Math.round(inNode.seek.total)} ms of training in Node and ${Math.round(inChromium.seek.total)} in Chromium, in slices of at most ${round(Math.max(inNode.seek.longest, inChromium.seek.longest))} ms`,
    `${Math.round(seek.training)} ms of training in all, ${Math.round(seek.clock)} ms on the clock, the longest slice ${round(seek.longest)} ms`,
    `${load.requests} requests and ${(load.bytes / 1e6).toFixed(2)} MB`,
    `| 100 seeds for 1,000 steps | ${bench['seconds of 100 seeds, 1,000 steps'].toFixed(2)} s |`,
    `| two workers against one | ${bench['one worker / two'].toFixed(2)} times |`,
    `| the same, with clicks | ${bench['one worker / two, with clicks'].toFixed(2)} times |`,
    `| one worker, of the kernel's rate | ${percent(bench['one worker / kernel'])} |`,
    `| the page without workers, of the kernel's rate | ${percent(bench['the page without workers / kernel'])} |`,
    `| ${round(bench['longest click, two workers, ms'])} and ${round(bench['longest click, no workers, ms'])} ms |`,
  );
  for (const row of rows) assert.ok(text.includes(row), `docs/performance.md lacks: ${row}`);
});
