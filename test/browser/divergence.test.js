/** What becomes of runs that explode, of numbers of any size, and of what else goes wrong around a run. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';
import { keepNotices, metrics, seeStep } from './reader.js';

/** @typedef {import('playwright-core').Page} Page */

/** Links that diverge: every data set, activation and rate among them. */
const explosions = [
  'data=plane&lr=10',
  'data=bumps&net=8&lr=10&act=relu&init=he',
  'data=planar&out=linear&lr=100&net=4,4&act=leaky&init=he&test=20',
  'data=moons&out=linear&lr=30&net=3,3&act=linear&init=he&opt=momentum',
];

/** Trains until the run ends. @param {Page} page */
const explode = (page) => page.evaluate(async () => {
  while (!window.playground.metrics().diverged) await window.playground.step(50);
});

/**
 * The texts that leave their box: cut off by it, over the edge of the window or of their picture.
 * @param {Page} page
 */
const outside = (page) => page.evaluate(() => {
  const box = (/** @type {Element} */ e) => e.getBoundingClientRect();
  const leaves = [...document.querySelectorAll('.label, .unit-value, .grid-cell, .readout dd, dd, td, output, .plot text, .toast p, .caption')]
    .filter((e) => e.checkVisibility() && e.textContent?.trim());
  return leaves.flatMap((e) => {
    const [own, text] = [box(e), document.createRange()];
    text.selectNodeContents(e);
    const { left, right } = e instanceof SVGElement ? own : box(/** @type {any} */ (text));
    const holder = e.closest('.slot, svg, .grid-cell, dd, td, output, p') ?? document.body;
    const { left: from, right: to } = box(holder);
    const gone = left < from - 1 || right > to + 1 || (holder.closest('.grid, .panel-scroll') === null && right > innerWidth + 1);
    return gone ? [`${e.className || e.tagName} ${e.textContent}: ${left}..${right} of ${from}..${to}`] : [];
  });
});

test('no text leaves its box however large the numbers', async (t) => {
  const page = await visit(t, '?panel=ledger', { expected: [] });
  for (const link of explosions) {
    await page.evaluate((fragment) => window.playground.set(fragment), `#v=1&${link}`);
    await explode(page);
    for (const panel of ['ledger', 'update', 'graph', 'activations', 'symmetry', 'check', 'collapse']) {
      await page.evaluate((name) => document.querySelector(`[data-panel="${name}"], #tab-${name}`)?.dispatchEvent(new MouseEvent('click', { bubbles: true })), panel);
      await page.waitForFunction(() => document.querySelector('#panel')?.textContent?.trim());
      assert.deepEqual(await outside(page), [], `${link}, ${panel}`);
      const text = await page.locator('body').innerText();
      assert.doesNotMatch(text, /\d{12}|\d\.\d{10}|undefined|e\+\d/, `${link}, ${panel}`);
    }
  }
});

