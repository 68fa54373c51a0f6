/** Commands by postMessage: answered to the page around, and to nobody else; hostile messages change nothing. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visitHost } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * A page of notes that keeps what its frame says, with ask(type, payload) for an answer.
 * @param {string} query
 */
const notes = (query) => (/** @type {string} */ site) => `<!DOCTYPE html><html lang="en"><title>Notes</title>
  <iframe sandbox="allow-scripts" width="600" height="360" src="${site}${query}"></iframe>
  <script>
    var frame = document.querySelector('iframe'), heard = [], waiting = new Map(), last = 0;
    addEventListener('message', ({ source, data }) => {
      heard.push(data);
      if (source === frame.contentWindow && data.id !== null && waiting.has(data.id)) waiting.get(data.id)(data);
    });
    function ask(type, payload = null, id = ++last) {
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        frame.contentWindow.postMessage({ nnpg: 1, id, type, payload }, '*');
      });
    }
  </script></html>`;

/**
 * @param {Page} page
 * @param {string} type
 * @param {unknown} [payload]
 * @returns {Promise<any>} the answer
 */
const ask = (page, type, payload) => page.evaluate(([type, payload]) => /** @type {any} */ (window).ask(type, payload), /** @type {const} */ ([type, payload]));

/** @param {Page} page */
async function ready(page) {
  await page.waitForFunction(() => /** @type {any} */ (window).heard.some((/** @type {any} */ data) => data?.type === 'ready'));
}

test('the picture that a frame gives has its words', async (t) => {
  const inks = [];
  for (const title of ['', '&title=Moons']) {
    const page = await visitHost(t, notes(`?ui=figure&lang=en&theme=light${title}#v=1`), { profile: { deviceScaleFactor: 0.5 } });
    await ready(page);
    const picture = (await ask(page, 'snapshot')).payload;
    inks.push(await page.evaluate(async (picture) => {
      const image = new Image();
      image.src = picture;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      // The title stands in the bar below the plane, the numbers of its axes between the two.
      const ink = { title: 0, numbers: 0 };
      for (let i = 0; i < data.length; i += 4) {
        const y = Math.floor(i / 4 / image.width);
        if (Math.max(data[i], data[i + 1], data[i + 2]) > 190) continue;
        if (y > 0.88 * image.height) ink.title++;
        else if (y > 0.76 * image.height) ink.numbers++;
      }
      return ink;
    }, picture));
  }
  const [untitled, titled] = inks;
  assert.ok(untitled.numbers > 60, `${untitled.numbers} dark pixels below the plane`);
  assert.equal(untitled.title, 0);
  assert.ok(titled.title > 60, `${titled.title} dark pixels where the title is`);
});

