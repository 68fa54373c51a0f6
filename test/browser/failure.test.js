/** When something is missing the page says what, in one sentence, and offers a way on. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assertContent } from './axe.js';
import { newPage, siteAddress, visit } from './harness.js';
import { params, seeCost, seeStep, train } from './reader.js';

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

/** What the page says in both languages where its texts never came. */
const bilingual = /^The page could not be loaded completely\..*\n.*重新载入。$/s;

/** How a file can fail to come. @type {Record<string, (route: import('playwright-core').Route) => Promise<void>>} */
const ways = {
  missing: (route) => route.fulfill({ status: 404, body: 'not found' }),
  blocked: (route) => route.abort('blockedbyclient'),
  'served as text/plain': (route) => route.fulfill({ contentType: 'text/plain', headers: { 'X-Content-Type-Options': 'nosniff' }, body: 'not what was asked for' }),
  'a page with status 200': (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Login</title><p>Log in to the network.' }),
  'cut short': async (route) => {
    const body = await (await route.fetch()).body();
    await route.fulfill({ contentType: route.request().resourceType() === 'stylesheet' ? 'text/css' : 'text/javascript', body: body.subarray(0, body.length * 0.6) });
  },
  empty: (route) => route.fulfill({ contentType: route.request().resourceType() === 'stylesheet' ? 'text/css' : 'text/javascript', body: '' }),
  stalled: () => new Promise(() => {}),
};

/**
 * A page for files that do not come, under a clock that stands until it is told.
 * @param {import('node:test').TestContext} t
 */
async function clocked(t) {
  const page = await newPage(t, [new URL(siteAddress()).origin], { expected: [/./] });
  await page.clock.install();
  return page;
}

/**
 * Opens the site anew with files that do not come.
 * @param {Page} page
 * @param {string} files
 * @param {(route: import('playwright-core').Route) => Promise<void>} way
 */
async function without(page, files, way) {
  await page.goto('about:blank');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  // What the page does not wait for may be answered when it has gone.
  await page.route(files, (route) => way(route).catch(() => {}));
  await page.goto(`${siteAddress()}#v=1&net=3`, { waitUntil: 'commit' });
  await seeUnpainted(page, () => document.readyState !== 'loading');
}

/**
 * Lets the time pass that the first script waits for the others.
 * @param {import('playwright-core').Page} page
 */
async function outwait(page) {
  await seeUnpainted(page, () => document.querySelector('#retry:not([hidden])')); // it has begun
  await page.clock.fastForward(30_000);
}

/**
 * Waits until a function gives something true in a page that may wait for its styles: it paints nothing, so no frame
 * comes in which to ask again.
 * @param {Page} page
 * @param {() => unknown} condition
 */
const seeUnpainted = (page, condition) => page.waitForFunction(condition, undefined, { polling: 50 });

/**
 * Reloads the page by its button, with all files there.
 * @param {Page} page
 * @param {string} files
 */
async function recover(page, files, button = '#retry') {
  await page.unroute(files);
  await page.locator(button).click();
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  assert.equal(await page.evaluate(() => window.playground.hash()), '#v=1&net=3');
}

for (const [name, files] of [['the script', '**/web/main.*.js'], ['the texts', '**/web/locales/*.json']]) {
  test(`${name} not coming, in any way: the sentence in both languages, and a way on`, async (t) => {
    const page = await clocked(t);
    for (const [way, answer] of Object.entries(ways)) {
      await without(page, files, answer);
      if (way === 'stalled') await outwait(page);
      assert.match(await problem(page), bilingual, `${name} ${way}`);
      if (way === 'missing') await recover(page, files);
    }
  });
}

test('no script at all, or nothing but the page: the sentence in both languages, after a while', async (t) => {
  const page = await clocked(t);
  for (const files of ['**/web/start.*.js', '**/web/**']) {
    for (const [way, answer] of Object.entries(ways)) {
      if (way === 'stalled' && files === '**/web/**') continue; // no browser paints before its styles, or gives them up
      await without(page, files, answer);
      assert.equal(await page.locator('#problem').isVisible(), false);
      await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
      assert.match(await problem(page), bilingual, `${files} ${way}`);
      // Nothing could hear it.
      assert.equal(await page.locator('#retry').isVisible(), false);
    }
  }
});

test('styles not coming: the page works and says so; stalled ones do not leave it blank', async (t) => {
  const page = await clocked(t);
  for (const [way, answer] of Object.entries(ways)) {
    if (way === 'cut short') continue; // CSS has no end that could be missing
    await without(page, '**/web/css/base.*.css', answer);
    if (way === 'stalled') {
      // A page that starts only after that works without, and says so as below.
      await seeUnpainted(page, () => document.documentElement.dataset.started === '');
      await outwait(page);
      assert.match(await problem(page), bilingual);
    } else {
      await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
      await page.locator('#notices').getByText(/styles/).waitFor();
      if (way === 'missing') await recover(page, '**/web/css/base.*.css', '#notices .button:not(.square)');
    }
  }
});

test('the engine or its shim not coming, in any way: a sentence that names the cause', async (t) => {
  const page = await clocked(t);
  for (const files of ['**/main.*.wasm', '**/web/wasm_exec.*.js']) {
    for (const [way, answer] of Object.entries(ways)) {
      await without(page, files, answer);
      if (way === 'stalled') {
        await page.waitForFunction(() => document.documentElement.dataset.started === '');
        await page.clock.fastForward(30_000);
        await page.getByText(/No byte has come for 30 seconds/).waitFor();
        await page.locator('#wait').click();
        assert.equal(await page.locator('#stalled').isVisible(), false);
        await page.clock.fastForward(30_000);
        await page.locator('#stalled').waitFor();
        await Promise.all([page.waitForEvent('framenavigated'), page.locator('#reload').click()]);
        continue;
      }
      const text = await problem(page);
      assertSentence(text);
      if (way === 'missing' || way === 'blocked') assert.match(text, /did not come/, `${files} ${way}`);
      else assert.match(text, /altered/, `${files} ${way}`);
    }
  }
});

test('a policy that forbids WebAssembly is named', async (t) => {
  const page = await visit(t, '', {
    state: 'failed',
    expected: [/Content Security Policy|unsafe-eval/],
    prepare: (page) => page.route(siteAddress(), async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, headers: { ...answer.headers(), 'Content-Security-Policy': "script-src 'self'" } });
    }),
  });
  const text = await problem(page);
  assertSentence(text);
  assert.match(text, /policy forbids WebAssembly/);
});

