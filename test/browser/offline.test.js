/** The app stays after the first visit, and a new version of it comes without losing a run or mixing with the old one. */

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { newPage } from './harness.js';
import { eventually } from './panel.js';
import { metrics, params, seeStep, train } from './reader.js';
import { serveSite } from './site.js';
import { buildChanged } from './versions.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('node:test').TestContext} TestContext */

/**
 * A server of its own, and a profile that allows service workers.
 * @param {TestContext} t
 * @param {RegExp[]} [expected] errors in the console that the test is about
 */
async function start(t, expected) {
  const site = await serveSite();
  const first = await newPage(t, [new URL(site.address).origin], { profile: { serviceWorkers: 'allow' }, expected });
  // After the pages, which may still be loading pictures of what is out of sight.
  t.after(() => site.close());
  return { site, first, context: first.context() };
}

/**
 * @param {Page} page
 * @param {string} address
 */
async function open(page, address) {
  await page.goto(address);
  await ready(page);
}

/** @param {Page} page */
async function ready(page) {
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
}

/** Waits until the app is kept. @param {Page} page */
async function kept(page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/**
 * A server and a profile as start gives them, after a first visit that has kept the app.
 * @param {TestContext} t
 * @param {RegExp[]} [expected] errors in the console that the test is about
 */
async function visited(t, expected) {
  const { site, first, context } = await start(t, expected);
  await open(first, site.address);
  await kept(first);
  await first.close();
  return { site, context };
}

/** The word that the two versions say differently. @param {Page} page */
function word(page) {
  return page.locator('#play').innerText();
}

const update = /new version/;

/** The second version: another locale, another lesson. @type {ReturnType<typeof buildChanged>} */
let second;

before(() => {
  second = buildChanged({
    'web/locales/en.json': (text) => text.replace('"transport.play": "', '"transport.play": "Second '),
    'web/lessons/en/representation.json': (text) => text.replace('"heading": "', '"heading": "Second '),
  });
});

after(() => second?.remove());

/** @param {Page} page */
async function openLesson(page) {
  await page.locator('#side-tab-lessons').click();
  await page.locator('#lesson-representation').click();
  await page.locator('.lesson-heading').waitFor();
  return page.locator('.lesson-heading').innerText();
}

test('the app stays after the first visit', async (t) => {
  const { site, first, context } = await start(t);

  await t.test('nothing is kept before the run of the address stands', async () => {
    const asked = /** @type {string[]} */ ([]);
    const early = /** @type {string[]} */ ([]);
    context.on('request', (request) => asked.push(request.url()));
    await first.exposeFunction('stands', () => early.push(...asked));
    await first.addInitScript(() => {
      new MutationObserver(() => {
        if (document.documentElement.dataset.state === 'ready') /** @type {any} */ (window).stands();
      }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-state'] });
    });
    await open(first, `${site.address}#v=1&steps=500`);
    await kept(first);
    assert.ok(early.length > 0 && asked.length > early.length);
    assert.deepEqual(early.filter((url) => /sw\.js|lessons\//.test(url)), []);
  });

  await t.test('what only other sites and sandboxed frames load is not kept', async () => {
    const names = await first.evaluate(async () => {
      const caches = await window.caches.keys();
      const requests = await Promise.all(caches.map(async (name) => (await window.caches.open(name)).keys()));
      return requests.flat().map(({ url }) => url);
    });
    assert.ok(names.length > 40, `${names.length} files`);
    assert.deepEqual(names.filter((name) => /sealed|embed\./.test(name)), []);
  });

  await t.test('the app can be installed', async () => {
    const session = await context.newCDPSession(first);
    const { errors, data } = await session.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    const { name, icons, lang, display, start_url: opens } = JSON.parse(data ?? '');
    assert.deepEqual({ name, lang, display }, { name: 'Shallows', lang: 'en', display: 'standalone' });
    assert.equal(new URL(opens, site.address).href, site.address);
    const types = await first.evaluate((sources) => Promise.all(sources.map(async (/** @type {string} */ src) => {
      const img = new Image();
      img.src = src;
      await img.decode();
      return img.naturalWidth;
    })), icons.map((/** @type {{src: string}} */ { src }) => src));
    assert.deepEqual(types.slice(1), [192, 512, 512]);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A test's profile is an incognito one. The shell without a window, which installs nothing, finds no errors at all.
    assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((error) => error !== 'in-incognito'), []);
  });

  await t.test('what other workers of the origin say is not for this page', async () => {
    await open(first, site.address);
    for (const data of [{ version: 'another' }, null, 'hello']) {
      await first.evaluate((data) => navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data })), data);
    }
    assert.equal(await first.locator('#notices').innerText(), '');
  });

  await t.test('with the server down the next visit has everything: it trains, changes its language and opens a lesson', async () => {
    await first.close();
    site.close();

    const page = await context.newPage();
    await open(page, `${site.address}?panel=ledger#v=1&steps=20`);
    assert.equal((await metrics(page)).step, 20);
    await train(page, 30);
    await seeStep(page, 30);
    await page.locator('#language').selectOption('zh-Hans');
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
    assert.match(await openLesson(page), /\p{Script=Han}/u);
    await page.reload();
    await ready(page);
    assert.match(await page.locator('.lesson-heading').innerText(), /\p{Script=Han}/u);
    await page.locator('#side-tab-settings').click();
    const [licences] = await Promise.all([context.waitForEvent('page'), page.locator('.about a').click()]);
    await licences.getByRole('heading', { name: 'Shallows', exact: true }).waitFor();
    assert.match(await licences.locator('body').innerText(), /Apache License[^]*Makoto Matsumoto and Takuji Nishimura/);
    await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
    const pictures = await page.evaluate(() => [...document.images].map(({ naturalWidth }) => naturalWidth > 0));
    assert.ok(pictures.length > 0 && pictures.every(Boolean), `pictures: ${pictures}`);
  });
});

