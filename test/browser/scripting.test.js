/** window.playground, as docs/ describe it. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { visit } from './harness.js';
import { seeStep } from './reader.js';

test('window.playground', async (t) => {
  // The last subtest is about these.
  const page = await visit(t, '', { expected: [/within each other/, /Maximum call stack/] });
  /**
   * @param {string} fragment
   * @param {number} [step] that it leads to
   */
  const begin = async (fragment, step = 0) => {
    await page.evaluate((fragment) => window.playground.set(fragment), fragment);
    await seeStep(page, step);
  };

  await t.test('get, set and hash speak of the same experiment', async () => {
    const seen = await page.evaluate(async () => {
      const p = window.playground;
      await p.ready;
      const start = p.hash();
      const byObject = await p.set({ net: [3, 2], act: ['relu'], lr: 0.1 });
      const afterObject = { hash: p.hash(), net: p.get().net, lr: p.get().lr };
      const byFragment = await p.set('#v=1&data=xor&net=6');
      const afterFragment = { hash: p.hash(), data: p.get().data, act: p.get().act };
      return { start, byObject, afterObject, byFragment, afterFragment };
    });
    assert.deepEqual(seen, {
      start: '#v=1',
      byObject: { warnings: [] },
      afterObject: { hash: '#v=1&net=3,2&act=relu&lr=0.1', net: [3, 2], lr: 0.1 },
      byFragment: { warnings: [] },
      afterFragment: { hash: '#v=1&data=xor&net=6', data: 'xor', act: ['tanh'] },
    });
  });

  await t.test('set warns of what it could not use', async () => {
    await begin('#v=1');
    const warnings = await page.evaluate(async () => [
      (await window.playground.set({ lr: -1, net: [4, 500] })).warnings,
      (await window.playground.set('#v=1&act=gelu&sparkle=9')).warnings,
      (await window.playground.set(/** @type {{}} */ ({ sparkle: 9 }))).warnings,
    ]);
    assert.deepEqual(warnings.map((list) => list.map(({ key }) => key).sort()), [['lr', 'net'], ['act', 'sparkle'], ['sparkle']]);
    for (const { value, used, reason } of warnings.flat()) {
      assert.equal(typeof value, 'string');
      assert.equal(typeof used, 'string');
      assert.ok(reason);
    }
  });

  await t.test('step resolves when it is done, also for many steps at once', async () => {
    await begin('#v=1');
    const steps = await page.evaluate(async () => {
      const p = window.playground;
      const seen = [];
      for (const n of [undefined, 4, 1995]) {
        await p.step(n);
        seen.push(p.metrics().step);
      }
      p.reset();
      seen.push(p.metrics().step);
      return seen;
    });
    assert.deepEqual(steps, [1, 5, 2000, 0]);
  });

  await t.test('params and predict agree in full precision', async () => {
    await begin('#v=1&steps=500', 500);
    const { layers, points, outputs } = await page.evaluate(() => {
      const { train } = window.playground.data();
      const points = train.slice(0, 50).map(([x1, x2]) => [x1, x2]);
      return { layers: window.playground.params().layers, points, outputs: window.playground.predict(points) };
    });
    const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
    points.forEach((point, i) => {
      let a = point;
      for (const { W, b, activation } of layers) {
        const g = activation === 'tanh' ? Math.tanh : sigmoid;
        a = W.map((row, j) => g(row.reduce((sum, w, k) => sum + w * a[k], b[j])));
      }
      assert.ok(Math.abs(a[0] - outputs[i]) < 1e-12, `${a[0]} and ${outputs[i]} at ${point}`);
    });
  });

  await t.test('data gives the train and the test examples', async () => {
    await begin('#v=1&n=100&test=30');
    const { train, test: held } = await page.evaluate(() => window.playground.data());
    assert.deepEqual([train.length, held.length], [70, 30]);
    for (const [x1, x2, y] of [...train, ...held]) {
      assert.ok(Number.isFinite(x1) && Number.isFinite(x2) && (y === 0 || y === 1));
    }
  });

  await t.test('metrics leave open what does not apply', async () => {
    await begin('#v=1&data=plane&steps=5', 5);
    const regression = await page.evaluate(() => window.playground.metrics());
    assert.deepEqual(
      { ...regression, cost: Number.isFinite(regression.cost) },
      { step: 5, epoch: 5, cost: true, testCost: null, accuracy: null, testAccuracy: null, diverged: false },
    );
  });

  await t.test('wrong arguments are refused with an error that says why', async () => {
    await begin('#v=1');
    const errors = await page.evaluate(async () => {
      const p = /** @type {any} */ (window.playground);
      const calls = [
        () => p.step(-1), () => p.step(1.5), () => p.step('many'), () => p.predict('here'), () => p.predict([[1]]),
        () => p.set(7), () => p.set(null), () => p.set([8, 8]), () => p.set(new Map([['lr', 1]])), () => p.on('sunrise', () => {}), () => p.on('step', 'not a function'),
      ];
      const messages = [];
      for (const call of calls) {
        try {
          await call();
          messages.push(`${call} was accepted`);
        } catch (error) {
          messages.push(error instanceof Error && error.message ? '' : `${call} threw ${error}`);
        }
      }
      return { messages, step: p.metrics().step };
    });
    assert.deepEqual(errors, { messages: Array(11).fill(''), step: 0 });
  });

  await t.test('events tell of changes, steps and the state, until unsubscribed', async () => {
    await begin('#v=1');
    const heard = await page.evaluate(async () => {
      const p = window.playground;
      /** @type {string[]} */
      const heard = [];
      const forget = /** @type {const} */ (['change', 'step', 'state']).map((event) => p.on(event, () => heard.push(event)));
      await p.set({ lr: 0.5 });
      await p.step(3);
      p.play();
      await new Promise((resolve) => { const off = p.on('step', () => { off(); resolve(undefined); }); });
      p.pause();
      const during = [...new Set(heard)].sort();
      for (const off of forget) off();
      const count = heard.length;
      await p.set({ lr: 0.6 });
      await p.step(1);
      return { during, later: heard.length - count };
    });
    assert.deepEqual(heard, { during: ['change', 'state', 'step'], later: 0 });
  });

  await t.test('listeners and recursion without end leave the engine alive', async () => {
    await begin('#v=1');
    const step = await page.evaluate(async () => {
      const p = window.playground;
      const off = p.on('change', () => p.set({ lr: Math.random() }));
      p.set({ lr: 1 });
      off();
      /** @param {number} n */
      const sink = (n) => {
        try {
          sink(n + 1);
        } catch {
          try {
            p.metrics();
          } catch {
            // There is no room.
          }
        }
      };
      sink(0);
      await p.step(5);
      return p.metrics().step;
    });
    assert.equal(step, 5);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.state), 'ready');
  });
});
