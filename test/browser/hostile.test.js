/** Links made to do harm: each opens a page that works, says once that something was wrong, and runs nothing of theirs. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { crc32, deflateRawSync } from 'node:zlib';
import { siteAddress, visit } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */

const parameters = ['ui', 'show', 'hide', 'lock', 'run', 'load', 'theme', 'lang', 'title', 'origin', 'panel', 'lesson'];
const settings = ['data', 'n', 'noise', 'factor', 'clusters', 'dseed', 'test', 'scaling', 'in', 'net', 'act', 'slope', 'out', 'loss', 'init', 'scale', 'seed', 'lr', 'opt', 'batch', 'bseed', 'l1', 'l2', 'steps'];
const numbers = ['n', 'noise', 'factor', 'clusters', 'dseed', 'test', 'net', 'slope', 'scale', 'seed', 'lr', 'batch', 'bseed', 'l1', 'l2'];

const scripts = [
  '<script>window.harmed=1</script>',
  '"><img src=x onerror=window.harmed=1>',
  '<svg/onload=window.harmed=1>',
  'javascript:window.harmed=1',
  "';window.harmed=1;//",
  '{{constructor.constructor("window.harmed=1")()}}',
];
// So large that any run diverges, as it should.
const rates = ['lr', 'scale', 'l1', 'l2'];

/** The same value for every key.
 * @param {Iterable<string>} keys
 * @param {string} value
 */
const each = (keys, value) => [...keys].map((key) => `${key}=${encodeURIComponent(value)}`).join('&');

/** A record as z carries it, whatever is in it.
 * @param {Uint8Array} content
 * @param {number} [checksum]
 */
function z(content, checksum = crc32(content)) {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(checksum);
  return `1.${deflateRawSync(Buffer.concat([head, content]), { level: 9 }).toString('base64url')}`;
}

/** A state at step 0 as engine/link/state.go lays it out.
 * @param {number[]} parameters 9 for net=2
 * @param {{v?: number, s?: number}} [memory] all of the optimizer's numbers
 */
function state(parameters, { v = 0, s = 0 } = {}) {
  const values = [...parameters, ...parameters.map(() => v), ...parameters.map(() => s)].map((value) => {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleBE(value);
    return bytes;
  });
  return Buffer.from([1, 0, 0, 0, 0, ...Array.from({ length: 8 }, (_, i) => values.map((bytes) => bytes[i])).flat()]);
}

/** Own data as engine/link/points.go lays it out.
 * @param {number} count that is told
 * @param {number} byte that all coordinates are made of
 * @param {number} [points] that are there
 */
const points = (count, byte, points = count) => Buffer.from([2, ...varint(count), ...Array(6 * points).fill(byte), ...Array(Math.ceil(points / 8)).fill(0)]);

/** @param {number} n */
function varint(n) {
  const bytes = [];
  for (; n > 127; n = Math.floor(n / 128)) bytes.push((n % 128) | 128);
  return [...bytes, n];
}

const good = Array(9).fill(0.5);
const wellMade = z(state(good));