test('a new version says so once, and its button brings it with the run as it is, to the last bit, also while a lesson is open', async (t) => {
  const { site, context } = await visited(t);
  site.deploy(second.site);

  const page = await context.newPage();
  await open(page, `${site.address}?lang=en#v=1&data=moons&steps=40`);
  assert.doesNotMatch(await word(page), /Second/);
  await page.evaluate(() => window.playground.set({ lr: 0.3 }));
  await train(page, 90);
  const before = { params: await params(page), metrics: await metrics(page) };
  const notice = page.locator('.toast', { hasText: update });
  await notice.waitFor();
  assert.equal(await notice.count(), 1);
  await notice.getByRole('button').first().click();
  await page.getByText('Second').first().waitFor();
  await ready(page);
  assert.deepStrictEqual({ params: await params(page), metrics: await metrics(page) }, before);
  assert.equal(await page.locator('.toast', { hasText: update }).count(), 0);

  // The next one is what was there before.
  await page.close();
  site.deploy(fileURLToPath(new URL('../../dist', import.meta.url)));
  const next = await context.newPage();
  await open(next, `${site.address}?lang=en#v=1&data=spiral&steps=30`);
  const own = await params(next);
  assert.match(await openLesson(next), /Second/);
  await next.locator('.toast', { hasText: update }).getByRole('button').first().click();
  await next.waitForFunction(() => /** @type {HTMLElement | null} */ (document.querySelector('.lesson-heading'))?.innerText.includes('Second') === false);
  await ready(next);
  await next.locator('#lesson-leave').click();
  assert.deepStrictEqual(await params(next), own);
  assert.doesNotMatch(await word(next), /Second/);
  await next.close();

  await t.test('where what is kept cannot be read, the page comes from the network', async () => {
    for (const worker of context.serviceWorkers()) await worker.evaluate(() => { caches.open = () => Promise.reject(new Error('no store')); });
    const page = await context.newPage();
    await open(page, `${site.address}#v=1&steps=3`);
    assert.equal((await metrics(page)).step, 3);
  });
});