test('an engine that stalls half-way asks after 30 seconds without a byte, and goes on when bytes come', async (t) => {
  /** @type {() => void} */
  let release = () => {};
  const page = await newPage(t, [new URL(siteAddress()).origin]);
  await page.clock.install();
  const held = new Promise((resolve) => { release = () => resolve(undefined); });
  await page.exposeFunction('held', () => held);
  await page.addInitScript(() => {
    const usual = fetch;
    window.fetch = async (...asked) => {
      const answer = await usual(...asked);
      if (!String(asked[0]).endsWith('.wasm')) return answer;
      let bytes = 0;
      return new Response(answer.body?.pipeThrough(new TransformStream({
        async transform(chunk, out) {
          out.enqueue(chunk);
          if ((bytes += chunk.byteLength) > 1e6) await /** @type {any} */ (window).held();
        },
      })), { status: answer.status });
    };
  });
  await page.goto(siteAddress(), { waitUntil: 'commit' });
  await page.waitForFunction(() => Number.parseFloat(document.querySelector('#loading-bytes')?.textContent ?? '') >= 1);
  assert.equal(await page.locator('#stalled').isVisible(), false);
  await page.clock.fastForward(30_000);
  await page.locator('#stalled').waitFor();
  release();
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  assert.equal(await page.locator('#stalled').isVisible(), false);
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
  await assertContent(page);
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
  assert.equal(await page.locator('body').getAttribute('aria-hidden'), null);
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

/** Where elements are in sight, by their middles, in order. @param {string[]} selectors */
function places(selectors) {
  const elements = selectors.flatMap((selector) => [...document.querySelectorAll(selector)]);
  const boxes = elements.map((element) => (element.querySelector('text') ?? element).getBoundingClientRect());
  return boxes.filter(({ width }) => width > 0).map(({ x, y, width, height }) => [x + width / 2, y + height / 2]);
}

/**
 * What a look at the page gives in windows of several sizes.
 * @template A, T
 * @param {import('playwright-core').Page} page
 * @param {(given: A) => T} look
 * @param {A} given
 */
async function inWindows(page, look, given) {
  const found = [];
  for (const [width, height] of [[1280, 720], [390, 844], [1920, 1080], [1440, 900]]) {
    await page.setViewportSize({ width, height });
    await page.waitForFunction((width) => innerWidth === width, width);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    found.push(await page.evaluate(/** @type {any} */ (look), given));
  }
  return /** @type {Awaited<T>[]} */ (found);
}

test('before its engine the page stands with the run that it opens by itself, and with that of no link', async (t) => {
  /** @type {() => void} */
  let release = () => {};
  const held = new Promise((resolve) => { release = () => resolve(undefined); });
  const hold = (/** @type {import('playwright-core').Page} */ page) => page.route('**/main.*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  const linked = await visit(t, '#v=1&lr=0.3', { state: 'loading', prepare: hold });
  const page = await visit(t, '?lang=en', { state: 'loading', prepare: hold });
  await page.locator('#loading').waitFor();
  await page.locator('#set-lr').waitFor();
  await seeCost(page, '0.693048');
  const told = () => page.locator('.header, .settings').allInnerTexts();
  const before = await told();
  const first = await inWindows(page, places, ['.first-unit', '.first-picture .unit-name', '.first-tick']);
  // What is done now is done when the engine has come, as the page says.
  assert.ok(!await page.locator('.when-early').isVisible());
  await page.locator('#discretise').click();
  await page.locator('.when-early').waitFor();
  await page.evaluate(() => {
    const shown = /** @type {string[]} */ ([]);
    Object.assign(window, { shown });
    const bytes = /** @type {Element} */ (document.querySelector('#loading-bytes'));
    new MutationObserver(() => shown.push(bytes.textContent ?? '')).observe(bytes, { childList: true, characterData: true, subtree: true });
  });
  await linked.locator('#brand').getByText('Shallows').waitFor();
  assert.ok(!await linked.locator('.first-picture').first().isVisible());
  assert.ok(await linked.locator('#play').isDisabled());
  assert.equal(await linked.locator('#settings').innerText(), '');
  assert.equal(await linked.locator('#cost-value').textContent(), '');
  release();
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  assert.ok(await page.locator('#discretise').isChecked());
  assert.deepEqual(await told(), before);
  await page.locator('.first-picture').first().waitFor({ state: 'hidden' });
  const now = await inWindows(page, places, ['.unit', '.headings .unit-name', '.labels .label']);
  assert.ok(first.flat().length > 60 && first.flat().length === now.flat().length, `${first.flat().length} places, and ${now.flat().length}`);
  now.forEach((list, window) => list.forEach((place, i) => {
    const apart = Math.max(...place.map((v, k) => Math.abs(v - first[window][i][k])));
    assert.ok(apart <= 2, `place ${i} of window ${window} was ${first[window][i]} and is ${place}`);
  }));
  const shown = await page.evaluate(() => /** @type {any} */ (window).shown);
  assert.ok(shown.some((/** @type {string} */ text) => /\d/.test(text)), `bytes were shown: ${shown}`);
  await page.locator('#loading').waitFor({ state: 'hidden' });
});