/** @type {Record<string, string>} */
const links = {
  ...Object.fromEntries(scripts.flatMap((script) => [
    [`${script} in every key of the query`, `?${each(parameters, script)}&more=${encodeURIComponent(script)}`],
    [`${script} in every setting`, `#v=1&${each(settings, script)}`],
    [`${script} as keys, and in a good title`, `?title=${encodeURIComponent(script)}&${encodeURIComponent(script)}=1#v=1&${encodeURIComponent(script)}=1&z=${encodeURIComponent(script)}`],
  ])),
  'unescaped script': '?<script>window.harmed=1</script>#<script>window.harmed=1</script>',

  'a megabyte in one key': `#v=1&data=${'A'.repeat(1e6)}`,
  'a megabyte of settings': `#v=1${'&lr=0.5'.repeat(150_000)}`,
  'a megabyte of percent signs': `#${'%'.repeat(1e6)}`,
  'a megabyte of query': `?title=${'A'.repeat(1e6)}`,
  'ten thousand keys of a query': `?${Array.from({ length: 10_000 }, (_, i) => `k${i}=${i}`).join('&')}`,
  'ten thousand settings': `#${Array.from({ length: 10_000 }, (_, i) => `k${i}=${i}`).join('&')}`,
  'keys repeated': `?${'ui=full&ui=min&lang=en&'.repeat(500)}#v=1${'&lr=1&net=3'.repeat(300)}`,

  'NaN for every number': `#v=1&${each([...numbers, 'steps'], 'NaN')}`,
  'numbers beyond all measure': `#v=1&${each(numbers.filter((key) => !rates.includes(key)), '1e999')}`,
  'numbers below all measure': `#v=1&${each([...numbers, 'steps'], '-1e999')}`,
  'steps beyond all measure': '#v=1&n=10&net=1&steps=1e999',
  'minus zero for every number, hexadecimal steps': `#v=1&${each(numbers, '-0')}&steps=0x10`,
  'Infinity, underscores and other digits': '#v=1&lr=Infinity&n=1_000&l2=٣&l1=1e-999&noise=１',
  'a network without end': `#v=1&net=${'64,'.repeat(200)}64`,
  'a layer without end': '#v=1&net=1e300,99999999999999999999',
  'brackets in brackets': `?hide=${'['.repeat(1000)}#v=1&net=${'['.repeat(3000)}&act={"a":{"a":{"a":[]}}}`,

  'lone surrogates': '?title=%ED%A0%80&x%ED%BF%BF=%ED%A0%80#v=1&data=%ED%A0%80&lr=\ud800&act=\udc00\ud800',
  'overlong and broken encodings': '?show=%C0%AE%C0%AE&hide=%E0%A4%A&%=%#v=1&data=%C0%80%F8%88%80%80%80&net=%E0%A4%A&in=%',
  'zeros': '?ui=full%00&%00=1#v=1&data=xor%00&%00=%00&act=%00',
  'text that turns around': `?ui=${encodeURIComponent('\u202egnp.exe\u2066')}&\u200f\u202e=1#v=1&data=${encodeURIComponent('\u202eabc\u2067')}`,
  'keys of every object': '?__proto__=1&constructor=1&prototype=x&toString=1&hasOwnProperty=1#v=1&__proto__=1&constructor=1&toString=1&__proto__[harmed]=1',
  'lists of nothing that is known': '?show=,,a,,&hide=__proto__,constructor,%3Cb%3E&lock=,,,x&panel=../../x&lesson=__proto__&lang=../../en',
  'an origin of another kind': '?origin=*#v=1',

  'a bomb': `#v=1&net=2&z=${z(Buffer.alloc(60 * 1024 * 1024))}`,
  'a bomb of points': `#v=1&data=own&z=${z(points(5000, 0, 4_000_000))}`,
  'z cut short': `#v=1&net=2&z=${wellMade.slice(0, -6)}`,
  'z with another checksum': `#v=1&net=2&z=${z(state(good), 12345)}`,
  'z of another version': `#v=1&net=2&z=2${wellMade.slice(1)}`,
  'z of another network': `#v=1&net=3&z=${wellMade}`,
  'z twice': `#v=1&net=2&z=${wellMade}&z=${wellMade}`,
  'z of more than may be': `#v=1&net=2&z=1.${'A'.repeat(1e6)}`,
  'weights that are no numbers': `#v=1&net=2&z=${z(state(good.with(3, NaN)))}`,
  'infinite weights': `#v=1&net=2&z=${z(state(good.with(0, -Infinity)))}`,
  'an optimizer that remembers nonsense': `#v=1&net=2&opt=adam&z=${z(state(good, { v: NaN, s: -1 }))}`,
  'points beyond the plane': `#v=1&data=own&z=${z(points(10, 255))}`,
  'more points than are there': `#v=1&data=own&z=${z(points(5000, 0, 3))}`,
  'a number of points without end': `#v=1&data=own&z=${z(Buffer.from([2, ...Array(9).fill(255), 1]))}`,
  'no points': `#v=1&data=own&z=${z(Buffer.from([2, 0]))}`,

  'script in a link of TensorFlow Playground': `#${each(['activation', 'dataset', 'regDataset', 'problem', 'networkShape', 'learningRate', 'regularization', 'seed', 'noise', 'batchSize', 'percTrainData', 'tutorial'], scripts[1])}`,
  'a link of TensorFlow Playground without measure': `#networkShape=${'9'.repeat(400)}&learningRate=1e999&noise=-1e999&batchSize=NaN&seed=1e999&percTrainData=1e999&regularization=L1&regularizationRate=1e999&__proto___hide=true`,
};

/**
 * Notes the text of every notice in window.told: of two, the second would take the place of the first.
 * @param {Page} page
 */
const noteNotices = (page) => page.addInitScript(() => {
  const told = /** @type {string[]} */ ([]);
  Object.assign(window, { told });
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (!(target instanceof Element && target.id === 'notices')) continue;
      for (const added of addedNodes) if (added instanceof HTMLElement && added.matches('.toast')) told.push(added.innerText);
    }
  }).observe(document, { childList: true, subtree: true });
});

/** What a page is made of that an injection would add to. Runs in the page. */
function makeup() {
  const kinds = ['script', 'iframe', 'object', 'embed', 'base', 'meta', 'link', 'form', 'img', 'style'];
  const armed = [...document.querySelectorAll('*')].filter((e) => [...e.attributes].some(({ name, value }) => /^on/i.test(name) || /^\s*javascript:/i.test(value)));
  return {
    kinds: kinds.map((kind) => `${kind} ${document.querySelectorAll(kind).length}`),
    armed: armed.map(({ outerHTML }) => outerHTML),
    harmed: 'harmed' in window || 'harmed' in {},
    prototype: Object.keys(Object.prototype),
  };
}

test('hostile links', async (t) => {
  // Small, as every picture is painted in software.
  const page = await visit(t, '', { profile: { viewport: { width: 1000, height: 640 } }, prepare: noteNotices });
  /** @type {string[]} */
  const dialogs = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const clean = await page.evaluate(makeup);
  for (const [name, link] of Object.entries(links)) {
    await t.test(name, async () => {
      await page.goto('about:blank');
      await page.goto(siteAddress() + link);
      await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
      const told = await page.evaluate(() => /** @type {any} */ (window).told);
      assert.equal(told.length, 1, told.join('\n'));
      for (const notice of told) {
        assert.ok(notice.trim().length > 10 && notice.length < 20_000, 'it can be read');
        assert.doesNotMatch(notice, /[\u202a-\u202e\u2066-\u2069\0]/);
      }

      // Own data without points is nothing to train on.
      await page.evaluate(() => window.playground.data().train.length === 0 && window.playground.set({ data: 'xor' }));
      const step = await page.evaluate(() => window.playground.metrics().step);
      await page.locator('#play').click();
      await page.waitForFunction((from) => window.playground.metrics().step > from, step);
      await page.locator('#play').click();
      await page.locator('#reset').click();
      await page.locator('#set-lr').fill('0.25');
      await page.locator('#set-lr').press('Enter');
      await page.waitForFunction(() => window.playground.get().lr === 0.25 && window.playground.metrics().step === 0);

      assert.deepEqual(await page.evaluate(makeup), clean);
      assert.deepEqual(dialogs, []);
    });
  }
});