test('a page of the old version gets old files only, though the server and the worker have new ones', async (t) => {
  const { site, first, context } = await start(t);
  await open(first, `${site.address}?lang=zh-Hans`);
  await kept(first);
  site.deploy(second.site);

  const page = await context.newPage();
  await open(page, `${site.address}?lang=en`);
  await page.locator('.toast', { hasText: update }).waitFor();
  await page.close();
  const next = await context.newPage();
  await open(next, `${site.address}?lang=en`);
  assert.match(await word(next), /Second/);

  await first.locator('#language').selectOption('en');
  await first.waitForFunction(() => document.documentElement.lang === 'en');
  assert.doesNotMatch(await word(first), /Second/);
  assert.doesNotMatch(await openLesson(first), /Second/);
  assert.match(await openLesson(next), /Second/);

  await t.test('files of versions that no page shows any more are let go', async () => {
    const kinds = (/** @type {Page} */ page) => page.evaluate(async () => {
      const [cache] = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      return (await cache.keys()).filter(({ url }) => /locales.en|index/.test(url)).length;
    });
    assert.equal(await kinds(next), 4);
    await first.close();
    await next.close();
    const last = await context.newPage();
    await open(last, site.address);
    await eventually(async () => assert.equal(await kinds(last), 2));
  });
});

test('the old version takes nothing from the new one that waits for it to finish', async (t) => {
  const { site, context } = await visited(t);
  /** @type {(answered: void) => void} */
  let answer = () => {};
  const held = new Promise((resolve) => (answer = resolve));
  await context.route('**/held.0123456789abcdef.js', (route) => held.then(() => route.fulfill({ body: '' })));
  site.deploy(second.site);
  const page = await context.newPage();
  // While the old worker answers this request, no other one comes in its place.
  await page.addInitScript(() => void fetch('held.0123456789abcdef.js'));
  await open(page, `${site.address}?lang=en`);
  await eventually(async () => assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state), 'installed'));
  // A page that was slow to start says its version now only.
  await page.evaluate(() => new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('message', resolve, { once: true });
    navigator.serviceWorker.controller?.postMessage({ version: document.querySelector('meta[name="version"]')?.getAttribute('content') });
  }));
  answer();
  await page.locator('.toast', { hasText: update }).waitFor();
  await page.close();
  site.close();
  const next = await context.newPage();
  await open(next, `${site.address}?lang=en`);
  assert.match(await word(next), /Second/);
});

test('a deployment that is not yet whole changes nothing', async (t) => {
  const { site, context } = await visited(t, [/404/]);
  // The worker of the new version has come, its files have not.
  await context.route('**/lessons/en/representation.*.json', (route) => route.fulfill({ status: 404, body: '' }));
  site.deploy(second.site);
  const page = await context.newPage();
  const refused = context.waitForEvent('response', (response) => /representation/.test(response.url()) && response.status() === 404);
  await open(page, `${site.address}?lang=en`);
  await refused;
  // The new worker is given up, or if it should not be, it is in force.
  await eventually(async () => assert.deepEqual(await page.evaluate(async () => {
    const { installing, waiting, active } = await navigator.serviceWorker.ready;
    return [installing, waiting, active?.state];
  }), [null, null, 'activated']));
  assert.doesNotMatch(await openLesson(page), /Second/);
  await page.reload();
  await ready(page);
  assert.doesNotMatch(await word(page), /Second/);
});

test('a page in a frame keeps nothing by itself', async (t) => {
  const { site, first, context } = await start(t);
  await first.addInitScript(() => {
    const registered = /** @type {unknown[]} */ ([]);
    Object.assign(window, { registered });
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...given) {
      registered.push(given);
      return register.apply(this, given);
    };
  });
  // Of the site's own origin: elsewhere some browsers refuse a service worker anyway.
  await context.route(`${site.address}notes.html`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>Notes</title><link rel="icon" href="data:,"><iframe src="./"></iframe>' }));
  await first.goto(`${site.address}notes.html`);
  const frame = first.frames()[1];
  await frame.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  // A page by itself would have asked for this before.
  await frame.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  assert.equal(await frame.evaluate(() => /** @type {any} */ (window).registered.length), 0);
});
