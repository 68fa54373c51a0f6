/** <nn-playground> in a page of another origin: six of them, driven by script, colours and language of the page. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { siteAddress, visit, visitHost } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/**
 * A page of notes in Chinese on a dark ground, with an element for each text of attributes.
 * @param {string[]} all attributes
 */
const notes = (...all) => (/** @type {string} */ site) => `<!DOCTYPE html><html lang="zh-CN"><meta name="viewport" content="width=device-width"><title>Notes</title>
  <style>body { background: #222 } nn-playground { margin-bottom: 500px }</style>
  <input id="field" autofocus>
  ${all.map((attributes, i) => `<h2>${i + 1}</h2><nn-playground id="e${i + 1}" style="width: 600px" ${attributes}><a href="${site}">The playground</a></nn-playground>`).join('\n')}
  <script>
    var heard = [];
    for (const type of ['ready', 'change', 'metrics', 'state', 'resize', 'error']) {
      addEventListener('nn-' + type, ({ target, detail }) => heard.push({ id: target.id, type, detail, at: performance.now() }));
    }
  </script>
  <script src="${site}web/embed.js"></script></html>`;

/**
 * Waits for an event of an element.
 * @param {Page | Frame} page
 * @param {string} id
 * @param {string} type
 */
const hear = (page, id, type) => page.waitForFunction(
  ([id, type]) => /** @type {any} */ (window).heard.some((/** @type {any} */ event) => event.id === id && event.type === type), [id, type]);

/**
 * Waits until an element tells of an error.
 * @param {Page} page
 * @param {string} id
 * @param {string} reason
 */
const hearError = (page, id, reason) => page.waitForFunction(
  ([id, reason]) => /** @type {any} */ (window).heard.some((/** @type {any} */ event) => event.id === id && event.type === 'error' && event.detail.reason === reason), [id, reason]);

/** Chromium's small cache of a private window fails one reader of two; the page asks once more. */
const expected = [/ERR_CACHE_WRITE_FAILURE/];

/**
 * Keeps the largest number of elements that hold a frame at a time in window.most.
 * @param {Page} page
 */
const countAwake = (page) => page.evaluate(() => {
  const scope = /** @type {any} */ (window);
  scope.most = 0;
  const look = () => {
    const awake = [...document.querySelectorAll('nn-playground')].filter(({ shadowRoot }) => shadowRoot?.querySelector('iframe'));
    scope.most = Math.max(scope.most, awake.length);
    requestAnimationFrame(look);
  };
  look();
});

test('every method answers', async (t) => {
  const page = await visitHost(t, notes('ui="figure" config="v=1&amp;net=3&amp;steps=10"'), { expected });
  const answers = await page.evaluate(async () => {
    const e = /** @type {import('../../web/embed.js').PlaygroundElement} */ (document.querySelector('nn-playground'));
    await e.load();
    const first = await e.getConfig();
    const stepped = await e.step(5);
    await e.run();
    await e.pause();
    await e.setConfig('#v=1&net=2');
    await e.step(3);
    const all = { net: first.net, stepped: stepped.step, after: (await e.getMetrics()).step, predicted: (await e.predict([[1, 1]])).length,
      picture: (await e.snapshot())?.slice(0, 22), link: await e.getShareUrl(), inner: e.shadowRoot?.querySelector('iframe')?.src };
    await e.reset();
    const reset = (await e.getMetrics()).step;
    await e.focus();
    const focused = document.activeElement === e;
    await e.destroy();
    return { ...all, reset, focused, left: document.querySelectorAll('nn-playground').length };
  });
  const { link, inner, ...rest } = answers;
  assert.deepEqual(rest, { net: [3], stepped: 15, after: 3, predicted: 1, picture: 'data:image/png;base64,', reset: 0, focused: true, left: 0 });
  assert.match(link, /\/#v=1&net=2&steps=3$/);
  assert.match(inner ?? '', /[?&]theme=dark&lang=zh-CN#/);
});

test('what its figure has no use for is a key pressed on the element', async (t) => {
  const page = await visitHost(t, notes('ui="figure"'), { expected });
  await hear(page, 'e1', 'ready');
  await page.evaluate(() => {
    /** @type {string[]} */
    const keys = (/** @type {any} */ (window).keys = []);
    for (const type of ['keydown', 'keyup']) document.addEventListener(type, (event) => {
      const { target, key, code, keyCode, which } = /** @type {KeyboardEvent} */ (event);
      keys.push([type, /** @type {Element} */ (target).id, key, code, keyCode, which].join(' '));
    });
  });
  await page.locator('nn-playground').click();
  for (const key of ['q', 'PageDown']) await page.keyboard.press(key);
  await page.waitForFunction(() => /** @type {any} */ (window).keys.length > 1);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).keys), ['keydown e1 PageDown PageDown 34 34', 'keyup e1 PageDown PageDown 34 34']);
});