test('around a run', async (t) => {
  const page = await visit(t, '#v=1&data=plane&lr=10', { prepare: keepNotices });
  const begin = () => page.evaluate(() => window.playground.set('#v=1'));

  await t.test('the notice of divergence lowers the learning rate, and then the run trains', async () => {
    await page.locator('#play').click();
    await page.locator('#notices .button', { hasText: 'Lower the learning rate' }).click();
    assert.deepEqual(await page.evaluate(() => [window.playground.get().lr, window.playground.metrics().step]), [1, 0]);
    assert.deepEqual(await page.locator('#notices .toast').allInnerTexts(), []);
    const before = (await metrics(page)).cost;
    await page.evaluate(() => window.playground.step(200));
    const after = await metrics(page);
    assert.ok(!after.diverged && Number(after.cost) < Number(before), JSON.stringify(after));
    await page.goBack();
    await page.waitForFunction(() => window.playground.get().lr === 10);
  });

  await t.test('values to predict, chosen in the page, are learnt; scripts set what they say', async () => {
    await begin();
    await page.locator('.more').evaluate((fold) => Object.assign(fold, { open: true }));
    await page.locator('#set-data-bumps').check();
    assert.equal(await page.evaluate(() => window.playground.get().lr), 0.03);
    await page.locator('#set-data-moons').check();
    assert.equal(await page.evaluate(() => window.playground.get().lr), 1.2);
    await page.evaluate(() => window.playground.set({ data: 'plane' }));
    assert.equal(await page.evaluate(() => window.playground.get().lr), 1.2);
  });

  await t.test('more steps than a run has are refused', async () => {
    await begin();
    const told = await page.evaluate(async () => {
      const tell = (/** @type {number} */ n) => window.playground.step(n).then(() => 'done', (/** @type {Error} */ error) => `${error.name}: ${error.message}`);
      return [await tell(2 ** 31), await tell(1e300), await tell(3)];
    });
    const refused = 'RangeError: step(n): a run ends at step 2147483647; n can be 2147483647 at most';
    assert.deepEqual(told, [refused, refused, 'done']);
  });

  for (const clock of /** @type {const} */ (['stands still', 'goes back'])) {
    await t.test(`training goes on where the clock ${clock}`, async () => {
      await begin();
      await page.evaluate((clock) => {
        const usual = performance.now.bind(performance);
        const now = usual();
        performance.now = () => (clock === 'stands still' ? now : usual() - 1e6);
      }, clock);
      await page.locator('#play').click();
      await page.waitForFunction(() => window.playground.metrics().step > 20);
      await page.locator('#play').click();
      await page.waitForFunction(() => document.documentElement.dataset.run === 'paused');
      await seeStep(page, (await metrics(page)).step);
      await page.evaluate(() => Reflect.deleteProperty(performance, 'now'));
    });
  }

  await t.test('where the browser refuses changes of the address, all else goes on', async () => {
    await begin();
    await page.evaluate(() => {
      let left = 100;
      for (const name of /** @type {const} */ (['pushState', 'replaceState'])) {
        const usual = history[name].bind(history);
        history[name] = (...given) => {
          if (left-- <= 0) throw new DOMException('too many', 'SecurityError');
          usual(...given);
        };
      }
    });
    const seen = await page.evaluate(() => {
      let heard = 0;
      window.playground.on('change', () => heard++);
      for (let i = 1; i <= 200; i++) window.playground.set({ seed: i });
      return { heard, seed: window.playground.get().seed, field: /** @type {HTMLInputElement} */ (document.querySelector('#set-seed')).value };
    });
    assert.deepEqual(seen, { heard: 200, seed: 200, field: '200' });
  });

  await t.test('a listener that throws is reported and changes nothing', async () => {
    await begin();
    const { heard, step, lr } = await page.evaluate(async () => {
      /** @type {string[]} */
      const heard = [];
      addEventListener('error', (event) => {
        event.preventDefault();
        heard.push(event.error.message);
      });
      for (const event of /** @type {const} */ (['step', 'change', 'state'])) window.playground.on(event, () => { throw new Error(event); });
      await window.playground.step(30);
      window.playground.set({ lr: 0.5 });
      return { heard, step: window.playground.metrics().step, lr: window.playground.get().lr };
    });
    assert.deepEqual([step, lr], [30, 0.5]);
    assert.deepEqual([...new Set(heard)].sort(), ['change', 'state', 'step']);
  });
});

test('a link that trains for more than a minute says so and opens at step 0 instead', async (t) => {
  const page = await visit(t, '#v=1&n=2000&net=35,35,35,35&steps=100000', { state: 'loading' });
  await page.locator('#notices .button', { hasText: 'Open at step 0' }).click();
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  assert.equal((await metrics(page)).step, 0);
  assert.deepEqual(await page.locator('#notices .toast').allInnerTexts(), []);
});

test('an engine out of memory says so and offers to reload with the run', async (t) => {
  const expected = [/./];
  const page = await visit(t, '#v=1&net=3&seed=7', { expected, prepare: (page) => page.addInitScript(limitMemory) });
  await page.evaluate(() => window.playground.step(20));
  await page.waitForFunction(() => location.hash.includes('steps=20'));
  await page.evaluate(async () => {
    try {
      window.playground.setData(Array.from({ length: 5000 }, (_, i) => [Math.sin(i) * 5, Math.cos(i * i) * 5, i % 2]));
      window.playground.set({ net: [64, 64, 64, 64, 64, 64] });
      for (let i = 0; i < 50; i++) await window.playground.step(1);
    } catch {
      // It is the page that is to say it.
    }
  });
  await page.locator('#ended').waitFor();
  assert.equal(await page.locator('#play').isDisabled(), true);
  assert.notEqual(await page.evaluate(() => document.documentElement.dataset.state), 'ready');
  await page.locator('#ended button').click();
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready' && !document.querySelector('#ended[open]'));
  assert.match(await page.evaluate(() => window.playground.hash()), /seed=7/);
});

/** Lets the engine's memory grow by no more than 512 pages. */
function limitMemory() {
  const usual = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (answer, imports) => {
    const bytes = new Uint8Array(await (await answer).arrayBuffer());
    if (sessionStorage.getItem('limited')) return WebAssembly.instantiate(bytes, imports);
    sessionStorage.setItem('limited', 'yes');
    const read = (/** @type {number} */ at) => {
      let [value, shift] = [0, 0];
      for (;;) {
        const byte = bytes[at++];
        value += (byte & 127) * 2 ** shift;
        shift += 7;
        if (byte < 128) return { value, at };
      }
    };
    const write = (/** @type {number} */ value) => {
      const out = [];
      for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) + 128);
      return [...out, value];
    };
    for (let at = 8; at < bytes.length;) {
      const id = bytes[at];
      const { value: size, at: body } = read(at + 1);
      if (id === 5) {
        const { value: least } = read(body + 2);
        const section = [1, 1, ...write(least), ...write(least + 512)];
        const limited = new Uint8Array([...bytes.subarray(0, at), 5, ...write(section.length), ...section, ...bytes.subarray(body + size)]);
        return WebAssembly.instantiate(limited, imports);
      }
      at = body + size;
    }
    return usual(new Response(bytes), imports);
  };
}
