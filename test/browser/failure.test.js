/** When something is missing the page says what, in one sentence, and offers a way on. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';
import { params, seeStep, train } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * @param {Page} page
 * @returns {Promise<string>} what the page says is wrong
 */
async function problem(page) {
  await page.locator('#problem').waitFor();
  return (await page.locator('#problem p').first().innerText()).trim();
}

/** @param {string} text */
function assertSentence(text) {
  assert.match(text, /^\p{Lu}.{15,300}\.$/us);
}

test('a missing engine: one sentence, and a retry that works', async (t) => {
  const page = await visit(t, '#v=1&net=3', {
    state: 'failed',
    expected: [/404/, /main\.\w+\.wasm/],
    prepare: (page) => page.route('**/main.*.wasm', (route) => route.fulfill({ status: 404, body: 'not found' })),
  });
  assertSentence(await problem(page));
  await page.unroute('**/main.*.wasm');
  await page.locator('#retry').click();
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  assert.equal(await page.locator('#problem').isVisible(), false);
  assert.equal(await page.evaluate(() => window.playground.hash()), '#v=1&net=3');
});

test('offline: one sentence and a retry', async (t) => {
  const page = await visit(t, '', {
    state: 'failed',
    expected: [/ERR_INTERNET_DISCONNECTED/, /main\.\w+\.wasm/],
    prepare: (page) => page.route('**/main.*.wasm', (route) => route.abort('internetdisconnected')),
  });
  assertSentence(await problem(page));
  assert.ok(await page.locator('#retry').isVisible());
});

test('a connection that breaks half-way: one sentence and a retry', async (t) => {
  const page = await visit(t, '', {
    state: 'failed',
    expected: [/main\.\w+\.wasm/, /wasm/i],
    prepare: (page) => page.route('**/main.*.wasm', (route) =>
      route.fulfill({ contentType: 'application/wasm', body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0]) })),
  });
  assertSentence(await problem(page));
});

test('no WebAssembly: one sentence says so', async (t) => {
  const page = await visit(t, '', {
    state: 'failed',
    prepare: (page) => page.addInitScript(() => { Reflect.deleteProperty(window, 'WebAssembly'); }),
  });
  const text = await problem(page);
  assertSentence(text);
  assert.match(text, /WebAssembly/);
});

test('no WebGL2: the page says so, and all that is not a picture works', async (t) => {
  const page = await visit(t, '', {
    prepare: (page) => page.addInitScript(() => {
      const getContext = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = /** @type {any} */ (
        /**
         * @this {HTMLCanvasElement}
         * @param {string} kind
         * @param {unknown[]} more
         */
        function (kind, ...more) {
          return kind === 'webgl2' ? null : Reflect.apply(getContext, this, [kind, ...more]);
        });
    }),
  });
  await page.getByText(/WebGL ?2/).first().waitFor();
  await train(page, 100);
  await seeStep(page, 100);
  await page.locator('#set-net-1').fill('6');
  await page.locator('#set-net-1').press('Enter');
  await page.waitForFunction(() => window.playground.params().layers[0].W.length === 6);
  assert.equal((await params(page)).layers[1].W[0].length, 6);
});

test('a lost WebGL context keeps the run, also one changed by hand', async (t) => {
  const page = await visit(t, '');
  await train(page, 20);
  await page.evaluate(() => window.playground.set({ opt: 'momentum', batch: 30 }));
  await train(page, 30);
  const before = await params(page);
  await page.evaluate(() => {
    const gl = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas')).getContext('webgl2');
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await page.locator('#notices').getByText(/graphics/).waitFor();
  assert.deepStrictEqual(await params(page), before);
  const loaded = page.waitForEvent('load');
  await page.getByText('Bring it back').click();
  await loaded;
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  await seeStep(page, 30);
  assert.deepStrictEqual(await params(page), before);
});

test('while the engine loads the page is there, with a bar of real bytes', async (t) => {
  /** @type {() => void} */
  let release = () => {};
  const held = new Promise((resolve) => { release = () => resolve(undefined); });
  const page = await visit(t, '', {
    state: 'loading',
    prepare: (page) => page.route('**/main.*.wasm', async (route) => {
      await held;
      await route.continue();
    }),
  });
  await page.locator('#loading').waitFor();
  assert.ok(await page.locator('#play').isVisible());
  assert.ok(await page.locator('#play').isDisabled());
  await page.evaluate(() => {
    const shown = /** @type {string[]} */ ([]);
    Object.assign(window, { shown });
    const bytes = /** @type {Element} */ (document.querySelector('#loading-bytes'));
    new MutationObserver(() => shown.push(bytes.textContent ?? '')).observe(bytes, { childList: true, characterData: true, subtree: true });
  });
  release();
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  const shown = await page.evaluate(() => /** @type {any} */ (window).shown);
  assert.ok(shown.some((/** @type {string} */ text) => /\d/.test(text)), `bytes were shown: ${shown}`);
  await page.locator('#loading').waitFor({ state: 'hidden' });
});