test('attributes may change later: another run, other colours, another form, where it stands', async (t) => {
  const page = await visitHost(t, notes('ui="figure" config="v=1&amp;net=3"'), { expected });
  await hear(page, 'e1', 'ready');
  /** @param {Record<string, string>} attributes */
  const change = (attributes) => page.evaluate((attributes) => {
    for (const [name, value] of Object.entries(attributes)) document.querySelector('nn-playground')?.setAttribute(name, value);
  }, attributes);
  const inside = () => page.frames()[1];
  await change({ config: '#v=1&data=xor&net=2', theme: 'light' });
  assert.equal(await page.evaluate(async () => (await document.querySelector('nn-playground')?.getConfig())?.data), 'xor');
  await inside().waitForFunction(() => document.documentElement.dataset.theme === 'light');
  await page.evaluate(() => document.querySelector('nn-playground')?.step(17));
  await page.evaluate(() => { /** @type {any} */ (window).heard = []; });
  // A machine that is slow to paint loses nothing.
  await inside().evaluate(() => {
    const paint = HTMLCanvasElement.prototype.toDataURL;
    HTMLCanvasElement.prototype.toDataURL = function (...how) {
      for (const end = performance.now() + 4000; performance.now() < end;);
      return paint.apply(this, how);
    };
  });
  await change({ title: 'Four units', lang: 'en', ui: 'min' });
  await hear(page, 'e1', 'ready');
  assert.equal(await inside().locator('h1.brand').innerText(), 'Four units');
  assert.deepEqual(await inside().evaluate(() => [document.documentElement.lang, document.documentElement.dataset.ui]), ['en', 'min']);
  const stands = await page.evaluate(async () => {
    const e = document.querySelector('nn-playground');
    return [(await e?.getMetrics())?.step, (await e?.getConfig())?.net];
  });
  assert.deepEqual(stands, [17, [2]]);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).heard.filter((/** @type {any} */ { type }) => type === 'ready').length), 1);
});

test('six on a page: at most four are awake, and each comes back where it was', async (t) => {
  const page = await visitHost(t, notes(...Array.from({ length: 6 }, (_, i) => `ui="figure" config="v=1&amp;seed=${i + 1}"`)), { expected });
  await page.locator('#field').pressSequentially('typed');
  await countAwake(page);
  await hear(page, 'e1', 'ready');
  const step = await page.evaluate(async () => {
    const e = /** @type {import('../../web/embed.js').PlaygroundElement} */ (document.getElementById('e1'));
    await e.setConfig({ lr: 0.5 });
    return (await e.step(12)).step;
  });
  assert.equal(step, 12);
  for (let i = 2; i <= 6; i++) {
    await page.locator(`#e${i}`).scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    await hear(page, `e${i}`, 'ready');
    assert.equal(await page.evaluate(() => scrollY), before, `e${i} leaves the notes where they are`);
  }
  await page.locator('#e6').hover();
  const above = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, -200);
  await page.waitForFunction((above) => scrollY <= above - 200, above);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).most), 4);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'field');

  const poster = await page.evaluate(() => document.querySelector('#e1')?.shadowRoot?.querySelector('img')?.src);
  assert.match(poster ?? 'no picture', /^data:image\/png;base64,.{1000}/);
  await page.evaluate(() => { /** @type {any} */ (window).heard = []; });
  await page.locator('#e1').scrollIntoViewIfNeeded();
  await hear(page, 'e1', 'ready');
  const back = await page.evaluate(async () => {
    const e = /** @type {import('../../web/embed.js').PlaygroundElement} */ (document.getElementById('e1'));
    return { step: (await e.getMetrics()).step, lr: (await e.getConfig()).lr };
  });
  assert.deepEqual(back, { step: 12, lr: 0.5 });
  assert.equal(await page.evaluate(() => document.querySelector('input')?.value), 'typed');
});

