/** What listeners of window.playground may do, with a run that only counts. */

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Emitter } from '../../web/emitter.js';
import { playground as offer } from '../../web/playground.js';

/** @param {import('node:test').TestContext} t */
async function open(t) {
  /** What listeners threw, which Node throws again in a moment of its own. @type {unknown[]} */
  const reported = [];
  process.setUncaughtExceptionCaptureCallback((error) => reported.push(error));
  t.after(() => process.setUncaughtExceptionCaptureCallback(null));
  const run = /** @type {any} */ (new Emitter());
  run.sets = 0;
  run.take = () => run.emit('changed', { cause: 'set' });
  run.engine = {
    config: () => ({}), metrics: () => ({ step: run.sets }),
    set() {
      run.sets++;
      return { answer: '', warnings: [] };
    },
  };
  const playground = offer(Promise.resolve({ page: run, reached: Promise.resolve() }));
  await playground.ready;
  return { playground, run, reported };
}

test('a listener may answer a change by another', async (t) => {
  const { playground, run, reported } = await open(t);
  playground.on('change', () => playground.metrics().step < 3 && playground.set({ lr: 1 }));
  playground.set({ lr: 2 });
  assert.equal(run.sets, 3);
  await setImmediate();
  assert.deepEqual(reported, []);
});

test('listeners that answer each change by another come to an end, and what follows works', async (t) => {
  const { playground, run, reported } = await open(t);
  const off = playground.on('change', () => playground.set({ lr: 1 }));
  const other = playground.on('change', () => playground.set({ lr: 2 }));
  playground.set({ lr: 3 });
  await setImmediate();
  assert.ok(run.sets < 100, String(run.sets));
  assert.ok(reported.length > 0 && reported.every((error) => error instanceof RangeError));
  off();
  other();
  const { sets } = run;
  playground.set({ lr: 4 });
  assert.equal(run.sets, sets + 1);
});

test('at the end of the stack the script fails, not a call of the engine', async (t) => {
  const { playground, run } = await open(t);
  const needed = 300;
  /** Whether so many more calls fit. @type {(calls: number) => number} */
  const deeper = (calls) => (calls === 0 ? 0 : 1 + deeper(calls - 1));
  let broken = 0;
  run.engine.set = () => {
    try {
      deeper(needed);
    } catch {
      broken++;
    }
    return { answer: '', warnings: [] };
  };
  const dive = () => {
    try {
      dive();
    } catch {
      // Back a little from the end.
    }
    try {
      playground.set({});
    } catch (error) {
      assert.ok(error instanceof RangeError);
    }
  };
  dive();
  assert.equal(broken, 0);
});

test('what onProgress throws is reported, and a bench ends with the engine', async (t) => {
  const { playground, run, reported } = await open(t);
  let ticket = '';
  run.do = (/** @type {string[]} */ ...words) => (ticket = words[3]);
  const problem = new Error('of the script');
  const whole = playground.bench({
    onProgress() {
      throw problem;
    },
  });
  for (const ended of [1, 2]) run.emit('bench', { name: '1', ended, runs: 2 });
  run.emit('ended', { ticket, rows: [] });
  assert.deepEqual(await whole, { rows: [] });
  await setImmediate();
  assert.deepEqual(reported, [problem, problem]);
  const cut = playground.bench({});
  run.emit('ended', { ticket: '', rows: null });
  await assert.rejects(cut, /the engine has ended/);
});

test('what JSON refuses is for Go to judge, and each member of a plan is read once', async (t) => {
  const { playground, run } = await open(t);
  /** @type {string[][]} */
  const asked = [];
  run.do = (/** @type {string[]} */ ...words) => {
    const ticket = words.pop();
    asked.push(words);
    run.emit('bench', { name: words[1], ended: 1, runs: 1 });
    run.emit('ended', { ticket, rows: [] });
  };
  /** @type {Record<string, number>} */
  const reads = {};
  const plan = new Proxy({ steps: 3n, onProgress: () => (reads.told = 1) }, {
    get(target, name) {
      reads[String(name)] = (reads[String(name)] ?? 0) + 1;
      return Reflect.get(target, name);
    },
  });
  await playground.bench(/** @type {any} */ (plan));
  assert.deepEqual(reads, { steps: 1, onProgress: 1, told: 1 });
  void playground.step(/** @type {any} */ (5n));
  assert.deepEqual(asked, [['script bench', '1', '{"steps":"3n"}'], ['script step', '"5n"']]);
});