test('of a figure', async (t) => {
  const page = await visitHost(t, notes('?ui=figure#v=1&net=3'));
  await ready(page);

  await t.test('heights are told in the forms of Embedly and Canvas too', async () => {
    await page.waitForFunction(() => /** @type {any} */ (window).heard.some((/** @type {any} */ data) => typeof data === 'string' && data.includes('lti.frameResize')));
    const heights = await page.evaluate(() => {
      const heard = /** @type {any[]} */ (/** @type {any} */ (window).heard);
      const texts = heard.filter((data) => typeof data === 'string').map((data) => JSON.parse(data));
      return [heard.find(({ type }) => type === 'resize').payload.height, texts.find(({ context }) => context === 'iframe.resize').height, texts.find(({ subject }) => subject === 'lti.frameResize').height];
    });
    assert.deepEqual(heights, [360, 360, 360]);
  });

  await t.test('every command answers', async () => {
    assert.deepEqual((await ask(page, 'getConfig')).payload.net, [3]);
    assert.equal((await ask(page, 'step', { steps: 7 })).payload.step, 7);
    assert.equal((await ask(page, 'getMetrics')).payload.step, 7);
    assert.equal((await ask(page, 'predict', { points: [[1, 2], [0, 0]] })).payload.length, 2);
    assert.match((await ask(page, 'getShareUrl')).payload, /#v=1&net=3&steps=7$/);
    assert.match((await ask(page, 'snapshot')).payload, /^data:image\/png;base64,.{1000}/);
    assert.deepEqual((await ask(page, 'setConfig', { config: { net: [2, 2] } })).payload, { warnings: [] });
    assert.deepEqual((await ask(page, 'setConfig', { config: '#v=1&net=5' })).payload, { warnings: [] });
    assert.deepEqual((await ask(page, 'getConfig')).payload.net, [5]);
    await page.evaluate(() => { /** @type {any} */ (window).heard.length = 0; });
    assert.equal((await ask(page, 'run')).type, 'result');
    await page.waitForFunction(() => /** @type {any} */ (window).heard.some((/** @type {any} */ { type, payload }) => type === 'metrics' && payload.step > 0));
    assert.equal((await ask(page, 'pause')).type, 'result');
    assert.equal((await ask(page, 'reset')).type, 'result');
    assert.equal((await ask(page, 'getMetrics')).payload.step, 0);
    assert.equal((await ask(page, 'setTheme', { theme: 'dark' })).type, 'result');
    assert.equal(await page.frames()[1].evaluate(() => document.documentElement.dataset.theme), 'dark');
    await ask(page, 'focus');
    // The focus goes its own way between the two processes.
    await page.waitForFunction(() => document.activeElement?.tagName === 'IFRAME');
  });
});

test('what is wrong, from elsewhere or too much changes nothing', async (t) => {
  const page = await visitHost(t, notes('#v=1&net=3&steps=10'));
  await ready(page);

  await t.test('wrong commands are refused, malformed ones not even answered, and nothing is lost', async () => {
    for (const [type, payload] of [['explode', null], ['step', null], ['step', { steps: 1e12 }], ['step', { steps: 'many' }], ['predict', { points: [['a', 1]] }],
      ['setConfig', { config: 7 }], ['setTheme', { theme: 'x' }], ['run', { more: 1 }], ['constructor', null], ['__proto__', null]]) {
      assert.equal((await ask(page, String(type), payload)).type, 'failure', String(type));
    }
    await page.evaluate(() => {
      const { frame } = /** @type {any} */ (window);
      const send = (/** @type {unknown} */ data) => frame.contentWindow.postMessage(data, '*');
      for (const data of [null, 7, 'reset', [], {}, { nnpg: 2, id: 'x', type: 'reset', payload: null }, { nnpg: 1, type: 'reset' }, { nnpg: 1, id: {}, type: 'reset', payload: null },
        { nnpg: 1, id: 'x', type: 'reset', payload: null, more: 1 }, { nnpg: 1, id: 'x', type: 'setConfig', payload: { config: { net: new Map() } } }]) send(data);
      send({ nnpg: 1, id: 'big', type: 'setConfig', payload: { config: 'x'.repeat(1e7) } });
      send({ nnpg: 1, id: 'deep', type: 'predict', payload: { points: [[[[[[[[[[1]]]]]]]]]] } });
      send({ nnpg: 1, id: 'wide', type: 'predict', payload: { points: Array(1e6).fill([1, 1]) } });
    });
    assert.equal((await ask(page, 'getMetrics')).payload.step, 10);
    const answered = await page.evaluate(() => /** @type {any} */ (window).heard.map((/** @type {any} */ data) => data?.id).filter((/** @type {any} */ id) => typeof id === 'string'));
    assert.deepEqual(answered, []);
    assert.equal(await page.frames()[1].locator('#notices .toast').count(), 0);
  });

  await t.test('a sibling frame is not heard', async () => {
    await page.evaluate(() => {
      const sibling = document.createElement('iframe');
      sibling.srcdoc = '<script>parent.frames[0].postMessage({ nnpg: 1, id: 1, type: "reset", payload: null }, "*"); document.title = "sent"</' + 'script>';
      document.body.append(sibling);
    });
    await page.waitForFunction(() => document.querySelectorAll('iframe')[1]?.contentDocument?.title === 'sent');
    assert.equal((await ask(page, 'getMetrics')).payload.step, 10);
  });

  await t.test('ten thousand commands a second are not carried out, and the page goes on', async () => {
    const { step, seconds } = await page.evaluate(async () => {
      const { frame, ask } = /** @type {any} */ (window);
      const began = performance.now();
      for (let i = 0; i < 10_000; i++) frame.contentWindow.postMessage({ nnpg: 1, id: `flood ${i}`, type: 'step', payload: { steps: 1 } }, '*');
      for (;;) {
        const answer = await Promise.race([ask('getMetrics'), new Promise((resolve) => setTimeout(resolve, 500, null))]);
        if (answer) return { step: answer.payload.step, seconds: (performance.now() - began) / 1000 };
      }
    });
    // Sixty at once, and sixty a second.
    assert.ok(step > 10 && step <= 10 + 60 * (1 + seconds), `${step - 10} steps in ${seconds} seconds`);
  });
});

test('a page of another origin than origin= names, and a window that is not the parent, are not heard', async (t) => {
  const page = await visitHost(t, notes('?origin=https://notes.example#v=1&steps=10'));
  const frame = page.frames()[1];
  await frame.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  // What the frame says after it has got the message is heard after its answer to it would be.
  await frame.evaluate(() => addEventListener('message', () => setTimeout(() => parent.postMessage('got it', '*'))));
  await page.evaluate(() => /** @type {any} */ (window).frame.contentWindow.postMessage({ nnpg: 1, id: 1, type: 'reset', payload: null }, '*'));
  await page.waitForFunction(() => /** @type {any} */ (window).heard.length > 0);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), ['got it']);
  assert.equal(await frame.evaluate(() => window.playground.metrics().step), 10);
});

test('of an origin= that cannot be read no page is heard, and the frame says so; a page named by its address is', async (t) => {
  const page = await visitHost(t, notes('?origin=*#v=1&steps=10'));
  const closed = page.frames()[1];
  await closed.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  assert.match(await closed.locator('#notices').innerText(), /origin=\*/);
  await closed.evaluate(() => addEventListener('message', () => setTimeout(() => parent.postMessage('got it', '*'))));
  await page.evaluate(() => /** @type {any} */ (window).frame.contentWindow.postMessage({ nnpg: 1, id: 1, type: 'reset', payload: null }, '*'));
  await page.waitForFunction(() => /** @type {any} */ (window).heard.length > 0);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), ['got it']);
  assert.equal(await closed.evaluate(() => window.playground.metrics().step), 10);
  await page.evaluate(() => {
    const { frame } = /** @type {any} */ (window);
    frame.src = frame.src.replace('origin=*', 'ui=min?orign=https://notes.example');
  });
  await closed.getByText(/a damaged origin=/).waitFor();
  await page.evaluate(() => {
    const { frame } = /** @type {any} */ (window);
    frame.src = frame.src.replace('ui=min?orign=https://notes.example', 'origin=*');
    frame.src = frame.src.replace('*', encodeURIComponent(`${location.href}week1.html`));
  });
  await ready(page);
  assert.equal((await ask(page, 'getMetrics')).payload.step, 10);
});