test('on a phone two are awake', async (t) => {
  const page = await visitHost(t, notes('ui="figure"', 'ui="figure"', 'ui="figure"'), {
    expected,
    profile: { viewport: { width: 390, height: 700 }, isMobile: true, hasTouch: true },
  });
  await countAwake(page);
  for (const id of ['e1', 'e2', 'e3']) {
    await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), id);
    await hear(page, id, 'ready');
  }
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).most), 2);
});

test('on the playground’s own site the frame stays sandboxed off', async (t) => {
  const page = await visit(t, '', {
    expected,
    prepare: (page) => page.route('**/notes.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: notes('ui="figure"')(siteAddress()) })),
  });
  await page.goto(`${siteAddress()}notes.html`);
  await hear(page, 'e1', 'ready');
  assert.equal(await page.frames()[1].evaluate(() => window.origin), 'null');
});

test('notes of an opaque origin have it too', async (t) => {
  const page = await visitHost(t, (site) => `<!DOCTYPE html><title>Notes</title>
    <iframe sandbox="allow-scripts" style="width: 700px; height: 500px" srcdoc="${notes('ui="figure"')(site).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`, { expected: [...expected, /Blocked autofocusing/] });
  const inner = page.frames()[1];
  await hear(inner, 'e1', 'ready');
  assert.equal(await inner.evaluate(async () => (await document.querySelector('nn-playground')?.step(3))?.step), 3);
});

test('loading="click" waits for a click, and shows what is inside until then', async (t) => {
  const page = await visitHost(t, notes('loading="click" ui="figure"'), { expected });
  assert.ok(await page.getByText('The playground').isVisible());
  assert.equal(page.frames().length, 1);
  await page.locator('#e1').click();
  await hear(page, 'e1', 'ready');
});

test('a playground that fails says why, one that never answers is told of after 15 seconds', async (t) => {
  const page = await visitHost(t, notes('ui="figure"'), {
    expected: [/404/, /wasm/],
    prepare: (page) => page.route('**/*.wasm', (route) => route.fulfill({ status: 404 })),
  });
  await hearError(page, 'e1', 'missing');

  const silent = await visitHost(t, notes(...Array(5).fill('ui="figure"')), {
    prepare: async (page) => {
      await page.clock.install({ time: 0 });
      await page.clock.pauseAt(1000);
      await page.route('**/some/where/?*', (route) => route.fulfill({ contentType: 'text/html', body: '<p>Another page.' }));
    },
  });
  const frameIn = (/** @type {string} */ id) => silent.waitForFunction((id) => document.getElementById(id)?.shadowRoot?.querySelector('iframe'), id);
  await frameIn('e1');
  for (let i = 2; i <= 5; i++) {
    await silent.locator(`#e${i}`).scrollIntoViewIfNeeded();
    await frameIn(`e${i}`);
  }
  // Its place was taken at once, as it had nothing to lose; of it there is nothing to be told.
  await hear(silent, 'e1', 'state');
  await silent.clock.fastForward(15_000);
  await hearError(silent, 'e5', 'timeout');
  assert.deepEqual(await silent.evaluate(() => /** @type {any} */ (window).heard.map((/** @type {any} */ { id, type }) => `${id} ${type}`).sort()),
    ['e1 state', 'e2 error', 'e3 error', 'e4 error', 'e5 error']);
});

test('without WebGL 2 and without WebAssembly the host is told', async (t) => {
  for (const { reason, prepare } of [
    { reason: 'noWebAssembly', prepare: () => { Reflect.deleteProperty(window, 'WebAssembly'); } },
    { reason: 'noWebGL2', prepare: () => { HTMLCanvasElement.prototype.getContext = () => null; } },
  ]) {
    const page = await visitHost(t, notes('ui="figure"'), { expected, prepare: (page) => page.addInitScript(prepare) });
    await hearError(page, 'e1', reason);
    if (reason === 'noWebGL2') assert.equal(await page.evaluate(async () => (await document.querySelector('nn-playground')?.step(3))?.step), 3);
  }
});

test('an element and the notes around it', async (t) => {
  const page = await visitHost(t, notes('ui="figure"'), { expected });
  await hear(page, 'e1', 'ready');
  const sees = (/** @type {string} */ wanted) => page.frames()[1].waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, wanted);

  await t.test('the colours of the notes are followed, and their switch', async () => {
    await sees('dark');
    await page.evaluate(() => { document.body.style.background = '#fff'; });
    await sees('light');
  });

  await t.test('colours in any notation count', async () => {
    for (const [background, theme] of [
      ['oklch(0.98 0.01 250)', 'light'], ['oklch(0.25 0.03 250)', 'dark'], ['lab(96 0 0)', 'light'], ['lch(12 4 250)', 'dark'],
      ['color(display-p3 0.95 0.95 0.9)', 'light'], ['color-mix(in srgb, #000 80%, #fff)', 'dark'], ['oklab(1 0 0 / 90%)', 'light'],
    ]) {
      await page.evaluate((background) => { document.body.style.background = background; }, background);
      await sees(theme);
    }
  });

  await t.test('notes that are restyled all the time leave room for commands', async () => {
    const frame = page.frames()[1];
    await page.evaluate(() => { document.body.style.background = '#222'; });
    await sees('dark');
    await frame.evaluate(() => {
      const scope = /** @type {any} */ (window);
      scope.themes = [];
      addEventListener('message', ({ data }) => data.type === 'setTheme' && scope.themes.push(data.payload.theme));
    });
    await page.evaluate(async () => {
      for (let i = 0; i < 100; i++) {
        document.documentElement.style.setProperty('--scrolled', String(i));
        await new Promise(requestAnimationFrame);
      }
      document.body.style.background = '#fff';
    });
    await sees('light');
    assert.deepEqual(await frame.evaluate(() => /** @type {any} */ (window).themes), ['light']);
  });

  await t.test('what other windows say in the playground’s name is not heard', async () => {
    const events = () => page.evaluate(() => /** @type {any} */ (window).heard.length);
    await page.evaluate(() => document.querySelector('nn-playground')?.getMetrics());
    const before = await events();
    const answer = page.evaluate(() => document.querySelector('nn-playground')?.step(2));
    await page.evaluate(() => new Promise((resolve) => {
      const forger = document.createElement('iframe');
      forger.srcdoc = `<script>
        for (let id = 0; id < 50; id++) parent.postMessage({ nnpg: 1, id: id || null, type: id ? 'result' : 'error', payload: { step: 999, reason: 'broken' } }, '*');
        parent.document.title = 'forged';
      </` + 'script>';
      forger.onload = () => setTimeout(resolve);
      document.body.append(forger);
    }));
    assert.equal(await page.title(), 'forged');
    assert.equal((await answer)?.step, 2);
    const heard = await page.evaluate((from) => /** @type {any} */ (window).heard.slice(from).map((/** @type {any} */ { type }) => type), before);
    assert.ok(!heard.includes('error'), String(heard));
  });
});

