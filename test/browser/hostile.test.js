/**
 * Links made to do harm: each opens a page that works, says once that something was wrong, and runs nothing of theirs.
 * Those that only numbers and records make bad are opened by engine/page/hostile_test.go.
 */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { crc32, deflateRawSync } from 'node:zlib';
import { siteAddress, visit } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */

const parameters = ['ui', 'show', 'hide', 'lock', 'run', 'load', 'theme', 'lang', 'title', 'origin', 'panel', 'lesson', 'page'];
const settings = ['data', 'n', 'noise', 'factor', 'clusters', 'dseed', 'test', 'scaling', 'yscaling', 'in', 'net', 'act', 'slope', 'out', 'loss', 'init', 'scale', 'seed', 'lr', 'opt', 'batch', 'bseed', 'l1', 'l2', 'steps'];

const scripts = [
  '<script>window.harmed=1</script>',
  '"><img src=x onerror=window.harmed=1>',
  '<svg/onload=window.harmed=1>',
  'javascript:window.harmed=1',
  "';window.harmed=1;//",
  '{{constructor.constructor("window.harmed=1")()}}',
];

/**
 * Values for every key, in turn.
 * @param {Iterable<string>} keys
 * @param {string[]} values
 */
const each = (keys, values) => [...keys].map((key, i) => `${key}=${encodeURIComponent(values[i % values.length])}`).join('&');

/** A record as z carries it, of nothing but zeros, and far more than may be. */
function bomb() {
  const content = Buffer.alloc(60 * 1024 * 1024);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(crc32(content));
  return `1.${deflateRawSync(Buffer.concat([head, content]), { level: 9 }).toString('base64url')}`;
}

/** Scripts as keys of the query or of the settings. */
const keys = scripts.map((script) => `${encodeURIComponent(script)}=1`).join('&');

/** Each opens a page anew, so what does not get into one another's way is in one link. @type {Record<string, string>} */
const links = {
  'scripts in every key of the query and in every setting': `?${each(parameters, scripts)}&more=${encodeURIComponent(scripts[0])}#v=1&${each(settings, scripts)}`,
  'scripts as keys, as a record, and in a good title': `?title=${encodeURIComponent(scripts.join(' '))}&${keys}#v=1&${keys}&z=${encodeURIComponent(scripts[1])}`,
  'unescaped script': '?<script>window.harmed=1</script>#<script>window.harmed=1</script>',
  'script in a link of TensorFlow Playground': `#${each(['activation', 'dataset', 'regDataset', 'problem', 'networkShape', 'learningRate', 'regularization', 'seed', 'noise', 'batchSize', 'percTrainData', 'tutorial'], [scripts[1]])}`,

  'a megabyte in one key, and another of query': `?title=${'A'.repeat(1e6)}#v=1&data=${'A'.repeat(1e6)}`,

  'lone surrogates, overlong and broken encodings': '?title=%ED%A0%80&x%ED%BF%BF=%ED%A0%80&show=%C0%AE%C0%AE&hide=%E0%A4%A&%=%#v=1&data=%ED%A0%80&lr=\ud800&act=\udc00\ud800&out=%C0%80%F8%88%80%80%80&net=%E0%A4%A&in=%',
  'zeros, and text that turns around': `?ui=full%00&%00=1&lang=${encodeURIComponent('\u202egnp.exe\u2066')}&\u200f\u202e=1#v=1&data=xor%00&%00=%00&act=%00&out=${encodeURIComponent('\u202eabc\u2067')}`,
  'keys of every object, lists of nothing that is known, an origin of another kind': '?__proto__=1&constructor=1&prototype=x&toString=1&hasOwnProperty=1&show=,,a,,&hide=__proto__,constructor,%3Cb%3E&lock=,,,x&panel=../../x&lesson=__proto__&lang=../../en&origin=*#v=1&__proto__=1&constructor=1&toString=1&__proto__[harmed]=1',

  'a bomb': `#v=1&net=2&z=${bomb()}`,
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