test('what is asked of it before it stands in the page is done there', async (t) => {
  const page = await visitHost(t, notes(), { expected });
  const step = await page.evaluate(async () => {
    const e = document.createElement('nn-playground');
    e.setAttribute('ui', 'figure');
    const stepped = e.step(4);
    document.body.append(e);
    return (await stepped).step;
  });
  assert.equal(step, 4);
});

test('one taken out before it has answered is no failure, and leaves its place to others', async (t) => {
  let silent = true;
  const page = await visitHost(t, notes(...Array.from({ length: 4 }, () => 'ui="figure"')), {
    expected,
    prepare: async (page) => {
      await page.clock.install();
      await page.route('**/some/where/?*', (route) => (silent ? route.fulfill({ contentType: 'text/html', body: '<p>Another page.' }) : route.continue()));
    },
  });
  await page.waitForFunction(() => document.querySelector('nn-playground')?.shadowRoot?.querySelector('iframe'));
  await page.evaluate(() => {
    const scope = /** @type {any} */ (window);
    const e = /** @type {HTMLElement} */ (document.querySelector('nn-playground'));
    scope.failures = 0;
    e.addEventListener('nn-error', () => scope.failures++);
    scope.loaded = /** @type {any} */ (e).load();
    scope.first = e;
    // It is to load anew, and is taken out meanwhile.
    e.title = 'Away';
    e.remove();
  });
  await page.clock.fastForward(15_000);
  assert.deepEqual(await page.evaluate(() => {
    const { failures, first } = /** @type {any} */ (window);
    return { failures, frame: first.shadowRoot.querySelector('iframe') !== null };
  }), { failures: 0, frame: false });
  silent = false;
  await page.evaluate(() => document.body.prepend(/** @type {any} */ (window).first));
  await page.evaluate(() => /** @type {any} */ (window).loaded);
});

test('where the policy of a page forbids inline styles the element has its size by its attributes', async (t) => {
  const page = await visitHost(t, (site) => `<!DOCTYPE html><html lang="en"><title>Notes</title>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${new URL(site).origin}; frame-src ${new URL(site).origin}">
    <nn-playground loading="click" ui="figure" width="400" height="300"></nn-playground>
    <nn-playground loading="click" width="50%" height="20em"></nn-playground>
    <nn-playground loading="click" ui="figure" width="1e9" height="red;} *{color:red"></nn-playground>
    <nn-playground loading="click" ui="figure"></nn-playground>
    <script src="${site}web/embed.js"></script></html>`, { profile: { viewport: { width: 1016, height: 700 } } });
  const sizes = () => page.evaluate(() => [...document.querySelectorAll('nn-playground')].map(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]));
  assert.deepEqual(await sizes(), [[400, 300], [500, 320], [1000, 600], [1000, 600]]);
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll('nn-playground');
    first.setAttribute('height', '350px');
    second.removeAttribute('width');
  });
  assert.deepEqual((await sizes()).slice(0, 2), [[400, 350], [1000, 320]]);
});

test('a frame that says anything harms nothing around it', async (t) => {
  const page = await visitHost(t, notes('ui="figure" config="v=1&amp;net=3"'), {
    expected,
    // In the playground's place, an answer of each shape to each command.
    prepare: (page) => page.route(/\/some\/where\/\?/, (route) => route.fulfill({ contentType: 'text/html', body: `<script>
      const say = (id, type, payload) => parent.postMessage({ nnpg: 1, id, type, payload }, '*');
      const odd = [undefined, null, 5, {}, [], { state: {} }, { toString: 1 }, new Map(), 'https://evil.example/#v=1&net=9', 'data:image/svg+xml,<svg/>'];
      for (const payload of odd) for (const type of ['state', 'ready', 'error', 'change', 'metrics', 'resize', 'failure', {}, null, '__proto__']) say(null, type, payload);
      let last = 0;
      addEventListener('message', ({ data }) => {
        say(data.id, last % 3 ? 'result' : 'failure', odd[last++ % odd.length]);
        for (const payload of odd) say(data.id, 'result', payload);
      });
      const metrics = { step: 1, epoch: 1, cost: 0.5, testCost: null, accuracy: 1, testAccuracy: null, diverged: false }, config = { data: 'xor', net: [2] };
      for (let i = 0; i < 3; i++) say(null, 'ready', { config, metrics });
    </` + 'script>' })),
  });
  await hear(page, 'e1', 'ready');
  const outcomes = await page.evaluate(async () => {
    const e = /** @type {any} */ (document.querySelector('nn-playground'));
    const all = [];
    for (const type of ['step', 'getConfig', 'getMetrics', 'setConfig', 'predict', 'snapshot', 'getShareUrl']) {
      for (let i = 0; i < 10; i++) all.push(await e[type]({}).then((/** @type {unknown} */ value) => `${type} ${JSON.stringify(value)}`, (/** @type {Error} */ error) => error.message));
    }
    // It is put away with nothing to come back to but what it began with.
    e.title = 'Anew';
    return [...new Set(all)];
  });
  // Predictions are a list, and an empty one is a list.
  assert.deepEqual(outcomes.sort(), ['no answer', 'predict []']);
  await page.waitForFunction(() => /** @type {any} */ (window).heard.filter((/** @type {any} */ { type, detail }) => type === 'state' && detail.state === 'asleep').length === 1);
  await page.waitForFunction(() => document.querySelector('nn-playground')?.shadowRoot?.querySelector('iframe')?.title === 'Anew');
  assert.match(await page.evaluate(() => document.querySelector('nn-playground')?.shadowRoot?.querySelector('iframe')?.src ?? ''), /#v=1&net=3$/);
});

test('the script is small', async () => {
  const script = await readFile(new URL('web/embed.js', process.env.SITE ? `file://${process.env.SITE}` : new URL('../../dist/', import.meta.url)));
  assert.ok(script.length <= 7 * 1024, `${script.length} bytes`); // docs/protocol.md tells it
});
